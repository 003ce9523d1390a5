// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/table_walk.h"

#include <algorithm>

#include "core/unicode.h"
#include "parser/printed_tables.h"
#include "values/legend.h"

namespace pactable::parser {
namespace {

// A heading inside a table is a phrase. The longest group heading seen has nine words.
constexpr std::size_t kMaxGroupWords = 15;

bool has_words(const layout::Text& text) { return unicode::has_word_character(text.utf8()); }

bool is_heading_phrase(const layout::Text& text) {
  return unicode::split_space(text.utf8()).size() <= kMaxGroupWords && !text.utf8().ends_with('.') &&
         !begins_inside(text.utf8());
}

const std::string* automatic_label(const layout::Cell& cell) {
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    if (!paragraph.list_label.empty()) return &paragraph.list_label;
  }
  return nullptr;
}

}  // namespace

TableWalk::TableWalk(Draft& draft, int table, const grammar::Family& family, const numbering::Scheme& scheme,
                     Columns columns)
    : draft_(draft), table_(table), family_(family), scheme_(scheme), columns_(std::move(columns)) {}

void TableWalk::read(const layout::Table& piece, LabelOrigin origin) {
  origin_ = origin;
  // A break counts until a row of data follows it: the header may be repeated and dirt may stand in between.
  behind_break_ = row_base_ > 0;
  for (int row = 0; row < static_cast<int>(piece.rows.size());) {
    behind_break_ = behind_break_ || piece.rows[static_cast<std::size_t>(row)].after_break;
    if (is_header_row(piece, row, family_)) {
      row += read_header(piece, row);
      continue;
    }
    RowParts parts = read_row(piece, row, columns_);
    if (parts.any_word) {
      read_data_row(piece, row, std::move(parts));
      behind_break_ = false;
    } else {
      discard_row("noise", parts);
    }
    ++row;
  }
  row_base_ += static_cast<int>(piece.rows.size());
}

void TableWalk::read_data_row(const layout::Table& piece, int row, RowParts parts) {
  if (parts.spanning) {
    read_spanning(piece, row, parts);
  } else if (columns_.with_value(grammar::ColumnValue::kNumber) != nullptr) {
    read_numbered_row(piece, row, std::move(parts));
  } else {
    read_celled_row(piece, row, std::move(parts));
  }
}

int TableWalk::read_header(const layout::Table& piece, int row) {
  const int count = header_height(piece, row, family_);
  Columns columns = settled(read_columns(piece, row, count, family_), piece, row + count, family_, scheme_);
  std::string words;
  for (const ColumnRole& role : columns.roles) words += unicode::fold(role.header.value_or("")) + '\n';
  const bool repeated = std::find(headers_seen_.begin(), headers_seen_.end(), words) != headers_seen_.end();
  for (int r = row; r < row + count; ++r) {
    for (const layout::Cell* cell : piece.row_cells(r)) {
      if (!cell->empty()) discard(repeated ? "repeated-header" : "header-row", cell_text(*cell));
    }
  }
  if (!repeated) {
    headers_seen_.push_back(std::move(words));
    add_columns(columns);
  }
  columns_ = std::move(columns);
  return count;
}

// A later header may name columns that the first one has not.
void TableWalk::add_columns(const Columns& columns) {
  DraftTable& table = draft_.tables[static_cast<std::size_t>(table_)];
  for (const ColumnRole& role : columns.roles) {
    const bool known = std::any_of(table.table.columns.begin(), table.table.columns.end(),
                                   [&](const plan::Column& column) { return column.role == role.role; });
    if (known) continue;
    table.table.columns.push_back({role.role, role.header});
    if (role.rule == nullptr && role.value == grammar::ColumnValue::kText) table.unknown_roles.push_back(role.role);
  }
}

void TableWalk::read_spanning(const layout::Table& piece, int row, const RowParts& parts) {
  const layout::Cell& cell = *parts.filled.front();
  const layout::Text text = cell_text(cell);
  if (const auto lead = read_frame_lead(text.utf8(), family_)) {
    keep_frame(draft_.metadata, lead->frame, std::string(unicode::trim(text.utf8().substr(lead->text_begin))));
    discard("frame", text);
    return;
  }
  if (keep_legend(text)) return;
  DraftItem item = new_item(piece, row);
  Segment segment;
  segment.text = text;
  if (const std::string* label = automatic_label(cell)) segment.automatic_label = *label;
  if (segment.automatic_label.empty()) cut_label(segment);
  item.label = segment.label;
  item.automatic_label = segment.automatic_label;
  item.text = segment.text;
  item.section_like = true;
  item.number_expected = segment.labelled();
  if (!segment.labelled()) {
    if (last_item_ >= 0 && continues(last_item_, text)) {
      append_to(row, last_item_, text, {});
      return;
    }
    item.kind = is_heading_phrase(text) ? plan::ItemKind::kGroup : plan::ItemKind::kNote;
    item.parent_hint = item.kind == plan::ItemKind::kNote ? last_item_ : -1;
  }
  const bool numbered = segment.labelled();
  last_item_ = add_item(std::move(item));
  if (numbered) last_section_ = last_item_;
  last_in_column_.clear();
}

