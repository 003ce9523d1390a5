// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/hyphens.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/unicode.h"

namespace pactable::tables {
namespace {

// A program that breaks words leaves many whose whole form stands elsewhere in the document; a document whose lines
// only break behind the hyphens of its authors has none, but for a compound that is spelled in two ways.
constexpr int kMinBroken = 2;
constexpr double kBrokenShare = 0.2;  // of the words with a hyphen at a line's end

constexpr double kNeighbours = 0.45;    // of the font size: words of one text stand closer, those of two cells do not
constexpr std::size_t kShortRest = 2;   // letters: hardly a word, and none that this document has
constexpr std::size_t kMostDigits = 3;  // of a number that stand on the second line; more are a number of their own

// From the first to the last letter or digit.
std::string_view core_of(std::string_view word) {
  const auto points = unicode::to_code_points(word);
  std::size_t begin = 0;
  std::size_t end = points.size();
  const auto counts = [&](std::size_t i) { return unicode::is_letter(points[i]) || unicode::is_digit(points[i]); };
  while (begin < end && !counts(begin)) ++begin;
  while (end > begin && !counts(end - 1)) --end;
  std::size_t from = 0;
  std::string skipped;
  for (std::size_t i = 0; i < begin; ++i) unicode::append_utf8(skipped, points[i]);
  from = skipped.size();
  std::string kept;
  for (std::size_t i = begin; i < end; ++i) unicode::append_utf8(kept, points[i]);
  return word.substr(from, kept.size());
}

bool is_upper(char32_t c) {
  std::string letter;
  unicode::append_utf8(letter, c);
  return unicode::is_letter(c) && unicode::fold(letter) != letter;
}

bool begins_lower(std::string_view word) {
  const auto points = unicode::to_code_points(word);
  if (points.empty() || !unicode::is_letter(points.front())) return false;
  std::string first;
  unicode::append_utf8(first, points.front());
  return unicode::fold(first) == first;  // folding is to lower case
}

}  // namespace

void Hyphens::count_words() {
  for (const layout::Page& page : pages_) {
    for (const layout::Word& w : page.words) {
      if (!w.text.ends_with('-')) ++words_[unicode::fold(core_of(w.text))];
    }
    for (std::size_t i = 0; i + 1 < page.words.size(); ++i) {
      const layout::Word& left = page.words[i];
      const layout::Word& right = page.words[i + 1];
      const bool beside = left.baseline == right.baseline && right.box.x0 > left.box.x1;
      spaced_slashes_ = spaced_slashes_ || (beside && left.text.size() > 1 && left.text.ends_with('/'));
      if (beside && right.box.x0 - left.box.x1 < kNeighbours * left.font_size) {
        before_.insert(unicode::fold(core_of(left.text)));
        behind_.insert(unicode::fold(core_of(right.text)));
      }
    }
  }
  words_[std::string()] = 0;
}

void Hyphens::count_broken_words() {
  int all = 0;
  int broken = 0;
  for (const layout::Page& page : pages_) {
    for (std::size_t i = 0; i + 1 < page.words.size(); ++i) {
      const layout::Word& above = page.words[i];
      const layout::Word& below = page.words[i + 1];
      if (!above.text.ends_with('-') || below.baseline <= above.baseline || !begins_lower(below.text)) continue;
      const std::string_view left = std::string_view(above.text).substr(0, above.text.size() - 1);
      if (core_of(left).empty()) continue;
      ++all;
      broken += known(unicode::fold(core_of(left)) + unicode::fold(core_of(below.text))) ? 1 : 0;
    }
  }
  may_break_ = broken >= kBrokenShare * all;
  breaks_words_ = broken >= kMinBroken && may_break_;
}

bool Hyphens::known(const std::string& word, int at_least) {
  const auto found = words_.find(word);
  return found != words_.end() && found->second >= at_least;
}

void Hyphens::read_words() {
  if (!words_.empty()) return;
  count_words();
  count_broken_words();
}

bool Hyphens::parts_at_slash(std::string_view above, std::string_view below) {
  read_words();
  return spaced_slashes_ && !known(unicode::fold(core_of(std::string(above) + std::string(below))));
}

bool Hyphens::removes_shown(std::string_view above, std::string_view below, const Place& place) {
  if (oddities_ == nullptr || !begins_lower(below)) return false;
  read_words();
  constexpr std::string_view kHyphen = "\u2010";
  const std::string_view left = above.substr(0, above.size() - kHyphen.size());
  const std::string folded_left = unicode::fold(core_of(left)), folded_right = unicode::fold(core_of(below));
  if (folded_left.empty() || known(folded_left + "-" + folded_right) ||
      known(folded_left + std::string(kHyphen) + folded_right)) {
    return false;
  }
  oddities_->push_back(
      {"PDF-HYPHEN", fmt::format("\"{0}‐ {1}\" at a line's end was read as \"{0}{1}\"", left, below), place});
  return true;
}

bool Hyphens::joins_cut(std::string_view above, std::string_view below, CutEvidence evidence, const Place& place) {
  if (oddities_ == nullptr || above.empty() || below.empty()) return false;
  const char32_t last = unicode::to_code_points(above).back();
  const std::u32string next = unicode::to_code_points(below);
  const auto all_digits = [](const std::u32string& text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return unicode::is_digit(c); });
  };
  bool joins = false;
  if (unicode::is_letter(last) && unicode::is_letter(next.front())) {
    const bool capitals = is_upper(last) && is_upper(next.front()) && unicode::length(above) > 1;
    if (!begins_lower(below) && !capitals) return false;
    read_words();
    const std::string left = unicode::fold(core_of(above)), right = unicode::fold(core_of(below));
    const bool rest = evidence == CutEvidence::kSure || unicode::length(right) <= kShortRest;
    joins = known(left + right) || (rest && !before_.contains(left) && !behind_.contains(right));
  } else if (unicode::is_digit(last) || last == '-' || last == 0x2013) {
    const bool number =
        above.find_first_of(".-/") != std::string_view::npos || above.find("–") != std::string_view::npos;
    joins = evidence == CutEvidence::kSure && number && next.size() <= kMostDigits && all_digits(next);
  } else {
    joins = false;
  }
  // A mark that closes a word begins no line.
  static constexpr std::u32string_view kClosing = U".,;:)]";
  if (next.size() == 1 && kClosing.find(next.front()) != std::u32string_view::npos) joins = true;
  if (!joins) return false;
  oddities_->push_back({"PDF-WORD-CUT",
                        fmt::format("\"{0}|{1}\", cut where its cell ends, was read as \"{0}{1}\"", above, below),
                        place});
  return true;
}

