// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/mentions.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "core/unicode.h"

namespace pactable::audit {
namespace {

using View = std::u32string_view;

constexpr std::size_t kLongestComponent = 3;  // a component of four figures is a year
constexpr std::size_t kLongestNumber = 16;

bool is_dash(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DASH) != 0; }
bool is_figure(char32_t c) { return c >= '0' && c <= '9'; }
bool in_symbol(char32_t c) { return unicode::is_letter(c) || unicode::is_digit(c) || c == '.' || c == '/' || c == '_'; }

std::size_t skip_space(View text, std::size_t at) {
  while (at < text.size() && unicode::is_space(text[at])) ++at;
  return at;
}

bool well_formed(View number) {
  std::size_t figures = 0;
  bool letters = false, dots = false, any = false;
  for (std::size_t i = 0; i <= number.size(); ++i) {
    if (i == number.size() || number[i] == '.') {
      if (figures == 0 && !letters) return false;
      if (figures > kLongestComponent) return false;
      figures = 0;
      dots = dots || i < number.size();
    } else if (is_figure(number[i])) {
      ++figures;
      any = true;
    } else if (unicode::is_letter(number[i])) {
      letters = true;
    } else {
      return false;
    }
  }
  return any && !(dots && letters) && number.size() <= kLongestNumber;
}

/// An amount: a currency in front, a percent sign, degree or decimal comma behind.
bool is_amount(View text, std::size_t begin, std::size_t end) {
  const auto is_currency = [](char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_CURRENCY_SYMBOL; };
  if (begin > 0 &&
      (is_currency(text[begin - 1]) || (begin > 1 && text[begin - 1] == ' ' && is_currency(text[begin - 2]))))
    return true;
  const std::size_t next = skip_space(text, end);
  if (next < text.size() &&
      (text[next] == '%' || text[next] == 0x2030 || text[next] == 0xB0 || is_currency(text[next])))
    return true;
  return end + 1 < text.size() && text[end] == ',' && is_figure(text[end + 1]);
}

std::optional<Mention> read_mention(View text, std::size_t at) {
  if (at >= text.size() || !(is_figure(text[at]) || unicode::is_letter(text[at]))) return std::nullopt;
  if (at > 0 && (in_symbol(text[at - 1]) || (is_dash(text[at - 1]) && at > 1 && unicode::is_letter(text[at - 2]))))
    return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && in_symbol(text[end])) ++end;
  while (end > at && text[end - 1] == '.') --end;
  if (!well_formed(text.substr(at, end - at)) || is_amount(text, at, end)) return std::nullopt;
  return Mention{unicode::to_utf8(text.substr(at, end - at)), at, end, false};
}

struct Joint {
  std::size_t end = 0;  // where the next number must begin; 0: no joint
  bool range = false;
};

Joint read_joint(View text, std::size_t at, const grammar::Vocabulary& words) {
  std::size_t next = skip_space(text, at);
  if (next < text.size() && is_dash(text[next])) return {skip_space(text, next + 1), true};
  bool joined =
      next < text.size() && (text[next] == ',' || text[next] == ';' || text[next] == '&' || text[next] == '/');
  if (joined) next = skip_space(text, next + 1);
  std::size_t end = next;
  while (end < text.size() && unicode::is_letter(text[end])) ++end;
  const std::string word = unicode::to_utf8(text.substr(next, end - next));
  if (words.and_words.holds(word) || words.or_words.holds(word)) return {skip_space(text, end), false};
  if (!joined && words.to_words.holds(word)) return {skip_space(text, end), true};
  return {joined ? next : 0, false};
}

}  // namespace

bool is_dotted(std::string_view number) {
  const std::size_t dot = number.find('.');
  return dot != std::string_view::npos && number.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::vector<MentionRun> find_mentions(View text, const grammar::Vocabulary& words) {
  std::vector<MentionRun> runs;
  for (std::size_t at = 0; at < text.size();) {
    auto mention = read_mention(text, at);
    if (!mention) {
      ++at;
      continue;
    }
    MentionRun run;
    while (mention) {
      run.push_back(*mention);
      at = mention->end;
      const Joint joint = read_joint(text, at, words);
      if (joint.end == 0) break;
      mention = read_mention(text, joint.end);
      if (mention) run.back().range_to_next = joint.range;
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace pactable::audit
