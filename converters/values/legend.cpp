// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/legend.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"
#include "values/legend_text.h"

namespace pactable::values {
namespace {

/// "Urgency scale", "Key to the levels of priority": a lead names a column; a longer one is a sentence.
constexpr std::size_t kLongestLead = 7;
/// Labels of codes are a few words. Behind a mark that prose numbering does not use (= – :) they may be a phrase …
constexpr std::size_t kLongestLabel = 9;
/// … behind "1." or "(1)", which also number the sentences of a list, they must be shorter.
constexpr std::size_t kLongestWeakLabel = 4;
/// Scales have few steps; higher figures are quantities.
constexpr int kHighestFigure = 20;
constexpr std::size_t kFewestCodes = 2;
/// A legend explains a few codes in a few lines; a longer paragraph is prose, whatever it looks like.
constexpr std::size_t kLongestLegend = 4000;

enum class CodeClass { kFigure, kUpper, kLower, kWord };
enum class Mark { kEquals, kDash, kColon, kDot, kBracket, kBracketedLabel };

/// How the codes of one legend are written.
struct Style {
  CodeClass code = CodeClass::kFigure;
  Mark mark = Mark::kDash;
  bool opened = false;  // "(1) essential"
  bool operator==(const Style&) const = default;
};

struct CodeAt {
  std::size_t begin = 0, code_begin = 0, code_end = 0, label_begin = 0;
  Style style;
};

bool is_dash(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DASH) != 0; }

std::optional<CodeClass> class_of(PointsView code, const grammar::Vocabulary& words) {
  const auto all = [&](auto test) { return std::all_of(code.begin(), code.end(), test); };
  if (code.empty()) return std::nullopt;
  if (all(unicode::is_digit)) {
    if (code.size() > 2 || figure_value(code) > kHighestFigure) return std::nullopt;
    return CodeClass::kFigure;
  }
  const auto upper_or_digit = [](char32_t c) {
    return u_isupper(static_cast<UChar32>(c)) != 0 || unicode::is_digit(c);
  };
  if (code.size() <= 3 && all(upper_or_digit)) return CodeClass::kUpper;
  if (code.size() == 1 && u_islower(static_cast<UChar32>(code[0])) != 0) return CodeClass::kLower;
  if (words.scale.holds(unicode::fold(unicode::to_utf8(code)))) return CodeClass::kWord;  // "high", written out
  return std::nullopt;
}

/// Ends of the words that may make a code at `at`: one word, then two for "short term".
std::vector<std::size_t> code_ends(PointsView text, std::size_t at) {
  std::vector<std::size_t> ends;
  const auto in_word = [](char32_t c) { return unicode::is_letter(c) || unicode::is_digit(c); };
  std::size_t end = at;
  for (int words = 0; words < 2; ++words) {
    while (end < text.size() && in_word(text[end])) ++end;
    if (end == at) break;
    ends.push_back(end);
    const bool goes_on = end + 1 < text.size() && (text[end] == ' ' || text[end] == '-') && in_word(text[end + 1]);
    if (!goes_on) break;
    ++end;
  }
  std::reverse(ends.begin(), ends.end());
  return ends;
}

/// Index behind the mark at `at`, with the mark; nothing where no mark parts code and label.
std::optional<std::pair<Mark, std::size_t>> read_mark(PointsView text, std::size_t at, bool opened) {
  const bool spaced = at < text.size() && unicode::is_space(text[at]);
  std::size_t next = skip_space(text, at);
  if (next >= text.size()) return std::nullopt;
  const char32_t c = text[next];
  if (opened || c == ')' || c == ']') {
    if (spaced || (c != ')' && c != ']')) return std::nullopt;
    next = skip_space(text, next + 1);
    if (next < text.size() && (is_dash(text[next]) || text[next] == '=' || text[next] == ':')) ++next;
    return std::pair{Mark::kBracket, next};
  }
  if (c == '=') return std::pair{Mark::kEquals, next + 1};
  if (c == ':') return std::pair{Mark::kColon, next + 1};
  if (c == '(') return std::pair{Mark::kBracketedLabel, next};
  if (c == '.' && !spaced) {
    next = skip_space(text, next + 1);
    return std::pair{Mark::kDot, next};
  }
  const bool letter_behind = next + 1 < text.size() && (unicode::is_space(text[next + 1]) || !spaced);
  if (is_dash(c) && letter_behind) return std::pair{Mark::kDash, next + 1};
  return std::nullopt;
}

std::optional<CodeAt> read_code_at(PointsView text, std::size_t at, const grammar::Vocabulary& words) {
  CodeAt found;
  found.begin = at;
  found.style.opened = at < text.size() && (text[at] == '(' || text[at] == '[');
  found.code_begin = found.style.opened ? at + 1 : at;
  if (found.code_begin < text.size() && is_quote(text[found.code_begin])) ++found.code_begin;
  for (const std::size_t end : code_ends(text, found.code_begin)) {
    const auto code_class = class_of(text.substr(found.code_begin, end - found.code_begin), words);
    if (!code_class) continue;
    const std::size_t behind = end < text.size() && is_quote(text[end]) ? end + 1 : end;
    const auto mark = read_mark(text, behind, found.style.opened);
    if (!mark) continue;
    found.code_end = end;
    found.style.code = *code_class;
    found.style.mark = mark->first;
    found.label_begin = skip_space(text, mark->second);
    const std::size_t first =
        mark->first == Mark::kBracketedLabel ? skip_space(text, found.label_begin + 1) : found.label_begin;
    const bool letter = first < text.size() && (unicode::is_letter(text[first]) || is_quote(text[first]));
    // "B – 5 years": a duration is a label only where it follows "=", ":" or a spaced dash behind a letter code.
    const bool figure = first < text.size() &&
                        (unicode::is_digit(text[first]) || text[first] == '<' || text[first] == '>') &&
                        *code_class != CodeClass::kFigure && mark->first != Mark::kDot && mark->first != Mark::kBracket;
    if (letter || figure) return found;
  }
  return std::nullopt;
}

/// A code begins a text, a line or a part behind a mark or a space.
bool at_boundary(PointsView text, std::size_t at) {
  if (at == 0) return true;
  return unicode::is_space(text[at - 1]) || text[at - 1] == ';' || text[at - 1] == ',' || text[at - 1] == '.' ||
         is_bullet(text[at - 1]);
}

bool steps_on(const std::vector<CodeAt>& codes, PointsView text, const CodeAt& next) {
  const auto written = [&](const CodeAt& c) { return text.substr(c.code_begin, c.code_end - c.code_begin); };
  for (const CodeAt& code : codes) {
    if (written(code) == written(next)) return false;
  }
  if (next.style.code != CodeClass::kFigure || codes.empty()) return true;
  const int last = figure_value(written(codes.back()));
  const int value = figure_value(written(next));
  if (codes.size() == 1) return value != last;
  const bool rising = last > figure_value(written(codes[codes.size() - 2]));
  return rising ? value > last : value < last;
}

/// All codes from `begin` on, in the style of the first; brackets of definitions hide what is in them.
std::vector<CodeAt> find_codes(PointsView text, std::size_t begin, const grammar::Vocabulary& words) {
  std::vector<CodeAt> codes;
  const auto first = read_code_at(text, begin, words);
  if (!first) return codes;
  codes.push_back(*first);
  int depth = 0;
  for (std::size_t i = first->label_begin; i < text.size(); ++i) {
    if (depth == 0 && at_boundary(text, i)) {
      const auto next = read_code_at(text, i, words);
      if (next && next->style == first->style && steps_on(codes, text, *next)) {
        codes.push_back(*next);
        i = next->label_begin - 1;
        continue;
      }
    }
    if (text[i] == '(' || text[i] == '[') ++depth;
    if ((text[i] == ')' || text[i] == ']') && depth > 0) --depth;
  }
  return codes;
}

bool fits(const plan::Code& code, const Style& style) {
  const bool weak = style.mark == Mark::kDot || style.mark == Mark::kBracket;
  const std::size_t words = unicode::split_space(code.label).size();
  const bool two_parts = code.label.find(';') != std::string::npos;
  return words > 0 && !two_parts && words <= (weak ? kLongestWeakLabel : kLongestLabel);
}

std::optional<Legend> read_codes(PointsView text, std::size_t begin, const grammar::Vocabulary& words) {
  const std::vector<CodeAt> found = find_codes(text, begin, words);
  if (found.size() < kFewestCodes) return std::nullopt;
  Legend legend;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool last = i + 1 == found.size();
    const std::size_t end = last ? text.size() : found[i + 1].begin;
    const LabelText label = read_label_text(text.substr(found[i].label_begin, end - found[i].label_begin), last, words);
    plan::Code code{
        unicode::to_utf8(text.substr(found[i].code_begin, found[i].code_end - found[i].code_begin)), label.label, {}};
    if (!label.definition.empty()) code.definition = label.definition;
    if (!fits(code, found[i].style)) return std::nullopt;
    legend.codes.push_back(std::move(code));
  }
  return legend;
}

