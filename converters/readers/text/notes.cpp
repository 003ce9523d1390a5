// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/notes.h"

#include <algorithm>

#include "core/unicode.h"
#include "readers/text/stretches.h"

namespace pactable::readers::text {
namespace {

// More lines than this between two rows are a paragraph or a list.
constexpr std::size_t kMaxSectionLines = 3;
// The longest section names seen are objectives in one sentence, of 150 letters; a paragraph is longer.
constexpr std::size_t kMaxSection = 240;
// Without a label a name has few words; a longer line with a full stop is a sentence of its own.
constexpr std::size_t kMaxUnlabelled = 100;
constexpr std::size_t kMaxHeading = 6;  // # to ###### in Markdown

bool is_superscript_digit(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}

bool is_repeatable_sign(char32_t c) { return c == U'*' || c == U'†' || c == U'‡' || c == U'§'; }

bool begins_with_one_star(const Line& line) {
  const std::string_view text = unicode::trim(line.utf8);
  return text.starts_with('*') && !text.starts_with("**");
}

bool is_roman(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return std::u32string_view(U"IVXLCivxlc").find(c) != std::u32string_view::npos;
  });
}

bool names_section(std::string_view line, bool apart) {
  const std::string_view text = unicode::trim(line);
  const std::size_t length = unicode::length(text);
  if (length > kMaxSection || !unicode::has_word_character(text)) return false;
  const bool sentence = text.ends_with('.') || text.ends_with(';') || text.ends_with(',');
  if (begins_with_label(text)) return !(apart && sentence);
  return !apart && length <= kMaxUnlabelled && !sentence;
}

}  // namespace

bool is_label(std::string_view word) {
  std::u32string text = unicode::to_code_points(word);
  const bool signed_off = !text.empty() && std::u32string_view(U".):").find(text.back()) != std::u32string_view::npos;
  while (!text.empty() && std::u32string_view(U".):").find(text.back()) != std::u32string_view::npos) text.pop_back();
  if (text.empty() || text.size() > 10) return false;
  const bool plain = std::all_of(text.begin(), text.end(), [](char32_t c) {
    return unicode::is_digit(c) || unicode::is_letter(c) || c == U'.' || c == U'-';
  });
  if (!plain) return false;
  const bool figure = std::any_of(text.begin(), text.end(), unicode::is_digit);
  const auto letters = std::count_if(text.begin(), text.end(), unicode::is_letter);
  if (figure) return letters <= 3;
  return signed_off && (text.size() == 1 || is_roman(text));
}

bool begins_with_label(std::string_view text) {
  const auto words = unicode::split_space(text);
  if (words.size() >= 2 && is_label(words[0])) return true;
  return words.size() >= 3 && !words[0].ends_with(':') && is_label(words[1]) && unicode::has_word_character(words[2]);
}

std::string note_mark(std::string_view text) {
  const std::u32string all = unicode::to_code_points(unicode::trim(text).substr(0, 16));
  if (all.empty()) return {};
  const auto run = [&](auto belongs) {
    const auto end = std::find_if_not(all.begin(), all.end(), belongs);
    return unicode::to_utf8(std::u32string(all.begin(), end));
  };
  if (is_superscript_digit(all[0])) return run(is_superscript_digit);
  if (is_repeatable_sign(all[0])) return run([&](char32_t c) { return c == all[0]; });
  if (all[0] == U'\uFFFD') return "\uFFFD";
  const std::size_t close = all.find(U']');
  if (all[0] != U'[' || close == std::u32string::npos || close < 2) return {};
  const std::ptrdiff_t first = all[1] == U'^' && close > 2 ? 2 : 1;
  const bool digits =
      std::all_of(all.begin() + first, all.begin() + static_cast<std::ptrdiff_t>(close), unicode::is_digit);
  return digits ? unicode::to_utf8(all.substr(0, close + 1)) : std::string();
}

bool begins_note(Lines lines, std::size_t index) {
  if (note_mark(lines[index].utf8).empty()) return false;
  if (!begins_with_one_star(lines[index])) return true;
  const bool before = index > 0 && begins_with_one_star(lines[index - 1]);
  const bool after = index + 1 < lines.size() && begins_with_one_star(lines[index + 1]);
  return !before && !after;
}

layout::TextBlock text_block(Lines lines, std::size_t index, Markup markup) {
  layout::TextBlock block;
  const Line& line = lines[index];
  std::size_t begin = 0;
  int level = 0;
  if (markup == Markup::kMarkdown && line.utf8.starts_with('#')) {
    const std::size_t signs = std::min(line.utf8.find_first_not_of('#'), line.utf8.size());
    if (signs <= kMaxHeading && (signs == line.utf8.size() || line.utf8[signs] == ' ')) {
      begin = signs;
      level = static_cast<int>(signs);
    }
  }
  layout::Text raw;
  LineCursor(line).append(raw, begin, line.utf8.size());
  block.paragraph = with_markup(std::move(raw), markup);
  block.paragraph.heading_level = level;
  if (begins_note(lines, index)) {
    block.furniture = layout::Furniture::kFootnote;
    block.note_mark = note_mark(line.utf8);
  }
  return block;
}

bool name_sections(Lines lines, std::size_t begin, std::size_t end, bool apart) {
  std::size_t count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].blank) continue;
    if (++count > kMaxSectionLines || begins_note(lines, i) || !names_section(lines[i].utf8, apart)) return false;
  }
  return count > 0;
}

}  // namespace pactable::readers::text
