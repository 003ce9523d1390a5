// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/line_cells.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"

namespace pactable::readers::text {
namespace {

using layout::Style;

struct Tag {
  std::size_t begin = 0;
  std::size_t partner = 0;  // index of the closing or opening tag
  Style style = Style::kItalic;
  bool closing = false;
  bool paired = false;
};

constexpr std::size_t kOpeningSize = 3;  // <i>

std::size_t size_of(const Tag& tag) { return tag.closing ? kOpeningSize + 1 : kOpeningSize; }

std::vector<Tag> find_tags(std::string_view text) {
  std::vector<Tag> tags;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    for (const bool closing : {false, true}) {
      if (rest.starts_with(closing ? "</i>" : "<i>")) tags.push_back({at, 0, Style::kItalic, closing, false});
      if (rest.starts_with(closing ? "</b>" : "<b>")) tags.push_back({at, 0, Style::kBold, closing, false});
    }
  }
  std::array<std::vector<std::size_t>, 2> open;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    auto& stack = open[tags[i].style == Style::kBold ? 1 : 0];
    if (!tags[i].closing) {
      stack.push_back(i);
    } else if (!stack.empty()) {
      tags[i].partner = stack.back();
      tags[stack.back()].partner = i;
      tags[i].paired = tags[stack.back()].paired = true;
      stack.pop_back();
    }
  }
  std::erase_if(tags, [](const Tag& tag) { return !tag.paired; });
  return tags;
}

bool is_superscript_digit(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}

bool is_repeatable_sign(char32_t c) { return c == U'*' || c == U'†' || c == U'‡' || c == U'§'; }

bool begins_with_one_star(const Line& line) {
  const std::string_view text = unicode::trim(line.utf8);
  return text.starts_with('*') && !text.starts_with("**");
}

}  // namespace

std::vector<std::string_view> split_tabs(const Line& line) {
  std::vector<std::string_view> stretches;
  std::string_view rest = line.utf8;
  for (std::size_t tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
    stretches.push_back(rest.substr(0, tab));
    rest.remove_prefix(tab + 1);
  }
  stretches.push_back(rest);
  return stretches;
}

layout::Text cell_text(std::string_view stretch, int line, int cell) {
  layout::Text text;
  std::size_t at = 0;
  int code_points = 0;
  const auto take = [&](std::size_t end) {
    const std::string_view piece = stretch.substr(at, end - at);
    const int length = static_cast<int>(unicode::length(piece));
    text.append(piece, LinePlace{line, cell, code_points, code_points + length});
    code_points += length;
    at = end;
  };
  std::array<std::vector<std::size_t>, 2> open;
  for (const Tag& tag : find_tags(stretch)) {
    take(tag.begin);
    at += size_of(tag);
    code_points += static_cast<int>(size_of(tag));
    auto& stack = open[tag.style == Style::kBold ? 1 : 0];
    if (!tag.closing) {
      stack.push_back(text.utf8().size());
    } else if (!stack.empty()) {
      text.add_style(stack.back(), text.utf8().size(), tag.style);
      stack.pop_back();
    }
  }
  take(stretch.size());
  return text.trimmed();
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
  const bool digits = std::all_of(all.begin() + 1, all.begin() + static_cast<std::ptrdiff_t>(close), unicode::is_digit);
  return digits ? unicode::to_utf8(all.substr(0, close + 1)) : std::string();
}

bool begins_note(const std::vector<Line>& lines, std::size_t index) {
  if (note_mark(lines[index].utf8).empty()) return false;
  if (!begins_with_one_star(lines[index])) return true;
  const bool before = index > 0 && begins_with_one_star(lines[index - 1]);
  const bool after = index + 1 < lines.size() && begins_with_one_star(lines[index + 1]);
  return !before && !after;
}

layout::TextBlock text_block(const std::vector<Line>& lines, std::size_t index) {
  layout::TextBlock block;
  std::vector<layout::Text> texts;
  for (const std::string_view stretch : split_tabs(lines[index])) {
    texts.push_back(cell_text(stretch, lines[index].number, static_cast<int>(texts.size())));
  }
  block.paragraph.text = layout::join(texts, " ");
  if (begins_note(lines, index)) {
    block.furniture = layout::Furniture::kFootnote;
    block.note_mark = note_mark(lines[index].utf8);
  }
  return block;
}

}  // namespace pactable::readers::text
