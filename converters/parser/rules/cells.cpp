// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "parser/rules.h"

namespace pactable::parser::rules {
namespace {

using columns::Column;
using grammar::ColumnValue;

const grammar::FormRule* named_level(Walk& walk, const Segment& segment) {
  const std::string& label = segment.label.empty() ? segment.automatic_label : segment.label.utf8();
  for (const numbering::Reading& reading : numbering::read_label(label, walk.scheme())) {
    const grammar::FormRule& rule = walk.draft().forms[static_cast<std::size_t>(reading.form)];
    if (!rule.form.lead.empty() && rule.kind) return &rule;
  }
  return nullptr;
}

bool is_numbered_item(const Column& column) {
  return column.value == ColumnValue::kItem && (column.rule == nullptr || column.rule->numbered);
}

// Columns tell levels from each other. Alone, "Activities" is a word for actions as any other, and the numbers decide.
bool tells_level(const Walk& walk, const Column& column) {
  if (!column.rule->numbered || column.rule->kind == plan::ItemKind::kSection) return true;
  return std::any_of(walk.columns().columns.begin(), walk.columns().columns.end(),
                     [&](const Column& other) { return &other != &column && is_numbered_item(other); });
}

// The item of the last item column left of this one.
int above_column(const Walk& walk, const Column& column) {
  int above = walk.last_section;
  for (const Column& other : walk.columns().columns) {
    if (&other == &column) break;
    if (!is_numbered_item(other)) continue;
    const auto found = walk.last_in_column.find(other.role);
    if (found != walk.last_in_column.end()) above = found->second;
  }
  return above;
}

std::vector<int> add_segments(Walk& walk, const RowView& row, const ItemCell& cell,
                              const std::vector<Segment>& segments) {
  std::vector<int> added;
  const Column& column = *cell.column;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    DraftItem item = walk.new_item(row);
    item.id += ".c" + std::to_string(cell.cell->column);
    if (segments.size() > 1) item.id += ".p" + std::to_string(i);
    item.label = segment.label;
    item.automatic_label = segment.automatic_label;
    item.text = segment.text;
    item.number_expected = segment.labelled();
    if (column.rule != nullptr && tells_level(walk, column)) {
      item.kind = column.rule->kind;
      if (segment.labelled()) item.grid_depth = column.rule->depth;
    }
    if (const grammar::FormRule* level = named_level(walk, segment)) {
      item.kind = level->kind;
      item.grid_depth = level->form.depth;
      item.section_like = true;
    }
    if (segment.placeholder || (segment.labelled() && segment.text.empty())) item.kind = plan::ItemKind::kPlaceholder;
    if (item.kind == plan::ItemKind::kSection) item.heading = Heading::kRow;
    item.parent_hint = above_column(walk, column);
    std::string why = segment.labelled() ? "a numbered paragraph of the column " : "a cell of the column ";
    added.push_back(walk.add_item(std::move(item), row, kCells, why + column.role));
    for (const std::string& number : segment.in_text) {
      walk.report("NUM-IN-TEXT", added.back(),
                  "a line begins with " + number + " inside a sentence: it is read as text, not as a number");
    }
  }
  if (!added.empty()) walk.last_in_column[column.role] = added.back();
  return added;
}

// In a column of numbered cells a text without a number behind a page break is the rest of the one before.
bool continues_cell(Walk& walk, const RowView& row, int index, const layout::Text& text) {
  const DraftItem& before = walk.item(index);
  const bool numbered = !before.printed_label().empty();
  if (numbered && !before.text.empty() && row.behind_break) return true;
  return walk.continues(index, text, row.behind_break);
}

// True where the cell is spent: it goes on with the one above, or prints it again.
bool goes_on(Walk& walk, const RowView& row, const ItemCell& cell, const std::vector<Segment>& segments,
             bool labelled_row, bool& joined) {
  const auto last = walk.last_in_column.find(cell.column->role);
  const bool numbered = cell.column->rule == nullptr || cell.column->rule->numbered;
  if (last == walk.last_in_column.end() || segments.size() != 1 || !numbered) return false;
  const Segment& segment = segments.front();
  const DraftItem& before = walk.item(last->second);
  // Beside a cell that begins with a number only an open end says that a cell goes on.
  const bool open = !ends_closed(before.text.utf8()) && begins_inside(segment.text.utf8());
  const bool may_continue = !segment.labelled() && !segment.placeholder && (!labelled_row || row.behind_break || open);
  if (may_continue && continues_cell(walk, row, last->second, segment.text)) {
    walk.append_to(row, last->second, segment.text, {}, false, row.behind_break ? kContinue : kLine,
                   "goes on in its column");
    joined = true;
    return true;
  }
  const bool same_label = segment.label.utf8() == before.label.utf8() && !segment.placeholder;
  if (!same_label || before.text.empty() || !walk.repeats(last->second, segment.text)) return false;
  walk.discard("repeated-cell", segment.label);
  walk.discard("repeated-cell", segment.text);
  walk.trace(row, kCells, "the cell above is printed again", segment.text);
  return true;
}

bool holds_role(const DraftItem& item, const std::vector<DraftField>& fields) {
  return std::any_of(item.fields.begin(), item.fields.end(), [&](const DraftField& field) {
    return std::any_of(fields.begin(), fields.end(), [&](const DraftField& f) { return f.role == field.role; });
  });
}

void attach_fields(Walk& walk, RowView& row, const std::vector<int>& deepest, int above) {
  if (row.fields.empty() && row.inherited.empty()) return;
  const bool own = !row.fields.empty();
  // One field cell beside several items speaks of all of them: it belongs to what stands above them, unless an earlier
  // row has filled that already.
  const bool several = deepest.size() > 1 && above >= 0 && !holds_role(walk.item(above), row.fields);
  const int owner = several ? above : deepest.front();
  std::vector<DraftField> fields = walk.settle_fields(row);
  for (const DraftField& field : fields) walk.spend_field(field);
  walk.field_owner = owner;
  DraftItem& item = walk.item(owner);
  item.codes_present = item.codes_present || row.codes_present;
  item.fields.insert(item.fields.end(), fields.begin(), fields.end());
  // A numbered slot without a text that carries fields is no empty slot.
  if (own && item.kind == plan::ItemKind::kPlaceholder && item.text.empty()) item.kind.reset();
}

// A phrase without a number and without values, where values are the rule or where it is set apart.
bool is_group(Walk& walk, const RowView& row, const layout::Cell& cell) {
  if (!row.fields.empty() || !row.inherited.empty() || cell.paragraphs.size() != 1) return false;
  const layout::Text text = cell.paragraphs.front().text.collapsed();
  if (!walk.is_heading_phrase(text) || walk.is_placeholder(text.utf8())) return false;
  if (walk.last_item >= 0 && row.behind_break && !ends_closed(walk.item(walk.last_item).text.utf8())) return false;
  const bool only_column =
      std::count_if(walk.columns().columns.begin(), walk.columns().columns.end(), is_numbered_item) == 1;
  return only_column && (walk.values_are_the_rule() || text.is_all(layout::Style::kBold) || is_capitals(text.utf8()));
}

void add_group(Walk& walk, const RowView& row, const Segment& segment) {
  DraftItem item = walk.new_item(row);
  item.text = segment.text;
  item.kind = plan::ItemKind::kGroup;
  item.heading = Heading::kRow;
  item.section_like = true;
  item.number_expected = false;
  walk.last_item = walk.last_section = walk.add_item(std::move(item), row, kSection, "a phrase without values");
  walk.last_in_column.clear();
}

// Values without a text of their own.
void spend_fields_alone(Walk& walk, RowView& row, bool joined) {
  const bool inside = std::any_of(row.fields.begin(), row.fields.end(),
                                  [](const DraftField& field) { return begins_inside(field.text.utf8()); });
  if (walk.field_owner >= 0) {
    const bool rest = joined || row.behind_break || inside;
    walk.append_to(row, walk.field_owner, {}, std::move(row.fields), !rest, rest ? kContinue : kSubRow,
                   rest ? "values go on with those above" : "values alone below those of the action");
    return;
  }
  DraftItem item = walk.new_item(row);
  item.number_expected = false;
  item.codes_present = row.codes_present;
  item.fields = std::move(row.fields);
  item.kind = plan::ItemKind::kNote;
  walk.add_item(std::move(item), row, kNote, "values without an action above them");
}

}  // namespace

