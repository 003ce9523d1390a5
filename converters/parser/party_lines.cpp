// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>

#include "core/unicode.h"
#include "grammar/family.h"
#include "parser/cell_text.h"

namespace pactable::parser {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view sign) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(sign);
    parts.push_back(unicode::trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + sign.size());
  }
}

// A comma or semicolon outside of brackets, with more of the line behind it.
bool lists_by_signs(std::string_view line) {
  int depth = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '(' || line[i] == '[') ++depth;
    if (line[i] == ')' || line[i] == ']') --depth;
    if (depth <= 0 && (line[i] == ',' || line[i] == ';')) return true;
  }
  return false;
}

bool begins_lower(std::string_view line) {
  const std::u32string points = unicode::to_code_points(line.substr(0, 4));
  return !points.empty() && u_islower(static_cast<UChar32>(points.front())) != 0;
}

bool goes_on(std::string_view line, std::string_view next, const grammar::Vocabulary& words) {
  if (line.empty() || next.empty()) return true;
  if (line.ends_with('/') || line.ends_with('-') || line.ends_with('&') || line.ends_with('(')) return true;
  if (next.starts_with('/') || next.starts_with('&') || next.starts_with('(')) return true;
  if (begins_lower(next)) return true;
  const std::size_t space = line.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? line : line.substr(space + 1);
  return words.connectives.holds(grammar::comparable(last));
}

}  // namespace

std::vector<std::string> party_lines(std::string_view lines, const grammar::Vocabulary& words) {
  std::vector<std::string> names;
  for (const std::string_view paragraph : split(lines, kParagraphEnd)) {
    const bool listed = lists_by_signs(paragraph);
    bool first = true;
    for (const std::string_view line : split(paragraph, "\n")) {
      if (line.empty()) continue;
      if (!first && (listed || goes_on(names.back(), line, words))) {
        names.back() += " " + std::string(line);
      } else {
        names.emplace_back(line);
      }
      first = false;
    }
  }
  return names;
}

}  // namespace pactable::parser
