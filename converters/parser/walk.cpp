// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/walk.h"

#include <algorithm>

#include "core/unicode.h"
#include "grammar/family.h"
#include "parser/cell_text.h"
#include "parser/front_matter.h"
#include "parser/rules.h"
#include "values/legend.h"

namespace pactable::parser {
namespace {

// A heading inside a table is a phrase. The longest group heading seen has nine words.
constexpr std::size_t kMaxGroupWords = 15;

std::vector<const layout::Table*> pieces_of(const columns::ReadTable& read, std::span<const layout::Block> blocks) {
  std::vector<const layout::Table*> pieces;
  for (const std::size_t piece : read.table.pieces) pieces.push_back(&std::get<layout::Table>(blocks[piece]));
  return pieces;
}

std::string_view reason_of(columns::RowUse use) {
  switch (use) {
    case columns::RowUse::kTitle: return "caption";
    case columns::RowUse::kRepeatedHeader: return "repeated-header";
    case columns::RowUse::kColumnNumbers: return "column-numbers";
    default: return "header-row";
  }
}

}  // namespace

Walk::Walk(const WalkContext& context, int table, const columns::ReadTable& read, std::span<const layout::Block> blocks)
    : draft_(context.draft),
      ledger_(context.ledger),
      family_(context.family),
      words_(context.words),
      scheme_(context.scheme),
      heads_(context.heads),
      table_(table),
      read_(read),
      reader_(read, pieces_of(read, blocks), context.words),
      columns_(&read.columns.front()) {
  look_through();
}

// What most rows of the table hold, before the first is read.
void Walk::look_through() {
  // Group rows are a fifth of the rows at most in tables that have them; a table of blank values has no rule.
  constexpr std::size_t kOneIn = 3;
  std::size_t rows = 0, with_values = 0;
  for (std::size_t i = 0; i < read_.table.rows.size(); ++i) {
    const columns::LogicalRow& row = read_.table.rows[i];
    if (row.use != columns::RowUse::kData) continue;
    const columns::Columns& columns = reader_.columns_of(i);
    bool value = false, number = false;
    int filled = 0;
    for (const layout::Cell* cell : reader_.cells_of(i)) {
      if (cell->empty()) continue;
      ++filled;
      const int at = read_.table.column_of(row.piece, row.header, *cell);
      if (at < 0) continue;
      const grammar::ColumnValue holds = columns.columns[static_cast<std::size_t>(at)].value;
      number = number || holds == grammar::ColumnValue::kNumber;
      value = value || (holds != grammar::ColumnValue::kNumber && holds != grammar::ColumnValue::kItem);
    }
    const bool alone = filled == 1 || !number;  // one cell across the table, or a phrase below the actions
    groups_inside_ = groups_inside_ || (filled > 0 && alone && !value && !row.behind_break);
    rows += filled > 0 ? 1 : 0;
    with_values += value ? 1 : 0;
  }
  values_are_the_rule_ = with_values > 0 && (rows - with_values) * kOneIn <= rows;
}

void Walk::read_piece(int piece) {
  for (; next_row_ < read_.table.rows.size() && read_.table.rows[next_row_].piece == piece; ++next_row_) {
    const std::size_t i = next_row_;
    const columns::Columns* columns = &reader_.columns_of(i);
    if (columns != columns_) {
      columns_ = columns;
      add_columns(*columns);
    }
    if (read_.table.rows[i].use == columns::RowUse::kData) {
      read_row(i);
    } else {
      spend_header(i);
    }
  }
}

void Walk::read_row(std::size_t index) {
  origin_ = reader_.piece_of(index).origin;
  RowView view = reader_.read(index);
  set_asides(index, row_id(view.number));
  for (const layout::Text& title : view.titles) discard("repeated-header", title);
  for (const RowRule& rule : row_rules()) {
    if (rule.apply(*this, view)) return;
  }
}

void Walk::spend_header(std::size_t index) {
  const std::string reason(reason_of(read_.table.rows[index].use));
  const bool title = read_.table.rows[index].use == columns::RowUse::kTitle;
  for (const layout::Cell* cell : reader_.cells_of(index)) {
    if (cell->empty()) continue;
    // "Vision: …" and a legend may stand above the header as well as below it.
    const layout::Text text = cell_text(*cell);
    if (const auto lead = title ? read_frame_lead(text.utf8(), family_) : std::nullopt) {
      keep_frame(draft_.metadata, lead->frame, std::string(unicode::trim(text.utf8().substr(lead->text_begin))));
      discard_cell("frame", *cell);
    } else if (!title || !keep_legend(text, *cell)) {
      discard_cell(reason, *cell);
    }
  }
  set_asides(index, row_id(static_cast<int>(index)));
}

// What is struck or hidden is no value; it stays where it can be found.
void Walk::set_asides(std::size_t index, const std::string& row) {
  for (const layout::Cell* cell : reader_.cells_of(index)) {
    for (const layout::Paragraph& paragraph : cell->paragraphs) {
      for (const layout::SetAside& aside : paragraph.set_aside) {
        const bool struck = aside.reason == layout::SetAside::Reason::kStruck;
        discard(struck ? "struck" : "hidden", aside.text.collapsed());
        draft_.trace.push_back({row, struck ? "R-STRUCK" : "R-HIDDEN", "set aside by the reader", aside.text.utf8()});
      }
    }
  }
}

// A later header may name columns that the first one has not.
void Walk::add_columns(const columns::Columns& columns) {
  DraftTable& table = draft_.tables[static_cast<std::size_t>(table_)];
  for (const columns::Column& column : columns.columns) {
    const bool known = std::any_of(table.table.columns.begin(), table.table.columns.end(),
                                   [&](const plan::Column& other) { return other.role == column.role; });
    if (known) continue;
    table.table.columns.push_back({column.role, column.header});
    if (column.rule == nullptr && column.value == grammar::ColumnValue::kText) {
      table.unknown_roles.push_back(column.role);
    }
  }
}

void Walk::read_heading(const layout::TextBlock& block) {
  Segment segment = segment_of(block.paragraph.text.collapsed(), block.paragraph.list_label);
  const std::vector<Place> places = block.paragraph.text.places();
  DraftItem added;
  added.id = draft_.tables[static_cast<std::size_t>(table_)].table.id + ".h";
  added.table = table_;
  added.origin = draft_.origin;
  if (const auto* page = places.empty() ? nullptr : std::get_if<PagePlace>(&places.front())) added.page = page->page;
  added.label = segment.label;
  added.automatic_label = segment.automatic_label;
  added.text = segment.text;
  added.section_like = true;
  added.heading = Heading::kBlock;
  added.number_expected = segment.labelled();
  added.kind = segment.labelled() ? plan::ItemKind::kSection : plan::ItemKind::kGroup;
  draft_.trace.push_back({added.id, rules::kHeading, "the line above the table", added.text.utf8()});
  draft_.items.push_back(std::move(added));
  last_item = last_section = static_cast<int>(draft_.items.size()) - 1;
}

bool Walk::has_number_column() const { return columns_->with_value(grammar::ColumnValue::kNumber) != nullptr; }

bool Walk::is_heading_phrase(const layout::Text& text) const {
  return unicode::split_space(text.utf8()).size() <= kMaxGroupWords && !text.utf8().ends_with('.') &&
         !begins_inside(text.utf8());
}

bool Walk::continues(int index, const layout::Text& text, bool behind_break) const {
  const DraftItem& before = item(index);
  if (before.text.empty() || text.empty()) return false;
  const bool open = !ends_closed(before.text.utf8());
  const bool inside = begins_inside(text.utf8());
  if (behind_break ? inside || !is_heading_phrase(text) : open && inside) {
    // Behind a page break a text without a number is the rest of the last one, unless it is set like a heading.
    return true;
  }
  // A phrase may be the last line of a cut text or the heading of a group: an open end speaks for the former where this
  // table's texts close with a stop as a rule. In a table of phrases every end is open.
  return open && !before.section_like && closed_ * 2 > texts_ && (behind_break || !is_heading_phrase(text));
}

bool Walk::is_placeholder(std::string_view text) const {
  const std::string words = grammar::comparable(text);
  return !words.empty() &&
         std::find(family_.placeholders.begin(), family_.placeholders.end(), words) != family_.placeholders.end();
}

bool Walk::repeats(int index, const layout::Text& text) const {
  std::string folded = unicode::fold(text.utf8());
  for (const std::string& mark : family_.continued) {
    if (folded.ends_with(mark)) folded = std::string(unicode::trim(folded.substr(0, folded.size() - mark.size())));
  }
  return folded == unicode::fold(item(index).text.utf8());
}

DraftItem Walk::new_item(const RowView& view) const {
  DraftItem out;
  out.id = row_id(view.number);
  out.table = table_;
  out.origin = origin_;
  out.page = view.grid->rows[static_cast<std::size_t>(view.row)].page;
  return out;
}

std::string Walk::row_id(int row) const {
  return draft_.tables[static_cast<std::size_t>(table_)].table.id + ".r" + std::to_string(row);
}

void Walk::count_text(const DraftItem& counted) {
  if (counted.section_like || counted.text.empty()) return;
  ++texts_;
  if (ends_closed(counted.text.utf8())) ++closed_;
}

int Walk::add_item(DraftItem added, const RowView& view, std::string_view rule, std::string evidence) {
  count_text(added);
  trace(view, rule, std::move(evidence), added.text);
  for (const DraftField& field : added.fields) spend_field(field);
  draft_.items.push_back(std::move(added));
  return static_cast<int>(draft_.items.size()) - 1;
}

void Walk::append_to(const RowView& view, int index, const layout::Text& text, std::vector<DraftField> fields,
                     bool sub_row, std::string_view rule, std::string evidence) {
  DraftItem& to = item(index);
  trace(view, rule, std::move(evidence), text);
  JoinedRow joined{index, view.number, sub_row, {}};
  const auto extend = [&joined](layout::Text& end, const layout::Text& more) {
    if (more.empty()) return;
    // A hyphen at the cut belongs to the word: "trans-" + "boundary" keeps it, without a space.
    if (!end.empty() && !(end.utf8().ends_with('-') && begins_inside(more.utf8()))) end.append_joint(" ");
    end.append(more);
    const std::vector<Place> places = more.places();
    joined.fragment.insert(joined.fragment.end(), places.begin(), places.end());
  };
  const bool was_closed = !to.text.empty() && ends_closed(to.text.utf8());
  extend(to.text, text);
  if (!to.section_like && !text.empty()) {
    closed_ += ends_closed(to.text.utf8()) ? 1 : 0;
    closed_ -= was_closed ? 1 : 0;
  }
  for (DraftField& field : fields) {
    spend_field(field);
    DraftItem& owner = field_owner >= 0 ? item(field_owner) : to;
    const auto same = std::find_if(owner.fields.begin(), owner.fields.end(),
                                   [&](const DraftField& f) { return f.role == field.role; });
    // A value from a merged cell gives way to the row's own; a ditto mark stands in the row and stays.
    if (same != owner.fields.end() && (!same->inherited || !same->cells.empty())) {
      extend(same->text, field.text);
      // A name that a page cuts may go on in the next line; a further row of values begins another.
      if (!field.lines.empty() && !same->lines.empty() && !sub_row) {
        same->lines.back() += begins_inside(field.lines.front()) ? " " : std::string(kSoftLineEnd);
        same->lines.back() += field.lines.front();
        field.lines.erase(field.lines.begin());
      }
      same->lines.insert(same->lines.end(), field.lines.begin(), field.lines.end());
      same->marks.insert(same->marks.end(), field.marks.begin(), field.marks.end());
    } else {
      layout::Text part;
      extend(part, field.text);
      if (same != owner.fields.end()) owner.fields.erase(same);
      owner.fields.push_back(std::move(field));
    }
  }
  // One record a row: the cells of a row that is cut in several columns are joined one after the other.
  if (!draft_.joined.empty() && draft_.joined.back().item == index && draft_.joined.back().row == joined.row) {
    std::vector<Place>& places = draft_.joined.back().fragment;
    places.insert(places.end(), joined.fragment.begin(), joined.fragment.end());
  } else {
    draft_.joined.push_back(std::move(joined));
  }
  draft_.joined.back().fragment = merge_places(draft_.joined.back().fragment);
}

void Walk::report(std::string rule, int item, std::string message) {
  draft_.findings.push_back({std::move(rule), {item}, std::move(message), {}});
}

bool Walk::keep_legend(const layout::Text& text, const layout::Cell& cell) {
  const auto legend = values::read_legend(text.utf8(), words_);
  if (legend) keep_note(text, legend->mark.value_or(""), cell);
  return legend.has_value();
}

void Walk::keep_note(const layout::Text& text, std::string mark, const layout::Cell& cell) {
  layout::TextBlock note;
  note.paragraph.text = text;
  note.furniture = layout::Furniture::kFootnote;
  note.note_mark = std::move(mark);
  draft_.notes.push_back(std::move(note));
  spend(&cell, Use::kNote);
}

void Walk::discard(std::string reason, const layout::Text& text) {
  if (text.empty()) return;
  draft_.discarded.push_back({std::move(reason), text.utf8(), text.places()});
}

void Walk::discard_cell(std::string reason, const layout::Cell& cell) {
  discard(std::move(reason), cell_text(cell));
  spend(&cell, Use::kDiscarded);
}

void Walk::spend(const layout::Cell* cell, Use use) {
  if (cell != nullptr) ledger_.spend(reader_.source_of(*cell), use);
}

void Walk::spend_field(const DraftField& field) {
  for (const layout::Cell* cell : field.cells) spend(cell, Use::kField);
}

void Walk::trace(const RowView& view, std::string_view rule, std::string evidence, const layout::Text& text) {
  draft_.trace.push_back({row_id(view.number), rule, std::move(evidence), text.utf8()});
}

// ″ and its kin stand for the value above. Words ("ditto", "idem") are data.
bool Walk::is_ditto(std::string_view text) const {
  static constexpr std::string_view kSigns[] = {"\"", "″",    "”",    "〃",    "''", "’’", "“",
                                                "„",  "-\"-", "—\"—", "– ” –", "»",  ",,"};
  if (std::find(std::begin(kSigns), std::end(kSigns), text) != std::end(kSigns)) return true;
  return words_.dittos.holds(grammar::comparable(text));
}

std::vector<DraftField> Walk::settle_fields(RowView& view) {
  std::vector<DraftField> fields = std::move(view.fields);
  view.fields.clear();
  for (DraftField& field : fields) {
    const auto above = last_values_.find(field.role);
    if (!is_ditto(field.text.utf8()) || above == last_values_.end()) continue;
    field.inherited = true;
    const DraftField& from = above->second;
    field.same_as = from.same_as ? from.same_as : from.text.utf8();
    field.lines = from.lines;
  }
  const std::size_t own_fields = fields.size();
  for (DraftField& from_above : view.inherited) {
    const bool own =
        std::any_of(fields.begin(), fields.end(), [&](const DraftField& f) { return f.role == from_above.role; });
    if (own) continue;
    trace(view, rules::kInherit, from_above.role + " stands in a cell merged from above", from_above.text);
    fields.push_back(std::move(from_above));
  }
  view.inherited.clear();
  for (const DraftField& field : fields) last_values_[field.role] = field;
  if (fields.size() == own_fields) return fields;
  // In the order of the columns, wherever a value stands.
  const auto place = [&](const DraftField& field) {
    const auto at = std::find_if(columns_->columns.begin(), columns_->columns.end(),
                                 [&](const columns::Column& column) { return column.role == field.role; });
    return at - columns_->columns.begin();
  };
  std::stable_sort(fields.begin(), fields.end(),
                   [&](const DraftField& a, const DraftField& b) { return place(a) < place(b); });
  return fields;
}

}  // namespace pactable::parser
