// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/unicode.h"
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {
namespace {

const std::string* automatic_label(const layout::Cell& cell) {
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    if (!paragraph.list_label.empty()) return &paragraph.list_label;
  }
  return nullptr;
}

layout::Text plain_text(const layout::Cell& cell) {
  std::vector<layout::Text> texts;
  for (const layout::Paragraph& paragraph : cell.paragraphs) texts.push_back(paragraph.text.collapsed());
  return layout::join(texts, " ");
}

// The name of a section is printed again where a page begins.
bool repeats_section(Walk& walk, const RowView& row, const Segment& segment) {
  if (!segment.labelled())
    return row.behind_break && walk.last_group >= 0 && walk.repeats(walk.last_group, segment.text);
  if (walk.last_section < 0) return false;
  const DraftItem& open = walk.item(walk.last_section);
  const std::string& label = segment.label.empty() ? segment.automatic_label : segment.label.utf8();
  return open.printed_label() == label && walk.repeats(walk.last_section, segment.text);
}

bool add_section(Walk& walk, RowView& row, const layout::Cell& cell, Segment segment, std::string why) {
  walk.spend(&cell, Use::kItem);
  if (repeats_section(walk, row, segment)) {
    walk.discard("repeated-cell", segment.label);
    walk.discard("repeated-cell", segment.text);
    walk.trace(row, kSection, "the name of the section is printed again", segment.text);
    return true;
  }
  DraftItem item = walk.new_item(row);
  item.label = segment.label;
  item.automatic_label = segment.automatic_label;
  item.marks = segment.marks;
  item.text = segment.text;
  item.section_like = true;
  item.number_expected = segment.labelled();
  item.heading = Heading::kRow;
  const bool labelled = segment.labelled();
  if (labelled) {
    item.kind = plan::ItemKind::kSection;
  } else {
    const bool group = walk.is_heading_phrase(item.text);
    item.kind = group ? plan::ItemKind::kGroup : plan::ItemKind::kNote;
    if (!group) {
      item.parent_hint = walk.last_item;
      item.heading = Heading::kNone;
    }
  }
  walk.last_item = walk.add_item(std::move(item), row, kSection, std::move(why));
  if (labelled) walk.last_section = walk.last_item;
  if (walk.item(walk.last_item).kind == plan::ItemKind::kGroup) walk.last_group = walk.last_item;
  walk.last_in_column.clear();
  return true;
}

bool spanning(Walk& walk, RowView& row) {
  const layout::Cell& cell = *row.filled.front();
  const std::string* label = automatic_label(cell);
  Segment segment = walk.heading_of(plain_text(cell), label == nullptr ? std::string() : *label);
  if (!segment.labelled() && walk.last_item >= 0 && walk.continues(walk.last_item, segment.text, row.behind_break)) {
    walk.spend(&cell, Use::kItem);
    walk.append_to(row, walk.last_item, segment.text, {}, false, row.behind_break ? kContinue : kLine,
                   "spans the table, goes on with the text above");
    return true;
  }
  return add_section(walk, row, cell, std::move(segment), "one cell spans the table");
}

bool is_phrase_without_figure(const layout::Text& text) {
  return text.utf8().find_first_of("0123456789") == std::string::npos && unicode::split_space(text.utf8()).size() > 1;
}

// "1. Beaches" or "High priority tasks" alone in the number column.
bool in_number_cell(Walk& walk, RowView& row) {
  const NumberCell& label = row.label;
  if (label.labelled() && !label.rest.empty() && !label.state) {
    Segment segment;
    segment.marks = label.marks;
    segment.label = label.label;
    segment.automatic_label = label.automatic_label;
    segment.text = label.rest;
    return add_section(walk, row, *row.number_cell, std::move(segment),
                       "number and name stand alone in the number column");
  }
  const layout::Text& text = label.label.empty() ? label.rest : label.label;
  if (!text.empty() && label.automatic_label.empty() && !label.state) {
    Segment segment = walk.heading_of(text, {});
    segment.marks = label.marks;
    if (segment.labelled() && unicode::has_word_character(segment.text.utf8())) {
      return add_section(walk, row, *row.number_cell, std::move(segment),
                         "number and name stand alone in the number column");
    }
  }
  if (text.empty() || !label.automatic_label.empty() || label.state || !is_phrase_without_figure(text)) return false;
  if (!numbering::read_label(text.utf8(), walk.scheme()).empty()) return false;
  Segment segment;
  segment.marks = label.marks;
  segment.text = text;
  return add_section(walk, row, *row.number_cell, std::move(segment), "a phrase stands alone in the number column");
}

// "1 Beaches" alone in the column of the actions, number included.
bool in_action_cell(Walk& walk, RowView& row) {
  const layout::Cell& cell = *row.items.front().cell;
  const std::string* automatic = automatic_label(cell);
  Segment segment = walk.heading_of(plain_text(cell), automatic == nullptr ? std::string() : *automatic);
  if (!segment.labelled() || segment.text.empty() || !walk.is_heading_phrase(segment.text)) return false;
  const bool open_above = walk.last_item >= 0 && !ends_closed(walk.item(walk.last_item).text.utf8());
  if (row.behind_break && open_above) return false;  // the rest of a cut text may begin with a number
  return add_section(walk, row, cell, std::move(segment), "number and name stand alone in the column of the actions");
}

}  // namespace

bool section(Walk& walk, RowView& row) {
  if (row.spanning) return spanning(walk, row);
  if (!walk.has_number_column() || row.number_from_above || !row.fields.empty() || !row.topics.empty()) return false;
  if (row.number_cell != nullptr) return row.items.empty() && in_number_cell(walk, row);
  return row.items.size() == 1 && in_action_cell(walk, row);
}

}  // namespace pactable::parser::rules
