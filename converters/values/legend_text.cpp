// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/legend_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"

namespace pactable::values {
namespace {

bool is_dash(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DASH) != 0; }

/// Superscript and circled figures: a value, but no decimal digit of running text.
bool is_raised_figure(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER && c < 0x2100; }

bool is_closing(char32_t c) {
  return c == '.' || c == ';' || c == ',' || unicode::is_space(c) || is_bullet(c) || c == '|';
}

/// Words that lead to the next code: "high, medium and". A capital is a part of the label: "Category A".
bool leads_on(PointsView word, const grammar::Vocabulary& words) {
  const std::string written = unicode::to_utf8(word);
  const std::string folded = unicode::fold(written);
  if (folded != written) return false;
  return words.and_words.holds(folded) || words.or_words.holds(folded) || words.to_words.holds(folded);
}

PointsView trimmed(PointsView text, const grammar::Vocabulary& words) {
  while (!text.empty() && unicode::is_space(text.front())) text.remove_prefix(1);
  while (true) {
    while (!text.empty() && is_closing(text.back())) text.remove_suffix(1);
    const std::size_t space = text.rfind(U' ');
    if (space == PointsView::npos || !leads_on(text.substr(space + 1), words)) return text;
    text = text.substr(0, space);
  }
}

std::string written(PointsView text) { return unicode::collapse_space(unicode::to_utf8(text)); }

/// Index of the bracket that closes the one at `open`, or the size of the text.
std::size_t closing_bracket(PointsView text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '(' || text[i] == '[') ++depth;
    if ((text[i] == ')' || text[i] == ']') && --depth == 0) return i;
  }
  return text.size();
}

/// Where a label without a bracket ends: before ": ", " – " or the end of a sentence.
std::size_t label_end(PointsView text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool space_behind = unicode::is_space(text[i + 1]);
    if (text[i] == ':' && space_behind) return i;
    if (text[i] == '.' && space_behind) return i;
    if (is_dash(text[i]) && space_behind && unicode::is_space(text[i - 1])) return i;
  }
  return text.size();
}

}  // namespace

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0xAB || c == 0xBB;
}

bool is_bullet(char32_t c) { return c == 0x2022 || c == 0x25AA || c == 0x25CF || c == 0x00B7 || c == 0xF0B7; }

std::size_t skip_space(PointsView text, std::size_t at) {
  while (at < text.size() && unicode::is_space(text[at])) ++at;
  return at;
}

int figure_value(PointsView figures) {
  int value = 0;
  for (const char32_t c : figures) value = value * 10 + u_charDigitValue(static_cast<UChar32>(c));
  return value;
}

NoteMark read_note_mark(PointsView text) {
  std::size_t end = 0;
  while (end < text.size() && is_raised_figure(text[end])) ++end;
  if (end > 0) return {unicode::fold(unicode::to_utf8(text.substr(0, end))), skip_space(text, end)};
  const auto is_star = [](char32_t c) { return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xA7; };
  while (end < text.size() && is_star(text[end])) ++end;
  if (end > 0) return {unicode::to_utf8(text.substr(0, end)), skip_space(text, end)};
  if (text.empty() || text[0] != '[') return {};
  end = 1;
  while (end < text.size() && unicode::is_digit(text[end])) ++end;
  if (end == 1 || end >= text.size() || text[end] != ']') return {};
  const std::size_t begin = skip_space(text, end + 1);
  const bool lead = begin < text.size() && std::find(text.begin(), text.end(), U':') != text.end();
  if (!lead) return {};
  return {unicode::to_utf8(text.substr(1, end - 1)), begin};
}

NoteMark read_plain_mark(PointsView text) {
  std::size_t end = 0;
  if (!text.empty() && (text[0] == '[' || text[0] == '(')) ++end;
  const std::size_t begin = end;
  while (end < text.size() && unicode::is_digit(text[end])) ++end;
  if (end == begin || end - begin > 2) return {};
  const std::string mark = unicode::to_utf8(text.substr(begin, end - begin));
  if (end < text.size() && (text[end] == ')' || text[end] == ']')) ++end;
  const std::size_t next = skip_space(text, end);
  if (next >= text.size() || !unicode::is_letter(text[next])) return {};
  return {mark, next};
}

PointsView strip_lead(PointsView lead) {
  while (!lead.empty() && unicode::is_space(lead.front())) lead.remove_prefix(1);
  const auto parts = [](char32_t c) {
    return c == ':' || c == '=' || c == '(' || c == '.' || is_dash(c) || unicode::is_space(c);
  };
  while (!lead.empty() && parts(lead.back())) lead.remove_suffix(1);
  while (!lead.empty() && is_raised_figure(lead.back())) lead.remove_suffix(1);  // the mark of "Urgency ¹"
  while (!lead.empty() && unicode::is_space(lead.back())) lead.remove_suffix(1);
  return lead;
}

LabelText read_label_text(PointsView text, bool last, const grammar::Vocabulary& words) {
  const auto trim = [&](PointsView part) { return trimmed(part, words); };
  text = trim(text);
  if (!text.empty() && text.front() == '(') {  // "1 (high), 2 (low)"
    const std::size_t close = closing_bracket(text, 0);
    return {written(trim(text.substr(1, close - 1))),
            close + 1 < text.size() ? written(trim(text.substr(close + 1))) : ""};
  }
  const std::size_t end = label_end(text);
  const std::size_t open = text.find(U'(');
  if (open != PointsView::npos && open < end) {
    const std::size_t close = closing_bracket(text, open);
    LabelText out{written(trim(text.substr(0, open))), written(trim(text.substr(open + 1, close - open - 1)))};
    PointsView rest = close < text.size() ? text.substr(close + 1) : PointsView{};
    const bool sentence_behind = !rest.empty() && rest.front() == '.';
    rest = trim(rest);
    if (!rest.empty() && !(last && sentence_behind)) out.definition += " " + written(rest);
    return out;
  }
  if (end == text.size()) {
    const bool legend_bracket = last && !text.empty() && text.back() == ')' && open == PointsView::npos;
    return {written(trim(legend_bracket ? text.substr(0, text.size() - 1) : text)), ""};
  }
  const bool sentence = text[end] == '.';
  return {written(trim(text.substr(0, end))), last && sentence ? "" : written(trim(text.substr(end + 1)))};
}

}  // namespace pactable::values