// Tables whose numbers stand inside the text cells (topic | action | sub-task), or that have none: cell by cell.
bool cells(Walk& walk, RowView& row) {
  if (walk.has_number_column()) return false;
  std::vector<ItemCell> items = row.topics;
  items.insert(items.end(), row.items.begin(), row.items.end());
  std::stable_sort(items.begin(), items.end(),
                   [](const ItemCell& a, const ItemCell& b) { return a.cell->column < b.cell->column; });
  std::vector<std::vector<Segment>> segments;
  bool labelled = false;
  for (const ItemCell& cell : items) {
    segments.push_back(walk.segments_of(*cell.cell, *cell.column));
    for (const Segment& segment : segments.back()) labelled = labelled || segment.labelled();
    walk.spend(cell.cell, Use::kItem);
  }
  if (items.size() == 1 && !labelled && is_group(walk, row, *items.front().cell)) {
    add_group(walk, row, segments.front().front());
    return true;
  }
  std::vector<int> deepest;
  int above = -1;
  bool joined = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (goes_on(walk, row, items[i], segments[i], labelled, joined)) continue;
    deepest = add_segments(walk, row, items[i], segments[i]);
    above = above_column(walk, *items[i].column);
  }
  if (!deepest.empty()) {
    attach_fields(walk, row, deepest, above);
  } else if (!row.fields.empty()) {
    spend_fields_alone(walk, row, joined);
  }
  return true;
}

}  // namespace pactable::parser::rules
