// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/page_reader.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "core/unicode.h"
#include "recognition/tesseract/blobs.h"
#include "recognition/tesseract/labels.h"
#include "recognition/tesseract/ruling_lines.h"
#include "tables/grid.h"
#include "tables/rulings.h"

namespace pactable::recognition::tesseract {
namespace {

constexpr double kInset = 0.8;  // points: what is left of a line at the edge of its cell
constexpr double kMargin = 2;   // points of ground around the ink that is shown to the engine
constexpr double kCapital = 0.7;  // of the font size
constexpr const char* kUnread = "\xEF\xBF\xBD";  // U+FFFD

constexpr double kLabelColumn = 0.5;  // of a column's cells are labels

PixelBox covering(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

layout::Ruling ruling_of(const RulingLine& line, const Sheet& sheet) { return {sheet.points(line.box), line.horizontal}; }

class PageReader {
 public:
  PageReader(Sheet& sheet, const Engines& engines, layout::Page& page)
      : sheet_(sheet), engines_(engines), page_(page) {}

  void read() {
    for (const RulingLine& line : take_ruling_lines(sheet_)) page_.rulings.push_back(ruling_of(line, sheet_));
    blobs_ = take_blobs(sheet_);
    letter_ = letter_height(blobs_, sheet_);
    engines_.text.show(*sheet_.grey, sheet_.dpi());
    if (getenv("DBG")) { PixPtr c(pixConvertTo32(sheet_.grey.get()));
      for (auto& r : page_.rulings) { PixelBox b = sheet_.pixels(r.box); BOX* bx = boxCreate(b.x0, b.y0, std::max(1,b.width()), std::max(1,b.height())); pixRenderBoxArb(c.get(), bx, 1, 255, 0, 0); boxDestroy(&bx);}
      pixWritePng((std::string("/tmp/ocr/dbg") + std::to_string(page_.number) + ".png").c_str(), c.get(), 0); }  // DEBUG
    const std::vector<tables::Grid> grids = tables::find_grids(tables::merge_rulings(page_.rulings));
    for (const tables::Grid& grid : grids) read_grid(grid);
    read_rest(grids);
  }

 private:
  // A cell with ink in it, and what was read there.
  struct CellText {
    PixelBox place, ink;
    std::vector<LetterLine> lines;
    int column = 0;
    bool label = false;
    std::vector<layout::Word> words;
  };

  void read_grid(const tables::Grid& grid) {
    std::vector<CellText> cells;
    for (const tables::GridCell& cell : grid.cells) {
      if (std::optional<CellText> text = cell_text(grid.box(cell))) {
        text->column = cell.column;
        cells.push_back(std::move(*text));
      }
    }
    for (int column = 0; column < grid.columns(); ++column) read_column(cells, column);
    engines_.text.show(*sheet_.grey, sheet_.dpi());
    for (CellText& cell : cells) {
      if (cell.words.empty()) cell.words = read_text(cell);
      std::move(cell.words.begin(), cell.words.end(), std::back_inserter(page_.words));
    }
  }

  std::optional<CellText> cell_text(Box box) const {
    box = {box.x0 + kInset, box.y0 + kInset, box.x1 - kInset, box.y1 - kInset};
    CellText text;
    text.place = sheet_.pixels(box);
    text.lines = letter_lines(blobs_in(blobs_, text.place), letter_);
    if (text.lines.empty()) return std::nullopt;
    text.ink = text.lines.front().box;
    for (const LetterLine& line : text.lines) text.ink = covering(text.ink, line.box);
    if (getenv("DBGN") && text.ink.width() < 150) { fprintf(stderr, "CELL lines %zu:", text.lines.size()); for (auto& l : text.lines) { fprintf(stderr, " h %.0f base %.0f [", l.height, l.baseline); for (auto& b : l.blobs) fprintf(stderr, " %d-%d,%d-%d", b.box.x0, b.box.x1, b.box.y0, b.box.y1); fprintf(stderr, "]"); } fprintf(stderr, "\n"); }  // DEBUG
    text.label = text.lines.size() == 1 && is_label(text.lines.front(), sheet_);
    return text;
  }

  // A column that mostly holds labels is read as such.
  void read_column(std::vector<CellText>& cells, int column) {
    std::vector<CellText*> labels;
    std::size_t all = 0;
    for (CellText& cell : cells) {
      if (cell.column != column) continue;
      ++all;
      if (cell.label) labels.push_back(&cell);
    }
    if (labels.empty() || static_cast<double>(labels.size()) < kLabelColumn * static_cast<double>(all)) return;
    std::vector<const LetterLine*> lines;
    for (const CellText* cell : labels) lines.push_back(&cell->lines.front());
    std::vector<Readings> readings = read_labels(lines, sheet_, engines_);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (!readings[i].empty()) labels[i]->words = {word_of(*lines[i], std::move(readings[i]))};
    }
  }

  std::vector<layout::Word> read_text(const CellText& cell) {
    const int margin = sheet_.pixels(kMargin);
    const PixelBox shown{std::max(cell.ink.x0 - margin, cell.place.x0), std::max(cell.ink.y0 - margin, cell.place.y0),
                         std::min(cell.ink.x1 + margin, cell.place.x1), std::min(cell.ink.y1 + margin, cell.place.y1)};
    std::vector<layout::Word> words =
        words_of(engines_.text.read(shown, cell.lines.size() == 1 ? Setting::kLine : Setting::kBlock, {}));
    if (words.empty()) words.push_back(word_of(cell.lines.front(), {{kUnread, 0}}));
    return words;
  }

  void read_rest(const std::vector<tables::Grid>& grids) {
    if (!grids.empty()) {
      for (const tables::Grid& grid : grids) {
        const PixelBox box = sheet_.pixels(grid.box());
        pixRasterop(sheet_.grey.get(), box.x0, box.y0, box.width(), box.height(), PIX_SET, nullptr, 0, 0);
      }
      engines_.text.show(*sheet_.grey, sheet_.dpi());
    }
    std::vector<layout::Word> words = words_of(engines_.text.read({0, 0, sheet_.width(), sheet_.height()}, Setting::kPage, {}));
    std::move(words.begin(), words.end(), std::back_inserter(page_.words));
  }

  layout::Word word_of(const LetterLine& line, Readings readings) const {
    layout::Word word;
    word.text = readings.front().text;
    word.box = sheet_.points(line.box);
    word.baseline = line.baseline / sheet_.scale;
    word.font_size = font_size();
    word.readings = std::move(readings);
    return word;
  }

  double font_size() const { return std::max(letter_ * 1.5 / kCapital, 1.0) / sheet_.scale; }

  std::vector<layout::Word> words_of(const std::vector<ReadWord>& read) const {
    std::vector<layout::Word> words;
    for (std::size_t i = 0; i < read.size(); ++i) {
      layout::Word word;
      word.text = unicode::nfc(read[i].text);
      word.box = sheet_.points(read[i].box);
      word.baseline = read[i].baseline / sheet_.scale;
      word.font_size = font_size();
      word.space_after = i + 1 < read.size() && read[i + 1].line == read[i].line;
      word.readings.push_back({word.text, read[i].confidence});
      words.push_back(std::move(word));
    }
    return words;
  }

  Sheet& sheet_;
  const Engines& engines_;
  layout::Page& page_;
  std::vector<Blob> blobs_;
  double letter_ = 0;
};

}  // namespace

Result<layout::Page> read_picture(const layout::GreyPicture& picture, const Engines& engines) {
  Result<Sheet> sheet = make_sheet(picture);
  if (!sheet) return tl::unexpected(sheet.error());
  layout::Page page;
  page.number = picture.page;
  page.width = picture.width / picture.scale;
  page.height = picture.height / picture.scale;
  page.skew = sheet->skew;
  PageReader(*sheet, engines, page).read();
  return page;
}

}  // namespace pactable::recognition::tesseract
