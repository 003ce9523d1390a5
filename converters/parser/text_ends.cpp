// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>

#include "core/unicode.h"
#include "parser/row_view.h"

namespace pactable::parser {

bool ends_closed(std::string_view text) {
  const std::u32string characters = unicode::to_code_points(unicode::trim(text));
  std::size_t end = characters.size();
  constexpr std::u32string_view kClosers = U")]}\"'»”’";
  while (end > 0 && kClosers.find(characters[end - 1]) != std::u32string_view::npos) --end;
  constexpr std::u32string_view kFinal = U".!?;:…";
  return end > 0 && kFinal.find(characters[end - 1]) != std::u32string_view::npos;
}

bool begins_inside(std::string_view text) {
  const std::u32string characters = unicode::to_code_points(unicode::trim(text));
  if (characters.empty()) return false;
  constexpr std::u32string_view kInner = U",;)].•▪‣●◦";  // a bullet is one of a list that has begun above
  const char32_t first = characters.front();
  return u_islower(static_cast<UChar32>(first)) != 0 || unicode::is_digit(first) ||
         kInner.find(first) != std::u32string_view::npos;
}

bool is_capitals(std::string_view text) {
  bool any = false;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (!unicode::is_letter(c)) continue;
    std::string one;
    unicode::append_utf8(one, c);
    if (unicode::fold(one) == one) return false;  // a lower-case letter
    any = true;
  }
  return any;
}

}  // namespace pactable::parser
