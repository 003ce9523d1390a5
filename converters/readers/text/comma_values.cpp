// SPDX-License-Identifier: GPL-3.0-or-later
// What: CSV: values parted by commas or semicolons, quoted as RFC 4180 says.
// Method: each separator is tried on the whole file; the counts of fields, record by record, decide.
#include <fmt/format.h>

#include <algorithm>
#include <array>
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
constexpr std::size_t kTwoFieldRecords = 6;  // two columns are an enumeration of two, unless there are many

struct Count {
  std::size_t records = 0;  // of the usual width
  std::size_t lines = 0;    // that these cover
  std::size_t others = 0;   // records with separators of another width
  std::size_t single = 0;   // records without a separator
  std::size_t fields = 0;   // the usual width
  std::size_t separators = 0, spaced = 0;  // unquoted ones, and those with a space behind them
  std::size_t quoted = 0;
  int first_other = 0;  // line number

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

Count count_records(Lines lines, char separator) {
  Count count;
  struct Width {
    std::size_t records = 0, lines = 0;
    int first = 0;
  };
  std::map<std::size_t, Width> widths;
  Record record;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank) continue;
    read_record(lines, i, {separator, Quotes::kAlways}, record);
    Width& width = widths[record.fields.size()];
    if (width.records++ == 0) width.first = lines[i].number;
    width.lines += record.last_line - i + 1;
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
  for (const auto& [fields, width] : widths) {
    if (fields == 1) {
      count.single = width.records;
    } else if (width.records > count.records) {
      count.fields = fields;
      count.records = width.records;
      count.lines = width.lines;
    }
  }
  for (const auto& [fields, width] : widths) {
    if (fields == 1 || fields == count.fields) continue;
    count.others += width.records;
    if (count.first_other == 0 || width.first < count.first_other) count.first_other = width.first;
  }
  return count;
}

bool is_believed(const Count& count) {
  if (count.records < kFewRecords || count.single > count.records) return false;
  const bool like_prose = static_cast<double>(count.spaced) > kProseShare * static_cast<double>(count.separators);
  if (like_prose && count.quoted == 0) {
    return count.fields >= kProseFields && count.others == 0;
  }
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
          "lines look like values parted by '{}', but their numbers differ; they are kept as text", separator);
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
  form.usual_fields = static_cast<int>(choice.count.fields);
  read_separated_rows(declared_separator(lines) ? lines.subspan(1) : lines, form, document);
}

}  // namespace pactable::readers::text
