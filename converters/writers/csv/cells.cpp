// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/csv/cells.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"
#include "writers/format/acting_characters.h"
#include "writers/format/json_stream.h"
#include "writers/format/scalars.h"

namespace pactable::writers::csv {
namespace {

// With these a spreadsheet begins a formula; the wide forms count in East Asian versions (OWASP, "CSV Injection").
constexpr std::array<std::string_view, 11> kFormulaStarts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                             "\n", "＝", "＋", "－", "＠"};
constexpr char kApostrophe = '\'';

bool begins_like_formula(std::string_view text) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool has_acting_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (format::acting_character_at(text, at).bytes > 0) return true;
  }
  return false;
}

std::string json_string(std::string_view text) {
  format::JsonStream out;
  out.string(text);
  return out.drain();
}

void append_quoted(std::string& out, std::string_view cell) {
  if (cell.find_first_of("\",\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

struct CellWriter {
  std::string& out;
  rows::Type type;

  void operator()(std::monostate) const {}
  void operator()(std::int64_t value) const { out += std::to_string(value); }
  void operator()(double value) const { out += format::print_number(value); }
  void operator()(const std::string& value) const {
    append_quoted(out, type == rows::Type::kText ? cell_text(value) : value);
  }
};

}  // namespace

std::string cell_text(std::string_view text) {
  std::string cell(text);
  if (!unicode::is_valid_utf8(cell)) cell = unicode::to_utf8(unicode::to_code_points(cell));
  if (has_acting_character(cell)) return kApostrophe + json_string(cell);
  if (cell.empty() || cell.front() == kApostrophe || begins_like_formula(cell)) cell.insert(0, 1, kApostrophe);
  return cell;
}

std::string header_line(const rows::Description& relation) {
  std::string line;
  for (const rows::Column& column : relation.columns) line += (line.empty() ? "" : ",") + std::string(column.name);
  return line + "\r\n";
}

void append_line(std::string& out, const rows::Description& relation, const rows::Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    std::visit(CellWriter{out, relation.columns[i].type}, row[i]);
  }
  out += "\r\n";
}

}  // namespace pactable::writers::csv
