// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/ocr_signs.h"

#include <fmt/format.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <string_view>

#include "core/unicode.h"

namespace pactable::readers::text {
namespace {

using layout::Table;

// A column counts as one of numbers (or of single letters) where at least this share of its filled cells is one; its
// header and the group headings between the rows are not.
constexpr double kColumnShare = 0.5;
// A rubbish row holds specks that were read as characters: a dot, a comma, an underline.
constexpr std::size_t kMaxRubbish = 3;
constexpr std::size_t kMaxLetter = 4;  // bytes of one letter
constexpr std::size_t kMaxLabel = 48;  // bytes; longer texts are no numbers
constexpr std::u32string_view kDigitLookAlikes = U"lI|Oo";
constexpr std::u32string_view kLatinLikeCyrillicOrGreek = U"ABCEHIKMNOPTXYZaceiopsxy";
// A list that goes on with a dash or a ditto sign is typed so on purpose.
constexpr std::u32string_view kPlaceholders = U"-–—―−*•/\"″〃?…";

struct Sign {
  int count = 0;
  std::string example;

  void add(std::string_view text) {
    if (count++ == 0) example = text;
  }
};

enum class NumberShape { kNone, kSound, kDamaged };

// "3.2", "12." and "4.1.1" are sound; ".2", "l.0" and "1.O" are damaged; a roman "I.2" is sound.
NumberShape number_shape(std::string_view utf8) {
  if (utf8.size() > kMaxLabel) return NumberShape::kNone;
  const std::u32string text = unicode::to_code_points(utf8);
  if (text.empty() || text.size() > 12) return NumberShape::kNone;
  bool digit = false, point = false, damaged = text[0] == U'.' || text[0] == U',', roman = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (unicode::is_digit(c)) {
      digit = true;
    } else if (c == U'.' || c == U',') {
      point = true;
    } else if (kDigitLookAlikes.find(c) != std::u32string_view::npos) {
      const bool digit_beside =
          (i > 0 && unicode::is_digit(text[i - 1])) || (i + 1 < text.size() && unicode::is_digit(text[i + 1]));
      if (c == U'I' && !digit_beside)
        roman = true;
      else
        damaged = true;
    } else {
      return NumberShape::kNone;
    }
  }
  if (!digit || !point || roman) return NumberShape::kNone;
  return damaged ? NumberShape::kDamaged : NumberShape::kSound;
}

// The text of a cell with one paragraph is not copied; joined ones are kept in `joined`.
using Column = std::vector<std::string_view>;  // its filled cells

std::string_view text_of(const layout::Cell& cell, std::deque<std::string>& joined) {
  if (cell.paragraphs.size() == 1) return cell.paragraphs.front().text.utf8();
  return joined.emplace_back(cell.text().utf8());
}

std::vector<Column> columns_of(const Table& table, std::deque<std::string>& joined) {
  std::vector<Column> columns(static_cast<std::size_t>(table.column_count));
  for (const layout::Cell& cell : table.cells) {
    if (cell.empty() || cell.column_span > 1) continue;
    columns[static_cast<std::size_t>(cell.column)].push_back(text_of(cell, joined));
  }
  return columns;
}

void count_damaged_numbers(const Column& column, Sign& sign) {
  int sound = 0;
  Column damaged;
  for (const std::string_view text : column) {
    const NumberShape shape = number_shape(text);
    sound += shape == NumberShape::kSound ? 1 : 0;
    if (shape == NumberShape::kDamaged) damaged.push_back(text);
  }
  // Mostly damaged is a notation: ".5" in a column of decimals.
  if (static_cast<double>(sound) < kColumnShare * static_cast<double>(column.size())) return;
  for (const std::string_view text : damaged) sign.add(text);
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_compared_script(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
}

bool looks_foreign(char32_t c) {
  if (script_of(c) == USCRIPT_LATIN) return kLatinLikeCyrillicOrGreek.find(c) != std::u32string_view::npos;
  const std::u32string skeleton = unicode::to_code_points(unicode::skeleton(unicode::to_utf8(std::u32string(1, c))));
  return !skeleton.empty() && script_of(skeleton[0]) == USCRIPT_LATIN;
}

void count_foreign_letters(const Column& column, Sign& sign) {
  std::map<UScriptCode, std::map<char32_t, int>> letters;
  std::map<UScriptCode, int> totals;
  int all = 0;
  for (const std::string_view text : column) {
    if (text.size() > kMaxLetter) continue;
    const std::u32string code_points = unicode::to_code_points(text);
    if (code_points.size() != 1 || !unicode::is_letter(code_points[0])) continue;
    const UScriptCode script = script_of(code_points[0]);
    if (!is_compared_script(script)) continue;
    ++letters[script][code_points[0]];
    ++totals[script];
    ++all;
  }
  if (totals.size() < 2 || static_cast<double>(all) < kColumnShare * static_cast<double>(column.size())) return;
  const auto own =
      std::max_element(totals.begin(), totals.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (const auto& [script, found] : letters) {
    if (script == own->first) continue;
    for (const auto& [letter, count] : found) {
      if (!looks_foreign(letter)) continue;
      for (int i = 0; i < count; ++i) sign.add(unicode::to_utf8(std::u32string(1, letter)));
    }
  }
}

bool is_rubbish(std::string_view text) {
  const std::u32string code_points = unicode::to_code_points(unicode::collapse_space(text));
  if (code_points.empty() || code_points.size() > kMaxRubbish || unicode::has_word_character(text)) return false;
  return std::all_of(code_points.begin(), code_points.end(),
                     [](char32_t c) { return c < 0x3000 && kPlaceholders.find(c) == std::u32string_view::npos; });
}

// Cells stand in the order of rows.
void count_rubbish_rows(const Table& table, Sign& sign) {
  std::string text;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const layout::Cell& cell = table.cells[i];
    if (!cell.empty() && text.size() <= kMaxLabel) text += cell.text().utf8() + " ";
    if (i + 1 < table.cells.size() && table.cells[i + 1].row == cell.row) continue;
    if (is_rubbish(text)) sign.add(unicode::trim(text));
    text.clear();
  }
}

}  // namespace

OriginFinding settle_origin(const std::vector<layout::Block>& blocks) {
  Sign damaged_numbers, foreign_letters, rubbish_rows;
  for (const layout::Block& block : blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    std::deque<std::string> joined;
    for (const Column& column : columns_of(*table, joined)) {
      count_damaged_numbers(column, damaged_numbers);
      count_foreign_letters(column, foreign_letters);
    }
    count_rubbish_rows(*table, rubbish_rows);
  }
  OriginFinding finding;
  const auto report = [&](std::string_view kind, const Sign& sign) {
    if (sign.count > 0) finding.evidence.push_back(fmt::format("{}: {} ({})", kind, sign.count, sign.example));
  };
  report("damaged numbers in a column", damaged_numbers);
  report("foreign look-alikes in a column", foreign_letters);
  report("rows without a letter or digit", rubbish_rows);
  if (finding.evidence.size() >= 2) finding.origin = LabelOrigin::kOcr;
  if (finding.evidence.empty()) finding.evidence.emplace_back("no sign of character recognition");
  return finding;
}

}  // namespace pactable::readers::text
