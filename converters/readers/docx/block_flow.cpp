// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/block_flow.h"

#include <unicode/uchar.h>

#include <iterator>
#include <utility>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

using layout::Paragraph;

// Hidden text is quoted up to here: findings are lines for people.
constexpr std::size_t kMaxQuoted = 400;

bool is_blank(const Paragraph& paragraph) {
  return paragraph.list_label.empty() && unicode::trim(paragraph.text.utf8()).empty();
}

template <class Item>
void flush(std::vector<Item>& from, std::vector<Item>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

void prepend(Carried& carried, Paragraph& paragraph) {
  if (carried.empty()) return;
  carried.text.append(paragraph.text);
  paragraph.text = std::move(carried.text);
  if (paragraph.list_label.empty() && !carried.label.empty()) {
    paragraph.list_label = std::move(carried.label);
    paragraph.list_level = carried.level;
  }
  carried = {};
}

Paragraph paragraph_of(Carried& carried) {
  Paragraph paragraph;
  prepend(carried, paragraph);
  return paragraph;
}

// Nine levels of three digits with their points; longer rows of figures number nothing.
constexpr std::size_t kMaxTypedNumber = 36;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Length of a number at the begin of a text that is set like the number of an item, "1.1 ", "2.1.3. " or "4) ", and not
// like an amount, "5.5 million"; 0 where none stands there.
std::size_t typed_number(std::string_view text) {
  std::size_t at = 0;
  int parts = 0;
  bool marked = false;
  while (at < text.size() && is_digit(text[at])) {
    while (at < text.size() && is_digit(text[at])) ++at;
    ++parts;
    marked = at < text.size() && (text[at] == '.' || text[at] == ')');
    if (marked) ++at;
  }
  if (parts == 0 || (parts == 1 && !marked) || at > kMaxTypedNumber) return 0;
  if (at == text.size()) return at;
  if (text[at] != ' ' && text[at] != '\t') return 0;
  const std::u32string rest = unicode::to_code_points(unicode::trim(text.substr(at)).substr(0, 8));
  const bool amount = !marked && !rest.empty() && u_islower(static_cast<UChar32>(rest[0])) != 0;
  return amount ? 0 : at;
}

}  // namespace

PartPlace BlockFlow::here() const {
  PartPlace place;
  place.part = part_;
  place.paragraph = in_cell_ ? cell_paragraph_count_ : body_paragraph_count_;
  if (in_cell_) {
    place.table = table_count_ - 1;
    place.row = row_index_;
    place.cell = cell_index_;
  }
  return place;
}

void BlockFlow::begin_paragraph() {
  paragraphs_.push_back({ParagraphBuilder(styles_, here()), {}, {}, {}});
  ++(in_cell_ ? cell_paragraph_count_ : body_paragraph_count_);
}

void BlockFlow::end_paragraph_properties() {
  OpenParagraph& paragraph = paragraphs_.back();
  paragraph.builder.set_numbering(paragraph.numbering);
  // Lists advance where paragraphs begin, before those of the text boxes in them.
  take_label(paragraph);
}

bool BlockFlow::runs_on(const OpenParagraph& paragraph) {
  return paragraph.mark.removed || paragraph.mark.hidden.value_or(paragraph.builder.hidden_by_style());
}

void BlockFlow::take_label(OpenParagraph& paragraph) {
  if (runs_on(paragraph) && !paragraph.mark.run_in) return;
  // What stands in the lower parts of merged cells, or in cells that were taken away, is not printed and not counted.
  if (in_cell_ && (cell_properties_.removed || table_->continues(cell_properties_))) return;
  paragraph.builder.take_label(numbering_);
}

void BlockFlow::end_paragraph() {
  OpenParagraph open = std::move(paragraphs_.back());
  paragraphs_.pop_back();
  take_label(open);
  note_hidden_text(open.builder);
  note_second_number(open.builder);
  Paragraph paragraph = open.builder.finish();
  const bool direct = paragraphs_.size() == (in_cell_ ? table_base_ : 0);
  if (direct) {
    prepend(carried_, paragraph);
    if (runs_on(open)) {
      carried_ = {std::move(paragraph.text), std::move(paragraph.list_label), paragraph.list_level};
      return;
    }
  }
  if (in_cell_)
    add_to_cell(std::move(paragraph), direct);
  else
    add_to_blocks(std::move(paragraph), direct);
}

