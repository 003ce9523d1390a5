// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/unseen.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "readers/pdf/glyph_boxes.h"

namespace pactable::readers::pdf {
namespace {

constexpr double kTiny = 1;           // points: a tenth of what people read
constexpr double kSlack = 1;          // points: clips and covers are set close to the text, or a hair too small
constexpr double kBand = 24;          // points: glyphs are looked up by bands of this height
constexpr int kNearlyWhite = 250;     // of 255
constexpr std::size_t kLooks = 200;   // glyphs looked at for each rectangle, on the average: keeps hostile pages linear
constexpr double kOverwritten = 0.3;  // of the letters seen stand on others: wordings differ in length and in spaces
constexpr double kWording = 0.3;      // of the letters that are not seen: a stamp on a page of outlines is far less

bool is_white(layout::Colour c) { return c.red >= kNearlyWhite && c.green >= kNearlyWhite && c.blue >= kNearlyWhite; }

bool holds(const Box& box, double x, double y) { return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1; }

bool is_rectangle(const Outline& outline) {
  if (outline.curved || outline.points.size() < 4 || outline.points.size() > 5) return false;
  for (std::size_t i = 1; i < outline.points.size(); ++i) {
    const double dx = std::abs(outline.points[i].x - outline.points[i - 1].x);
    const double dy = std::abs(outline.points[i].y - outline.points[i - 1].y);
    if (std::min(dx, dy) > kSlack / 2) return false;
  }
  return true;
}

Box bounds_of(const PaintedPath& path) {
  Box box;
  bool first = true;
  for (const Outline& outline : path.outlines) {
    for (const Point& p : outline.points) {
      const Box point{p.x, p.y, p.x, p.y};
      if (first) box = point;
      box.cover(point);
      first = false;
    }
  }
  return {std::max(box.x0, path.clip.x0), std::max(box.y0, path.clip.y0), std::min(box.x1, path.clip.x1),
          std::min(box.y1, path.clip.y1)};
}

class Searcher {
 public:
  explicit Searcher(const DrawnPage& page) : page_(page), found_(page.glyphs.size(), Unseen::kNo) {}

  std::vector<Unseen> find() {
    place_glyphs();
    find_single();
    find_covered();
    find_coloured_as_ground();
    find_invisible();
    return std::move(found_);
  }

 private:
  void place_glyphs();
  void find_single();
  void find_covered();
  void cover(const Box& box, std::uint32_t order);
  void find_coloured_as_ground();
  void find_invisible();
  [[nodiscard]] bool seen_over_invisible(std::size_t invisible);
  [[nodiscard]] bool over_picture(std::size_t glyph) const;
  [[nodiscard]] std::size_t band_of(double y) const {
    return static_cast<std::size_t>(std::clamp(y / kBand, 0.0, static_cast<double>(bands_.size() - 1)));
  }

