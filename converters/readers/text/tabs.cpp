// SPDX-License-Identifier: GPL-3.0-or-later
// What: dumps in which tabs part the cells of a line, also those copied from a spreadsheet.
#include <algorithm>

#include "core/unicode.h"
#include "readers/text/dump_kind.h"
#include "readers/text/separated_rows.h"
#include "readers/text/stretches.h"

namespace pactable::readers::text {
namespace {

// Where this share of the cells with letters stands in quotation marks, the program that wrote them quotes all texts.
constexpr double kQuotedShare = 0.8;
constexpr std::size_t kFewQuoted = 4;  // fewer may be titles and quotations

// Of a cell with several lines only the first and the last line have a quotation mark.
bool in_quotes(std::string_view text) { return text.size() >= 2 && (text.front() == '"' || text.back() == '"'); }

bool quotes_all_texts(Lines lines) {
  std::size_t quoted = 0, texts = 0;
  for (const Line& line : lines) {
    if (!line.tab) continue;
    for (const std::string_view stretch : split_tabs(line)) {
      const bool letter = std::any_of(stretch.begin(), stretch.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      });
      texts += letter ? 1 : 0;
      quoted += letter && in_quotes(stretch) ? 1 : 0;
    }
  }
  return quoted >= kFewQuoted && static_cast<double>(quoted) >= kQuotedShare * static_cast<double>(texts);
}

}  // namespace

// A tab inside a line is typed for nothing else than to part: that some lines have one is evidence enough. One at the
// beginning alone indents.
Evidence weigh_tabs(Lines lines) {
  std::size_t rows = 0;
  Record record;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].tab || lines[i].utf8.find('\t', 1) == std::string_view::npos) continue;
    read_record(lines, i, {}, record);
    rows += record.last_line - i + 1;
    i = record.last_line;
  }
  return {static_cast<double>(rows) / static_cast<double>(std::max<std::size_t>(filled_lines(lines), 1)), {}, 0};
}

void read_tabs(Lines lines, layout::Document& document) {
  SeparatedForm form;
  if (quotes_all_texts(lines)) form.separation.quotes = Quotes::kAlways;
  read_separated_rows(lines, form, document);
}

}  // namespace pactable::readers::text
