// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <unordered_map>

#include "core/unicode.h"

namespace pactable::readers::pdf {
namespace {

using layout::Page;
using layout::Word;

// A word space is a quarter of the font size, 1/8 in the tightest justified lines; kerning stays below 1/12.
constexpr double kWordGap = 0.1;
// Kerning pulls back less than this; more means that the pen was set elsewhere.
constexpr double kPullBack = 0.3;
constexpr double kSameBaseline = 0.05;   // of the font size; a raised mark stands higher by a quarter at least
constexpr double kSameSize = 0.1;        // relative difference
constexpr double kRepeatDistance = 0.3;  // of a glyph's width: fake bold is shifted by a fraction of a stem
constexpr double kOcrRepeat = 0.05;   // of a glyph's width: recognised letters crowd, and nobody sets them in fake bold
constexpr double kOcrJoin = 0.02;     // of the font size: a pen set anew exactly where it stood goes on with the word
constexpr double kRepeatRaise = 0.1;  // of the font size
constexpr double kBucket = 16;        // points; wider than kRepeatDistance of any body or heading glyph
constexpr double kSuperscriptSize = 0.8;     // of the neighbour's size: programs set 58 to 70 percent
constexpr double kSuperscriptRaise = 0.12;   // of the neighbour's size: they raise by a third, at least by an eighth
constexpr double kCoordinateLimit = 20'000;  // points; PDF allows pages of 14400
constexpr double kSpacingIsGap = 0.5;        // of the font size: character spacing this wide parts letters

bool is_sane(const Glyph& g) {
  const auto ok = [](double v) { return std::isfinite(v) && std::abs(v) <= kCoordinateLimit; };
  return ok(g.origin.x) && ok(g.origin.y) && ok(g.advance.x) && ok(g.advance.y) && ok(g.font_size) && ok(g.spacing);
}

void clamp_to_page(Glyph& g, const Page& page) {
  const auto clamp = [](double v, double high) { return std::isfinite(v) ? std::clamp(v, 0.0, high) : 0.0; };
  g.origin = {clamp(g.origin.x, page.width), clamp(g.origin.y, page.height)};
  const double size = std::isfinite(g.font_size) && g.font_size <= page.height ? g.font_size : 0.0;
  g.font_size = size;
  g.advance = {clamp(g.advance.x, size), 0};
  g.spacing = 0;
}

// Symbol fonts put their bullets into the private use area; everything else there keeps its code.
char32_t known_symbol(char32_t c) {
  switch (c) {
    case 0xF0B7: return 0x2022;  // bullet
    case 0xF0A7: return 0x25AA;  // small black square
    case 0xF0D8: return 0x27A2;  // arrow head
    case 0xF0FC: return 0x2713;  // check mark
    default: return c;
  }
}

std::u32string_view ligature_letters(char32_t c) {
  static constexpr std::u32string_view kLetters[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kLetters[c - 0xFB00] : std::u32string_view();
}

bool is_text(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return !control && !noncharacter && c != 0xFFFD;
}

// The glyph's letters; white space only: empty with `space` set; nothing usable: U+FFFD.
struct Letters {
  std::string text;
  bool space = false;
  bool unmapped = false;
};

Letters letters_of(const Glyph& glyph) {
  constexpr char32_t kReplacement = 0xFFFD;
  Letters out;
  if (glyph.text.size() == 1 && glyph.text.front() > ' ' && glyph.text.front() < '\x7F') {  // the usual case
    out.text = glyph.text;
    return out;
  }
  for (const char32_t c : unicode::to_code_points(glyph.text)) {
    if (unicode::is_space(c)) {
      out.space = true;
    } else if (const auto letters = ligature_letters(c); !letters.empty()) {
      out.text += unicode::to_utf8(letters);
    } else if (is_text(c)) {
      unicode::append_utf8(out.text, known_symbol(c));
    } else {
      unicode::append_utf8(out.text, kReplacement);
      out.unmapped = true;
    }
  }
  if (out.text.empty() && !out.space) {
    unicode::append_utf8(out.text, kReplacement);
    out.unmapped = true;
  }
  return out;
}

int rotation_of(const Glyph& g) {
  if (std::abs(g.advance.x) >= std::abs(g.advance.y)) return g.advance.x < 0 ? 180 : 0;
  return g.advance.y > 0 ? 90 : 270;
}

// Distance from `a` to `b` along and across the writing direction.
Point turned(Point a, Point b, int rotation) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  switch (rotation) {
    case 90: return {dy, -dx};
    case 180: return {-dx, -dy};
    case 270: return {-dy, dx};
    default: return {dx, dy};
  }
}

Box box_of(const Glyph& g, int rotation) {
  const double length = std::max(0.0, std::hypot(g.advance.x, g.advance.y) - std::max(0.0, g.spacing));
  const double up = g.ascent * g.font_size;
  const double down = -g.descent * g.font_size;
  const Point& o = g.origin;
  switch (rotation) {
    case 90: return {o.x - down, o.y, o.x + up, o.y + length};
    case 180: return {o.x - length, o.y - down, o.x, o.y + up};
    case 270: return {o.x - up, o.y - length, o.x + down, o.y};
    default: return {o.x, o.y - up, o.x + length, o.y + down};
  }
}

// Finds glyphs that were printed in the same place before.
class Printed {
 public:
  explicit Printed(std::size_t glyphs) : earlier_(glyphs, kNone) { latest_.reserve(glyphs); }