  const DrawnPage& page_;
  std::vector<Unseen> found_;
  std::vector<Box> boxes_;  // impossible ones are empty
  std::vector<std::vector<std::uint32_t>> bands_;
  std::size_t looks_ = 0;
};

void Searcher::place_glyphs() {
  const double height = std::isfinite(page_.height) ? std::clamp(page_.height, kBand, 20'000.0) : kBand;
  bands_.resize(static_cast<std::size_t>(height / kBand) + 1);
  boxes_.reserve(page_.glyphs.size());
  for (std::size_t i = 0; i < page_.glyphs.size(); ++i) {
    Box box = box_of(page_.glyphs[i], rotation_of(page_.glyphs[i]));
    const bool inside = box.x1 > 0 && box.y1 > 0 && box.x0 < page_.width && box.y0 < page_.height;
    if (!inside) box = {0, 0, -1, -1};
    boxes_.push_back(box);
    if (inside) bands_[band_of(box.mid_y())].push_back(static_cast<std::uint32_t>(i));
  }
  looks_ = kLooks * (page_.glyphs.size() + page_.paths.size());
}

void Searcher::find_single() {
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const Box& box = boxes_[i];
    const Glyph& glyph = page_.glyphs[i];
    if (box.x1 < box.x0) continue;
    const bool type3 = glyph.font < page_.fonts.size() && page_.fonts[glyph.font].type3;
    if (glyph.clear) {
      found_[i] = Unseen::kInvisible;
    } else if (!type3 && glyph.font_size > 0 && glyph.font_size < kTiny && width_of(glyph) < kTiny) {
      found_[i] = Unseen::kTiny;
    } else if (glyph.clip < page_.clips.size()) {
      const Box& clip = page_.clips[glyph.clip];
      const double x = box.mid_x();
      const bool out = x < clip.x0 - kSlack || x > clip.x1 + kSlack || box.y1 < clip.y0 || box.y0 > clip.y1;
      if (out && holds({0, 0, page_.width, page_.height}, x, box.mid_y())) found_[i] = Unseen::kClipped;
    }
  }
}

void Searcher::cover(const Box& box, std::uint32_t order) {
  for (std::size_t band = band_of(box.y0 - kBand); band <= band_of(box.y1 + kBand); ++band) {
    for (const std::uint32_t i : bands_[band]) {
      if (page_.glyphs[i].order > order || looks_ == 0) break;
      --looks_;
      const Box& glyph = boxes_[i];
      const bool within = glyph.mid_x() >= box.x0 && glyph.mid_x() <= box.x1 && glyph.x0 >= box.x0 - kSlack &&
                          glyph.x1 <= box.x1 + kSlack;
      // The letters stand between the line and their height; what the font keeps free above and below may stick out.
      const double reach = glyph.height() / 4;
      if (within && glyph.y0 + reach >= box.y0 && glyph.y1 - reach <= box.y1 && found_[i] == Unseen::kNo) {
        found_[i] = Unseen::kCovered;
      }
    }
  }
}

void Searcher::find_covered() {
  for (const PaintedPath& path : page_.paths) {
    if (path.stroked || !path.opaque || path.outlines.size() != 1 || !is_rectangle(path.outlines.front())) continue;
    const Box box = bounds_of(path);
    if (box.x1 > box.x0 && box.y1 > box.y0) cover(box, path.order);
  }
}

// Light text is common on dark grounds, so it counts only where every ground that may lie below it is known.
void Searcher::find_coloured_as_ground() {
  std::vector<Box> grounds;
  for (const PaintedPath& path : page_.paths) {
    if (is_white(path.colour)) continue;
    const Box box = bounds_of(path);
    const double reach = path.stroked ? path.line_width / 2 : 0;
    grounds.push_back({box.x0 - reach, box.y0 - reach, box.x1 + reach, box.y1 + reach});
  }
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const Glyph& glyph = page_.glyphs[i];
    const Box& box = boxes_[i];
    if (found_[i] != Unseen::kNo || box.x1 < box.x0 || glyph.invisible || !is_white(glyph.colour)) continue;
    if (looks_ == 0) return;
    const double x = box.mid_x();
    const double y = box.mid_y();
    const auto on_area = [&](const auto& area) { return holds(area.box, x, y); };
    if (over_picture(i) || std::any_of(page_.shaded.begin(), page_.shaded.end(), on_area)) continue;
    const bool on_colour = std::any_of(grounds.begin(), grounds.end(), [&](const Box& ground) {
      if (looks_ > 0) --looks_;
      return holds(ground, x, y);
    });
    if (!on_colour) found_[i] = Unseen::kSameColour;
  }
}

bool Searcher::over_picture(std::size_t glyph) const {
  const Box& box = boxes_[glyph];
  return std::any_of(page_.images.begin(), page_.images.end(),
                     [&](const DrawnImage& image) { return holds(image.box, box.mid_x(), box.mid_y()); });
}

// True where what is seen stands in the place of other letters that are not: they are an older wording, however long.
bool Searcher::seen_over_invisible(std::size_t invisible) {
  std::size_t letters = 0;
  std::size_t over = 0;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const Glyph& glyph = page_.glyphs[i];
    const Box& box = boxes_[i];
    if (found_[i] != Unseen::kNo || glyph.invisible || box.x1 <= box.x0 || glyph.text.empty() || glyph.text == " ")
      continue;
    ++letters;
    bool other = false;
    bool same = false;  // a layer with the same wording: the letter is folded
    for (std::size_t band = band_of(box.y0 - kBand); band <= band_of(box.y1 + kBand); ++band) {
      for (const std::uint32_t k : bands_[band]) {
        const Glyph& below = page_.glyphs[k];
        if (!below.invisible) continue;
        if (looks_ == 0) return false;
        --looks_;
        if (found_[k] != Unseen::kNo || below.text == " " || !holds(boxes_[k], box.mid_x(), box.mid_y())) continue;
        (below.text == glyph.text ? same : other) = true;
      }
    }
    if (other && !same) ++over;
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  return letters > 0 && share(over, letters) >= kOverwritten && share(letters, invisible) >= kWording;
}

// The layer of an OCR program lies over a picture, and a page of outlines has no other text: both are the page's text.
void Searcher::find_invisible() {
  std::size_t invisible = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i] != Unseen::kNo) continue;
    ++(page_.glyphs[i].invisible ? invisible : seen);
  }
  if (invisible == 0 || (invisible >= seen && !seen_over_invisible(invisible))) return;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i] == Unseen::kNo && page_.glyphs[i].invisible && boxes_[i].x1 >= boxes_[i].x0 && !over_picture(i)) {
      found_[i] = Unseen::kInvisible;
    }
  }
}

}  // namespace

std::vector<Unseen> find_unseen(const DrawnPage& page) { return Searcher(page).find(); }

std::string_view reason_of(Unseen unseen) {
  switch (unseen) {
    case Unseen::kNo: return "it is seen";
    case Unseen::kInvisible: return "it is set invisible";
    case Unseen::kTiny: return "its type is smaller than a point";
    case Unseen::kClipped: return "it is clipped away";
    case Unseen::kCovered: return "it is covered";
    case Unseen::kSameColour: return "it is white on white";
  }
  return "";
}

}  // namespace pactable::readers::pdf
