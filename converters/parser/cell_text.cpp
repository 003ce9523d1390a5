// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/cell_text.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::parser {
namespace {

// "12", "a", "iv": longer raised texts are words ("1st", "2nd" have two letters and follow a figure).
constexpr std::size_t kMaxMark = 3;

bool is_raised_figure(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}

bool is_note_sign(char32_t c) { return c == U'*' || c == U'†' || c == U'‡' || c == U'§'; }

char32_t plain_figure(char32_t c) {
  if (c == U'¹') return U'1';
  if (c == U'²') return U'2';
  if (c == U'³') return U'3';
  return c == U'⁰' ? U'0' : U'4' + (c - U'⁴');
}

char32_t last_before(std::string_view text, std::size_t at) {
  const std::u32string points = unicode::to_code_points(unicode::trim(text.substr(0, at)));
  return points.empty() ? U' ' : points.back();
}

bool is_roman(char32_t c) { return c == U'I' || c == U'V' || c == U'X' || c == U'L'; }

// The signs of length are the same in all languages: "m²" and "km3" are units.
bool is_length(std::u32string_view word) {
  static constexpr std::u32string_view kLengths[] = {U"m", U"km", U"cm", U"mm", U"dm", U"м", U"км", U"см"};
  return std::find(std::begin(kLengths), std::end(kLengths), word) != std::end(kLengths);
}

// "2¹.1", "x²y": what goes on behind a raised sign without a space is one word with it.
bool goes_on(std::string_view text, std::size_t end) {
  const std::u32string behind = unicode::to_code_points(text.substr(end, 8));  // two characters of any length
  if (behind.empty()) return false;
  if (unicode::is_letter(behind[0]) || unicode::is_digit(behind[0])) return true;
  return (behind[0] == U'.' || behind[0] == U',') && behind.size() > 1 && unicode::is_digit(behind[1]);
}

std::u32string word_before(std::string_view text, std::size_t at) {
  const std::u32string points = unicode::to_code_points(text.substr(0, at));
  std::size_t begin = points.size();
  while (begin > 0 && unicode::is_letter(points[begin - 1])) --begin;
  return points.substr(begin);
}

// What a raised stretch says without brackets, a mark each; empty where it is none: "st" of "1st", "2" of "m2".
std::vector<std::string> marks_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<std::string> marks;
  std::u32string mark;
  bool letter = false, figure = false;
  const auto close = [&] {
    if (!mark.empty()) marks.push_back(unicode::to_utf8(mark));
    mark.clear();
  };
  std::size_t longest = 0;
  for (const char32_t c : unicode::to_code_points(text.substr(begin, end - begin))) {
    if (c == U',' || c == U';' || unicode::is_space(c)) {
      close();
      continue;
    }
    if (c == U'[' || c == U']' || c == U'(' || c == U')') continue;
    const char32_t plain = is_raised_figure(c) ? plain_figure(c) : c;
    letter = letter || unicode::is_letter(plain);
    figure = figure || unicode::is_digit(plain);
    mark += plain;
    longest = std::max(longest, mark.size());
  }
  close();
  if (longest > kMaxMark || (letter && figure)) return {};
  const char32_t before = last_before(text, begin);
  // Behind a figure two letters are the ending of an ordinal, and so are e and o: "2e", "XXIe", "1o".
  const bool ordinal = marks.size() == 1 && (marks.front() == "e" || marks.front() == "o" || longest > 1);
  if (letter && ordinal && (unicode::is_digit(before) || is_roman(before))) return {};
  if (figure && is_length(word_before(text, begin))) return {};
  return marks;
}

struct Stretch {
  std::size_t begin = 0, end = 0;
};

void add_raised(const layout::Text& text, std::vector<Stretch>& stretches) {
  for (const layout::StyleSpan& span : text.styles()) {
    if (span.style == layout::Style::kSuperscript) stretches.push_back({span.begin, span.end});
  }
}

// Signs that are marks by themselves, and "[1]" at the end of a text.
void add_signs(std::string_view text, std::vector<Stretch>& stretches) {
  std::size_t at = 0;
  char32_t previous = U' ';
  for (const char32_t c : unicode::to_code_points(text)) {
    const std::size_t length = unicode::to_utf8(std::u32string(1, c)).size();
    // "2.3 *" ends with a mark; a star before more words is a bullet.
    const bool sign = at > 0 && (is_raised_figure(c) || is_note_sign(c));
    if (sign && (!unicode::is_space(previous) || !unicode::has_word_character(text.substr(at)))) {
      if (!stretches.empty() && stretches.back().end == at) {
        stretches.back().end = at + length;
      } else {
        stretches.push_back({at, at + length});
      }
    }
    at += length;
    previous = c;
  }
  const std::string_view trimmed = text.substr(0, text.find_last_not_of(" \n") + 1);
  const std::size_t open = trimmed.ends_with(']') ? trimmed.rfind('[') : std::string_view::npos;
  if (open != std::string_view::npos && open > 0 && trimmed.size() - open <= kMaxMark + 2) {
    stretches.push_back({open, trimmed.size()});
  }
}

}  // namespace

