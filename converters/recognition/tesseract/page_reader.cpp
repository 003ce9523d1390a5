// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/page_reader.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>

#include "core/unicode.h"
#include "recognition/tesseract/blobs.h"
#include "recognition/tesseract/labels.h"
#include "recognition/tesseract/ruling_lines.h"
#include "tables/grid.h"
#include "tables/rulings.h"

namespace pactable::recognition::tesseract {
namespace {

constexpr double kInset = 0.8;    // points: what is left of a line at the edge of its cell
constexpr double kMargin = 5;     // points of ground around ink: with less, a short line loses its last letter
constexpr double kNear = 1;       // letter heights to both sides of a word's box, half of it above and below
constexpr double kCapital = 0.7;  // of the font size
constexpr const char* kUnread = "\xEF\xBF\xBD";  // U+FFFD

constexpr double kLabelColumn = 0.5;  // of a column's cells are labels

bool holds(const PixelBox& box, const Blob& blob) {
  return blob.mid_x() >= box.x0 && blob.mid_x() < box.x1 && blob.mid_y() >= box.y0 && blob.mid_y() < box.y1;
}

PixelBox covering(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

layout::Ruling ruling_of(const RulingLine& line, const Sheet& sheet) {
  return {sheet.points(line.box), line.horizontal};
}

class PageReader {
 public:
  PageReader(Sheet& sheet, const Engines& engines, layout::Page& page)
      : sheet_(sheet), engines_(engines), page_(page) {}

  void read() {
    for (const RulingLine& line : take_ruling_lines(sheet_)) page_.rulings.push_back(ruling_of(line, sheet_));
    blobs_ = take_blobs(sheet_);
    letter_ = letter_height(blobs_, sheet_);
    engines_.text.show(*sheet_.grey, sheet_.dpi());
    const std::vector<tables::Grid> grids = tables::find_grids(tables::merge_rulings(page_.rulings));
    for (std::size_t i = 0; i < grids.size(); ++i)
      read_grid(grids[i], {grids.begin(), grids.begin() + static_cast<std::ptrdiff_t>(i)});
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

  // Where grids overlap, what lies in one of `before` is read already.
  void read_grid(const tables::Grid& grid, std::span<const tables::Grid> before) {
    std::vector<CellText> cells;
    for (const tables::GridCell& cell : grid.cells) {
      const Box box = grid.box(cell);
      if (std::any_of(before.begin(), before.end(),
                      [&](const tables::Grid& other) { return other.cell_at(box.mid_x(), box.mid_y()) >= 0; })) {
        continue;
      }
      if (std::optional<CellText> text = cell_text(box)) {
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
    text.label = std::all_of(text.lines.begin(), text.lines.end(),
                             [&](const LetterLine& line) { return is_label(line, sheet_); });
    return text;
  }

  // A column that mostly holds labels is read as such; so is a list of labels in any column.
  void read_column(std::vector<CellText>& cells, int column) {
    std::vector<CellText*> labels;
    std::size_t all = 0;
    for (CellText& cell : cells) {
      if (cell.column != column) continue;
      ++all;
      if (cell.label) labels.push_back(&cell);
    }
    if (static_cast<double>(labels.size()) < kLabelColumn * static_cast<double>(all)) {
      std::erase_if(labels, [](const CellText* cell) { return cell->lines.size() < 2; });
    }
    std::vector<const LetterLine*> lines;
    std::vector<CellText*> owners;
    for (CellText* cell : labels) {
      for (const LetterLine& line : cell->lines) {
        lines.push_back(&line);
        owners.push_back(cell);
      }
    }
    std::vector<Readings> readings = read_labels(lines, sheet_, engines_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!readings[i].empty()) owners[i]->words.push_back(word_of(*lines[i], std::move(readings[i])));
    }
    for (CellText* cell : labels) {
      if (cell->words.size() < cell->lines.size()) cell->words.clear();  // read_text takes it
    }
  }

  std::vector<layout::Word> read_text(const CellText& cell) {
    const PixelBox shown = with_margin(cell.ink, cell.place);
    std::vector<layout::Word> words =
        words_of(engines_.text.read(shown, cell.lines.size() == 1 ? Setting::kLine : Setting::kBlock, {}));
    if (words.empty()) words.push_back(word_of(cell.lines.front(), {{kUnread, 0}}));
    return words;
  }

  // What stands outside of tables. Layout analysis needs the whole page: it misreads the few lines of a part of it.
  void read_rest(const std::vector<tables::Grid>& grids) {
    for (const tables::Grid& grid : grids) {
      const PixelBox box = sheet_.pixels(grid.box());
      pixRasterop(sheet_.grey.get(), box.x0, box.y0, box.width(), box.height(), PIX_SET, nullptr, 0, 0);
      std::erase_if(blobs_, [&](const Blob& blob) { return holds(box, blob); });
    }
    if (letter_lines(blobs_, letter_).empty()) return;
    engines_.text.show(*sheet_.grey, sheet_.dpi());
    const PixelBox all{0, 0, sheet_.width(), sheet_.height()};
    std::vector<layout::Word> words = words_of(engines_.text.read(all, Setting::kPage, {}));
    // Layout analysis takes small areas for noise; what it left out is read line by line.
    std::vector<Blob> left;
    std::copy_if(blobs_.begin(), blobs_.end(), std::back_inserter(left), [&](const Blob& blob) {
      return std::none_of(words.begin(), words.end(),
                          [&](const layout::Word& word) { return holds(near(sheet_.pixels(word.box)), blob); });
    });
    for (const LetterLine& line : letter_lines(left, letter_)) {
      const PixelBox place = with_margin(line.box, all);
      std::vector<layout::Word> more = words_of(engines_.text.read(place, Setting::kLine, {}));
      if (more.empty()) more.push_back(word_of(line, {{kUnread, 0}}));
      std::move(more.begin(), more.end(), std::back_inserter(words));
    }
    std::move(words.begin(), words.end(), std::back_inserter(page_.words));
  }

  // The engine's boxes are no closer to the ink than this.
  PixelBox near(const PixelBox& box) const {
    const int off = static_cast<int>(std::lround(kNear * letter_));
    return {box.x0 - off, box.y0 - off / 2, box.x1 + off, box.y1 + off / 2};
  }

  PixelBox with_margin(const PixelBox& ink, const PixelBox& place) const {
    const int margin = sheet_.pixels(kMargin);
    return {std::max(ink.x0 - margin, place.x0), std::max(ink.y0 - margin, place.y0),
            std::min(ink.x1 + margin, place.x1), std::min(ink.y1 + margin, place.y1)};
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
      if (blobs_in(blobs_, near(read[i].box)).empty()) continue;  // read out of noise
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