bool Hyphens::removes(std::string_view above, std::string_view below, const Place& place) {
  if (oddities_ == nullptr) return false;
  read_words();
  const auto left_words = unicode::split_space(above);
  const auto right_words = unicode::split_space(below);
  if (left_words.empty() || right_words.empty()) return false;
  std::string_view left = left_words.back();
  left.remove_suffix(1);
  const std::string_view right = core_of(right_words.front());
  const auto left_points = unicode::to_code_points(left);
  if (left_points.empty() || !unicode::is_letter(left_points.back()) || !begins_lower(right)) return false;
  const std::string folded_left = unicode::fold(core_of(left));
  const std::string folded_right = unicode::fold(right);
  if (known(folded_left + "-" + folded_right)) return false;
  if (!may_break_) return false;
  const bool joined_known = known(folded_left + folded_right);
  // The second half stands at the line's start, so only another place counts.
  if (!joined_known && (!breaks_words_ || known(folded_left) || known(folded_right, 2))) return false;
  // Their joint is a word of this document, or neither half is one and the document breaks words: the hyphen was set to
  // break the line.
  oddities_->push_back(
      {"PDF-HYPHEN", fmt::format("\"{}- {}\" at a line's end was read as \"{}{}\"", left, right, left, right), place});
  return true;
}

}  // namespace pactable::tables
