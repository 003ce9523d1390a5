// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal_text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"

namespace pactable::cli {
namespace {

constexpr std::u32string_view kEllipsis = U"...";

// Besides what Unicode counts as "other" (controls, format and direction characters, private use, unassigned).
bool breaks_a_line(char32_t c) { return c == 0x2028 || c == 0x2029; }

bool prints(char32_t c) { return u_isprint(static_cast<UChar32>(c)) != 0 && !breaks_a_line(c); }

int width_of(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  const auto category = U_GET_GC_MASK(code_point);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0) return 0;
  const int east_asian = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
}

int width_of(std::u32string_view text) {
  int width = 0;
  for (const char32_t c : text) width += width_of(c);
  return width;
}

std::size_t fitting_front(std::u32string_view text, int width) {
  std::size_t count = 0;
  for (int used = 0; count < text.size(); ++count) {
    used += width_of(text[count]);
    if (used > width) break;
  }
  return count;
}

std::size_t fitting_back(std::u32string_view text, int width) {
  std::size_t count = 0;
  for (int used = 0; count < text.size(); ++count) {
    used += width_of(text[text.size() - 1 - count]);
    if (used > width) break;
  }
  return count;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (prints(c)) {
      unicode::append_utf8(out, c);
    } else {
      out += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(c));
    }
  }
  return out;
}

int display_width(std::string_view text) { return width_of(unicode::to_code_points(text)); }

std::string shorten_middle(std::string_view text, int width) {
  const std::u32string whole = unicode::to_code_points(text);
  if (width_of(whole) <= width) return std::string(text);
  const int kept = std::max(width - static_cast<int>(kEllipsis.size()), 2);
  const std::u32string_view view = whole;
  // The end tells files of one folder apart, so it gets the odd column.
  const std::u32string_view front = view.substr(0, fitting_front(view, kept / 2));
  const std::u32string_view back = view.substr(view.size() - fitting_back(view, kept - kept / 2));
  std::u32string out(front);
  out += kEllipsis;
  out += back;
  return unicode::to_utf8(out);
}

std::string shorten_end(std::string_view text, int width) {
  const std::u32string whole = unicode::to_code_points(text);
  if (width_of(whole) <= width) return std::string(text);
  const std::u32string_view view = whole;
  const int kept = std::max(width - static_cast<int>(kEllipsis.size()), 2);
  std::u32string out(view.substr(0, fitting_front(view, kept)));
  out += kEllipsis;
  return unicode::to_utf8(out);
}

std::string wrap(std::string_view lead, std::string_view text, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string out;
  std::string line(lead);
  bool fresh = true;  // nothing but lead or margin on the line
  const auto end_line = [&] {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += line + '\n';
    line = margin;
    fresh = true;
  };
  for (const std::string_view word_view : unicode::split_space(text)) {
    std::u32string word = unicode::to_code_points(printable(word_view));
    const int gap = fresh ? 0 : 1;
    if (display_width(line) + gap + width_of(word) > kTerminalWidth && (!fresh || display_width(line) > indent)) {
      end_line();
    }
    if (!fresh) line += ' ';
    for (int room = kTerminalWidth - display_width(line); width_of(word) > room;
         room = kTerminalWidth - display_width(line)) {
      const std::size_t count = std::max<std::size_t>(fitting_front(word, room), 1);
      line += unicode::to_utf8(std::u32string_view(word).substr(0, count));
      word.erase(0, count);
      end_line();
    }
    line += unicode::to_utf8(word);
    fresh = false;
  }
  if (!fresh || out.empty()) end_line();
  return out;
}

std::string align_row(const std::vector<std::string>& cells, const std::vector<ColumnStyle>& columns) {
  std::string line;
  for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
    if (i > 0) line.append(kColumnGap, ' ');
    const std::string cell = shorten_middle(cells[i], columns[i].width);
    const std::string fill(static_cast<std::size_t>(std::max(columns[i].width - display_width(cell), 0)), ' ');
    line += columns[i].align == Align::kRight ? fill + cell : cell + fill;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + '\n';
}

}  // namespace pactable::cli
