// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/cell_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"
#include "grammar/family.h"
#include "values/choice.h"

namespace pactable::columns {
namespace {

// Evidence about a cell lies in its first pages; a text that somebody poured into one cell is not read again and again.
constexpr std::size_t kMostBytes = 20'000;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// `text` without its superscripts, which go to `marks`. A text that is nothing else is no mark of anything.
std::string without_marks(const layout::Text& text, std::vector<std::string>& marks) {
  const bool any = std::any_of(text.styles().begin(), text.styles().end(),
                               [](const layout::StyleSpan& span) { return span.style == layout::Style::kSuperscript; });
  if (!any || text.is_all(layout::Style::kSuperscript)) return text.utf8();
  std::string kept;
  std::size_t at = 0;
  for (const layout::StyleSpan& span : text.styles()) {
    if (span.style != layout::Style::kSuperscript || span.begin < at) continue;
    kept += text.utf8().substr(at, span.begin - at);
    const std::string mark(unicode::trim(text.utf8().substr(span.begin, span.end - span.begin)));
    if (!mark.empty()) marks.push_back(mark);
    at = span.end;
  }
  return kept + text.utf8().substr(at);
}

/// Superscript signs are marks too, unless the text is nothing else.
std::string without_raised_signs(const std::string& text, std::vector<std::string>& marks) {
  if (is_ascii(text)) return text;
  std::string kept, mark;
  bool other = false;
  const auto end_mark = [&] {
    if (!mark.empty()) marks.push_back(mark);
    mark.clear();
  };
  for (const char32_t c : unicode::to_code_points(text)) {
    const bool raised = c == U'¹' || c == U'²' || c == U'³' || (c >= U'⁰' && c <= U'⁹');
    if (!raised) end_mark();
    other = other || (!raised && !unicode::is_space(c));
    unicode::append_utf8(raised ? mark : kept, c);
  }
  end_mark();
  return other ? kept : text;
}

bool is_opening(char32_t c) { return c == U'(' || c == U'[' || c == U'（'; }
bool is_closing(char32_t c) { return c == U')' || c == U']' || c == U'）'; }

/// Without closed brackets and what stands in them; the whole text where nothing else is left.
std::string without_brackets(const std::string& text) {
  std::u32string kept;
  int depth = 0;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (is_opening(c)) ++depth;
    if (depth == 0) kept += c;
    if (is_closing(c) && depth > 0) --depth;
  }
  const std::string rest = unicode::collapse_space(unicode::to_utf8(kept));
  return depth == 0 && unicode::has_word_character(rest) ? rest : text;
}

/// "urgency1" → "urgency": a figure glued to a word is a mark that lost its style; "co2" and "n1" stay.
std::string without_glued_figures(const std::string& text) {
  constexpr std::size_t kMinLetters = 4;
  std::u32string kept;
  std::size_t letters = 0;
  const std::u32string points = unicode::to_code_points(text);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (unicode::is_letter(points[i])) {
      ++letters;
    } else if (unicode::is_digit(points[i]) && letters >= kMinLetters) {
      std::size_t end = i;
      while (end < points.size() && unicode::is_digit(points[end])) ++end;
      if (end - i <= 2 && (end == points.size() || !unicode::is_letter(points[end]))) {
        i = end - 1;
        continue;
      }
    } else {
      letters = 0;
    }
    kept += points[i];
  }
  return unicode::to_utf8(kept);
}

}  // namespace

std::string ascii_figures(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string out;
  for (const char32_t c : unicode::to_code_points(text)) {
    const int value = c < 0x80 ? -1 : u_charDigitValue(static_cast<UChar32>(c));
    const bool superscript = u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER;
    if (value >= 0 && !superscript) {
      out += static_cast<char>('0' + value);
    } else {
      unicode::append_utf8(out, c);
    }
  }
  return out;
}

std::vector<std::string_view> split_words(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::string_view word : unicode::split_space(folded)) {
    constexpr std::string_view kPunctuation = ".,;:!?()[]{}\"'*<>|";
    while (!word.empty() && kPunctuation.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    while (!word.empty() && kPunctuation.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    if (!word.empty() && unicode::has_word_character(word)) words.push_back(word);
  }
  return words;
}

CellText::CellText(const layout::Cell& cell) {
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    if (list_label.empty() && printed.empty()) list_label = paragraph.list_label;
    if (printed.size() >= kMostBytes) break;
    const std::string text = without_marks(paragraph.text, marks);
    const std::string live = without_raised_signs(std::string(unicode::beginning(text, kMostBytes)), marks);
    std::size_t begin = 0;
    while (begin <= live.size()) {  // lines of a paragraph stay lines: a list of parties may be set so
      const std::size_t end = std::min(live.find('\n', begin), live.size());
      const std::string line = unicode::collapse_space(std::string_view(live).substr(begin, end - begin));
      if (!line.empty()) printed += (printed.empty() ? "" : "\n") + line;
      begin = end + 1;
    }
  }
  printed = values::ticked(printed);  // of a form only the ticked option counts
  folded = unicode::fold(ascii_figures(printed));
  std::replace(folded.begin(), folded.end(), '\n', ' ');
  words = split_words(folded);
}

std::string bare_header(std::string_view printed) {
  const std::string inside = without_brackets(grammar::comparable(printed));
  return grammar::comparable(without_glued_figures(inside));
}

}  // namespace pactable::columns
