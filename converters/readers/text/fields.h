// SPDX-License-Identifier: GPL-3.0-or-later
// What: the fields of one record of values separated by a separator, with quoted fields over several lines.
// In:   lines and the index of the record's first one. Out: fields as pieces of lines, quotation marks taken off.
// Never: takes a quotation mark for syntax where nothing closes it right before a separator or the end of a line.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/table.h"
#include "readers/text/decode.h"

namespace pactable::readers::text {

enum class Quotes {
  kNeeded,  // copied from a spreadsheet: only a field with a line end or a doubled quotation mark in it is quoted
  kAlways,  // RFC 4180: a quotation mark at the beginning of a field always quotes
};

struct Separation {
  char separator = '\t';
  Quotes quotes = Quotes::kNeeded;
};

/// Bytes [begin, end) of a line. `glued`: goes on where the piece before ended, a doubled quotation mark stood between.
struct FieldPiece {
  std::size_t line = 0, begin = 0, end = 0;
  bool glued = false;
};

struct Field {
  std::size_t first = 0, last = 0;  // pieces [first, last) of the record
  bool quoted = false;
};

struct Record {
  std::size_t first_line = 0, last_line = 0;
  std::vector<Field> fields;  // at least one
  std::vector<FieldPiece> pieces;
  bool open_quote = false;  // a field begins with a quotation mark that nothing closes; it is kept as printed

  /// True where the field holds no visible character.
  [[nodiscard]] bool blank(Lines lines, std::size_t field) const;
};

/// Reads the record that begins at a line into `record`, whose memory is used again.
void read_record(Lines lines, std::size_t line, const Separation& separation, Record& record);

/// The paragraphs of each field, in order: a line end inside quotes is "\n", an empty line parts paragraphs.
[[nodiscard]] std::vector<std::vector<layout::Paragraph>> field_paragraphs(Lines lines, const Record& record);

}  // namespace pactable::readers::text
