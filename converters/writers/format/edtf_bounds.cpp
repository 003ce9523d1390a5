// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/format/edtf_bounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace pactable::writers::format {
namespace {

constexpr int kMonths = 12;
// Level 1 writes the four seasons as months 21 to 24.
constexpr int kFirstSeason = 21, kLastSeason = 24;

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

/// Digits, with `unspecified` in place of each X; absent where anything else stands there.
std::optional<int> number_of(std::string text, char unspecified) {
  std::replace(text.begin(), text.end(), 'X', unspecified);
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end || text.front() == '-') return std::nullopt;
  return value;
}

std::string day(int year, int month, int of_month) { return fmt::format("{:04}-{:02}-{:02}", year, month, of_month); }

/// Of a date without interval.
DayBounds bounds_of(std::string_view date) {
  while (!date.empty() && std::string_view("?~%").find(date.back()) != std::string_view::npos) date.remove_suffix(1);
  const bool has_month = date.size() >= 7 && date[4] == '-', has_day = date.size() == 10 && has_month && date[7] == '-';
  if (date.size() != 4 && !(date.size() == 7 && has_month) && !has_day) return {};
  const std::string year_text(date.substr(0, 4));
  const std::optional<int> first = number_of(year_text, '0'), last = number_of(year_text, '9');
  if (!first || !last) return {};
  const DayBounds whole_years{day(*first, 1, 1), day(*last, kMonths, 31)};
  if (!has_month) return whole_years;
  const std::string month_text(date.substr(5, 2));
  if (month_text.find('X') != std::string::npos) return whole_years;
  const std::optional<int> month = number_of(month_text, '0');
  if (month && *month >= kFirstSeason && *month <= kLastSeason) return whole_years;
  if (!month || *month < 1 || *month > kMonths) return {};
  const DayBounds whole_months{day(*first, *month, 1), day(*last, *month, days_in(*last, *month))};
  if (!has_day || date.substr(8).find('X') != std::string_view::npos) return whole_months;
  const std::optional<int> of_month = number_of(std::string(date.substr(8)), '0');
  if (!of_month || *of_month < 1 || *of_month > days_in(*last, *month)) return {};
  return {day(*first, *month, *of_month), day(*last, *month, *of_month)};
}

}  // namespace

DayBounds edtf_bounds(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return bounds_of(edtf);
  return {bounds_of(edtf.substr(0, slash)).earliest, bounds_of(edtf.substr(slash + 1)).latest};
}

}  // namespace pactable::writers::format
