// SPDX-License-Identifier: GPL-3.0-or-later
// What: tables and families for tests of the parser, made by hand from short lists of strings.
// Out:  layout blocks whose places count rows as lines, and the families of the source tree.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/unicode.h"
#include "layout/document.h"
#include "parser/parse.h"
#include "unit/grammar/loaded_families.h"

namespace pactable::test {

inline layout::Text text_at(std::string_view utf8, int line, int cell, int start = 0) {
  const int length = static_cast<int>(unicode::length(utf8));
  return {std::string(utf8), LinePlace{line, cell, start, start + length}};
}

/// A cell of a row: "" is empty, a line break parts paragraphs, "⟦1.⟧Text" is a paragraph with an automatic label.
inline layout::Cell cell_of(std::string_view content, int row, int column) {
  constexpr std::string_view kOpen = "⟦", kClose = "⟧";
  layout::Cell cell;
  cell.row = row;
  cell.column = column;
  int start = 0;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    layout::Paragraph paragraph;
    if (line.starts_with(kOpen)) {
      const std::size_t close = line.find(kClose);
      paragraph.list_label = line.substr(kOpen.size(), close - kOpen.size());
      line.remove_prefix(close + kClose.size());
    }
    paragraph.text = text_at(line, row + 1, column, start);
    start += static_cast<int>(unicode::length(line)) + 1;
    cell.paragraphs.push_back(std::move(paragraph));
  }
  return cell;
}

using Rows = std::vector<std::vector<std::string>>;

/// A row of one string spans the table. Nothing is marked as a header: words have to show it.
inline layout::Table grid(const Rows& rows) {
  layout::Table table;
  for (const auto& row : rows) table.column_count = std::max(table.column_count, static_cast<int>(row.size()));
  for (int r = 0; r < static_cast<int>(rows.size()); ++r) {
    const auto& row = rows[static_cast<std::size_t>(r)];
    table.rows.emplace_back();
    for (int c = 0; c < static_cast<int>(row.size()); ++c) {
      layout::Cell cell = cell_of(row[static_cast<std::size_t>(c)], r, c);
      if (row.size() == 1) cell.column_span = table.column_count;
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

/// The same with a page break before the row of this index.
inline layout::Table cut_grid(const Rows& rows, std::size_t second_half) {
  layout::Table table = grid(rows);
  table.rows.at(second_half).after_break = true;
  return table;
}

inline layout::TextBlock line_of(std::string_view text) {
  layout::TextBlock block;
  block.paragraph.text = text_at(text, 1, 0);
  return block;
}

/// Of families().
inline const std::vector<columns::HeaderWords>& header_words() {
  static const std::vector<columns::HeaderWords> words = columns::header_words(families());
  return words;
}

/// As the parser judges it: with items only where a table is a plan.
inline parser::Draft parsed(const std::vector<layout::Block>& blocks, const grammar::Family& by = generic(),
                            const parser::ParseOptions& options = {}) {
  for (const columns::HeaderWords& words : header_words()) {
    if (&words.family() == &by) return parser::parse(blocks, words, options);
  }
  return parser::parse(blocks, columns::HeaderWords(by, *by.words), options);
}

inline parser::Draft draft_of(const std::vector<layout::Block>& blocks, const grammar::Family& by = generic(),
                              LabelOrigin origin = LabelOrigin::kTyped) {
  parser::Draft draft = parsed(blocks, by, {origin, {}});
  if (draft.verdict != plan::TableVerdict::kPlan) throw std::runtime_error("no action table was found");
  return draft;
}

/// One table that is read as a plan whatever its few rows say, so that a test of rows needs no more of them.
inline parser::Draft rows_of(layout::Table table, const grammar::Family& by = generic(),
                             LabelOrigin origin = LabelOrigin::kTyped) {
  table.origin = origin;
  return parsed({std::move(table)}, by, {origin, {"table-1"}});
}

/// "1.1 | Count | urgency=1" of every item, in order; items whose kind the layout settles begin with it.
inline std::vector<std::string> lines_of(const parser::Draft& draft) {
  std::vector<std::string> lines;
  for (const parser::DraftItem& item : draft.items) {
    std::string line = item.kind ? std::string(to_string(*item.kind)) + " " : "";
    line += item.printed_label() + " | " + item.text.utf8();
    for (const parser::DraftField& field : item.fields) line += " | " + field.role + "=" + field.text.utf8();
    lines.push_back(line);
  }
  return lines;
}

/// "R-SECTION R-NOTE": the rules that the trace names for a row, in order, each once; "" where there is none.
inline std::string rules_at(const parser::Draft& draft, std::string_view row) {
  std::string rules;
  for (const parser::TraceLine& line : draft.trace) {
    if (line.row != row || rules.find(line.rule) != std::string::npos) continue;
    if (!rules.empty()) rules += ' ';
    rules += line.rule;
  }
  return rules;
}

/// Texts that the ledger found lost or used twice; a test of rows looks at them beside the items.
inline std::vector<std::string> lost_texts(const parser::Draft& draft) {
  std::vector<std::string> messages;
  for (const parser::DraftFinding& finding : draft.findings) {
    if (finding.rule == plan::kTextLostRule) messages.push_back(finding.message);
  }
  return messages;
}

inline std::vector<std::string> discarded_for(const parser::Draft& draft, std::string_view reason) {
  std::vector<std::string> texts;
  for (const plan::Discarded& discarded : draft.discarded) {
    if (discarded.reason == reason) texts.push_back(discarded.text);
  }
  return texts;
}

}  // namespace pactable::test
