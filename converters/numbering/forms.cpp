// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/forms.h"

#include <algorithm>

#include "core/unicode.h"
#include "numbering/figures.h"
#include "numbering/path.h"

namespace pactable::numbering {

namespace {

constexpr int kFirstYear = 1000;  // "2017. Since then": four digits at the start of a text are a year, not a number

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Bytes of white space at `at`; a no-break space is two of them.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  for (std::size_t length = 2; length <= 3 && at + length <= text.size(); ++length) {
    const std::string_view piece = text.substr(at, length);
    if (unicode::is_valid_utf8(piece)) return unicode::is_space(unicode::to_code_points(piece)[0]) ? length : 0;
  }
  return 0;
}

bool same_but_case(std::string_view text, std::string_view wanted) {
  return text.size() >= wanted.size() &&
         std::equal(wanted.begin(), wanted.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

char closing_of(char opening) { return opening == '(' ? ')' : opening == '[' ? ']' : '\0'; }

/// The components from `at` on; moves `at` behind them, or returns false.
bool read_components(std::string_view text, const Form& form, std::size_t& at, FormMatch& match) {
  for (int i = 0; i < form.depth; ++i) {
    if (i > 0) {
      if (!text.substr(at).starts_with(form.separator)) return false;
      at += form.separator.size();
    }
    const Component component = read_component(text.substr(at), figure_of(form, i));
    if (component.value == 0) return false;
    match.path.push_back(component.value);
    match.widths.push_back(text[at] == '0' ? static_cast<int>(component.length) : 0);
    at += component.length;
  }
  return true;
}

/// Bytes of a word that joins two numbers, with the space around it; 0 where there is none. A comma or a dash may be a
/// damaged point and joins nothing.
std::size_t joining_word(std::string_view text, const std::vector<std::string>& words) {
  std::size_t before = 0;
  while (const std::size_t space = space_at(text, before)) before += space;
  const auto joins = [&](std::string_view word) -> std::size_t {
    if (before == 0 || !same_but_case(text.substr(before), word)) return 0;
    std::size_t at = before + word.size();
    while (const std::size_t space = space_at(text, at)) at += space;
    return at > before + word.size() ? at : 0;
  };
  for (const std::string& word : words) {
    if (const std::size_t end = joins(word)) return end;
  }
  for (const std::string_view sign : {"&", "+"}) {
    if (const std::size_t end = joins(sign)) return end;
  }
  return 0;
}

/// The whole of `text` as a number of the form, or as two of them joined by a word.
std::optional<Reading> read_whole(std::string_view text, const Form& form, const std::vector<std::string>& words) {
  auto match = match_form(text, form);
  if (!match) return std::nullopt;
  Reading out{-1, std::move(match->path), std::move(match->canonical), match->final_dot, {}};
  if (match->length == text.size()) return out;
  const std::string_view rest = text.substr(match->length);
  const std::size_t joined = joining_word(rest, words);
  if (joined == 0) return std::nullopt;
  auto second = match_form(rest.substr(joined), form);
  if (!second && has_word_lead(form)) {
    Form bare = form;
    bare.lead.clear();
    second = match_form(rest.substr(joined), bare);
  }
  if (!second || second->length != rest.size() - joined) return std::nullopt;
  out.canonical += std::string(rest.substr(0, joined)) + second->canonical;
  out.final_dot = second->final_dot;
  out.second = std::move(second->path);
  return out;
}

}  // namespace

std::size_t lead_length(std::string_view text, const Form& form) {
  std::string_view word = form.lead;
  if (word.empty()) return 0;
  const bool apart = has_word_lead(form);
  while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
  if (!same_but_case(text, word)) return 0;
  std::size_t at = word.size();
  if (!apart) return at;
  std::size_t spaces = 0;
  while (const std::size_t space = space_at(text, at + spaces)) spaces += space;
  return spaces == 0 ? 0 : at + spaces;
}

std::optional<FormMatch> match_form(std::string_view text, const Form& form) {
  if (form.depth < 1 || form.depth > kMostLevels || text.empty()) return std::nullopt;
  std::size_t at = 0;
  const char closing = closing_of(text[0]);
  if (closing != '\0') ++at;
  // Most forms of a scheme have a lead that is not there: their first letter says so.
  if (!form.lead.empty() && (at >= text.size() || lower(text[at]) != lower(form.lead[0]))) return std::nullopt;
  const std::size_t lead = lead_length(text.substr(at), form);
  if (lead == 0 && !form.lead.empty()) return std::nullopt;
  FormMatch match;
  const bool word = has_word_lead(form);
  const std::size_t figures = at + lead;
  at = figures;
  if (!read_components(text, form, at, match) || !text.substr(at).starts_with(form.tail)) return std::nullopt;
  at += form.tail.size();
  match.canonical = (word ? std::string() : form.lead) + std::string(text.substr(figures, at - figures));
  if (closing != '\0') {
    if (at >= text.size() || text[at] != closing) return std::nullopt;
    ++at;
    match.closed = true;
  } else if (at < text.size() && (text[at] == ')' || (word && text[at] == ':'))) {
    ++at;
    match.closed = true;
  }
  if (at < text.size() && text[at] == '.') {
    ++at;
    match.final_dot = match.closed = true;
  }
  match.length = at;
  return match;
}

std::vector<Reading> read_label(std::string_view printed, const Scheme& scheme) {
  std::vector<Reading> readings;
  const std::string_view text = unicode::trim(printed);
  for (std::size_t i = 0; i < scheme.forms.size(); ++i) {
    if (scheme.forms[i].depth > scheme.max_depth) continue;
    std::optional<Reading> reading = read_whole(text, scheme.forms[i], scheme.joining_words);
    if (!reading) continue;
    reading->form = static_cast<int>(i);
    readings.push_back(std::move(*reading));
  }
  return readings;
}

std::string write_label(const std::vector<int>& path, const Form& form) {
  std::string out = has_word_lead(form) ? "" : form.lead;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) out += form.separator;
    out += write_component(path[i], figure_of(form, static_cast<int>(i)));
  }
  return out + form.tail;
}

std::size_t leading_label(std::string_view text, const Scheme& scheme) {
  std::size_t longest = 0;
  for (const Form& form : scheme.forms) {
    if (form.depth > scheme.max_depth) continue;
    const auto match = match_form(text, form);
    if (!match || match->length <= longest) continue;
    if (match->length < text.size() && space_at(text, match->length) == 0) continue;
    // "1 January", "A plan": one bare component is the start of a sentence unless something sets it off.
    const bool bare = form.depth == 1 && form.lead.empty() && form.tail.empty();
    if (bare && !match->closed) continue;
    const bool year =
        std::any_of(match->path.begin(), match->path.end(), [](int value) { return value >= kFirstYear; });
    if (year && form.lead.empty()) continue;
    longest = match->length;
  }
  return longest;
}

}  // namespace pactable::numbering
