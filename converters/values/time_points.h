// SPDX-License-Identifier: GPL-3.0-or-later
// What: one point of a printed time: a year, month, day, quarter, half-year or season.
// In:   tokens and a position. Out: the point that stands there and where it ends.
// Never: supplies a year, month or day that is not printed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "values/time_tokens.h"

namespace pactable::values {

/// Absent parts are 0. Months of a quarter or half-year: `month` to `last_month`.
struct Point {
  int year = 0, month = 0, day = 0;
  int last_month = 0;
  int season = 0;                   // 21..24
  std::string note;                 // printed words that the date cannot say: "mid", "end of"
  std::string irregular;            // empty where the printed form is regular
  std::size_t begin = 0, next = 0;  // indices of tokens

  [[nodiscard]] bool is_span() const { return last_month != 0; }
  /// EDTF of its first and last moment; the same for a plain date.
  [[nodiscard]] std::string first() const;
  [[nodiscard]] std::string last() const;
};

enum class YearNeeded { kYes, kNo };

/// The point at `at` ("Sept. 2023", "the end of 2022", "23/11/2022"). Without a printed year ("23 September") only
/// where `needed` is kNo.
[[nodiscard]] std::optional<Point> read_point(const Tokens& tokens, std::size_t at, std::string_view text,
                                              YearNeeded needed);

/// A four-digit number that can be a year of a plan (1900–2199).
[[nodiscard]] bool is_year(const Token& token);

/// The end of a shortened range: "24" behind "2022-"; only where it is later than `start`.
[[nodiscard]] std::optional<Point> read_short_year(const Tokens& tokens, std::size_t at, const Point& start);

}  // namespace pactable::values
