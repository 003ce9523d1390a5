// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/parties.h"

#include <algorithm>
#include <optional>

#include "core/unicode.h"
#include "grammar/family.h"

namespace pactable::values {
namespace {

using Points = std::u32string;
using PointsView = std::u32string_view;

/// The final dot of a name of fewer letters is that of an abbreviation ("etc.", "Inc.", "Corp.").
constexpr std::size_t kShortestDottedWord = 5;

bool is_space(char32_t c) { return unicode::is_space(c); }

bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x25AA || c == 0x25CF || c == 0x25E6 || c == 0x2023 || c == 0x00B7 || c == 0xF0B7 ||
         c == 0xF0A7;
}

bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0B; }

PointsView trim(PointsView text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// True for each character inside a closed pair of brackets; a bracket that is never closed hides nothing.
std::vector<bool> bracketed(PointsView text) {
  std::vector<int> depth_change(text.size() + 1, 0);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' || text[i] == '[') open.push_back(i);
    if ((text[i] != ')' && text[i] != ']') || open.empty()) continue;
    ++depth_change[open.back()];
    --depth_change[i + 1];
    open.pop_back();
  }
  std::vector<bool> inside(text.size(), false);
  for (std::size_t i = 0, depth = 0; i < text.size(); ++i) {
    depth += static_cast<std::size_t>(depth_change[i]);
    inside[i] = depth > 0;
  }
  return inside;
}

template <class IsSeparator>
std::vector<PointsView> split(PointsView text, IsSeparator is_separator) {
  const std::vector<bool> inside = bracketed(text);
  std::vector<PointsView> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (inside[i] || !is_separator(text, i))) continue;
    if (const PointsView part = trim(text.substr(begin, i - begin)); !part.empty()) parts.push_back(part);
    begin = i + 1;
  }
  return parts;
}

bool is_strong(PointsView text, std::size_t i) {
  if (text[i] == ';' || text[i] == U'؛' || is_line_end(text[i]) || is_bullet(text[i]) || text[i] == '|') return true;
  const bool spaced = i > 0 && i + 1 < text.size() && is_space(text[i - 1]) && is_space(text[i + 1]);
  return text[i] == '/' && spaced;
}

bool is_comma(PointsView text, std::size_t i) {
  const auto digit_at = [&](std::size_t at) { return at < text.size() && unicode::is_digit(text[at]); };
  return (text[i] == ',' || text[i] == U'،' || text[i] == U'、') && !(i > 0 && digit_at(i - 1) && digit_at(i + 1));
}

struct WordAt {
  std::size_t begin, end;
};

std::vector<WordAt> words(PointsView text) {
  std::vector<WordAt> found;
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !is_space(text[end])) ++end;
    found.push_back({i, end});
    i = end;
  }
  return found;
}

bool is_one_of(PointsView word, const grammar::WordSet& set) {
  return set.holds(grammar::comparable(unicode::to_utf8(word)));
}

/// A name with one of these words names an institution ("Ministry of Agriculture and Rural Development"): an "and"
/// behind it is part of the name.
bool names_institution(PointsView name, const grammar::Vocabulary& known) {
  const auto parts = words(name);
  return std::any_of(parts.begin(), parts.end(), [&](const WordAt& w) {
    return is_one_of(name.substr(w.begin, w.end - w.begin), known.institutions);
  });
}

bool is_lower(char32_t c) {
  return unicode::is_letter(c) &&
         unicode::to_code_points(unicode::fold(unicode::to_utf8(PointsView(&c, 1)))) == PointsView(&c, 1);
}

bool is_acronym(PointsView name) {
  return name.size() > 1 && words(name).size() == 1 && std::any_of(name.begin(), name.end(), unicode::is_letter) &&
         std::none_of(name.begin(), name.end(), is_lower);
}

/// The last name of a list: "B and C" is two names, ", and C" is one, "Ministry of B and C" stays.
std::vector<PointsView> split_last(PointsView last, const grammar::Vocabulary& known) {
  const std::vector<bool> inside = bracketed(last);
  const auto parts = words(last);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PointsView word = last.substr(parts[i].begin, parts[i].end - parts[i].begin);
    if (inside[parts[i].begin] || !is_one_of(word, known.and_words) || i + 1 == parts.size()) continue;
    const PointsView left = trim(last.substr(0, parts[i].begin));
    const PointsView right = trim(last.substr(parts[i].end));
    if (left.empty()) return {right};
    if (word == U"&" || (names_institution(left, known) && !is_acronym(right))) return {last};
    return {left, right};
  }
  return {last};
}

/// "NGOs", "SPRFMO", "Ministry of Water": a name by itself, whatever stands beside it.
bool is_sure_name(PointsView name, const grammar::Vocabulary& known) {
  if (is_acronym(name) || is_one_of(name, known.bodies)) return true;
  const auto parts = words(name);
  return !parts.empty() && names_institution(name, known) &&
         is_one_of(name.substr(parts[0].begin, parts[0].end - parts[0].begin), known.bodies);
}

/// Outside of lists "and" joins names only where both sides are names without doubt: "Range States and NGOs" is two,
/// "Ministry of Agriculture and Forestry" is one.
std::vector<PointsView> split_pair(PointsView name, const grammar::Vocabulary& known) {
  const std::vector<bool> inside = bracketed(name);
  for (const WordAt& at : words(name)) {
    const PointsView word = name.substr(at.begin, at.end - at.begin);
    if (inside[at.begin] || word == U"&" || !is_one_of(word, known.and_words)) continue;
    const PointsView left = trim(name.substr(0, at.begin));
    const PointsView right = trim(name.substr(at.end));
    if (left.empty() || right.empty()) continue;
    const bool whole = is_one_of(right, known.bodies) && !is_acronym(right);
    if (names_institution(left, known) && whole && !names_institution(right, known)) continue;
    if (is_sure_name(left, known) && is_sure_name(right, known)) return {left, right};
  }
  return {name};
}

