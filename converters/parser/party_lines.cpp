// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/party_lines.h"

#include <unicode/uchar.h>

#include <set>

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
      bool soft = false;
      for (const std::string_view piece : split(line, kSoftLineEnd)) {
        if (piece.empty()) continue;
        if (!first && (listed || goes_on(names.back(), piece, words))) {
          names.back() += " " + std::string(piece);
        } else if (soft) {
          names.back() += std::string(kSoftLineEnd) + std::string(piece);
        } else {
          names.emplace_back(piece);
        }
        first = false;
        soft = true;
      }
    }
  }
  return names;
}

namespace {

using Pieces = std::vector<std::string_view>;

// More pieces would be a text, not names.
constexpr std::size_t kMaxPieces = 6;

std::string joined(const Pieces& pieces, std::size_t begin, std::size_t end) {
  std::string name;
  for (std::size_t i = begin; i < end; ++i) name += (i > begin ? " " : "") + std::string(pieces[i]);
  return name;
}

struct Names {
  std::vector<std::string> names;
  std::size_t known = 0;
};

// The way to split that has the fewest unknown names, then the most known ones.
Names best_split(const Pieces& pieces, const std::set<std::string>& known) {
  Names best;
  for (std::size_t ends = 0; ends < (std::size_t{1} << (pieces.size() - 1)); ++ends) {
    Names names;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool last = i + 1 == pieces.size();
      if (!last && (ends >> i & 1U) == 0) continue;
      names.names.push_back(joined(pieces, begin, i + 1));
      names.known += known.contains(unicode::fold(names.names.back())) ? 1 : 0;
      begin = i + 1;
    }
    const std::size_t unknown = names.names.size() - names.known;
    const std::size_t best_unknown = best.names.size() - best.known;
    if (best.names.empty() || unknown < best_unknown || (unknown == best_unknown && names.known > best.known)) {
      best = std::move(names);
    }
  }
  return best;
}

}  // namespace

void settle_party_lines(Draft& draft) {
  std::set<std::string> known;
  std::set<std::string> by_line;  // roles in which a line that was ended on purpose parts two names
  for (const DraftItem& item : draft.items) {
    for (const DraftField& field : item.fields) {
      for (const std::string& line : field.lines) {
        if (line.find(kSoftLineEnd) == std::string::npos) known.insert(unicode::fold(line));
      }
      if (field.lines.size() > 1) by_line.insert(field.role);
    }
  }
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    for (DraftField& field : draft.items[i].fields) {
      std::vector<std::string> lines;
      bool unsure = false;
      for (const std::string& line : field.lines) {
        const Pieces pieces = split(line, kSoftLineEnd);
        if (pieces.size() < 2 || pieces.size() > kMaxPieces) {
          lines.push_back(unicode::collapse_space(line));
          continue;
        }
        Names names = best_split(pieces, known);
        // One long name in a narrow cell is the rule: several names only where the column has one a line, and where
        // they are known by themselves.
        if (names.known == 0 || !by_line.contains(field.role)) names.names = {joined(pieces, 0, pieces.size())};
        unsure = unsure || (by_line.contains(field.role) && names.known < names.names.size());
        lines.insert(lines.end(), names.names.begin(), names.names.end());
      }
      field.lines = std::move(lines);
      if (!unsure) continue;
      draft.findings.push_back({"PARTY-LINES-UNSURE",
                                {static_cast<int>(i)},
                                "a name in \"" + field.text.utf8() + "\" may be two: its line is full to the border",
                                {}});
    }
  }
}

}  // namespace pactable::parser