layout::Text cell_text(const layout::Cell& cell) {
  layout::Text out;
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    const layout::Text text = paragraph.text.collapsed();
    if (text.empty() && paragraph.list_label.empty()) continue;
    if (!out.empty()) out.append_joint(" ");
    if (!paragraph.list_label.empty()) {
      out.append_joint(paragraph.list_label);
      if (!text.empty()) out.append_joint(" ");
    }
    out.append(text);
  }
  return out;
}

layout::Text cell_lines(const layout::Cell& cell) {
  layout::Text out;
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    const std::string& utf8 = paragraph.text.utf8();
    bool first = true, behind_soft = false;
    for (std::size_t begin = 0; begin <= utf8.size();) {
      const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
      const std::size_t soft = std::min(utf8.find(kSoftLineEnd, begin), utf8.size());
      const std::size_t stop = std::min(end, soft);
      const layout::Text line = paragraph.text.slice(begin, stop).collapsed();
      if (!line.empty()) {
        if (!out.empty()) out.append_joint(first ? kParagraphEnd : behind_soft ? kSoftLineEnd : "\n");
        out.append(line);
        first = false;
      }
      behind_soft = soft < end;
      begin = stop + (behind_soft ? kSoftLineEnd.size() : 1);
    }
  }
  return out;
}

Unmarked without_marks(const layout::Text& text) {
  Unmarked out;
  std::vector<Stretch> stretches;
  add_raised(text, stretches);
  add_signs(text.utf8(), stretches);
  std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  std::size_t at = 0;
  const std::string_view all(text.utf8());
  for (const Stretch& stretch : stretches) {
    if (stretch.begin < at) continue;
    const std::vector<std::string> marks = marks_of(all, stretch.begin, stretch.end);
    // A value that is nothing but a raised sign keeps it, and so does a rating by stars.
    const bool word = unicode::has_word_character(all.substr(0, stretch.begin));
    if (marks.empty() || !word || goes_on(all, stretch.end)) continue;
    out.text.append(text.slice(at, stretch.begin));
    out.marks.insert(out.marks.end(), marks.begin(), marks.end());
    at = stretch.end;
  }
  if (out.marks.empty()) return {text, {}};
  out.text.append(text.slice(at, all.size()));
  out.text = out.text.trimmed();
  return out;
}

std::string leading_mark(const layout::Text& text) {
  const std::string& utf8 = text.utf8();
  std::string mark = leading_signs(utf8);
  std::size_t end = mark.size();
  if (mark.empty()) {
    for (const char32_t c : unicode::to_code_points(utf8.substr(0, 4 * kMaxMark))) {
      if (!is_raised_figure(c)) break;
      unicode::append_utf8(mark, plain_figure(c));
      end += unicode::to_utf8(std::u32string(1, c)).size();
    }
  }
  for (const layout::StyleSpan& span : text.styles()) {
    if (!mark.empty() || span.style != layout::Style::kSuperscript || span.begin != 0) continue;
    if (const auto marks = marks_of(utf8, 0, span.end); marks.size() == 1) mark = marks.front();
    end = span.end;
  }
  return unicode::has_word_character(utf8.substr(std::min(end, utf8.size()))) ? mark : std::string();
}

std::string leading_signs(std::string_view text) {
  std::string signs;
  for (const char32_t c : unicode::to_code_points(text.substr(0, 4 * kMaxMark))) {
    if (!is_note_sign(c)) break;
    unicode::append_utf8(signs, c);
  }
  return signs;
}

std::string trailing_signs(std::string_view text) {
  const std::size_t tail = text.size() > 4 * kMaxMark ? text.size() - 4 * kMaxMark : 0;
  std::u32string signs;
  const std::u32string points = unicode::to_code_points(text.substr(tail));
  for (auto c = points.rbegin(); c != points.rend() && is_note_sign(*c); ++c) signs.insert(signs.begin(), *c);
  return unicode::to_utf8(signs);
}

}  // namespace pactable::parser