/// Places where the codes may begin: the start, and behind each of the first marks that can end a lead.
std::vector<std::size_t> starts_of_codes(PointsView text) {
  std::vector<std::size_t> starts = {skip_space(text, 0)};
  const auto add = [&](std::size_t at) { starts.push_back(skip_space(text, at)); };
  for (std::size_t i = 0; i < text.size() && starts.size() < 8; ++i) {
    const char32_t c = text[i];
    const bool dash = is_dash(c) && i > 0 && unicode::is_space(text[i - 1]);
    if (c == ':' || c == '=' || c == '(' || c == '\n' || c == '.' || dash) add(i + 1);
    if (c == '(') add(i);  // "Priority: (1) essential"
    if (c == ':' && i + 1 < text.size()) add(i + 1);
  }
  return starts;
}

std::optional<Legend> read_behind_lead(PointsView text, const grammar::Vocabulary& words) {
  for (const std::size_t start : starts_of_codes(text)) {
    const PointsView lead = strip_lead(text.substr(0, std::min(start, text.size())));
    if (!lead.empty() && !unicode::is_letter(lead.front())) continue;
    const std::string written = unicode::collapse_space(unicode::to_utf8(lead));
    if (unicode::split_space(written).size() > kLongestLead) break;
    if (auto legend = read_codes(text, start, words)) {
      legend->lead = written;
      return legend;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Legend> read_legend(std::string_view paragraph, const grammar::Vocabulary& words) {
  const Points text = unicode::to_code_points(unicode::nfc(unicode::trim(paragraph)));
  if (text.size() > kLongestLegend) return std::nullopt;
  const NoteMark mark = read_note_mark(text);
  if (auto legend = read_behind_lead(PointsView(text).substr(mark.end), words)) {
    if (!mark.mark.empty()) legend->mark = mark.mark;
    return legend;
  }
  const NoteMark plain = read_plain_mark(text);  // "1 Urgency: 1 - Urgent …"
  if (plain.end == 0) return std::nullopt;
  auto legend = read_behind_lead(PointsView(text).substr(plain.end), words);
  if (!legend || legend->lead.empty()) return std::nullopt;
  legend->mark = plain.mark;
  return legend;
}

std::vector<Legend> read_legends(std::string_view paragraph, const grammar::Vocabulary& words) {
  std::vector<Legend> legends;
  // Longer ones are no legends, and each of their sentences would be read to the end.
  if (paragraph.size() > kLongestLegend) {
    if (auto whole = read_legend(paragraph, words)) legends.push_back(std::move(*whole));
    return legends;
  }
  // "Urgency: 1 = …, 2 = …. Timescale: A = …": a sentence that is a legend with a lead of its own ends the one before.
  std::size_t begin = 0;
  for (std::size_t dot = paragraph.find_first_of(".;\n"); dot != std::string_view::npos;
       dot = paragraph.find_first_of(".;\n", dot + 1)) {
    const std::string_view behind = paragraph.substr(dot + 1);
    if (paragraph[dot] != '\n' && !behind.starts_with(' ')) continue;
    const auto next = read_legend(behind, words);
    if (!next || next->lead.empty() || next->lead.find(',') != std::string::npos) continue;
    auto before = read_legend(paragraph.substr(begin, dot - begin), words);
    if (!before) continue;
    legends.push_back(std::move(*before));
    begin = dot + 1;
  }
  if (auto last = read_legend(paragraph.substr(begin), words)) legends.push_back(std::move(*last));
  return legends;
}

}  // namespace pactable::values
