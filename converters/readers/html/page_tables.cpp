// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/page_tables.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pactable::readers::html {
namespace {

// Pages that are set out with tables nest a dozen; deeper nesting is an attack on recursive readers.
constexpr std::size_t kMaxTables = 256;
constexpr int kMaxCells = 1'000'000;  // of a page, as of a grid

constexpr std::array<std::string_view, 8> kTableParts = {"table", "caption", "thead", "tbody",
                                                         "tfoot", "tr",      "td",    "th"};

}  // namespace

bool PageTables::is_part(std::string_view name) {
  return std::find(kTableParts.begin(), kTableParts.end(), name) != kTableParts.end();
}

PartPlace PageTables::here() const {
  PartPlace place;
  place.part = part_;
  if (!in_cell()) {
    place.paragraph = body_paragraphs_;
    return place;
  }
  const OpenTable& open = tables_.back();
  place.table = open.index;
  place.row = static_cast<int>(open.table->rows.size()) - 1;
  place.cell = static_cast<int>(open.table->rows.back().cells.size()) - 1;
  place.paragraph = open.paragraphs;
  return place;
}

void PageTables::begin_part(std::string_view name, const Attributes& attributes, const PartStyle& style) {
  if (name == "table") return begin_table();
  if (tables_.empty()) return;
  OpenTable& open = tables_.back();
  if (name == "caption") {
    open.in_caption = true;
    return;
  }
  if (name == "td" || name == "th") return begin_cell(name == "th", attributes, style);
  if (name == "tr") return begin_row(style);
  open.in_cell = open.in_row = false;
  ++open.group;
  open.section = name == "thead" ? Section::kHead : name == "tfoot" ? Section::kFoot : Section::kBody;
  open.section_gone = style.gone;
  open.section_background = style.background;
}

void PageTables::begin_table() {
  if (tables_.size() >= kMaxTables) {
    status_ = fail(ErrorCode::kLimit, "tables are nested too deeply");
    return;
  }
  OpenTable open;
  open.index = table_count_++;
  tables_.push_back(std::move(open));
}

void PageTables::begin_row(const PartStyle& style) {
  OpenTable& open = tables_.back();
  open.in_cell = false;
  open.in_row = true;
  open.table->rows.push_back({open.section, open.group, style.gone || open.section_gone, {}});
  open.row_background = style.background ? style.background : open.section_background;
}

void PageTables::begin_cell(bool header, const Attributes& attributes, const PartStyle& style) {
  OpenTable& open = tables_.back();
  if (!open.in_row) begin_row({});
  open.in_cell = true;
  open.paragraphs = 0;
  PageCell cell;
  cell.row_span = attributes.number("rowspan", 1);
  cell.column_span = attributes.number("colspan", 1);
  cell.header = header || attributes.value("role") == "columnheader";
  cell.gone = style.gone && !open.table->rows.back().gone;
  cell.shading = style.background ? style.background : open.row_background;
  open.table->rows.back().cells.push_back(std::move(cell));
  if (++cell_count_ > kMaxCells) status_ = fail(ErrorCode::kLimit, "the page has more table cells than are read");
}

void PageTables::end_part(std::string_view name) {
  if (tables_.empty()) return;
  OpenTable& open = tables_.back();
  if (name == "caption") {
    open.in_caption = false;
    return;
  }
  open.in_cell = false;
  if (name == "td" || name == "th") return;
  open.in_row = false;
  if (name == "tr") return;
  if (name == "table") {
    std::unique_ptr<PageTable> table = std::move(open.table);
    tables_.pop_back();
    add(std::move(table));
    return;
  }
  ++open.group;
  open.section = Section::kBody;
  open.section_gone = false;
  open.section_background.reset();
}

std::vector<Content>& PageTables::container() {
  if (tables_.empty()) return contents_;
  OpenTable& open = tables_.back();
  return open.in_cell ? open.table->rows.back().cells.back().contents : open.table->stray;
}

void PageTables::add(Content content) {
  auto* block = std::get_if<layout::TextBlock>(&content);
  if (block != nullptr) ++(in_cell() ? tables_.back().paragraphs : body_paragraphs_);
  if (block != nullptr && in_caption())
    tables_.back().table->caption.push_back(std::move(block->paragraph));
  else
    container().push_back(std::move(content));
}

layout::Paragraph* PageTables::last_paragraph() {
  if (in_caption()) {
    auto& caption = tables_.back().table->caption;
    return caption.empty() ? nullptr : &caption.back();
  }
  std::vector<Content>& contents = container();
  auto* block = contents.empty() ? nullptr : std::get_if<layout::TextBlock>(&contents.back());
  return block == nullptr ? nullptr : &block->paragraph;
}

}  // namespace pactable::readers::html
