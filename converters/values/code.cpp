// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>

#include "core/unicode.h"
#include "values/legend.h"

namespace pactable::values {
namespace {

bool is_dressing(char32_t c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '.' || c == '*' || unicode::is_space(c) ||
         u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER;  // superscript figures are footnote marks
}

/// Without brackets, dots, footnote marks and white space at both ends.
std::string undressed(std::string_view printed) {
  const std::u32string points = unicode::to_code_points(unicode::nfc(printed));
  std::size_t begin = 0, end = points.size();
  while (begin < end && is_dressing(points[begin])) ++begin;
  while (end > begin && is_dressing(points[end - 1])) --end;
  return unicode::collapse_space(unicode::to_utf8(std::u32string_view(points).substr(begin, end - begin)));
}

/// The only code whose form equals that of `printed`; nothing where two codes share it.
template <class Form>
const plan::Code* only_match(const std::string& printed, const std::vector<plan::Code>& codes, Form form) {
  const plan::Code* found = nullptr;
  const std::string wanted = form(printed);
  for (const plan::Code& code : codes) {
    if (form(undressed(code.code)) != wanted) continue;
    if (found != nullptr && found->code != code.code) return nullptr;
    found = &code;
  }
  return found;
}

}  // namespace

std::optional<CodeReading> read_code(std::string_view printed, const std::vector<plan::Code>& codes) {
  const std::string bare = undressed(printed);
  if (bare.empty()) return std::nullopt;
  if (const auto* code = only_match(bare, codes, [](const std::string& s) { return s; }))
    return CodeReading{code->code, false};
  if (const auto* code = only_match(bare, codes, [](const std::string& s) { return unicode::fold(s); })) {
    return CodeReading{code->code, false};
  }
  if (const auto* code = only_match(bare, codes, [](const std::string& s) { return unicode::skeleton(s); })) {
    return CodeReading{code->code, true};
  }
  return std::nullopt;
}

}  // namespace pactable::values
