// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/printed_tables.h"

#include <algorithm>
#include <set>

#include "core/unicode.h"
#include "parser/row_parts.h"

namespace pactable::parser {
namespace {

// A caption is a line, not a paragraph. The longest seen has 14 words ("Table 1. Draft Programme of Work …").
constexpr std::size_t kMaxCaptionWords = 25;

// An introducing sentence may stand between a caption and its table ("The table below identifies …").
constexpr int kCaptionReach = 2;

const layout::TextBlock* text_block(const layout::Block& block) { return std::get_if<layout::TextBlock>(&block); }

bool is_body(const layout::TextBlock& block) { return block.furniture == layout::Furniture::kNone; }

// A phrase right above a table names it, however it is set; farther up only what looks like a heading does.
bool is_caption(const layout::TextBlock& block, bool right_above) {
  const std::string text = block.paragraph.text.collapsed().utf8();
  const std::size_t words = unicode::split_space(text).size();
  if (words == 0 || words > kMaxCaptionWords || !unicode::has_word_character(text)) return false;
  const std::string folded = unicode::fold(text);
  for (const std::string_view lead : {"table ", "tableau ", "tabla ", "таблица "}) {
    if (folded.starts_with(lead)) return true;
  }
  if (text.ends_with('.') || text.ends_with(':') || text.ends_with(';')) return false;
  return right_above || block.paragraph.heading_level > 0 || is_capitals(text) ||
         block.paragraph.text.is_all(layout::Style::kBold);
}

}  // namespace

std::vector<PrintedTable> group_tables(std::span<const layout::Block> blocks) {
  std::vector<PrintedTable> groups;
  std::optional<std::size_t> caption;
  int since_caption = 0;
  bool body_between = true;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const layout::TextBlock* block = text_block(blocks[i])) {
      if (!is_body(*block) || !unicode::has_word_character(block->paragraph.text.utf8())) continue;
      body_between = true;
      const bool right_above = i + 1 < blocks.size() && text_block(blocks[i + 1]) == nullptr;
      if (is_caption(*block, right_above)) {
        caption = i;
        since_caption = 0;
      } else if (++since_caption >= kCaptionReach) {
        caption.reset();
      }
      continue;
    }
    if (groups.empty() || body_between) {
      groups.push_back({{i}, caption});
    } else {
      groups.back().pieces.push_back(i);
    }
    caption.reset();
    body_between = false;
  }
  return groups;
}

int header_height(const layout::Table& table, int row, const grammar::Family& family) {
  int count = 1;
  for (const layout::Cell* cell : table.row_cells(row)) {
    if (!cell->empty()) count = std::max(count, cell->row_span);
  }
  const int rows = static_cast<int>(table.rows.size());
  const auto marked = [&](int r) { return r < rows && table.rows[static_cast<std::size_t>(r)].header; };
  while (marked(row) && marked(row + count) && is_header_row(table, row + count, family)) ++count;
  return std::min(count, rows - row);
}

std::optional<FoundHeader> find_header(std::span<const layout::Block> blocks, const PrintedTable& printed,
                                       const grammar::Family& family) {
  for (const std::size_t piece : printed.pieces) {
    const auto& table = std::get<layout::Table>(blocks[piece]);
    for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
      if (!is_header_row(table, row, family)) continue;
      FoundHeader found{piece, row, header_height(table, row, family), {}};
      found.columns = read_columns(table, row, found.row_count, family);
      return found;
    }
  }
  return std::nullopt;
}

std::optional<SectionAbove> find_section_above(std::span<const layout::Block> blocks, const PrintedTable& table,
                                               const std::string& first_label, const numbering::Scheme& scheme) {
  for (std::size_t i = table.pieces.front(); i-- > 0;) {
    const layout::TextBlock* block = text_block(blocks[i]);
    if (block == nullptr) return std::nullopt;
    const std::string text = block->paragraph.text.collapsed().utf8();
    if (!is_body(*block) || !unicode::has_word_character(text)) continue;
    const std::size_t length = numbering::leading_label(text, scheme);
    if (length == 0 || length == text.size() || unicode::split_space(text).size() > kMaxCaptionWords)
      return std::nullopt;
    const std::string label(unicode::trim(text.substr(0, length)));
    for (const numbering::Reading& above : numbering::read_label(label, scheme)) {
      for (const numbering::Reading& below : numbering::read_label(first_label, scheme)) {
        if (above.path.size() < below.path.size() &&
            std::equal(above.path.begin(), above.path.end(), below.path.begin())) {
          return SectionAbove{i, label};
        }
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

bool holds_actions(const Columns& columns, std::size_t label_count) {
  int evidence = 0;
  static const std::set<std::string_view> kPlanFields = {"urgency", "timescale", "timeframe", "responsible", "support"};
  for (const ColumnRole& role : columns.roles) {
    if (role.rule == nullptr) continue;
    if (role.rule->value == grammar::ColumnValue::kItem && role.rule->kind != plan::ItemKind::kSection) evidence += 2;
    if (kPlanFields.contains(role.rule->role)) ++evidence;
  }
  // The word for an action, or two of the fields that plans have; with all of that a table of one row is a plan too.
  constexpr int kEvidence = 2;
  constexpr int kStrongEvidence = 4;
  // Three numbers make a sequence; two can be chance (a year and a count).
  constexpr std::size_t kMinLabels = 3;
  return evidence >= kEvidence && label_count >= (evidence >= kStrongEvidence ? 1 : kMinLabels);
}

}  // namespace pactable::parser
