// SPDX-License-Identifier: GPL-3.0-or-later
// What: tables, a small family and a small vocabulary for tests of the stage columns, made by hand.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "columns/prior.h"
#include "columns/roles.h"
#include "layout/table.h"

namespace pactable::test {

inline void add_words(grammar::WordSet& set, const std::vector<std::string>& words) {
  for (const std::string& word : words) set.add(word);
}

inline const grammar::Vocabulary& vocabulary() {
  static const grammar::Vocabulary words = [] {
    grammar::Vocabulary v;
    add_words(v.other_headers, {"player", "price", "unit price", "likelihood", "question", "e-mail"});
    add_words(v.scale, {"high", "medium", "low"});
    add_words(v.statuses, {"completed", "in progress", "not started"});
    add_words(v.times, {"ongoing", "year", "quarter"});
    add_words(v.bodies, {"ministry", "secretariat", "council", "range states", "university"});
    add_words(v.verbs, {"develop", "review", "train", "map", "count", "publish", "mark"});
    add_words(v.verbless, {"the", "there is"});
    add_words(v.questions, {"what", "how"});
    add_words(v.connectives, {"of", "the", "and", "to", "for", "in", "by"});
    add_words(v.number_states, {"new", "deleted", "rev"});
    add_words(v.captions, {"table"});
    add_words(v.number_leads, {"goal", "action", "output", "objective"});
    return v;
  }();
  return words;
}

inline grammar::ColumnRule rule(std::string role, grammar::ColumnValue value, std::vector<std::string> headers,
                                std::optional<plan::ItemKind> kind = std::nullopt) {
  grammar::ColumnRule out;
  out.role = std::move(role);
  out.value = value;
  out.kind = kind;
  out.headers = std::move(headers);
  return out;
}

inline const grammar::Family& family() {
  static const grammar::Family made = [] {
    using grammar::ColumnValue;
    grammar::Family f;
    f.id = "made";
    f.columns.push_back(rule("number", ColumnValue::kNumber, {"no", "code", "item"}));
    f.columns.push_back(rule("topic", ColumnValue::kItem, {"topic", "theme"}, plan::ItemKind::kSection));
    f.columns.push_back(
        rule("action", ColumnValue::kItem, {"action", "measures to be taken"}, plan::ItemKind::kAction));
    f.columns.push_back(rule("sub-task", ColumnValue::kItem, {"activity"}, plan::ItemKind::kSubTask));
    f.columns.push_back(rule("urgency", ColumnValue::kCode, {"urgency", "priority"}));
    f.columns.push_back(rule("timescale", ColumnValue::kCode, {"timescale"}));
    f.columns.back().otherwise = "timeframe";
    f.columns.push_back(rule("timeframe", ColumnValue::kTimeframe, {"timeframe", "year", "when"}));
    f.columns.push_back(rule("responsible", ColumnValue::kParties, {"responsible", "lead", "who"}));
    f.columns.push_back(rule("support", ColumnValue::kParties, {"support", "partners"}));
    f.columns.push_back(rule("progress", ColumnValue::kText, {"progress", "remarks"}));
    f.columns.push_back(rule("status", ColumnValue::kText, {"status", "state"}));
    return f;
  }();
  return made;
}

/// "^" before a text: it is set as a superscript behind the word before it ("Urgency^1"). "\n" parts paragraphs.
inline layout::Cell cell_of(std::string_view content, int row, int column) {
  layout::Cell cell;
  cell.row = row;
  cell.column = column;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string line(content.substr(0, end));
    content.remove_prefix(std::min(end + 1, content.size()));
    layout::Paragraph paragraph;
    const std::size_t mark = line.find('^');
    if (mark != std::string::npos) line.erase(mark, 1);
    paragraph.text = layout::Text(line, LinePlace{row + 1, column, 0, static_cast<int>(line.size())});
    if (mark != std::string::npos) paragraph.text.add_style(mark, line.size(), layout::Style::kSuperscript);
    cell.paragraphs.push_back(std::move(paragraph));
  }
  return cell;
}

using Rows = std::vector<std::vector<std::string>>;

/// A row of one string spans the table. Nothing is marked as a header.
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

inline layout::TextBlock line_of(std::string_view text, layout::Furniture furniture = layout::Furniture::kNone) {
  layout::TextBlock block;
  block.paragraph.text = layout::Text(std::string(text), LinePlace{1, 0, 0, static_cast<int>(text.size())});
  block.furniture = furniture;
  return block;
}

inline const columns::HeaderWords& header_words() {
  static const columns::HeaderWords words(family(), vocabulary());
  return words;
}

inline std::vector<columns::LogicalTable> logical(const std::vector<layout::Block>& blocks) {
  return columns::find_logical_tables(blocks, header_words());
}

inline std::vector<columns::ReadTable> read(const std::vector<layout::Block>& blocks) {
  return columns::read_tables(blocks, header_words(), {});
}

inline std::string roles_of(const columns::Columns& columns) {
  std::string out;
  for (const columns::Column& column : columns.columns) (out += out.empty() ? "" : " ") += column.role;
  return out;
}

/// Roles of a single table.
inline std::string roles(const Rows& rows) { return roles_of(read({grid(rows)}).front().columns.front()); }

/// One letter a row: T title, H header, R repeated, C changed, N column numbers, . data.
inline std::string uses(const columns::LogicalTable& table) {
  std::string out;
  for (const columns::LogicalRow& row : table.rows) out += "THRCN."[static_cast<int>(row.use)];
  return out;
}

}  // namespace pactable::test
