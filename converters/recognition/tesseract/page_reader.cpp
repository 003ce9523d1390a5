// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/page_reader.h"

#include <algorithm>
#include <cmath>

#include "core/unicode.h"
#include "recognition/tesseract/blobs.h"
#include "recognition/tesseract/ruling_lines.h"
#include "tables/grid.h"
#include "tables/rulings.h"

namespace pactable::recognition::tesseract {
namespace {

constexpr double kInset = 0.8;  // points: what is left of a line at the edge of its cell
constexpr double kMargin = 2;   // points of ground around the ink that is shown to the engine
constexpr double kCapital = 0.7;  // of the font size
constexpr const char* kUnread = "\xEF\xBF\xBD";

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
  void read_grid(const tables::Grid& grid) {
    for (const tables::GridCell& cell : grid.cells) read_cell(grid.box(cell));
  }

  void read_cell(Box box) {
    box = {box.x0 + kInset, box.y0 + kInset, box.x1 - kInset, box.y1 - kInset};
    const PixelBox place = sheet_.pixels(box);
    const std::vector<Blob> blobs = blobs_in(blobs_, place);
    const std::vector<LetterLine> lines = letter_lines(blobs, letter_);
    if (lines.empty()) return;
    PixelBox ink = lines.front().box;
    for (const LetterLine& line : lines) {
      ink = {std::min(ink.x0, line.box.x0), std::min(ink.y0, line.box.y0), std::max(ink.x1, line.box.x1),
             std::max(ink.y1, line.box.y1)};
    }
    const int margin = sheet_.pixels(kMargin);
    ink = {std::max(ink.x0 - margin, place.x0), std::max(ink.y0 - margin, place.y0), std::min(ink.x1 + margin, place.x1),
           std::min(ink.y1 + margin, place.y1)};
    std::vector<ReadWord> words =
        engines_.text.read(ink, lines.size() == 1 ? Setting::kLine : Setting::kBlock, {});
    if (words.empty()) {
      page_.words.push_back(unread(ink, lines.front()));
      return;
    }
    add(words);
  }

  void read_rest(const std::vector<tables::Grid>& grids) {
    if (!grids.empty()) {
      for (const tables::Grid& grid : grids) {
        const PixelBox box = sheet_.pixels(grid.box());
        pixRasterop(sheet_.grey.get(), box.x0, box.y0, box.width(), box.height(), PIX_SET, nullptr, 0, 0);
      }
      engines_.text.show(*sheet_.grey, sheet_.dpi());
    }
    add(engines_.text.read({0, 0, sheet_.width(), sheet_.height()}, Setting::kPage, {}));
  }

  layout::Word unread(const PixelBox& box, const LetterLine& line) const {
    layout::Word word;
    word.text = kUnread;
    word.box = sheet_.points(box);
    word.baseline = line.baseline / sheet_.scale;
    word.font_size = line.height / kCapital / sheet_.scale;
    word.readings = {{kUnread, 0}};
    return word;
  }

  void add(const std::vector<ReadWord>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const ReadWord& read = words[i];
      layout::Word word;
      word.text = unicode::nfc(read.text);
      word.box = sheet_.points(read.box);
      word.baseline = read.baseline / sheet_.scale;
      word.font_size = std::max(letter_ * 1.5 / kCapital, 1.0) / sheet_.scale;
      word.space_after = i + 1 < words.size() && words[i + 1].line == read.line;
      word.readings.push_back({word.text, read.confidence});
      page_.words.push_back(std::move(word));
    }
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
