// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/layer_quality.h"

#include <fmt/format.h>

#include "layout/page_kind.h"
#include "scans/ink.h"
#include "scans/word_signs.h"

namespace pactable::scans {
namespace {

// Shares of a page's words. Layers of clean scans stay below one in a hundred; names, addresses and formulas count too.
constexpr double kManyDamaged = 0.05;
constexpr int kEnoughDamaged = 4;  // so that a page of twenty words is not condemned for one
// Look-alikes of another script or for figures are what recognisers make and nobody types.
constexpr int kEnoughMixed = 3;

// A column of codes has a sign in each row of the table; three below each other may be bullets or dirt.
constexpr int kMissingColumn = 4;
// Pictures, stamps and signatures stand outside of the words as well.
constexpr double kManyUncovered = 0.25;
constexpr int kEnoughLetters = 100;

// A stamp, a running head, a line of a repository; and a page has more letters than these words could cover.
constexpr std::size_t kStampWords = 40;
constexpr double kMostlyUncovered = 0.7;

}  // namespace

std::vector<std::string> signs_in_words(const std::vector<layout::Word>& words) {
  const WordSigns signs = count_signs(words);
  std::vector<std::string> found;
  if (signs.mixed_scripts >= kEnoughMixed) {
    found.push_back(fmt::format("{} words mix scripts", signs.mixed_scripts));
  }
  if (signs.mixed_figures >= kEnoughMixed) {
    found.push_back(fmt::format("{} words mix letters and figures", signs.mixed_figures));
  }
  if (signs.damaged() >= kEnoughDamaged && signs.damaged() > kManyDamaged * signs.words) {
    found.push_back(fmt::format("{} of {} words are damaged", signs.damaged(), signs.words));
  }
  return found;
}

std::vector<std::string> signs_in_picture(const layout::GreyPicture& picture, const std::vector<layout::Word>& words) {
  const InkSigns signs = compare_ink(picture, words);
  std::vector<std::string> found;
  if (signs.missing_column >= kMissingColumn) {
    found.push_back(fmt::format("a column of {} single signs is not in it", signs.missing_column));
  }
  if (signs.letters >= kEnoughLetters && signs.uncovered > kManyUncovered * signs.letters) {
    found.push_back(fmt::format("{} of {} letters stand outside of its words", signs.uncovered, signs.letters));
  }
  return found;
}

bool may_be_stamped_picture(const layout::Page& page) {
  return !page.words.empty() && page.words.size() <= kStampWords &&
         layout::image_share(page) >= layout::kPageImageShare;
}

bool is_stamped_picture(const layout::Page& page, const layout::GreyPicture& picture) {
  const InkSigns signs = compare_ink(picture, page.words);
  return signs.letters >= kEnoughLetters && signs.uncovered > kMostlyUncovered * signs.letters;
}

}  // namespace pactable::scans