  // The index of the earlier glyph, or -1 after taking this one in.
  int seen_before(const std::vector<Glyph>& glyphs, std::size_t index) {
    const Glyph& g = glyphs[index];
    const double width = std::hypot(g.advance.x, g.advance.y);
    const double reach_x = std::min(kRepeatDistance * width, kBucket);
    const double reach_y = std::min(kRepeatRaise * g.font_size, kBucket);
    const auto bucket = [](double v) { return static_cast<std::int64_t>(std::floor(v / kBucket)); };
    const std::uint64_t letter = std::hash<std::string_view>()(g.text);
    for (auto bx = bucket(g.origin.x - reach_x); bx <= bucket(g.origin.x + reach_x); ++bx) {
      for (auto by = bucket(g.origin.y - reach_y); by <= bucket(g.origin.y + reach_y); ++by) {
        const auto found = latest_.find(key(letter, bx, by));
        if (found == latest_.end()) continue;
        // The latest few: more copies than that in one place are an attack, and stay in the text.
        std::uint32_t at = found->second;
        for (int looked = 0; at != kNone && looked < kLatest; ++looked, at = earlier_[at]) {
          const Glyph& other = glyphs[at];
          const double near_x = other.invisible && g.invisible ? kOcrRepeat * width : reach_x;
          if (other.text == g.text && std::abs(other.origin.x - g.origin.x) <= near_x &&
              std::abs(other.origin.y - g.origin.y) <= reach_y) {
            return static_cast<int>(at);
          }
        }
      }
    }
    const auto [place, added] = latest_.try_emplace(key(letter, bucket(g.origin.x), bucket(g.origin.y)), kNone);
    earlier_[index] = place->second;
    place->second = static_cast<std::uint32_t>(index);
    return -1;
  }

 private:
  static constexpr int kLatest = 32;
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static std::uint64_t key(std::uint64_t letter, std::int64_t bx, std::int64_t by) {
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;
    const std::uint64_t h = (letter ^ static_cast<std::uint64_t>(bx)) * kPrime;
    return (h ^ static_cast<std::uint64_t>(by)) * kPrime;
  }
  std::unordered_map<std::uint64_t, std::uint32_t> latest_;  // of each letter and place, the last glyph
  std::vector<std::uint32_t> earlier_;                       // of each glyph, the one before in its place
};

class Grouper {
 public:
  explicit Grouper(Page& page) : page_(page) {}

  void space() {
    if (open_) word_.space_after = true;
    close();
  }

  void take(const Glyph& g, const std::string& letters) {
    const int rotation = std::hypot(g.advance.x, g.advance.y) > 0 || !open_ ? rotation_of(g) : word_.rotation;
    if (open_ && !continues(g, rotation)) close();
    const Box box = box_of(g, rotation);
    if (!open_) {
      open_ = true;
      word_ = Word();
      word_.box = box;
      word_.baseline = rotation == 0 || rotation == 180 ? g.origin.y : box.y1;
      word_.font_size = g.font_size;
      word_.bold = g.bold;
      word_.italic = g.italic;
      word_.invisible = g.invisible;
      word_.rotation = rotation;
      word_.colour = g.colour;
    }
    word_.text += letters;
    word_.box.cover(box);
    const double kept = g.spacing > kSpacingIsGap * g.font_size ? g.spacing / std::hypot(g.advance.x, g.advance.y) : 0;
    pen_ = {g.origin.x + g.advance.x * (1 - kept), g.origin.y + g.advance.y * (1 - kept)};
    start_ = g.origin;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    word_.text = unicode::nfc(word_.text);
    page_.words.push_back(std::move(word_));
  }