/// "Ministry of Agriculture, Forestry and Fisheries": one office, and the fields that it is for.
bool is_one_office(PointsView text, const std::vector<PointsView>& parts, const grammar::Vocabulary& known) {
  if (parts.size() < 2 || !names_institution(parts.front(), known)) return false;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    for (const PointsView name : split_last(parts[i], known)) {
      if (!is_one_of(name, known.sectors)) return false;
    }
  }
  return !text.empty();
}

/// "etc.", "to be determined", "n/a": nobody.
bool is_nobody(std::string_view name, const grammar::Vocabulary& known) {
  const std::string words = grammar::comparable(name);
  return std::find(known.placeholders.begin(), known.placeholders.end(), words) != known.placeholders.end();
}

/// The letters, figures or romans of "a)", "(i)", "2)" that begin at `at`, with the index behind the bracket.
std::optional<std::pair<PointsView, std::size_t>> list_mark(PointsView text, std::size_t at) {
  constexpr std::size_t kLongestMark = 4;  // "viii"
  const std::size_t begin = at + (text[at] == '(' ? 1 : 0);
  std::size_t end = begin;
  while (end < text.size() && end - begin <= kLongestMark && (is_lower(text[end]) || unicode::is_digit(text[end])))
    ++end;
  if (end == begin || end >= text.size() || text[end] != ')') return std::nullopt;
  return std::pair{text.substr(begin, end - begin), end + 1};
}

/// "a) Parks b) Chair": the marks of a list go, an end of line stands for each. A text that does not begin
/// with the first of two marks stays as it is.
Points without_list_marks(const Points& text) {
  static constexpr PointsView kRomans[] = {U"i", U"ii", U"iii", U"iv", U"v", U"vi", U"vii", U"viii", U"ix"};
  Points out;
  std::size_t count = 0;
  const PointsView all(text);
  const auto is_next = [&](PointsView mark) {
    return (mark.size() == 1 && mark[0] == U'a' + count) || (count < std::size(kRomans) && mark == kRomans[count]) ||
           unicode::to_utf8(mark) == std::to_string(count + 1);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto mark = i == 0 || is_space(text[i - 1]) || is_line_end(text[i - 1]) ? list_mark(all, i) : std::nullopt;
    if (mark && is_next(mark->first)) {
      ++count;
      out += U'\n';
      i = mark->second - 1;
      continue;
    }
    if (count == 0 && !is_space(text[i])) return text;  // the list does not begin the text
    out += text[i];
  }
  return count > 1 ? out : text;
}

/// Without a list mark in front ("- ", "1) ", "a) ") and a final dot.
PointsView undotted(PointsView name) {
  if (name.size() > 1 && (name[0] == '-' || name[0] == 0x2013) && is_space(name[1])) name = trim(name.substr(1));
  if (name.empty() || name.back() != '.') return name;
  std::size_t letters = 0;
  for (std::size_t i = name.size() - 1; i > 0 && unicode::is_letter(name[i - 1]); --i) ++letters;
  return letters >= kShortestDottedWord ? trim(name.substr(0, name.size() - 1)) : name;
}

}  // namespace

std::vector<std::string> split_parties(std::string_view printed, const grammar::Vocabulary& known) {
  const Points text = without_list_marks(unicode::to_code_points(printed));
  std::vector<std::string> names;
  if (is_nobody(printed, known)) return names;
  const auto add = [&](PointsView name) {
    const std::string written = unicode::collapse_space(unicode::to_utf8(undotted(name)));
    if (unicode::has_word_character(written)) names.push_back(written);
  };
  const std::vector<PointsView> groups = split(text, is_strong);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::vector<PointsView> parts = split(groups[g], is_comma);
    // Between semicolons a comma belongs to an institution's name: "Ministry of Agriculture, Forestry and Water; WWF".
    if (groups.size() > 1 && parts.size() > 1 && names_institution(parts.front(), known)) parts = {groups[g]};
    if (is_one_office(groups[g], parts, known)) parts = {groups[g]};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool last_of_list =
          i + 1 == parts.size() && (parts.size() > 1 || (groups.size() > 1 && g + 1 == groups.size()));
      if (!last_of_list) {
        for (const PointsView name : split_pair(parts[i], known)) add(name);
        continue;
      }
      for (const PointsView name : split_last(parts[i], known)) add(name);
    }
  }
  return names;
}

bool may_be_several(std::string_view name, const grammar::Vocabulary& known) {
  const Points points = unicode::to_code_points(name);
  const PointsView text(points);
  const std::vector<bool> inside = bracketed(text);
  for (const WordAt& at : words(text)) {
    const PointsView word = text.substr(at.begin, at.end - at.begin);
    if (inside[at.begin]) continue;
    // "KWS/AWF", "and/or"
    const std::size_t slash = word.find(U'/');
    if (slash != PointsView::npos && slash > 0 && slash + 1 < word.size() && !is_one_of(text, known.bodies))
      return true;
    if (at.begin == 0 || at.end == text.size()) continue;
    if (is_one_of(word, known.or_words) || word == U"+") return true;
    if (!is_one_of(word, known.and_words)) continue;
    const PointsView left = trim(text.substr(0, at.begin));
    if (words(left).size() < 2 || !names_institution(left, known)) return true;
  }
  return false;
}

}  // namespace pactable::values
