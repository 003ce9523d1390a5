// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/signs.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/unicode.h"

namespace pactable::readers::text {
namespace {

bool takes_no_column(char32_t c) {
  if (c < 0x300) return c == 0xAD;
  const int category = u_charType(static_cast<UChar32>(c));
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
}

bool is_wide(char32_t c) {
  if (c < 0x1100) return false;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

std::size_t sequence_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

char32_t code_point_at(std::string_view line, std::size_t at, std::size_t length) {
  if (length == 1) return static_cast<unsigned char>(line[at]);
  char32_t c = static_cast<unsigned char>(line[at]) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && at + i < line.size(); ++i) {
    c = c << 6 | (static_cast<unsigned char>(line[at + i]) & 0x3FU);
  }
  return c;
}

template <class Use>
void for_each_column(std::string_view line, Use use) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = std::min(sequence_length(line[at]), line.size() - at);
    const char32_t c = code_point_at(line, at, length);
    if (!takes_no_column(c)) use(c, at, length, column++);
    at += length;
  }
}

}  // namespace

char drawn_sign(char32_t c) {
  if (c == U'-' || c == U'=' || c == U'|' || c == U'+') return static_cast<char>(c);
  if (c < 0x2500 || c > 0x257F) return 0;
  switch (c) {
    case 0x2500:
    case 0x2501:
    case 0x2504:
    case 0x2505:
    case 0x2508:
    case 0x2509:
    case 0x254C:
    case 0x254D: return '-';
    case 0x2550: return '=';
    case 0x2502:
    case 0x2503:
    case 0x2506:
    case 0x2507:
    case 0x250A:
    case 0x250B:
    case 0x254E:
    case 0x254F:
    case 0x2551: return '|';
    default: return c <= 0x256C ? '+' : static_cast<char>(0);
  }
}

std::vector<Bar> find_bars(std::string_view line) {
  std::vector<Bar> bars;
  bool escaped = false;
  for_each_column(line, [&](char32_t c, std::size_t at, std::size_t length, std::size_t column) {
    if (!escaped && drawn_sign(c) == '|') bars.push_back({at, at + length, column});
    escaped = c == U'\\' && !escaped;
  });
  return bars;
}

DrawnRuler find_ruler(std::string_view line) {
  DrawnRuler ruler;
  std::size_t run = 0;
  bool clean = true, any = false;
  const auto end_run = [&] {
    if (run == 0) return;
    ruler.shortest = ruler.cells++ == 0 ? run : std::min(ruler.shortest, run);
    run = 0;
  };
  for_each_column(line, [&](char32_t c, std::size_t, std::size_t, std::size_t) {
    const char sign = drawn_sign(c);
    if (sign == '-' || sign == '=') {
      ++run;
      ruler.doubled = ruler.doubled || sign == '=';
    } else {
      if (c != U':' && c != U' ') end_run();
      ruler.corners = ruler.corners || sign == '+';
      ruler.bars = ruler.bars || sign == '|';
      if (!any && sign != 0) ruler.outer = true;
      clean = clean && (sign != 0 || c == U':' || unicode::is_space(c));
    }
    any = any || !unicode::is_space(c);
  });
  end_run();
  ruler.found = clean && ruler.cells > 0 && (ruler.corners || ruler.bars);
  return ruler;
}

std::vector<std::size_t> corner_columns(std::string_view line) {
  std::vector<std::size_t> columns;
  for_each_column(line, [&](char32_t c, std::size_t, std::size_t, std::size_t column) {
    const char sign = drawn_sign(c);
    if (sign == '+' || sign == '|') columns.push_back(column);
  });
  return columns;
}

LineColumns line_columns(std::string_view line, bool wide) {
  LineColumns columns;
  for_each_column(line, [&](char32_t c, std::size_t at, std::size_t, std::size_t) {
    columns.signs += c;
    columns.bytes.push_back(at);
    if (!wide || !is_wide(c)) return;
    columns.signs += U'\0';
    columns.bytes.push_back(at);
  });
  columns.bytes.push_back(line.size());
  return columns;
}

}  // namespace pactable::readers::text
