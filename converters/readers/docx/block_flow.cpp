// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/block_flow.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <iterator>
#include <utility>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

using layout::Paragraph;

bool is_blank(const Paragraph& paragraph) {
  return paragraph.list_label.empty() && paragraph.set_aside.empty() && unicode::trim(paragraph.text.utf8()).empty();
}

template <class Item>
void flush(std::vector<Item>& from, std::vector<Item>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

void prepend(Paragraph&& carried, Paragraph& paragraph) {
  carried.text.append(paragraph.text);
  paragraph.text = std::move(carried.text);
  if (paragraph.list_label.empty() && !carried.list_label.empty()) {
    paragraph.list_label = std::move(carried.list_label);
    paragraph.list_level = carried.list_level;
  }
  flush(paragraph.set_aside, carried.set_aside);
  paragraph.set_aside = std::move(carried.set_aside);
}

bool ends_in_space(const std::string& text) {
  const std::string_view trimmed = unicode::trim(text);
  return trimmed.empty() || trimmed.data() + trimmed.size() != text.data() + text.size();
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

PartPlace BlockFlow::place() const { return paragraphs_.empty() ? here() : paragraphs_.back().builder.place(); }

// What lies below the next paragraph, as far as the file says: a text box may have any fill.
Paint BlockFlow::ground() const {
  const bool in_box = paragraphs_.size() > (in_cell_ ? table_base_ : 0);
  if (in_box || nested_tables_ > 0) return kUnknownPaint;
  if (in_cell_ && cell_properties_.ground.kind != Paint::Kind::kAutomatic) return cell_properties_.ground;
  if (in_cell_ && table_ground_.kind != Paint::Kind::kAutomatic) return table_ground_;
  if (!in_cell_) return page_;
  return table_base_ > 0 ? kUnknownPaint : paper_;
}

void BlockFlow::begin_paragraph() {
  paragraphs_.push_back({ParagraphBuilder(styles_, here(), ground()), {}, {}, {}});
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
  if (in_cell_ && (row_hidden_ || cell_properties_.removed || table_->continues(cell_properties_))) return;
  paragraph.builder.take_label(numbering_);
}

void BlockFlow::end_paragraph() {
  OpenParagraph open = std::move(paragraphs_.back());
  paragraphs_.pop_back();
  take_label(open);
  note_unknown_signs(open.builder);
  const bool direct = paragraphs_.size() == (in_cell_ ? table_base_ : 0);
  const bool goes_on = direct && runs_on(open);
  const bool went_on = direct && carried_ && !ends_in_space(carried_->text.utf8());
  Paragraph paragraph = open.builder.finish({went_on, goes_on}, open.mark.struck);
  if (in_cell_ && row_hidden_) hide(paragraph);
  note_second_number(paragraph, open.builder.place());
  if (direct) {
    if (carried_) prepend(std::move(*carried_), paragraph);
    carried_.reset();
    if (goes_on) {
      carry_on(paragraph);
      return;
    }
  }
  if (in_cell_)
    add_to_cell(std::move(paragraph), direct);
  else
    add_to_blocks(std::move(paragraph), direct);
}

// The paragraph that it runs on into says whether it is a heading.
void BlockFlow::carry_on(Paragraph& paragraph) {
  paragraph.heading_level = 0;
  if (!paragraph.text.empty() || !is_blank(paragraph)) carried_ = std::move(paragraph);
}

void BlockFlow::end_carrying() {
  if (!carried_) return;
  Paragraph paragraph = std::move(*carried_);
  carried_.reset();
  if (in_cell_)
    add_to_cell(std::move(paragraph), true);
  else
    add_to_blocks(std::move(paragraph), true);
}

void BlockFlow::add_to_cell(Paragraph paragraph, bool direct) {
  if (!is_blank(paragraph)) (direct ? cell_paragraphs_ : cell_deferred_).push_back(std::move(paragraph));
  if (direct) flush(cell_deferred_, cell_paragraphs_);
}

void BlockFlow::add_to_blocks(Paragraph paragraph, bool direct) {
  if (!is_blank(paragraph)) {
    if (!paragraph.set_aside.empty()) note_set_aside({paragraph}, here(), oddities_);
    (direct ? blocks_ : deferred_).emplace_back(layout::TextBlock{std::move(paragraph), {}, {}});
  }
  if (direct) flush(deferred_, blocks_);
}

void BlockFlow::note_second_number(const Paragraph& paragraph, const PartPlace& place) {
  const std::string_view text = unicode::trim(paragraph.text.utf8());
  const std::size_t length = paragraph.list_label.empty() ? 0 : typed_number(text);
  if (length == 0) return;
  oddities_.push_back({"DOCX-NUMBER-TWICE",
                       "the automatic number " + paragraph.list_label + " stands before the typed number " +
                           std::string(text.substr(0, length)) + "; both are kept",
                       place});
}

void BlockFlow::note_unknown_signs(const ParagraphBuilder& builder) {
  for (const UnknownSign& sign : builder.unknown_signs()) {
    if (!unknown_signs_.insert(sign).second) continue;
    oddities_.push_back({"DOCX-SYMBOL",
                         fmt::format("the sign {:04X} of the font {} has no known counterpart in Unicode; it was kept",
                                     static_cast<unsigned>(sign.code), sign.font.empty() ? "of the text" : sign.font),
                         builder.place()});
  }
}

void BlockFlow::note_picture(layout::Oddity oddity, bool tiny) {
  if (!tiny)
    oddities_.push_back(std::move(oddity));
  else if (in_cell_ && !pending_picture_)
    pending_picture_ = std::move(oddity);
}

void BlockFlow::note_nested_table() {
  oddities_.push_back({"DOCX-NESTED-TABLE", "a table inside a cell was flattened into the cell", place()});
}

void BlockFlow::add_embedded(std::vector<layout::Block> blocks) {
  end_carrying();
  for (layout::Block& block : blocks) {
    auto* table = std::get_if<layout::Table>(&block);
    if (!in_cell_) {
      if (table != nullptr) table_edges_.emplace_back();
      (paragraphs_.empty() ? blocks_ : deferred_).push_back(std::move(block));
      continue;
    }
    if (table == nullptr) {
      add_to_cell(std::move(std::get<layout::TextBlock>(block).paragraph), true);
      continue;
    }
    note_nested_table();
    for (layout::Cell& cell : table->cells) {
      for (Paragraph& paragraph : cell.paragraphs) add_to_cell(std::move(paragraph), true);
    }
  }
}

void BlockFlow::begin_table() {
  if (table_) {
    ++nested_tables_;
    note_nested_table();
    return;
  }
  // In a text box a paragraph is open around the table, and what is carried over belongs to that one.
  if (paragraphs_.empty()) end_carrying();
  std::swap(carried_, carried_around_table_);
  PartPlace place = here();
  place.table = table_count_++;
  table_.emplace(oddities_, place);
  table_base_ = paragraphs_.size();
  table_ground_ = {};
  row_index_ = -1;
}

void BlockFlow::add_grid_column(int width) {
  if (table_ && nested_tables_ == 0) table_->add_grid_column(width);
}

// A style may colour some cells only, and which those are is not read.
void BlockFlow::set_table_style(const std::string& id) {
  if (nested_tables_ == 0 && styles_.table(id).coloured.value_or(false)) table_ground_ = kUnknownPaint;
}

void BlockFlow::set_table_shading(const Paint& paint) {
  if (nested_tables_ == 0 && table_ground_.kind == Paint::Kind::kAutomatic) table_ground_ = paint;
}

bool BlockFlow::begin_row() {
  if (!table_ || nested_tables_ > 0 || in_row_) return false;
  table_->begin_row();
  in_row_ = true;
  row_discarded_ = row_hidden_ = false;
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
  end_carrying();
  flush(cell_deferred_, cell_paragraphs_);
  if (!cell_properties_.removed) {
    if (pending_picture_ && cell_paragraphs_.empty()) oddities_.push_back(std::move(*pending_picture_));
    if (row_hidden_)
      hidden_row_.insert(hidden_row_.end(), cell_paragraphs_.begin(), cell_paragraphs_.end());
    else
      note_set_aside(cell_paragraphs_, here(), oddities_);
    table_->add_cell(cell_properties_, std::move(cell_paragraphs_));
  }
  pending_picture_.reset();
  cell_paragraphs_.clear();
  in_cell_ = false;
  ++cell_index_;
}

void BlockFlow::end_row() {
  note_set_aside(hidden_row_, here(), oddities_);
  hidden_row_.clear();
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
  std::vector<int> edges = table_->edges();
  table_.reset();
  std::swap(carried_, carried_around_table_);
  if (!table) {
    status_ = tl::unexpected<Error>(table.error());
    return;
  }
  if (table->rows.empty()) return;
  table_edges_.push_back(std::move(edges));
  (paragraphs_.empty() ? blocks_ : deferred_).emplace_back(std::move(*table));
}

std::vector<layout::Block> BlockFlow::finish() {
  end_carrying();
  flush(deferred_, blocks_);
  return std::move(blocks_);
}

}  // namespace pactable::readers::docx
