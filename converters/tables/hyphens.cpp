// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/hyphens.h"

#include <fmt/format.h>

#include "core/unicode.h"

namespace pactable::tables {
namespace {

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

bool begins_lower(std::string_view word) {
  const auto points = unicode::to_code_points(word);
  if (points.empty() || !unicode::is_letter(points.front())) return false;
  std::string first;
  unicode::append_utf8(first, points.front());
  return unicode::fold(first) == first;  // folding is to lower case
}

}  // namespace

bool Hyphens::known(const std::string& word, int at_least) {
  if (words_.empty()) {
    for (const layout::Page& page : pages_) {
      for (const layout::Word& w : page.words) {
        if (!w.text.ends_with('-')) ++words_[unicode::fold(core_of(w.text))];
      }
    }
    words_[std::string()] = 0;
  }
  const auto found = words_.find(word);
  return found != words_.end() && found->second >= at_least;
}

bool Hyphens::removes(std::string_view above, std::string_view below, const Place& place) {
  if (oddities_ == nullptr) return false;
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
  const bool joined_known = known(folded_left + folded_right);
  // The second half stands at the line's start, so only another place counts.
  if (!joined_known && (known(folded_left) || known(folded_right, 2))) return false;
  // Neither half is a word of this document, or their joint is one: the hyphen was set to break the line.
  oddities_->push_back(
      {"PDF-HYPHEN", fmt::format("\"{}- {}\" at a line's end was read as \"{}{}\"", left, right, left, right), place});
  return true;
}

}  // namespace pactable::tables
