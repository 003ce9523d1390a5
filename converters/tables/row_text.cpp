// SPDX-License-Identifier: GPL-3.0-or-later
// What the words around a border say.
#include <algorithm>

#include "core/unicode.h"
#include "tables/paragraphs.h"
#include "tables/row_evidence.h"

namespace pactable::tables {
namespace {

constexpr double kRowLead = 0.04;     // of the font size: half a point, the thinnest border, between two rows
constexpr double kAdjacent = 1.8;     // of the line distance: the next line of a cell, or of the cell below
constexpr double kRoom = 0.5;         // of the font size: room to spare that says a word would have fitted
constexpr double kRoomPoints = 2;     // the next word had room: a paragraph or a cell ends (few cells have two)
constexpr double kFullPoints = -1.2;  // it had none: four of five last lines are shorter
constexpr double kHyphenPoints = -2;
constexpr double kSmallLetterPoints = -1.5;  // texts begin with a capital; names of species and of brands do not
constexpr double kCapitalPoints = 0.3;
constexpr double kStopPoints = 0.6;    // after a full stop; many texts of plans have none, and many have several
constexpr double kOpenEndPoints = -1;  // after a comma or colon
constexpr double kAlikePoints = 2;     // one row in eight begins like the one above it, one line in sixty like its text
constexpr double kBulletPoints = -1.5;  // cells rarely begin with a bullet

constexpr std::size_t kMaxLookBack = 90;   // lines: a page of 8 pt type
constexpr std::size_t kShortestAlike = 3;  // characters: "A", "In" begin any line

// 1: begins with a capital, -1: with a small letter, 0: neither, or a script without both.
int letter_case(std::string_view text) {
  for (const char32_t c : unicode::to_code_points(text.substr(0, 12))) {
    if (unicode::is_digit(c)) return 0;
    if (!unicode::is_letter(c)) continue;
    const std::string letter = unicode::to_utf8(std::u32string(1, c));
    if (unicode::fold(letter) != letter) return 1;
    return c < 0x80 || (c >= 0xDF && c <= 0x17F) || (c >= 0x3B1 && c <= 0x52F) ? -1 : 0;
  }
  return 0;
}

bool ends_with_any(std::string_view text, std::string_view marks) {
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

bool ends_with_hyphen(std::string_view text) {
  return text.size() > 1 && (text.ends_with('-') || text.ends_with("\u00AD") || text.ends_with("\u2010"));
}

}  // namespace

// Entries of one kind begin alike ("Develop", "E.g."); lines inside of a text rarely begin as the text does.
bool RowEvidence::begins_alike(std::size_t line, int column) const {
  const std::string& word = at(line, column).chunk->words.front()->text;
  if (letter_case(word) <= 0 || unicode::length(word) < kShortestAlike) return false;
  const Line* first = nullptr;  // of the text above, since the last number
  const std::size_t last = line > kMaxLookBack ? line - kMaxLookBack : 0;
  for (std::size_t i = line; i-- > last && !lines_.across[i];) {
    if (at(i, column).chunk != nullptr) first = at(i, column).chunk;
    if (is_label(i)) break;
  }
  return first != nullptr && first->words.front()->text == word;
}

// What the words around a border say: whether the next word would have fitted on the line above, whether a text begins.
double RowEvidence::by_text(std::size_t line, int column) const {
  const RowEntry& entry = at(line, column);
  const auto c = static_cast<std::size_t>(column);
  if (entry.chunk == nullptr || lines_.across[line] || entry.distance > kAdjacent * lines_.leading[c]) return 0;
  std::size_t k = line;
  while (k > 0 && at(k - 1, column).chunk == nullptr) --k;
  if (k == 0 || lines_.across[k - 1]) return 0;
  const Line& above = *at(k - 1, column).chunk;
  const Line& below = *entry.chunk;
  const std::string& last = above.words.back()->text;
  // Noise of a scan: where it stands at another distance than the lines of the cell it is no part of it.
  if (!unicode::has_word_character(text_of(below))) return over_[line][c] > kRowLead ? kRoomPoints : 0;
  if (ends_with_hyphen(last)) return kHyphenPoints;
  if (begins_with_bullet(text_of(below))) return kBulletPoints;
  const double need = below.words.front()->box.width() + (0.25 + kRoom) * lines_.size;
  const bool room = lines_.right[c] - above.box.x1 > need && lines_.width[c] - above.box.width() > need;
  double points = room ? kRoomPoints : kFullPoints;
  const int letter = letter_case(text_of(below));
  points += letter < 0 ? kSmallLetterPoints : letter * kCapitalPoints;
  if (begins_alike(line, column)) points += kAlikePoints;
  if (ends_with_any(last, ".!?")) points += kStopPoints;
  if (ends_with_any(last, ",:;")) points += kOpenEndPoints;
  return points;
}

}  // namespace pactable::tables
