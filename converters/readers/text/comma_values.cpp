// SPDX-License-Identifier: GPL-3.0-or-later
// What: CSV: values separated by commas or semicolons, quoted as RFC 4180 says.
// Method: each separator is tried on the whole file; the counts of fields, record by record, decide.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "core/unicode.h"
#include "readers/text/dump_kind.h"
#include "readers/text/separated_rows.h"

namespace pactable::readers::text {
namespace {

constexpr std::array<char, 2> kSeparators = {';', ','};
// Share of the records with a separator that have the usual number of fields. Prose stays below a half.
constexpr double kRegularShare = 0.85;
// Below that, but above this, somebody wrote values without quoting them: reported, not read.
constexpr double kDoubtfulShare = 0.6;
constexpr std::size_t kFewRecords = 3;  // a header and two rows
// A separator that prose sets, with a space behind it, needs more columns to be believed: enumerations of two or three
// are everywhere.
constexpr double kProseShare = 0.5;
constexpr std::size_t kProseFields = 4;
constexpr double kTabShare = 0.1;            // a stray tab in a text is no reason to doubt
constexpr std::size_t kTwoFieldRecords = 6;  // two columns are an enumeration of two, unless there are many

struct Count {
  std::size_t records = 0;                 // of the usual width
  std::size_t lines = 0;                   // that these cover
  std::size_t others = 0;                  // records with separators of another width, between these
  std::size_t single = 0;                  // records without a separator, between these
  std::size_t fields = 0;                  // the usual width
  std::size_t separators = 0, spaced = 0;  // unquoted ones, and those with a space behind them
  std::size_t quoted = 0;
  int first_other = 0;  // line number

  [[nodiscard]] bool like_prose() const {
    return static_cast<double>(spaced) > kProseShare * static_cast<double>(separators);
  }
  [[nodiscard]] double regular() const {
    return records == 0 ? 0 : static_cast<double>(records) / static_cast<double>(records + others);
  }
};

// "sep=;" in the first line, as spreadsheets write and read it.
std::optional<char> declared_separator(Lines lines) {
  if (lines.empty()) return std::nullopt;
  const std::string_view first = unicode::trim(lines[0].utf8);
  if (first.size() == 5 && unicode::fold(first.substr(0, 4)) == "sep=") return first[4];
  return std::nullopt;
}

struct RecordLine {
  std::size_t line = 0;
  std::uint32_t fields = 0, lines = 0;
};

// What stands above the first and below the last record of the usual width is no part of the table.
void count_others(Lines lines, const std::vector<RecordLine>& records, Count& count) {
  const auto usual = [&](const RecordLine& record) { return record.fields == count.fields; };
  const auto first = std::find_if(records.begin(), records.end(), usual);
  const auto last = std::find_if(records.rbegin(), records.rend(), usual).base();
  for (auto record = first; record < last; ++record) {
    if (usual(*record)) {
      count.lines += record->lines;
    } else if (record->fields == 1) {
      ++count.single;
    } else {
      ++count.others;
      if (count.first_other == 0) count.first_other = lines[record->line].number;
    }
  }
}

Count count_records(Lines lines, char separator) {
  Count count;
  std::vector<RecordLine> records;
  std::map<std::size_t, std::size_t> widths;
  Record record;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank) continue;
    read_record(lines, i, {separator, Quotes::kAlways}, record);
    ++widths[record.fields.size()];
    records.push_back(
        {i, static_cast<std::uint32_t>(record.fields.size()), static_cast<std::uint32_t>(record.last_line - i + 1)});
    for (std::size_t f = 0; f + 1 < record.fields.size(); ++f) {
      const FieldPiece& next = record.pieces[record.fields[f + 1].first];
      const std::string_view text = lines[next.line].utf8;
      ++count.separators;
      count.spaced += !record.fields[f + 1].quoted && next.begin < text.size() && text[next.begin] == ' ' ? 1 : 0;
    }
    count.quoted += static_cast<std::size_t>(
        std::count_if(record.fields.begin(), record.fields.end(), [](const Field& field) { return field.quoted; }));
    i = record.last_line;
  }
  for (const auto& [fields, number] : widths) {
    if (fields > 1 && number > count.records) {
      count.fields = fields;
      count.records = number;
    }
  }
  if (count.fields > 0) count_others(lines, records, count);
  return count;
}

bool is_believed(const Count& count) {
  if (count.records < kFewRecords || count.single > count.records) return false;
  if (count.like_prose() && count.quoted == 0) return count.fields >= kProseFields && count.others == 0;
  return count.fields > 2 || count.quoted > 0 || count.records >= kTwoFieldRecords;
}

struct Choice {
  char separator = ',';
  Count count;
  Evidence evidence;
};

Choice choose(Lines lines) {
  Choice best;
  const auto declared = declared_separator(lines);
  // A comma in a line with tabs is text.
  const auto tabs = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.tab; });
  if (!declared && static_cast<double>(tabs) > kTabShare * static_cast<double>(filled_lines(lines))) return best;
  const Lines rest = declared ? lines.subspan(1) : lines;
  std::vector<char> tried(kSeparators.begin(), kSeparators.end());
  if (declared) tried = {*declared};
  const auto filled = static_cast<double>(std::max<std::size_t>(filled_lines(rest), 1));
  for (const char separator : tried) {
    const Count count = count_records(rest, separator);
    if (!declared && !is_believed(count)) continue;
    if (count.records == 0) continue;
    Evidence evidence;
    const double share = count.regular() * static_cast<double>(count.lines) / filled;
    if (declared || count.regular() >= kRegularShare) {
      evidence.score = declared ? 1 : share;
    } else if (count.regular() >= kDoubtfulShare) {
      evidence.doubt = fmt::format(
          "lines look like values separated by '{}', but their numbers differ; they are kept as text", separator);
      evidence.doubt_line = count.first_other;
    }
    const bool better = evidence.score > best.evidence.score ||
                        (best.evidence.score <= 0 && best.evidence.doubt.empty() && !evidence.doubt.empty());
    if (better) best = {separator, count, evidence};
  }
  return best;
}

}  // namespace

Evidence weigh_comma_values(Lines lines) { return choose(lines).evidence; }

void read_comma_values(Lines lines, layout::Document& document) {
  const Choice choice = choose(lines);
  SeparatedForm form;
  form.separation = {choice.separator, Quotes::kAlways};
  form.blank_lines_break = false;
  form.padded = true;
  form.spaced = choice.count.like_prose();
  form.usual_fields = static_cast<int>(choice.count.fields);
  read_separated_rows(declared_separator(lines) ? lines.subspan(1) : lines, form, document);
}

}  // namespace pactable::readers::text
