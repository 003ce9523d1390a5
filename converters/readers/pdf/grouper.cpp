// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/grouper.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/unicode.h"
#include "readers/pdf/gaps.h"
#include "readers/pdf/glyph_boxes.h"
#include "readers/pdf/letters.h"

namespace pactable::readers::pdf {
namespace {

using layout::Word;

// Kerning pulls back less than this; more means that the pen was set elsewhere.
constexpr double kPullBack = 0.3;
constexpr double kSameBaseline = 0.05;  // of the font size; a raised mark stands higher by a quarter at least
constexpr double kSameSize = 0.1;       // relative difference
constexpr double kOcrJoin = 0.02;       // of the font size: a pen set anew exactly where it stood goes on with the word

// A bracket opens to the side from which its text is read.
std::string mirrored(std::string_view letters) {
  static constexpr std::string_view kOpen = "([{<", kClosed = ")]}>";
  std::string out(letters);
  if (out.size() != 1) return out;
  if (const auto at = kOpen.find(out.front()); at != std::string_view::npos) {
    out.front() = kClosed[at];
  } else if (const auto closed = kClosed.find(out.front()); closed != std::string_view::npos) {
    out.front() = kOpen[closed];
  }
  return out;
}

}  // namespace

void Grouper::space() {
  if (open_) word_.space_after = true;
  close();
}

void Grouper::begin(const Glyph& g, int rotation, const Box& box) {
  open_ = true;
  to_left_ = leftwards_ = false;
  starts_.clear();
  word_ = Word();
  word_.box = box;
  word_.baseline = rotation == 0 || rotation == 180 ? g.origin.y : box.y1;
  word_.font_size = g.font_size;
  word_.bold = g.bold;
  word_.italic = g.italic;
  word_.invisible = g.invisible;
  word_.struck = g.struck;
  word_.rotation = rotation;
  word_.colour = g.colour;
}

void Grouper::take(const Glyph& g, const std::string& letters, double gap) {
  const int rotation = width_of(g) > 0 || !open_ ? rotation_of(g) : word_.rotation;
  const bool rtl = is_right_to_left(letters);
  if (open_ && to_left_ && rtl && goes_on_leftwards(g, word_.font_size, gap)) {
    leftwards_ = true;
  } else if (open_ && !continues(g, rotation, gap)) {
    close();
  }
  const Box box = box_of(g, rotation);
  if (!open_) begin(g, rotation, box);
  to_left_ = to_left_ || rtl;
  starts_.push_back(word_.text.size());
  word_.text += letters;
  word_.box.cover(box);
  pen_ = pen_behind(g);
  start_ = g.origin;
}

void Grouper::close() {
  if (!open_) return;
  open_ = false;
  if (to_left_ && !leftwards_) put_in_reading_order();
  word_.text = unicode::nfc(word_.text);
  words_.push_back(std::move(word_));
}

// The page has the letters from left to right, as they are seen. Figures are read so within such a word, too.
void Grouper::put_in_reading_order() {
  starts_.push_back(word_.text.size());
  std::string text, figures;
  for (std::size_t i = starts_.size() - 1; i-- > 0;) {
    const std::string letters = word_.text.substr(starts_[i], starts_[i + 1] - starts_[i]);
    const bool figure = letters.size() == 1 && (unicode::is_digit(static_cast<unsigned char>(letters.front())) ||
                                                (letters.front() == '.' && !figures.empty()));
    if (figure) {
      figures.insert(0, letters);
    } else {
      text += figures + mirrored(letters);
      figures.clear();
    }
  }
  word_.text = text + figures;
}

bool Grouper::goes_on_leftwards(const Glyph& g, double size, double gap) const {
  if (word_.rotation != 0 || std::abs(g.font_size - word_.font_size) > kSameSize * size) return false;
  const bool level = std::abs(g.origin.y - start_.y) <= kSameBaseline * size;
  const double left = start_.x - (g.origin.x + width_of(g));
  return level && g.origin.x < start_.x && left <= gap * size && left >= -kPullBack * size;
}

bool Grouper::behind_rule(const Glyph& g) const {
  const auto first = std::lower_bound(rules_.begin(), rules_.end(), word_.box.x0,
                                      [](const Box& rule, double x) { return rule.x0 < x; });
  const double y = g.origin.y - g.font_size / 4;
  for (auto rule = first; rule != rules_.end() && rule->x0 <= g.origin.x; ++rule) {
    if (rule->y0 <= y && y <= rule->y1) return true;
  }
  return false;
}

bool Grouper::continues(const Glyph& g, int rotation, double gap) {
  const double size = std::max(word_.font_size, g.font_size);
  if (rotation != word_.rotation || g.bold != word_.bold || g.italic != word_.italic ||
      g.invisible != word_.invisible || g.struck != word_.struck ||
      std::abs(g.font_size - word_.font_size) > kSameSize * size) {
    note_gap(g, rotation, size, gap);
    return false;
  }
  const Point step = turned(pen_, g.origin, rotation);
  const Point from_start = turned(start_, g.origin, rotation);
  if (std::abs(step.y) > kSameBaseline * size) {
    note_gap(g, rotation, size, gap);
    return false;
  }
  // OCR programs place word by word; their letters are only about as wide as those in the picture.
  const bool next_word = g.invisible && g.placed && std::abs(step.x) > kOcrJoin * size;
  if (step.x > gap * size || next_word || (g.placed && rotation == 0 && !rules_.empty() && behind_rule(g))) {
    word_.space_after = true;
    return false;
  }
  return step.x >= -kPullBack * size && from_start.x >= 0;
}

// A change of style ends a word with or without a space before the next one.
void Grouper::note_gap(const Glyph& g, int rotation, double size, double gap) {
  const Point step = turned(pen_, g.origin, rotation);
  if (rotation != word_.rotation || std::abs(step.y) > size || step.x > gap * size || step.x < -kPullBack * size) {
    word_.space_after = true;
  }
}

}  // namespace pactable::readers::pdf