 private:
  bool continues(const Glyph& g, int rotation) {
    const double size = std::max(word_.font_size, g.font_size);
    if (rotation != word_.rotation || g.bold != word_.bold || g.italic != word_.italic ||
        g.invisible != word_.invisible || std::abs(g.font_size - word_.font_size) > kSameSize * size) {
      note_gap(g, rotation, size);
      return false;
    }
    const Point step = turned(pen_, g.origin, rotation);
    const Point from_start = turned(start_, g.origin, rotation);
    if (std::abs(step.y) > kSameBaseline * size) {
      note_gap(g, rotation, size);
      return false;
    }
    // OCR programs place word by word; their letters are only about as wide as those in the picture.
    const bool next_word = g.invisible && g.placed && std::abs(step.x) > kOcrJoin * size;
    if (step.x > kWordGap * size || next_word) {
      word_.space_after = true;
      return false;
    }
    return step.x >= -kPullBack * size && from_start.x >= 0;
  }

  // A change of style ends a word with or without a space before the next one.
  void note_gap(const Glyph& g, int rotation, double size) {
    const Point step = turned(pen_, g.origin, rotation);
    if (rotation != word_.rotation || std::abs(step.y) > size || step.x > kWordGap * size ||
        step.x < -kPullBack * size) {
      word_.space_after = true;
    }
  }

  Page& page_;
  Word word_;
  Point pen_, start_;
  bool open_ = false;
};

bool is_raised(const Word& mark, const Word& base) {
  if (mark.rotation != 0 || base.rotation != 0 || base.font_size <= 0) return false;
  if (mark.font_size > kSuperscriptSize * base.font_size) return false;
  const double raise = (base.baseline - mark.baseline) / base.font_size;
  const double gap = std::max(mark.box.x0 - base.box.x1, base.box.x0 - mark.box.x1) / base.font_size;
  return raise >= kSuperscriptRaise && raise <= 1 && gap <= 1;
}

void mark_superscripts(std::vector<Word>& words, std::size_t begin) {
  for (std::size_t i = begin; i < words.size(); ++i) {
    words[i].superscript =
        (i > begin && is_raised(words[i], words[i - 1])) || (i + 1 < words.size() && is_raised(words[i], words[i + 1]));
  }
}

}  // namespace

GlyphOddities add_words(DrawnPage& drawn, Page& page) {
  GlyphOddities oddities;
  Printed printed(drawn.glyphs.size());
  std::vector<Letters> letters;
  std::vector<bool> repeated(drawn.glyphs.size(), false);
  letters.reserve(drawn.glyphs.size());
  for (std::size_t i = 0; i < drawn.glyphs.size(); ++i) {
    Glyph& g = drawn.glyphs[i];
    if (!is_sane(g)) {
      clamp_to_page(g, page);
      ++oddities.misplaced;
    }
    letters.push_back(letters_of(g));
    if (letters.back().unmapped) ++oddities.unmapped;
    if (letters.back().text.empty() || g.text.empty()) continue;
    const int earlier = printed.seen_before(drawn.glyphs, i);
    if (earlier < 0) continue;
    repeated[i] = true;
    ++oddities.repeated;
    Glyph& kept = drawn.glyphs[static_cast<std::size_t>(earlier)];
    kept.bold = kept.bold || (!g.invisible && !kept.invisible);
    kept.invisible = kept.invisible && g.invisible;
  }
  const std::size_t begin = page.words.size();
  Grouper grouper(page);
  for (std::size_t i = 0; i < drawn.glyphs.size(); ++i) {
    if (repeated[i]) continue;
    if (!letters[i].text.empty()) grouper.take(drawn.glyphs[i], letters[i].text);
    if (letters[i].space) grouper.space();
  }
  grouper.close();
  page.words.shrink_to_fit();  // a document's words stay until its tables are found
  mark_superscripts(page.words, begin);
  return oddities;
}

}  // namespace pactable::readers::pdf