void TableWalk::read_section_above(const layout::TextBlock& block) {
  Segment segment;
  segment.text = block.paragraph.text.collapsed();
  const std::vector<Place> places = segment.text.places();
  cut_label(segment);
  DraftItem item;
  item.id = row_id(0) + ".h";
  item.table = table_;
  item.origin = draft_.origin;
  if (const auto* page = places.empty() ? nullptr : std::get_if<PagePlace>(&places.front())) item.page = page->page;
  item.label = segment.label;
  item.text = segment.text;
  item.section_like = true;
  last_item_ = last_section_ = add_item(std::move(item));
}

void TableWalk::read_numbered_row(const layout::Table& piece, int row, RowParts parts) {
  std::vector<layout::Text> texts;
  for (const ItemCell& item_cell : parts.items) texts.push_back(cell_text(*item_cell.cell));
  layout::Text text = layout::join(texts, " ");
  const std::string* automatic = parts.number != nullptr ? automatic_label(*parts.number) : nullptr;
  layout::Text label = parts.number != nullptr ? cell_text(*parts.number) : layout::Text();
  if (!label.empty() && !has_words(label)) {
    // Dirt in a number cell is no number; the rest of the row decides what the row is.
    discard("noise", label);
    label = {};
  }
  if (text.empty() && parts.fields.empty() && automatic == nullptr && is_heading_in_number_cell(label)) {
    text = std::move(label);  // "High priority tasks" set into the first column
    label = {};
  }
  if (label.empty() && automatic == nullptr) {
    read_unnumbered_row(piece, row, std::move(parts), std::move(text));
    return;
  }
  DraftItem item = new_item(piece, row);
  if (automatic != nullptr) {
    // What is typed behind a number that the word processor prints is text.
    item.automatic_label = *automatic;
    text = layout::join({label, text}, " ");
  } else {
    item.label = std::move(label);
  }
  text = without_repeated_label(item.printed_label(), std::move(text));
  const bool field_less = parts.fields.empty();
  item.codes_present = parts.codes_present;
  item.section_like = field_less && columns_.roles.size() > 2;
  item.text = std::move(text);
  item.fields = std::move(parts.fields);
  if (item.text.empty() && field_less) item.kind = plan::ItemKind::kPlaceholder;
  last_item_ = add_item(std::move(item));
  field_owner_ = last_item_;
}

bool TableWalk::is_heading_in_number_cell(const layout::Text& label) const {
  if (label.empty() || !numbering::read_label(label.utf8(), scheme_).empty()) return false;
  const bool figure = label.utf8().find_first_of("0123456789") != std::string::npos;
  return !figure && unicode::split_space(label.utf8()).size() > 1;
}

// "1 | 1. Monitor …": the text cell repeats the number of the number cell.
layout::Text TableWalk::without_repeated_label(const std::string& label, layout::Text text) {
  const std::size_t length = numbering::leading_label(text.utf8(), scheme_);
  if (length == 0) return text;
  const auto in_text = numbering::read_label(text.utf8().substr(0, length), scheme_);
  const auto in_cell = numbering::read_label(label, scheme_);
  if (in_text.empty() || in_cell.empty() || in_text.front().canonical != in_cell.front().canonical) return text;
  discard("repeated-cell", text.slice(0, length).trimmed());
  return text.slice(length, text.utf8().size()).trimmed();
}

void TableWalk::read_unnumbered_row(const layout::Table& piece, int row, RowParts parts, layout::Text text) {
  const bool open = !parts.codes_present && last_item_ >= 0;
  if (parts.number_from_above && last_item_ >= 0) {
    append_to(row, last_item_, text, std::move(parts.fields));
    return;
  }
  const layout::Text& first = text.empty() && !parts.fields.empty() ? parts.fields.front().text : text;
  if (open && continues(last_item_, first)) {
    append_to(row, last_item_, text, std::move(parts.fields));
    return;
  }
  if (parts.fields.empty() && keep_legend(text)) return;
  DraftItem item = new_item(piece, row);
  item.text = std::move(text);
  item.codes_present = parts.codes_present;
  item.number_expected = parts.codes_present;
  if (is_placeholder(item.text.utf8())) {
    item.kind = plan::ItemKind::kPlaceholder;
    item.parent_hint = last_item_;
  } else if (!parts.codes_present && parts.fields.empty()) {
    item.kind = is_heading_phrase(item.text) ? plan::ItemKind::kGroup : plan::ItemKind::kNote;
    item.parent_hint = item.kind == plan::ItemKind::kNote ? last_item_ : -1;
  } else {
    item.kind = plan::ItemKind::kAction;
  }
  item.fields = std::move(parts.fields);
  last_item_ = add_item(std::move(item));
  field_owner_ = last_item_;
}

