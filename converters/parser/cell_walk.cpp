// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TableWalk that reads rows whose numbers stand inside the text cells (topic | action | sub-task).
#include <algorithm>

#include "core/unicode.h"
#include "parser/table_walk.h"

namespace pactable::parser {
namespace {

// Damaged numbers at the start of an OCR text: a first token this short that mixes figures or their look-alikes with
// points ("l.1.", ".2.1"). The longest undamaged one seen is "10.11.12.".
constexpr std::size_t kMaxDamagedLabel = 9;

std::size_t damaged_label(std::string_view text) {
  const std::size_t end = text.find(' ');
  const std::string_view token = text.substr(0, end);
  if (token.size() > kMaxDamagedLabel || token.find('.') == std::string_view::npos) return 0;
  const bool only_label = std::all_of(token.begin(), token.end(), [](char c) {
    return (c >= '0' && c <= '9') || std::string_view(".,:;lIiOoSsBTt|!").find(c) != std::string_view::npos;
  });
  const bool any_figure = std::any_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
  return only_label && any_figure ? token.size() : 0;
}

}  // namespace

void TableWalk::cut_label(Segment& segment) const {
  const std::string& text = segment.text.utf8();
  std::size_t length = numbering::leading_label(text, scheme_);
  if (length == 0 && origin_ == LabelOrigin::kOcr) length = damaged_label(text);
  if (length == 0) return;
  segment.label = segment.text.slice(0, length).trimmed();
  segment.text = segment.text.slice(length, text.size()).trimmed();
}

std::vector<TableWalk::Segment> TableWalk::split_cell(const layout::Cell& cell, const ColumnRole& role) const {
  const bool numbered = role.rule == nullptr || role.rule->numbered;
  std::vector<Segment> segments;
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    Segment segment;
    segment.text = paragraph.text.collapsed();
    segment.automatic_label = paragraph.list_label;
    if (segment.text.empty() && segment.automatic_label.empty()) continue;
    if (numbered && segment.automatic_label.empty()) cut_label(segment);
    segment.placeholder = !segment.labelled() && is_placeholder(segment.text.utf8());
    const bool begins = segments.empty() || segment.labelled() || segment.placeholder;
    if (begins) {
      segments.push_back(std::move(segment));
      continue;
    }
    // A further paragraph of the same item; text after "Etc." is an item of its own.
    Segment& last = segments.back();
    if (last.placeholder) {
      segments.push_back(std::move(segment));
    } else {
      if (!last.text.empty()) last.text.append_joint(" ");
      last.text.append(segment.text);
    }
  }
  return segments;
}

int TableWalk::above_column(const ColumnRole& role) const {
  int above = last_section_;
  for (const ColumnRole& other : columns_.roles) {
    if (&other == &role) break;
    if (other.value != grammar::ColumnValue::kItem || (other.rule != nullptr && !other.rule->numbered)) continue;
    const auto found = last_in_column_.find(other.role);
    if (found != last_in_column_.end()) above = found->second;
  }
  return above;
}

bool TableWalk::repeats(int index, const layout::Text& text) const {
  const DraftItem& item = draft_.items[static_cast<std::size_t>(index)];
  std::string folded = unicode::fold(text.utf8());
  for (const std::string& mark : family_.continued) {
    if (folded.ends_with(mark)) folded = std::string(unicode::trim(folded.substr(0, folded.size() - mark.size())));
  }
  return folded == unicode::fold(item.text.utf8());
}

const grammar::FormRule* TableWalk::named_level(const Segment& segment) const {
  const std::string& label = segment.label.empty() ? segment.automatic_label : segment.label.utf8();
  for (const numbering::Reading& reading : numbering::read_label(label, scheme_)) {
    const grammar::FormRule& rule = draft_.forms[static_cast<std::size_t>(reading.form)];
    if (!rule.form.lead.empty() && rule.kind) return &rule;
  }
  return nullptr;
}

// Columns tell levels from each other. Alone, "Activities" is a word for actions as any other, and the numbers decide.
bool TableWalk::tells_level(const ColumnRole& role) const {
  if (!role.rule->numbered || role.rule->kind == plan::ItemKind::kSection) return true;
  return std::any_of(columns_.roles.begin(), columns_.roles.end(), [&](const ColumnRole& other) {
    return &other != &role && other.value == grammar::ColumnValue::kItem &&
           (other.rule == nullptr || other.rule->numbered);
  });
}

