// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/time_points.h"

#include <array>
#include <string_view>

#include "values/time_words.h"

namespace pactable::values {
namespace {

constexpr int kFirstYear = 1900;  // older years in such plans are citations, not times of action
constexpr int kLastYear = 2199;
constexpr int kMonths = 12;
constexpr int kMonthsOfQuarter = 3;
constexpr int kMonthsOfHalf = 6;
constexpr const char* kStrayHyphen = "a hyphen stands between the month and the year";
constexpr const char* kDayOrMonth = "day and month cannot be told apart";
constexpr const char* kMonthOrRange = "a month of the year or a range of years";

std::string digits(int value, std::size_t width) {
  std::string out = std::to_string(value);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

std::string edtf(int year, int month, int day, int season) {
  std::string out = digits(year, 4);
  if (season != 0) return out + "-" + digits(season, 2);
  if (month != 0) out += "-" + digits(month, 2);
  if (day != 0) out += "-" + digits(day, 2);
  return out;
}

bool is(const Tokens& tokens, std::size_t at, TokenKind kind) { return at < tokens.size() && tokens[at].kind == kind; }

bool is_number(const Tokens& tokens, std::size_t at, int low, int high) {
  return is(tokens, at, TokenKind::kNumber) && tokens[at].digits <= 2 && tokens[at].value >= low &&
         tokens[at].value <= high;
}

bool is_day_of(int day, int month, int year) {
  constexpr std::array kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (year != 0 && month == 2 && day == 29 && !leap) return false;
  return day >= 1 && day <= kDays.at(static_cast<std::size_t>(month - 1));
}

std::size_t skip_kind(const Tokens& tokens, std::size_t at, TokenKind kind) {
  return is(tokens, at, kind) ? at + 1 : at;
}

/// "2022", "2022 г.", "of 2022", "'22" behind a month. Sets year and next.
bool read_year(const Tokens& tokens, std::size_t at, Point& point) {
  at = skip(tokens, at, Meaning::kFiller);
  if (at >= tokens.size()) return false;
  if (is_year(tokens[at])) {
    point.year = tokens[at].value;
  } else if (is(tokens, at, TokenKind::kNumber) && tokens[at].digits == 2 && tokens[at].apostrophe_before) {
    point.year = 2000 + tokens[at].value;
  } else {
    return false;
  }
  point.next = at + 1;
  if (const auto word = match(tokens, point.next, Meaning::kYearWord)) {
    point.next = word->next;
    const bool abbreviated = tokens[point.next - 1].end - tokens[point.next - 1].begin <= 4;  // "г." or "гг." in UTF-8
    if (abbreviated && point.next + 1 < tokens.size()) point.next = skip_kind(tokens, point.next, TokenKind::kDot);
  }
  return true;
}

/// A year behind a month: after a space, a comma, a dot, a slash or a hyphen.
bool read_year_of_month(const Tokens& tokens, std::size_t at, Point& point) {
  at = skip_kind(tokens, at, TokenKind::kDot);
  at = skip_kind(tokens, at, TokenKind::kComma);
  at = skip_kind(tokens, at, TokenKind::kSlash);
  if (is(tokens, at, TokenKind::kDash)) {
    const bool spaced = tokens[at].space_before || (at + 1 < tokens.size() && tokens[at + 1].space_before);
    if (!read_year(tokens, at + 1, point)) return false;
    if (spaced) point.irregular = kStrayHyphen;
    return true;
  }
  return read_year(tokens, at, point);
}

/// "23 September 2014", "1er mars", "September 23, 2014", "Sept. 2023", "Summer 2022".
std::optional<Point> read_named(const Tokens& tokens, std::size_t at, YearNeeded needed) {
  Point point;
  point.begin = at;
  if (is_number(tokens, at, 1, 31)) {
    point.day = tokens[at].value;
    at = skip_kind(tokens, at + 1, TokenKind::kDot);
    if (const auto ending = match(tokens, at, Meaning::kOrdinalEnding); ending && !tokens[at].space_before)
      at = ending->next;
    if (is(tokens, at, TokenKind::kDash) && !tokens[at].space_before) ++at;  // 23-Sep-2014
    at = skip(tokens, at, Meaning::kFiller);
  }
  const auto month = match(tokens, at, Meaning::kMonth);
  const auto season = point.day == 0 ? match(tokens, at, Meaning::kSeason) : std::nullopt;
  if (!month && !season) return std::nullopt;
  if (month) point.month = month->value;
  if (season) point.season = season->value;
  point.next = at = month ? month->next : season->next;
  if (month && point.day == 0 && is_number(tokens, at, 1, 31) && tokens[at].space_before &&
      !tokens[at].apostrophe_before) {
    Point dated = point;
    dated.day = tokens[at].value;
    std::size_t behind = at + 1;
    if (const auto ending = match(tokens, behind, Meaning::kOrdinalEnding)) behind = ending->next;
    if (read_year(tokens, skip_kind(tokens, behind, TokenKind::kComma), dated)) {
      if (!is_day_of(dated.day, dated.month, dated.year)) return std::nullopt;
      return dated;
    }
  }
  if (!read_year_of_month(tokens, at, point) && needed == YearNeeded::kYes) return std::nullopt;
  if (point.year == 0) point.next = skip_kind(tokens, point.next, TokenKind::kDot);
  if (point.day != 0 && !is_day_of(point.day, point.month, point.year)) return std::nullopt;
  return point;
}

/// 23.11.2022, 23/11/2022, 23-11-2022, 11/2022, 2022-11-23, 2022-11 (not 2022-24, which is a range).
std::optional<Point> read_figures(const Tokens& tokens, std::size_t at) {
  Point point;
  point.begin = at;
  const auto is_glue = [&](std::size_t i) {
    return (is(tokens, i, TokenKind::kDot) || is(tokens, i, TokenKind::kSlash) || is(tokens, i, TokenKind::kDash)) &&
           !tokens[i].space_before && i + 1 < tokens.size() && !tokens[i + 1].space_before;
  };
  if (at < tokens.size() && is_year(tokens[at]) && is(tokens, at + 1, TokenKind::kDash) && is_glue(at + 1) &&
      is_number(tokens, at + 2, 1, kMonths) && tokens[at + 2].digits == 2) {
    point.year = tokens[at].value;
    point.month = tokens[at + 2].value;
    point.next = at + 3;
    if (is_glue(at + 3) && is_number(tokens, at + 4, 1, 31)) {
      point.day = tokens[at + 4].value;
      point.next = at + 5;
      if (!is_day_of(point.day, point.month, point.year)) return std::nullopt;
    } else if (point.month > point.year % 100) {
      point.month = 0;
      point.irregular = kMonthOrRange;
    }
    return point;
  }
  if (!is_number(tokens, at, 1, 31) || !is_glue(at + 1)) return std::nullopt;
  if (tokens[at].value <= kMonths && !is(tokens, at + 1, TokenKind::kDash) && at + 2 < tokens.size() &&
      is_year(tokens[at + 2])) {
    point.month = tokens[at].value;
    point.year = tokens[at + 2].value;
    point.next = at + 3;
    return point;
  }
  if (!is_number(tokens, at + 2, 1, 31) || !is_glue(at + 3) || tokens[at + 3].kind != tokens[at + 1].kind)
    return std::nullopt;
  if (at + 4 >= tokens.size() || !is_year(tokens[at + 4])) return std::nullopt;
  int day = tokens[at].value;
  int month = tokens[at + 2].value;
  point.year = tokens[at + 4].value;
  point.next = at + 5;
  const bool american_too = !is(tokens, at + 1, TokenKind::kDot);  // dots are never written month first
  if (american_too && day <= kMonths && month <= kMonths && day != month) {
    point.irregular = kDayOrMonth;
    return point;
  }
  if (month > kMonths && american_too) std::swap(day, month);
  if (month > kMonths || !is_day_of(day, month, point.year)) return std::nullopt;
  point.month = month;
  point.day = day;
  return point;
}

struct Part {
  int which = 0, months = 0;
  std::size_t next = 0;
};

/// "Q3", "T3", "H1", "S1", "3rd quarter", "first half", "III кв.".
std::optional<Part> read_part(const Tokens& tokens, std::size_t at) {
  if (is(tokens, at, TokenKind::kWord) && is(tokens, at + 1, TokenKind::kNumber) && !tokens[at + 1].space_before) {
    const int which = tokens[at + 1].value;
    if (match(tokens, at, Meaning::kQuarterSign) && which >= 1 && which <= 4)
      return Part{which, kMonthsOfQuarter, at + 2};
    if (match(tokens, at, Meaning::kHalfSign) && which >= 1 && which <= 2) return Part{which, kMonthsOfHalf, at + 2};
  }
  at = skip(tokens, at, Meaning::kFiller);
  Part part;
  if (is_number(tokens, at, 1, 4)) {
    part.which = tokens[at].value;
    part.next = skip_kind(tokens, at + 1, TokenKind::kDash);
    part.next = skip_kind(tokens, part.next, TokenKind::kDot);  // "3. Quartal", "1.º trimestre"
    if (const auto ending = match(tokens, part.next, Meaning::kOrdinalEnding)) part.next = ending->next;
  } else if (const auto ordinal = match(tokens, at, Meaning::kOrdinal)) {
    part.which = ordinal->value;
    part.next = ordinal->next;
  } else {
    return std::nullopt;
  }
  if (const auto quarter = match(tokens, part.next, Meaning::kQuarter)) {
    part.months = kMonthsOfQuarter;
    part.next = skip_kind(tokens, quarter->next, TokenKind::kDot);
    return part;
  }
  const auto half = match(tokens, part.next, Meaning::kHalf);
  if (!half || part.which > 2) return std::nullopt;
  part.months = kMonthsOfHalf;
  part.next = half->next;
  return part;
}

void set_part(Point& point, const Part& part) {
  point.month = (part.which - 1) * part.months + 1;
  point.last_month = part.which * part.months;
}

/// A quarter or half-year before or behind its year.
std::optional<Point> read_part_of_year(const Tokens& tokens, std::size_t at, YearNeeded needed) {
  Point point;
  point.begin = at;
  if (at < tokens.size() && is_year(tokens[at])) {
    const auto part = read_part(tokens, skip_kind(tokens, at + 1, TokenKind::kComma));
    if (!part) return std::nullopt;
    const bool followed_by_year = part->next < tokens.size() && is_year(tokens[part->next]);
    if (followed_by_year) return std::nullopt;
    point.year = tokens[at].value;
    point.next = part->next;
    set_part(point, *part);
    return point;
  }
  const auto part = read_part(tokens, at);
  if (!part) return std::nullopt;
  point.next = part->next;
  set_part(point, *part);
  const std::size_t behind =
      is(tokens, point.next, TokenKind::kDash) && !tokens[point.next].space_before
          ? point.next + 1
          : skip_kind(tokens, skip_kind(tokens, point.next, TokenKind::kComma), TokenKind::kSlash);
  if (!read_year(tokens, behind, point) && needed == YearNeeded::kYes) return std::nullopt;
  return point;
}

}  // namespace

std::string Point::first() const { return edtf(year, month, day, season); }

std::string Point::last() const { return edtf(year, is_span() ? last_month : month, day, season); }

bool is_year(const Token& token) {
  return token.kind == TokenKind::kNumber && token.digits == 4 && token.value >= kFirstYear && token.value <= kLastYear;
}

std::optional<Point> read_point(const Tokens& tokens, std::size_t at, std::string_view text, YearNeeded needed) {
  const std::size_t begin = at;
  std::string note;
  if (!match(tokens, at, Meaning::kVague)) at = skip(tokens, at, Meaning::kFiller);
  if (auto part = read_part_of_year(tokens, at, needed)) return part;
  if (const auto vague = match(tokens, at, Meaning::kVague)) {
    note = std::string(text.substr(tokens[at].begin, tokens[vague->next - 1].end - tokens[at].begin));
    at = vague->next;
    if (is(tokens, at, TokenKind::kDash) || is(tokens, at, TokenKind::kDot)) ++at;
    at = skip(tokens, at, Meaning::kFiller);
  }
  auto point = note.empty() ? std::nullopt : read_part_of_year(tokens, at, needed);
  if (!point) point = read_figures(tokens, at);
  if (!point) point = read_named(tokens, at, needed);
  if (!point) {
    point = Point{};
    if (!read_year(tokens, at, *point)) return std::nullopt;
  }
  point->begin = begin;
  point->note = note;
  return point;
}

std::optional<Point> read_short_year(const Tokens& tokens, std::size_t at, const Point& start) {
  if (!is(tokens, at, TokenKind::kNumber) || tokens[at].digits != 2) return std::nullopt;
  const int year = start.year / 100 * 100 + tokens[at].value;
  if (start.year == 0 || year <= start.year) return std::nullopt;
  Point point;
  point.year = year;
  point.begin = at;
  point.next = at + 1;
  if (const auto word = match(tokens, point.next, Meaning::kYearWord)) point.next = word->next;
  return point;
}

}  // namespace pactable::values