bool TableWalk::keep_legend(const layout::Text& text) {
  const auto legend = values::read_legend(text.utf8(), *family_.words);
  if (!legend) return false;
  layout::TextBlock note;
  note.paragraph.text = text;
  note.furniture = layout::Furniture::kFootnote;
  note.note_mark = legend->mark.value_or("");
  draft_.notes.push_back(std::move(note));
  return true;
}

int TableWalk::add_item(DraftItem item) {
  draft_.items.push_back(std::move(item));
  return static_cast<int>(draft_.items.size()) - 1;
}

DraftItem TableWalk::new_item(const layout::Table& piece, int row) const {
  DraftItem item;
  item.id = row_id(row);
  item.table = table_;
  item.origin = origin_;
  item.page = piece.rows[static_cast<std::size_t>(row)].page;
  return item;
}

std::string TableWalk::row_id(int row) const {
  return draft_.tables[static_cast<std::size_t>(table_)].table.id + ".r" + std::to_string(row_base_ + row);
}

bool TableWalk::continues(int item, const layout::Text& text) const {
  const DraftItem& before = draft_.items[static_cast<std::size_t>(item)];
  if (before.text.empty() || text.empty()) return false;
  const bool open = !ends_closed(before.text.utf8());
  const bool inside = begins_inside(text.utf8());
  if (behind_break_ ? inside || !is_heading_phrase(text) : open && inside) {
    // Behind a page break a text without a number is the rest of the last one, unless it is set like a heading.
    return true;
  }
  // A phrase may be the last line of a cut text or the heading of a group: an open end speaks for the former where this
  // table's texts close with a stop as a rule. In a table of phrases every end is open.
  const auto in_table = [&](const DraftItem& i) { return i.table == table_ && !i.section_like && !i.text.empty(); };
  const auto texts = std::count_if(draft_.items.begin(), draft_.items.end(), in_table);
  const auto closed = std::count_if(draft_.items.begin(), draft_.items.end(),
                                    [&](const DraftItem& i) { return in_table(i) && ends_closed(i.text.utf8()); });
  return open && !before.section_like && closed * 2 > texts && (behind_break_ || !is_heading_phrase(text));
}

void TableWalk::append_to(int row, int index, const layout::Text& text, std::vector<DraftField> fields) {
  DraftItem& item = draft_.items[static_cast<std::size_t>(index)];
  JoinedRow joined{index, row_base_ + row, {}};
  const auto extend = [&joined](layout::Text& to, const layout::Text& more) {
    if (more.empty()) return;
    // A hyphen at the cut belongs to the word: "trans-" + "boundary" keeps it, without a space.
    if (!to.empty() && !(to.utf8().ends_with('-') && begins_inside(more.utf8()))) to.append_joint(" ");
    to.append(more);
    const std::vector<Place> places = more.places();
    joined.fragment.insert(joined.fragment.end(), places.begin(), places.end());
  };
  extend(item.text, text);
  for (DraftField& field : fields) {
    DraftItem& owner = field_owner_ >= 0 ? draft_.items[static_cast<std::size_t>(field_owner_)] : item;
    const auto same = std::find_if(owner.fields.begin(), owner.fields.end(),
                                   [&](const DraftField& f) { return f.role == field.role; });
    if (same != owner.fields.end()) {
      extend(same->text, field.text);
    } else {
      layout::Text part;
      extend(part, field.text);
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

bool TableWalk::is_placeholder(std::string_view text) const {
  const std::string words = grammar::comparable(text);
  return !words.empty() &&
         std::find(family_.placeholders.begin(), family_.placeholders.end(), words) != family_.placeholders.end();
}

void TableWalk::discard(std::string reason, const layout::Text& text) {
  if (text.empty()) return;
  draft_.discarded.push_back({std::move(reason), text.utf8(), text.places()});
}

void TableWalk::discard_row(const std::string& reason, const RowParts& parts) {
  for (const layout::Cell* cell : parts.filled) {
    const layout::Text text = cell_text(*cell);
    discard(reason, text);
    if (reason == "noise") draft_.noise.push_back({reason, text.utf8(), text.places()});
  }
}

}  // namespace pactable::parser