std::vector<int> TableWalk::add_segments(const layout::Table& piece, int row, const ItemCell& item_cell,
                                         const std::vector<Segment>& segments) {
  std::vector<int> added;
  const ColumnRole& role = *item_cell.role;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    DraftItem item = new_item(piece, row);
    item.id += ".c" + std::to_string(item_cell.cell->column);
    if (segments.size() > 1) item.id += ".p" + std::to_string(i);
    item.label = segment.label;
    item.automatic_label = segment.automatic_label;
    item.text = segment.text;
    item.number_expected = segment.labelled();
    if (role.rule != nullptr && tells_level(role)) {
      item.kind = role.rule->kind;
      if (segment.labelled()) item.grid_depth = role.rule->depth;
    }
    if (const grammar::FormRule* level = named_level(segment)) {
      item.kind = level->kind;
      item.grid_depth = level->form.depth;
      item.section_like = true;
    }
    if (segment.placeholder || (segment.labelled() && segment.text.empty())) item.kind = plan::ItemKind::kPlaceholder;
    item.parent_hint = above_column(role);
    added.push_back(add_item(std::move(item)));
  }
  if (!added.empty()) last_in_column_[role.role] = added.back();
  return added;
}

void TableWalk::attach_fields(const RowParts& parts, const std::vector<int>& deepest, int above) {
  if (parts.fields.empty()) return;
  // One field cell beside several items speaks of all of them: it belongs to what stands above them, unless an earlier
  // row has filled that already.
  const auto filled = [&](int index) {
    const std::vector<DraftField>& there = draft_.items[static_cast<std::size_t>(index)].fields;
    return std::any_of(there.begin(), there.end(), [&](const DraftField& field) {
      return std::any_of(parts.fields.begin(), parts.fields.end(),
                         [&](const DraftField& f) { return f.role == field.role; });
    });
  };
  const int owner = deepest.size() == 1 || above < 0 || filled(above) ? deepest.front() : above;
  field_owner_ = owner;
  DraftItem& item = draft_.items[static_cast<std::size_t>(owner)];
  item.codes_present = item.codes_present || parts.codes_present;
  item.fields.insert(item.fields.end(), parts.fields.begin(), parts.fields.end());
  // A numbered slot without a text that carries fields is no empty slot.
  if (item.kind == plan::ItemKind::kPlaceholder && item.text.empty()) item.kind.reset();
}

void TableWalk::read_celled_row(const layout::Table& piece, int row, RowParts parts) {
  std::vector<std::vector<Segment>> cells;
  bool labelled = false;
  for (const ItemCell& item_cell : parts.items) {
    cells.push_back(split_cell(*item_cell.cell, *item_cell.role));
    for (const Segment& segment : cells.back()) labelled = labelled || segment.labelled();
  }
  std::vector<int> deepest;
  int above = -1;
  bool joined = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const ItemCell& item_cell = parts.items[i];
    const auto last = last_in_column_.find(item_cell.role->role);
    const bool numbered = item_cell.role->rule == nullptr || item_cell.role->rule->numbered;
    if (last != last_in_column_.end() && cells[i].size() == 1 && numbered) {
      const Segment& segment = cells[i].front();
      const bool may_continue = !segment.labelled() && !segment.placeholder && (!labelled || behind_break_);
      if (may_continue && continues_cell(last->second, segment.text)) {
        append_to(row, last->second, segment.text, {});
        joined = true;
        continue;
      }
      const DraftItem& before = draft_.items[static_cast<std::size_t>(last->second)];
      const bool same_label = segment.label.utf8() == before.label.utf8() && !segment.placeholder;
      if (same_label && !before.text.empty() && repeats(last->second, segment.text)) {
        discard("repeated-cell", segment.label);
        discard("repeated-cell", segment.text);
        continue;
      }
    }
    deepest = add_segments(piece, row, item_cell, cells[i]);
    above = above_column(*item_cell.role);
  }
  if (!deepest.empty()) {
    attach_fields(parts, deepest, above);
  } else if (!parts.fields.empty() && field_owner_ >= 0 && (joined || continues_field(parts))) {
    append_to(row, field_owner_, {}, std::move(parts.fields));
  } else if (!parts.fields.empty()) {
    DraftItem item = new_item(piece, row);
    item.number_expected = false;
    item.codes_present = parts.codes_present;
    item.fields = std::move(parts.fields);
    item.kind = plan::ItemKind::kNote;
    item.parent_hint = field_owner_;
    add_item(std::move(item));
  }
}

// In a column of numbered cells a text without a number behind a page break is the rest of the one before.
bool TableWalk::continues_cell(int item, const layout::Text& text) const {
  const DraftItem& before = draft_.items[static_cast<std::size_t>(item)];
  const bool numbered = !before.printed_label().empty();
  if (numbered && !before.text.empty() && behind_break_) return true;
  return continues(item, text);
}

bool TableWalk::continues_field(const RowParts& parts) const {
  if (behind_break_) return true;
  return std::any_of(parts.fields.begin(), parts.fields.end(),
                     [](const DraftField& field) { return begins_inside(field.text.utf8()); });
}

}  // namespace pactable::parser
