// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/time_words.h"

#include <string>
#include <vector>

namespace pactable::values {
namespace {

/// More words without a meaning of their own in a row are prose.
constexpr int kMostInARow = 4;

/// Index behind the words of a phrase, 0 where they do not stand at `at`.
std::size_t words_end(const Tokens& tokens, std::size_t at, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool hyphen = i > 0 && at + 1 < tokens.size() && tokens[at].kind == TokenKind::kDash &&
                        !tokens[at].space_before && !tokens[at + 1].space_before;
    if (hyphen) ++at;
    if (at >= tokens.size() || tokens[at].kind != TokenKind::kWord || tokens[at].plain != words[i]) return 0;
    ++at;
  }
  return at;
}

}  // namespace

std::optional<PhraseMatch> match(const Tokens& tokens, std::size_t at, Meaning meaning) {
  std::optional<PhraseMatch> best;
  if (at >= tokens.size() || tokens[at].kind != TokenKind::kWord) return best;
  for (const grammar::TimePhrase& phrase : tokens.phrases().beginning_with(tokens[at].plain)) {
    if (phrase.meaning != meaning) continue;
    const std::size_t end = words_end(tokens, at, phrase.words);
    if (end > 0 && (!best || end > best->next)) best = PhraseMatch{end, phrase.value};
  }
  return best;
}

std::size_t skip(const Tokens& tokens, std::size_t at, Meaning meaning) {
  for (int i = 0; i < kMostInARow; ++i) {
    const auto found = match(tokens, at, meaning);
    if (!found) break;
    at = found->next;
  }
  return at;
}

}  // namespace pactable::values
