// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/timeframe.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "core/unicode.h"
#include "values/time_points.h"
#include "values/time_range.h"
#include "values/time_tokens.h"
#include "values/time_words.h"

namespace pactable::values {
namespace {

using plan::TimeframeKind;

constexpr const char* kSentence = "a sentence with a date";
/// What stands behind a date without a bracket is a remark up to this length ("first draft for all Range States"); a
/// longer one is a sentence, whose date may be anything.
constexpr std::size_t kLongestRemark = 6;

struct Cell {
  std::string_view text;
  Tokens tokens;

  [[nodiscard]] std::string slice(std::size_t from, std::size_t to) const {
    if (from >= to) return {};
    return std::string(text.substr(tokens[from].begin, tokens[to - 1].end - tokens[from].begin));
  }
  [[nodiscard]] bool is(std::size_t at, TokenKind kind) const { return at < tokens.size() && tokens[at].kind == kind; }
};

TimeframeReading text_reading(std::string irregular = {}) {
  return {plan::Timeframe{TimeframeKind::kText, std::nullopt, std::nullopt}, std::move(irregular)};
}

void add_note(plan::Timeframe& timeframe, const std::string& note) {
  if (note.empty()) return;
  timeframe.note = timeframe.note ? *timeframe.note + "; " + note : note;
}

bool is_footnote_mark(std::string_view mark) {
  const char32_t c = unicode::to_code_points(mark).front();
  return c == '*' || c == 0x2020 || c == 0x2021 || u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER;
}

/// A final dot or the mark of a footnote says nothing of the time.
void drop_final_marks(Cell& cell) {
  Tokens& tokens = cell.tokens;
  while (tokens.size() > 1) {
    const Token& last = tokens.back();
    const bool mark =
        last.kind == TokenKind::kOther && is_footnote_mark(cell.text.substr(last.begin, last.end - last.begin));
    if (last.kind != TokenKind::kDot && !mark) return;
    tokens.drop_last();
  }
}

/// "A", "1", "(B)", "II": a single letter or up to two digits.
bool is_code(const Cell& cell) {
  const Token* code = nullptr;
  for (const Token& token : cell.tokens) {
    if (token.kind == TokenKind::kOpen || token.kind == TokenKind::kClose || token.kind == TokenKind::kDot) continue;
    if (code != nullptr) return false;
    code = &token;
  }
  if (code == nullptr) return false;
  if (code->kind == TokenKind::kNumber) return code->digits <= 2;
  return code->kind == TokenKind::kWord && unicode::length(cell.text.substr(code->begin, code->end - code->begin)) == 1;
}

std::size_t count_points(const Cell& cell, std::size_t from) {
  std::size_t count = 0;
  for (std::size_t i = from; i < cell.tokens.size(); ++i) count += is_year(cell.tokens[i]) ? 1U : 0U;
  return count;
}

bool has_status(const Cell& cell) {
  for (std::size_t i = 0; i < cell.tokens.size(); ++i) {
    if (match(cell.tokens, i, Meaning::kDone)) return true;
  }
  return false;
}

/// Index behind ", then ongoing", "and onwards", "(continuing)", "+"; 0 where the time does not stay open.
std::size_t open_end(const Cell& cell, std::size_t at) {
  const auto& tokens = cell.tokens;
  if (cell.is(at, TokenKind::kOther) && tokens[at].end - tokens[at].begin == 1 && cell.text[tokens[at].begin] == '+')
    return at + 1;
  bool dash = false;
  while (at < tokens.size() && (tokens[at].kind == TokenKind::kComma || tokens[at].kind == TokenKind::kDash ||
                                tokens[at].kind == TokenKind::kOpen || tokens[at].kind == TokenKind::kColon)) {
    dash = dash || tokens[at].kind == TokenKind::kDash;
    ++at;
  }
  if (dash && at == tokens.size()) return at;  // "2022 –"
  if (const auto join = match(tokens, at, Meaning::kJoin)) at = join->next;
  const auto then = match(tokens, at, Meaning::kThen);
  const std::size_t word = then ? then->next : at;
  auto end = match(tokens, word, Meaning::kOngoing);
  if (!end) end = match(tokens, word, Meaning::kOnwards);
  if (!end) end = match(tokens, at, Meaning::kOnwards);
  if (!end) return 0;
  return cell.is(end->next, TokenKind::kClose) ? end->next + 1 : end->next;
}

/// Ends "<date> <rest>" once the date is read: a bracket or a short remark becomes the note.
bool take_rest(const Cell& cell, std::size_t at, plan::Timeframe& timeframe) {
  const auto& tokens = cell.tokens;
  while (at < tokens.size() && (tokens[at].kind == TokenKind::kComma || tokens[at].kind == TokenKind::kColon ||
                                tokens[at].kind == TokenKind::kDash || tokens[at].kind == TokenKind::kDot)) {
    ++at;
  }
  if (at == tokens.size()) return true;
  std::size_t end = tokens.size();
  const bool bracket = tokens[at].kind == TokenKind::kOpen && tokens[end - 1].kind == TokenKind::kClose;
  if (bracket) {
    ++at;
    --end;
  } else if (count_points(cell, at) > 0 || end - at > kLongestRemark) {
    return false;
  }
  add_note(timeframe, cell.slice(at, end));
  return true;
}

std::optional<TimeframeReading> read_ongoing(const Cell& cell) {
  const auto ongoing = match(cell.tokens, 0, Meaning::kOngoing);
  if (!ongoing) return std::nullopt;
  TimeframeReading reading;
  reading.timeframe.kind = TimeframeKind::kOngoing;
  std::size_t at = ongoing->next;
  if (at == cell.tokens.size()) return reading;
  if (cell.is(at, TokenKind::kComma) || cell.is(at, TokenKind::kOpen) || cell.is(at, TokenKind::kDash)) ++at;
  if (auto range = read_range(cell.tokens, at, cell.text);
      range && (range->kind == TimeframeKind::kOpenInterval || range->kind == TimeframeKind::kInterval)) {
    const std::size_t next = cell.is(range->next, TokenKind::kClose) ? range->next + 1 : range->next;
    reading.timeframe = {range->kind, range->edtf, std::nullopt};
    add_note(reading.timeframe, cell.slice(0, ongoing->next));
    add_note(reading.timeframe, range->note);
    reading.irregular = range->irregular;
    return take_rest(cell, next, reading.timeframe) ? reading : text_reading(kSentence);
  }
  if (take_rest(cell, ongoing->next, reading.timeframe)) return reading;
  return text_reading(count_points(cell, 0) > 0 ? kSentence : "");
}

std::optional<TimeframeReading> read_dates(const Cell& cell) {
  const auto range = read_range(cell.tokens, 0, cell.text);
  if (!range) return std::nullopt;
  TimeframeReading reading{{range->kind, range->edtf, std::nullopt}, range->irregular};
  if (range->edtf.empty()) return text_reading(range->irregular);
  add_note(reading.timeframe, range->note);
  const bool closed = range->kind == TimeframeKind::kDate || range->kind == TimeframeKind::kInterval;
  if (const std::size_t end = closed ? open_end(cell, range->next) : 0; end > 0) {
    reading.timeframe.kind = TimeframeKind::kOpenInterval;
    reading.timeframe.edtf = range->first + "/..";
    if (take_rest(cell, end, reading.timeframe)) return reading;
    return text_reading(kSentence);
  }
  if (!take_rest(cell, range->next, reading.timeframe)) return text_reading(kSentence);
  return reading;
}

/// "5 years", "1-2 years", "within two years", "(5 лет)".
bool is_duration(const Cell& cell) {
  const auto& tokens = cell.tokens;
  std::size_t at = cell.is(0, TokenKind::kOpen) ? 1 : 0;
  at = skip(tokens, at, Meaning::kWithin);
  std::size_t counts = 0;
  while (at < tokens.size()) {
    if (cell.is(at, TokenKind::kNumber) && tokens[at].digits <= 3) {
      ++counts;
      ++at;
    } else if (const auto count = match(tokens, at, Meaning::kCount)) {
      ++counts;
      at = count->next;
    } else if (counts > 0 && cell.is(at, TokenKind::kDash)) {
      ++at;
    } else if (const auto join = match(tokens, at, Meaning::kJoin); counts > 0 && join) {
      at = join->next;
    } else {
      break;
    }
  }
  const auto unit = match(tokens, at, Meaning::kUnit);
  if (counts == 0 || counts > 2 || !unit) return false;
  at = unit->next;
  while (cell.is(at, TokenKind::kClose) || cell.is(at, TokenKind::kDot)) ++at;
  return at == tokens.size();
}

/// Figures that can count the years of a plan, its quarters or meetings.
bool is_count(const Cell& cell, std::size_t at) {
  return cell.is(at, TokenKind::kNumber) && cell.tokens[at].digits <= 2 && cell.tokens[at].value > 0;
}

/// Index behind what parts two of a list or range: "–", "/", ",", "and", "to".
std::size_t parting_end(const Cell& cell, std::size_t at) {
  for (const TokenKind kind : {TokenKind::kDash, TokenKind::kSlash, TokenKind::kComma}) {
    if (cell.is(at, kind)) return at + 1;
  }
  for (const Meaning meaning : {Meaning::kAnd, Meaning::kJoin}) {
    if (const auto word = match(cell.tokens, at, meaning)) return word->next;
  }
  return at;
}

struct Counted {
  std::size_t next = 0;  // 0: nothing is counted there
  bool word = false;     // a word says what is counted
};

/// "Year 2", "Y1–Y3", "1/2/3", "CoP15 and CoP16", "next meeting".
Counted read_counted(const Cell& cell, std::size_t at) {
  Counted found;
  while (at < cell.tokens.size()) {
    auto word = match(cell.tokens, at, Meaning::kPlanYear);
    const auto meeting = match(cell.tokens, at, Meaning::kMeeting);
    if (meeting && (!word || meeting->next > word->next)) word = meeting;
    std::size_t next = word ? word->next : at;
    if (word && cell.is(next, TokenKind::kDash)) ++next;  // "COP-15"
    if (is_count(cell, next)) {
      ++next;
    } else if (word && meeting) {
      next = word->next;
    } else {
      break;
    }
    found.word = found.word || word.has_value();
    found.next = next;
    at = parting_end(cell, next);
    if (at == next) break;
  }
  return found;
}

/// A time that the plan itself counts. Where a date stands behind it in brackets, the date is the time.
std::optional<TimeframeReading> read_relative(const Cell& cell) {
  std::size_t at = 0;
  for (const Meaning lead : {Meaning::kBy, Meaning::kFrom, Meaning::kBetween, Meaning::kWithin, Meaning::kFiller}) {
    const bool counted = match(cell.tokens, at, Meaning::kPlanYear) || match(cell.tokens, at, Meaning::kMeeting);
    if (const auto word = counted ? std::nullopt : match(cell.tokens, at, lead)) at = word->next;
  }
  const Counted counted = read_counted(cell, at);
  // "12/10" may be a day; single figures are the years of a plan.
  const bool listed = counted.word || std::all_of(cell.tokens.begin(), cell.tokens.end(), [](const Token& token) {
                        return token.kind != TokenKind::kNumber || token.digits == 1;
                      });
  if (counted.next == 0 || !listed) return std::nullopt;
  TimeframeReading reading = text_reading();
  reading.relative = true;
  if (counted.next == cell.tokens.size()) return reading;
  if (!cell.is(counted.next, TokenKind::kOpen) || cell.tokens.back().kind != TokenKind::kClose) return std::nullopt;
  const auto range = read_range(cell.tokens, counted.next + 1, cell.text);
  if (!range || range->next + 1 != cell.tokens.size() || range->edtf.empty()) return std::nullopt;
  reading.timeframe = {range->kind, range->edtf, std::nullopt};
  add_note(reading.timeframe, cell.slice(0, counted.next));
  add_note(reading.timeframe, range->note);
  reading.irregular = range->irregular;
  reading.relative = false;
  return reading;
}

/// "Next issue in 2022, then ongoing." says a start and that it goes on; any other sentence stays a text.
TimeframeReading read_sentence(const Cell& cell) {
  const std::size_t points = count_points(cell, 0);
  if (points == 0) return text_reading();
  if (points > 1 || has_status(cell)) return text_reading(kSentence);
  for (std::size_t i = 0; i < cell.tokens.size(); ++i) {
    const auto point = read_point(cell.tokens, i, cell.text, YearNeeded::kYes);
    if (!point) continue;
    const std::size_t end = open_end(cell, point->next);
    if (end == 0 || end != cell.tokens.size()) break;
    std::string note = cell.slice(0, end);
    note = lower_first(note);
    return {plan::Timeframe{TimeframeKind::kOpenInterval, point->first() + "/..", note}, kSentence};
  }
  return text_reading(kSentence);
}

}  // namespace

std::optional<TimeframeReading> read_timeframe(std::string_view printed, const grammar::Vocabulary& words) {
  const std::string_view text = unicode::trim(printed);
  if (text.empty()) return std::nullopt;
  Cell cell{text, tokenize(text, words)};
  if (cell.tokens.empty()) return text_reading();
  if (is_code(cell)) return TimeframeReading{plan::Timeframe{TimeframeKind::kCode, std::nullopt, std::nullopt}, {}};
  drop_final_marks(cell);
  if (auto ongoing = read_ongoing(cell)) return *ongoing;
  if (is_duration(cell))
    return TimeframeReading{plan::Timeframe{TimeframeKind::kDuration, std::nullopt, std::nullopt}, {}};
  if (auto relative = read_relative(cell)) return *relative;
  if (auto dates = read_dates(cell)) return *dates;
  return read_sentence(cell);
}

}  // namespace pactable::values
