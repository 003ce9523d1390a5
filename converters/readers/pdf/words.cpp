// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/unicode.h"
#include "readers/pdf/accents.h"
#include "readers/pdf/gaps.h"
#include "readers/pdf/glyph_boxes.h"
#include "readers/pdf/grouper.h"
#include "readers/pdf/letters.h"
#include "readers/pdf/ligatures.h"
#include "readers/pdf/repeats.h"
#include "readers/pdf/strikes.h"
#include "readers/pdf/unseen.h"
#include "readers/pdf/widths.h"

namespace pactable::readers::pdf {
namespace {

using layout::Page;
using layout::Word;

constexpr double kSuperscriptSize = 0.8;     // of the neighbour's size: programs set 58 to 70 percent
constexpr double kSuperscriptRaise = 0.12;   // of the neighbour's size: they raise by a third, at least by an eighth
constexpr double kCoordinateLimit = 20'000;  // points; PDF allows pages of 14400

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

/// Everything that is known of the glyphs of a page besides the glyphs.
struct Signs {
  std::vector<Letters> letters;
  std::vector<Unseen> unseen;
  std::vector<bool> taken;  // text of its own: seen, not white space, no repeat, no accent of another letter
};

constexpr double kOver = 0.1;  // of the font size: narrower than any space

// Browsers set soft hyphens, as such or as spaces, and the next letter over them: there is neither space nor hyphen.
void drop_overset(const std::vector<Glyph>& glyphs, std::vector<Letters>& letters) {
  for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
    const Glyph& g = glyphs[i];
    const bool space = letters[i].space && letters[i].text.empty();
    if (!space && letters[i].text != "\u00AD") continue;
    const Glyph& next = glyphs[i + 1];
    const bool level = std::abs(next.origin.y - g.origin.y) < g.font_size / 4;
    const double on = next.origin.x - g.origin.x;
    if (level && !letters[i + 1].text.empty() && std::abs(on) < kOver * g.font_size &&
        width_of(g) > kOver * g.font_size)
      letters[i] = {{}, false, false, true};
  }
}

Signs read_signs(DrawnPage& drawn, const Page& page, GlyphOddities& oddities) {
  Signs signs;
  signs.letters.reserve(drawn.glyphs.size());
  const DrawnFont unknown;
  for (Glyph& g : drawn.glyphs) {
    if (!is_sane(g)) {
      clamp_to_page(g, page);
      ++oddities.misplaced;
    }
    signs.letters.push_back(letters_of(g, g.font < drawn.fonts.size() ? drawn.fonts[g.font] : unknown));
  }
  drop_overset(drawn.glyphs, signs.letters);
  oddities.ligatures = read_ligatures(drawn.glyphs, signs.letters);
  oddities.unmapped = static_cast<std::size_t>(
      std::count_if(signs.letters.begin(), signs.letters.end(), [](const Letters& l) { return l.unmapped; }));
  learn_widths(drawn.glyphs, signs.letters);
  signs.unseen = find_unseen(drawn);
  const std::vector<bool> accents = set_accents(drawn.glyphs, signs.letters);
  signs.taken.resize(drawn.glyphs.size());
  for (std::size_t i = 0; i < drawn.glyphs.size(); ++i) {
    signs.taken[i] = !signs.letters[i].text.empty() && signs.unseen[i] == Unseen::kNo && !accents[i];
  }
  return signs;
}

void fold_repeats(std::vector<Glyph>& glyphs, Signs& signs, GlyphOddities& oddities) {
  const std::vector<Repeat> repeats = find_repeats(glyphs, signs.taken);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (repeats[i].of == Repeat::kNone) continue;
    signs.taken[i] = false;
    ++oddities.repeated;
    Glyph& kept = glyphs[repeats[i].of];
    kept.bold = kept.bold || (repeats[i].bold && !glyphs[i].invisible && !kept.invisible);
    kept.invisible = kept.invisible && glyphs[i].invisible;
  }
}

void group_words(const std::vector<Glyph>& glyphs, const Signs& signs, Page& page) {
  std::vector<Box> rules;
  for (const layout::Ruling& ruling : page.rulings) {
    if (!ruling.horizontal) rules.push_back(ruling.box);
  }
  std::sort(rules.begin(), rules.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  const std::vector<float> gaps = learn_gaps(glyphs, signs.letters, signs.taken);
  Grouper grouper(page.words, rules);
  bool skipped = false;  // what was set last is no text of its own: neither is the space behind it
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (signs.taken[i]) grouper.take(glyphs[i], signs.letters[i].text, gaps[i]);
    if (!signs.letters[i].text.empty()) skipped = !signs.taken[i];
    if (signs.letters[i].space && !skipped && signs.unseen[i] == Unseen::kNo) grouper.space();
  }
  grouper.close();
}

// What nobody sees, in words of its own; one oddity for each stretch.
void group_hidden(const std::vector<Glyph>& glyphs, const Signs& signs, Page& page, GlyphOddities& oddities) {
  const std::vector<Box> no_rules;
  Grouper grouper(page.hidden, no_rules);
  Unseen last = Unseen::kNo;
  std::vector<std::pair<std::size_t, Unseen>> stretches;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const bool letter = !signs.letters[i].text.empty();
    if (signs.unseen[i] == Unseen::kNo) {
      if (letter && last != Unseen::kNo) grouper.space();
      if (letter) last = Unseen::kNo;
      continue;
    }
    if (letter && signs.unseen[i] != last) {
      grouper.space();
      stretches.push_back({page.hidden.size(), signs.unseen[i]});
      last = signs.unseen[i];
    }
    if (letter) grouper.take(glyphs[i], signs.letters[i].text, kWordGap);
    if (signs.letters[i].space) grouper.space();
  }
  grouper.close();
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    const std::size_t end = s + 1 < stretches.size() ? stretches[s + 1].first : page.hidden.size();
    HiddenStretch hidden;
    hidden.reason = reason_of(stretches[s].second);
    for (std::size_t w = stretches[s].first; w < end; ++w) {
      if (hidden.text.empty()) hidden.box = page.hidden[w].box;
      hidden.text += (hidden.text.empty() ? "" : " ") + page.hidden[w].text;
      hidden.box.cover(page.hidden[w].box);
    }
    if (!hidden.text.empty()) oddities.hidden.push_back(std::move(hidden));
  }
}

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
  Signs signs = read_signs(drawn, page, oddities);
  fold_repeats(drawn.glyphs, signs, oddities);
  oddities.struck = mark_struck(drawn.glyphs, signs.taken, page.rulings);
  const std::size_t begin = page.words.size();
  group_words(drawn.glyphs, signs, page);
  group_hidden(drawn.glyphs, signs, page, oddities);
  page.words.shrink_to_fit();  // a document's words stay until its tables are found
  mark_superscripts(page.words, begin);
  return oddities;
}

}  // namespace pactable::readers::pdf
