// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/time_range.h"

#include <unicode/uchar.h>

#include <tuple>

#include "core/unicode.h"
#include "values/time_points.h"
#include "values/time_words.h"

namespace pactable::values {
namespace {

using plan::TimeframeKind;

constexpr const char* kBackwards = "it ends before it begins";
constexpr const char* kNoStartYear = "the year of the start is not printed";

std::string slice(std::string_view text, const Tokens& tokens, std::size_t from, std::size_t to) {
  return std::string(text.substr(tokens[from].begin, tokens[to - 1].end - tokens[from].begin));
}

std::string joined(const std::string& first, const std::string& second, std::string_view between) {
  if (first.empty() || second.empty()) return first + second;
  return first + std::string(between) + second;
}

/// Index behind a dash, slash or joining word, 0 where none stands at `at`.
std::size_t join_end(const Tokens& tokens, std::size_t at, bool between) {
  if (at >= tokens.size()) return 0;
  if (between) {
    const auto both = match(tokens, at, Meaning::kAnd);
    return both ? both->next : 0;
  }
  if (tokens[at].kind == TokenKind::kDash || tokens[at].kind == TokenKind::kSlash) return at + 1;
  const auto word = match(tokens, at, Meaning::kJoin);
  return word ? word->next : 0;
}

/// "23" of "23-25 September 2014".
std::optional<Point> read_bare_day(const Tokens& tokens, std::size_t at) {
  if (at + 2 >= tokens.size() || tokens[at].kind != TokenKind::kNumber || tokens[at].digits > 2) return std::nullopt;
  if (tokens[at].value < 1 || tokens[at].value > 31) return std::nullopt;
  Point day;
  day.day = tokens[at].value;
  day.begin = at;
  day.next = at + 1;
  return day;
}

/// Month and year of the end hold for a start that prints none.
bool complete_start(Point& start, const Point& end, TimeRange& range) {
  if (start.year != 0) return true;
  if (end.year == 0) return false;
  if (start.month == 0 && start.season == 0) {
    if (end.day == 0) return false;
    start.month = end.month;
  }
  start.year = end.year;
  const int first = start.season != 0 ? start.season : start.month;
  const int second = end.season != 0 ? end.season : end.month;
  if (first > second) range.irregular = kNoStartYear;
  return true;
}

void close_interval(const Point& start, const Point& end, TimeRange& range, const std::string& printed) {
  range.kind = TimeframeKind::kInterval;
  if (range.irregular == kNoStartYear) {
    range.kind = TimeframeKind::kText;
    return;
  }
  if (range.irregular.empty()) range.irregular = start.irregular.empty() ? end.irregular : start.irregular;
  range.note = joined(start.note, end.note, " … ");
  if (start.season != 0 || end.season != 0) {  // level 1 has no intervals of seasons
    range.first = std::to_string(start.year);
    range.edtf = start.year == end.year ? range.first : range.first + "/" + std::to_string(end.year);
    if (start.year == end.year) range.kind = TimeframeKind::kDate;
    range.note = printed;
    return;
  }
  if (std::tie(start.year, start.month, start.day) >
      std::make_tuple(end.year, end.month == 0 ? 12 : end.month, end.day == 0 ? 31 : end.day)) {
    range.kind = TimeframeKind::kText;
    range.irregular = kBackwards;
    return;
  }
  range.first = start.first();
  range.edtf = range.first + "/" + end.last();
  range.within_a_month = start.day != 0 && end.day != 0 && start.month == end.month && start.year == end.year;
}

/// Start, join and end at `at`; the start may lack what the end prints.
std::optional<TimeRange> read_interval(const Tokens& tokens, std::size_t at, std::string_view text, bool between) {
  const std::size_t begin = at;
  at = skip(tokens, at, Meaning::kFiller);
  auto start = read_point(tokens, at, text, YearNeeded::kNo);
  if (!start) start = read_bare_day(tokens, at);
  if (!start) return std::nullopt;
  const std::size_t behind = join_end(tokens, start->next, between);
  if (behind == 0) return std::nullopt;
  auto end = read_point(tokens, behind, text, YearNeeded::kYes);
  if (!end) end = read_short_year(tokens, behind, *start);
  if (!end) return std::nullopt;
  TimeRange range;
  range.begin = begin;
  range.next = end->next;
  if (!complete_start(*start, *end, range)) return std::nullopt;
  close_interval(*start, *end, range, slice(text, tokens, begin, end->next));
  return range;
}

std::optional<TimeRange> read_open(const Tokens& tokens, std::size_t at, std::string_view text, const PhraseMatch& lead,
                                   bool start) {
  std::optional<Point> point = read_point(tokens, lead.next, text, YearNeeded::kYes);
  if (!point) return std::nullopt;
  TimeRange range;
  range.kind = TimeframeKind::kOpenInterval;
  range.begin = at;
  range.next = point->next;
  range.irregular = point->irregular;
  range.note = joined(lead.value != 0 ? slice(text, tokens, at, lead.next) : "", point->note, " ");
  std::string edge = start ? point->first() : point->last();
  if (point->season != 0) {
    range.note = joined(range.note, slice(text, tokens, point->begin, point->next), " ");
    edge = std::to_string(point->year);
  }
  range.first = start ? edge : "";
  range.edtf = start ? edge + "/.." : "../" + edge;
  return range;
}

std::optional<TimeRange> read_date(const Tokens& tokens, std::size_t at, std::string_view text) {
  const auto point = read_point(tokens, at, text, YearNeeded::kYes);
  if (!point) return std::nullopt;
  TimeRange range;
  range.kind = point->is_span() ? TimeframeKind::kInterval : TimeframeKind::kDate;
  range.first = point->first();
  range.edtf = point->is_span() ? point->first() + "/" + point->last() : point->first();
  range.note = point->note;
  range.irregular = point->irregular;
  range.begin = at;
  range.next = point->next;
  return range;
}

}  // namespace

std::optional<TimeRange> read_range(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (const auto between = match(tokens, at, Meaning::kBetween)) {
    if (auto interval = read_interval(tokens, between->next, text, true)) return interval;
  }
  const auto from = match(tokens, at, Meaning::kFrom);
  if (from && from->value == 0) {
    if (auto interval = read_interval(tokens, from->next, text, false)) return interval;
  }
  if (auto interval = read_interval(tokens, at, text, false)) return interval;
  if (from) {
    if (auto open = read_open(tokens, at, text, *from, true)) return open;
  }
  if (const auto by = match(tokens, at, Meaning::kBy)) {
    if (auto open = read_open(tokens, at, text, *by, false)) return open;
  }
  return read_date(tokens, at, text);
}

std::string lower_first(const std::string& text) {
  std::u32string points = unicode::to_code_points(text);
  const auto is_upper = [](char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; };
  if (points.size() > 1 && is_upper(points[0]) && !is_upper(points[1])) {
    points[0] = static_cast<char32_t>(u_tolower(static_cast<UChar32>(points[0])));
  }
  return unicode::to_utf8(points);
}

}  // namespace pactable::values
