// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/number_cell.h"

#include <algorithm>

#include "core/unicode.h"
#include "grammar/family.h"
#include "parser/cell_text.h"
#include "parser/label_shape.h"

namespace pactable::parser {
namespace {

// A number and one more word may be a damaged or unknown form ("Task No. 54"); three words behind a number are a text.
constexpr std::size_t kMinRestWords = 2;

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
  return at;
}

// "1.1." over "2", "10" over ".": a narrow cell breaks a number. Digits and points alone, none of them a word.
layout::Text rejoined(const layout::Text& text, const grammar::WordSet& leads) {
  const std::string& utf8 = text.utf8();
  if (utf8.find(' ') == std::string::npos) return text;
  const bool figures =
      std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ' '; });
  if (!figures) return text;
  layout::Text joined;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find(' ', begin), utf8.size());
    joined.append(text.slice(begin, end));
    begin = skip_spaces(utf8, end);
  }
  // Only where the pieces need each other: "1. 2" may be two numbers, "1.1. 2" below 1.1.1 is not for this cell to say.
  const std::size_t first_end = utf8.find(' ');
  const bool open = utf8[first_end - 1] == '.' || utf8[first_end + 1] == '.';
  const auto shape = leading_shape(joined.utf8(), leads);
  return open && shape && shape->length == joined.utf8().size() ? joined : text;
}

// "and", ",", "–" and the like between two numbers, with the space around; 0 where none.
std::size_t joining(std::string_view text, std::size_t at, const grammar::Vocabulary& words) {
  std::size_t next = skip_spaces(text, at);
  for (const std::string_view sign : {"–", "—", "-", ",", ";", "&", "+", "/"}) {
    if (text.substr(next).starts_with(sign)) return skip_spaces(text, next + sign.size()) - at;
  }
  if (next == at) return 0;
  const std::size_t end = std::min(text.find(' ', next), text.size());
  if (!words.connectives.holds(grammar::comparable(text.substr(next, end - next)))) return 0;
  const std::size_t behind = skip_spaces(text, end);
  return behind == end ? 0 : behind - at;
}

// The end of "1.1", of "2.2 and 2.3", of "1–3".
std::size_t label_end(std::string_view text, const grammar::Vocabulary& words) {
  const auto first = leading_shape(text, words.number_leads);
  if (!first) return 0;
  std::size_t end = first->length;
  while (end < text.size()) {
    const std::size_t between = joining(text, end, words);
    if (between == 0) break;
    const auto more = leading_shape(text.substr(end + between), words.number_leads);
    if (!more) break;
    end += between + more->length;
  }
  // "1 (a)", "19.212 a)": a letter in brackets behind a number belongs to it.
  const std::size_t next = skip_spaces(text, end);
  if (next < text.size()) {
    const auto letter = leading_shape(text.substr(next), words.number_leads);
    const bool bracket = letter && letter->set_off && letter->form.depth == 1 && !letter->form.figures.empty() &&
                         text.substr(next, letter->length).ends_with(')');
    if (bracket && letter->form.figures.front() != numbering::Figure::kDecimal) end = next + letter->length;
  }
  return end;
}

bool is_bracketed(std::string_view text) {
  return (text.starts_with('(') && text.ends_with(')')) || (text.starts_with('[') && text.ends_with(']'));
}

// "(new)", "NEW", "(Rev. CoP14)", "(1.4)": what says something of the number and is no text of the action.
bool is_state(std::string_view text, const grammar::Vocabulary& words) {
  if (is_bracketed(text)) return true;
  const std::string folded = grammar::comparable(text);
  if (words.number_states.holds(folded)) return true;
  const std::size_t space = folded.find(' ');
  return space != std::string::npos && words.number_states.holds(grammar::comparable(folded.substr(0, space))) &&
         unicode::split_space(folded).size() <= kMinRestWords;
}

}  // namespace

NumberCell read_number_cell(const layout::Cell& cell, const grammar::Vocabulary& words) {
  NumberCell out;
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    if (!paragraph.list_label.empty() && out.automatic_label.empty()) out.automatic_label = paragraph.list_label;
  }
  std::vector<layout::Text> texts;
  for (const layout::Paragraph& paragraph : cell.paragraphs) texts.push_back(paragraph.text.collapsed());
  Unmarked unmarked = without_marks(layout::join(texts, " "));
  out.marks = std::move(unmarked.marks);
  layout::Text text = rejoined(unmarked.text, words.number_leads);
  if (text.empty()) return out;
  if (!out.automatic_label.empty()) {
    if (is_state(text.utf8(), words)) {
      out.state = std::move(text);
    } else {
      out.rest = std::move(text);  // what is typed behind an automatic number is text
    }
    return out;
  }
  // "NEW 1.2": a badge before the number.
  const std::size_t space = text.utf8().find(' ');
  if (space != std::string::npos && is_state(text.utf8().substr(0, space), words) &&
      !leading_shape(text.utf8().substr(0, space), words.number_leads)) {
    const layout::Text behind = text.slice(space, text.utf8().size()).trimmed();
    if (label_end(behind.utf8(), words) > 0) {
      out.state = text.slice(0, space);
      text = behind;
    }
  }
  const std::size_t end = label_end(text.utf8(), words);
  const layout::Text rest = text.slice(end, text.utf8().size()).trimmed();
  if (end > 0 && !rest.empty() && is_state(rest.utf8(), words)) {
    out.label = text.slice(0, end).trimmed();
    if (out.state) {
      out.rest = rest;
    } else {
      out.state = rest;
    }
  } else if (end > 0 && unicode::split_space(rest.utf8()).size() >= kMinRestWords) {
    out.label = text.slice(0, end).trimmed();
    out.rest = rest;
  } else {
    // All of it is the label: recognition may have damaged it beyond its looks.
    out.label = std::move(text);
  }
  return out;
}

}  // namespace pactable::parser
