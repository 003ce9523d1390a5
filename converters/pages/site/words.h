// SPDX-License-Identifier: GPL-3.0-or-later
// What: the words of a text as the search compares them: without case, diacritics and compatibility forms.
// In:   any text of a plan, or what a reader typed. Out: words in the order of the text.
// Never: shown to anybody. search_words.js does the same with what is typed; a test in a browser holds them together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pactable::pages::site {

/// Longer words are cut, in code points: what is longer is an address or a text whose spaces are lost.
inline constexpr std::size_t kLongestWord = 40;

/// Runs of letters and figures; a dot between two figures belongs to the word: "Étape 3.10." is "etape", "3.10".
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// The word that stands for the number of an item alone: "#3.10" of "3.10.". Empty where nothing is left.
[[nodiscard]] std::string number_word(std::string_view number);

}  // namespace pactable::pages::site
