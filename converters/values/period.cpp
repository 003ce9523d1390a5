// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unicode.h"
#include "values/time_points.h"
#include "values/time_range.h"
#include "values/time_tokens.h"
#include "values/timeframe.h"

namespace pactable::values {
namespace {

/// A range may not begin or end inside a longer chain of figures, such as a document symbol.
bool is_glued(const Tokens& tokens, std::size_t begin, std::size_t next) {
  const auto links = [](const Token& token) {
    return token.kind == TokenKind::kDash || token.kind == TokenKind::kSlash || token.kind == TokenKind::kDot;
  };
  if (begin > 1 && links(tokens[begin - 1]) && !tokens[begin - 1].space_before && !tokens[begin].space_before)
    return true;
  return next + 1 < tokens.size() && links(tokens[next]) && !tokens[next].space_before &&
         tokens[next + 1].kind == TokenKind::kNumber && !tokens[next + 1].space_before;
}

/// Index of the first token that belongs to the date itself.
std::size_t first_figure(const Tokens& tokens, const TimeRange& range, std::string_view text) {
  for (std::size_t i = range.begin; i < range.next; ++i) {
    const auto same = read_range(tokens, i, text);
    if (!same || same->next != range.next || same->edtf != range.edtf) return i == range.begin ? i : i - 1;
  }
  return range.begin;
}

}  // namespace

std::optional<Period> find_period(std::string_view text, const grammar::Vocabulary& words) {
  const Tokens tokens = tokenize(text, words);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto range = read_range(tokens, i, text);
    if (!range || range->kind != plan::TimeframeKind::kInterval || range->first.empty()) continue;
    if (range->within_a_month || is_glued(tokens, range->begin, range->next)) {  // days of one month: a meeting
      i = range->next - 1;
      continue;
    }
    const std::size_t begin = first_figure(tokens, *range, text);
    return Period{std::string(text.substr(tokens[begin].begin, tokens[range->next - 1].end - tokens[begin].begin)),
                  range->edtf};
  }
  return std::nullopt;
}

}  // namespace pactable::values
