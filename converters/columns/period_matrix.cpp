// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/period_matrix.h"

#include "columns/cell_facts.h"
#include "core/unicode.h"
#include "values/timeframe.h"

namespace pactable::columns {
namespace {

// Two years side by side may be two values; marks below them are the proof.
constexpr std::size_t kMinColumns = 2;
constexpr double kMarkShare = 0.7;

std::optional<std::string> edtf_of(const std::string& text, const grammar::Vocabulary& words) {
  const auto reading = values::read_timeframe(text, words);
  if (!reading || !reading->timeframe.edtf) return std::nullopt;
  const plan::TimeframeKind kind = reading->timeframe.kind;
  if (kind != plan::TimeframeKind::kDate && kind != plan::TimeframeKind::kInterval) return std::nullopt;
  return reading->timeframe.edtf;
}

/// "2025" → its EDTF, "Q1" below "2025" → that of both; empty for a time without a date; nothing for other words.
std::optional<std::string> period_of(const HeaderColumn& column, const grammar::Vocabulary& words) {
  if (column.levels.empty()) return std::nullopt;
  const std::string& own = column.levels.back();
  constexpr std::size_t kMaxWords = 4;
  const std::string folded = unicode::fold(own);
  const std::vector<std::string_view> split = split_words(folded);
  if (split.empty() || split.size() > kMaxWords) return std::nullopt;
  if (const auto edtf = edtf_of(own, words)) return edtf;
  for (std::size_t level = column.levels.size() - 1; level-- > 0;) {
    if (const auto edtf = edtf_of(own + " " + column.levels[level], words)) return edtf;
  }
  // "Year 1", "Q3", "Y2", "I"
  bool time = false;
  for (const std::string_view word : split) {
    std::string_view letters = word;
    while (!letters.empty() && letters.back() >= '0' && letters.back() <= '9') letters.remove_suffix(1);
    time = time || words.times.holds(word) || (letters.size() < word.size() && words.times.holds(letters));
    time = time || (letters.size() == 1 && word.size() == 2 && (letters == "q" || letters == "y" || letters == "t"));
  }
  return time ? std::optional<std::string>("") : std::nullopt;
}

bool holds_marks(const Profile& profile) {
  if (profile.colours > 0) return true;
  if (profile.filled == 0) return true;
  return profile.mark >= kMarkShare;
}

}  // namespace

std::vector<PeriodMatrix> find_period_matrices(const Header& header, std::span<const Profile> profiles,
                                               const grammar::Vocabulary& words) {
  std::vector<PeriodMatrix> found;
  for (std::size_t i = 0; i < header.columns.size();) {
    PeriodMatrix matrix{i, 0, {}};
    bool any_mark = false;
    while (i + matrix.count < header.columns.size()) {
      const std::size_t at = i + matrix.count;
      const auto period = period_of(header.columns[at], words);
      if (!period || !holds_marks(profiles[at])) break;
      any_mark = any_mark || profiles[at].filled > 0 || profiles[at].colours > 0;
      matrix.periods.push_back(*period);
      ++matrix.count;
    }
    const std::size_t step = std::max<std::size_t>(1, matrix.count);
    if (matrix.count >= kMinColumns && any_mark) found.push_back(std::move(matrix));
    i += step;
  }
  return found;
}

}  // namespace pactable::columns