void BlockFlow::add_to_cell(Paragraph paragraph, bool direct) {
  if (!is_blank(paragraph)) (direct ? cell_paragraphs_ : cell_deferred_).push_back(std::move(paragraph));
  if (direct) flush(cell_deferred_, cell_paragraphs_);
}

void BlockFlow::add_to_blocks(Paragraph paragraph, bool direct) {
  if (!is_blank(paragraph)) {
    (direct ? blocks_ : deferred_).emplace_back(layout::TextBlock{std::move(paragraph), {}, {}});
  }
  if (direct) flush(deferred_, blocks_);
}

void BlockFlow::note_hidden_text(const ParagraphBuilder& builder) {
  std::string quoted = unicode::collapse_space(builder.hidden_text());
  if (quoted.empty()) return;
  const std::u32string code_points = unicode::to_code_points(quoted);
  if (code_points.size() > kMaxQuoted) quoted = unicode::to_utf8(code_points.substr(0, kMaxQuoted)) + "…";
  oddities_.push_back({"DOCX-HIDDEN-TEXT", "hidden text was left out: " + quoted, builder.place()});
}

void BlockFlow::note_second_number(const ParagraphBuilder& builder) {
  const std::string_view text = unicode::trim(builder.text());
  const std::size_t length = builder.label().empty() ? 0 : typed_number(text);
  if (length == 0) return;
  oddities_.push_back({"DOCX-NUMBER-TWICE",
                       "the automatic number " + builder.label() + " stands before the typed number " +
                           std::string(text.substr(0, length)) + "; both are kept",
                       builder.place()});
}

void BlockFlow::begin_table() {
  if (table_) {
    ++nested_tables_;
    oddities_.push_back({"DOCX-NESTED-TABLE", "a table inside a cell was flattened into the cell", here()});
    return;
  }
  // In a text box a paragraph is open around the table, and what is carried over belongs to that one.
  if (paragraphs_.empty() && !carried_.empty()) add_to_blocks(paragraph_of(carried_), true);
  std::swap(carried_, carried_around_table_);
  PartPlace place = here();
  place.table = table_count_++;
  table_.emplace(oddities_, place);
  table_base_ = paragraphs_.size();
  row_index_ = -1;
}

bool BlockFlow::begin_row() {
  if (!table_ || nested_tables_ > 0 || in_row_) return false;
  table_->begin_row();
  in_row_ = true;
  row_discarded_ = false;
  ++row_index_;
  cell_index_ = 0;
  return true;
}

void BlockFlow::discard_row() {
  if (row_discarded_) return;
  table_->discard_row();
  row_discarded_ = true;
  --row_index_;
}

bool BlockFlow::begin_cell() {
  if (!in_row_ || nested_tables_ > 0 || in_cell_) return false;
  in_cell_ = true;
  cell_paragraph_count_ = 0;
  cell_properties_ = {};
  return true;
}

void BlockFlow::end_cell() {
  if (!carried_.empty()) add_to_cell(paragraph_of(carried_), true);
  flush(cell_deferred_, cell_paragraphs_);
  if (!cell_properties_.removed) table_->add_cell(cell_properties_, std::move(cell_paragraphs_));
  cell_paragraphs_.clear();
  in_cell_ = false;
  ++cell_index_;
}

void BlockFlow::end_row() {
  table_->end_row();
  in_row_ = false;
  if (!table_->fits()) status_ = fail(ErrorCode::kLimit, "a table has more cells than are read");
}

void BlockFlow::end_table() {
  if (nested_tables_ > 0) {
    --nested_tables_;
    return;
  }
  Result<layout::Table> table = table_->finish();
  table_.reset();
  std::swap(carried_, carried_around_table_);
  if (!table) {
    status_ = tl::unexpected<Error>(table.error());
    return;
  }
  if (!table->rows.empty()) (paragraphs_.empty() ? blocks_ : deferred_).emplace_back(std::move(*table));
}

std::vector<layout::Block> BlockFlow::finish() {
  if (!carried_.empty()) add_to_blocks(paragraph_of(carried_), true);
  flush(deferred_, blocks_);
  return std::move(blocks_);
}

}  // namespace pactable::readers::docx
