// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/tables/table_list.h"

#include <algorithm>
#include <vector>

#include "core/unicode.h"
#include "writers/format/json_stream.h"
#include "writers/format/scalars.h"

namespace pactable::writers {
namespace {

using format::JsonStream;
using enum JsonStream::Shape;

void append_word(std::string& out, std::string_view word) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

/// A line end that may be for want of room only is a space here.
std::string with_soft_ends(std::string text) {
  static constexpr std::string_view kSoft = "\u2028";
  for (std::size_t at = text.find(kSoft); at != std::string::npos; at = text.find(kSoft, at)) {
    text.replace(at, kSoft.size(), " ");
  }
  return text;
}

/// Everything that a reader sees, automatic labels included; one space between paragraphs.
std::string text_of(const std::vector<layout::Paragraph>& paragraphs) {
  std::string text;
  for (const layout::Paragraph& paragraph : paragraphs) {
    append_word(text, paragraph.list_label);
    append_word(text, unicode::trim(with_soft_ends(paragraph.text.utf8())));
  }
  return text;
}

/// Cells by row and column, and a size that holds them all.
struct Grid {
  std::vector<const layout::Cell*> cells;
  int rows = 0, columns = 0;
};

Grid grid_of(const layout::Table& table) {
  Grid grid{{}, static_cast<int>(table.rows.size()), std::max(table.column_count, 0)};
  for (const layout::Cell& cell : table.cells) {
    grid.cells.push_back(&cell);
    grid.rows = std::max(grid.rows, cell.row + 1);
    grid.columns = std::max(grid.columns, cell.column + 1);
  }
  std::stable_sort(grid.cells.begin(), grid.cells.end(), [](const layout::Cell* a, const layout::Cell* b) {
    return a->row != b->row ? a->row < b->row : a->column < b->column;
  });
  return grid;
}

bool is_header(const layout::Table& table, const layout::Cell& cell) {
  const auto row = static_cast<std::size_t>(cell.row);
  return cell.header || (row < table.rows.size() && table.rows[row].header);
}

int page_of(const layout::Table& table) {
  for (const layout::Row& row : table.rows) {
    if (row.page > 0) return row.page;
  }
  for (const layout::Cell& cell : table.cells) {
    if (cell.page > 0) return cell.page;
  }
  return 0;
}

void write_cell(JsonStream& out, const layout::Cell& cell, bool header) {
  out.begin_object(kLine);
  out.member("row", cell.row);
  out.member("col", cell.column);
  out.member("rowSpan", cell.row_span);
  out.member("colSpan", cell.column_span);
  out.member("text", text_of(cell.paragraphs));
  if (cell.page > 0) out.member("page", cell.page);
  if (cell.box && format::is_finite(*cell.box)) {
    out.key("bbox");
    out.begin_array();
    for (const double edge : {cell.box->x0, cell.box->y0, cell.box->x1, cell.box->y1}) {
      out.literal(format::print_coordinate(edge));
    }
    out.end_array();
  }
  if (header) {
    out.key("header");
    out.boolean(true);
  }
  out.end_object();
}

std::string html_safe(std::string_view text) {
  std::string out;
  for (const char c : unicode::xml_safe(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

void append_html_cell(std::string& out, const layout::Cell& cell, bool header) {
  out += header ? "<th" : "<td";
  if (cell.row_span > 1) out += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
  if (cell.column_span > 1) out += " colspan=\"" + std::to_string(cell.column_span) + "\"";
  out += ">" + html_safe(text_of(cell.paragraphs)) + (header ? "</th>" : "</td>");
}

void append_html_table(std::string& out, const layout::Table& table) {
  const Grid grid = grid_of(table);
  // Per column the first row that no earlier cell covers: what neither begins nor is covered is an empty cell.
  std::vector<int> free_from(static_cast<std::size_t>(grid.columns), 0);
  auto next = grid.cells.begin();
  for (int row = 0; row < grid.rows; ++row) {
    out += "<tr>";
    for (int column = 0; column < grid.columns; ++column) {
      bool begins = false;
      for (; next != grid.cells.end() && (*next)->row == row && (*next)->column == column; ++next) {
        const layout::Cell& cell = **next;
        append_html_cell(out, cell, is_header(table, cell));
        const int past = std::min(column + std::max(cell.column_span, 1), grid.columns);
        for (int covered = column; covered < past; ++covered) {
          free_from[static_cast<std::size_t>(covered)] = row + std::max(cell.row_span, 1);
        }
        begins = true;
      }
      if (!begins && free_from[static_cast<std::size_t>(column)] <= row) out += "<td></td>";
    }
    out += "</tr>\n";
  }
}

std::string csv_field(std::string_view text) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  std::string value(text);
  if (!value.empty() && kFormulaStarts.find(value.front()) != std::string_view::npos) value.insert(0, 1, '\'');
  if (value.find_first_of("\",\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void append_csv_table(std::string& out, const layout::Table& table) {
  const Grid grid = grid_of(table);
  auto next = grid.cells.begin();
  for (int row = 0; row < grid.rows; ++row) {
    std::vector<std::string> texts(static_cast<std::size_t>(grid.columns));
    for (; next != grid.cells.end() && (*next)->row == row; ++next) {
      append_word(texts[static_cast<std::size_t>((*next)->column)], text_of((*next)->paragraphs));
    }
    std::string line;
    for (std::size_t column = 0; column < texts.size(); ++column) {
      if (column > 0) line += ',';
      line += csv_field(texts[column]);
    }
    // An empty line parts tables; a row with one empty cell must not look like one.
    out += line.empty() ? "\"\"" : line;
    out += "\r\n";
  }
}

}  // namespace

std::string write_tables_json(std::span<const layout::Table> tables) {
  JsonStream out;
  out.begin_object();
  out.member("format", format::kTablesFormat);
  out.key("tables");
  out.begin_array();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const layout::Table& table = tables[i];
    out.begin_object();
    out.member("id", "t" + std::to_string(i + 1));
    if (const int page = page_of(table); page > 0) out.member("page", page);
    if (const std::string caption = text_of(table.caption); !caption.empty()) out.member("caption", caption);
    out.key("cells");
    out.begin_array();
    for (const layout::Cell* cell : grid_of(table).cells) {
      if (!cell->empty()) write_cell(out, *cell, is_header(table, *cell));
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

std::string write_tables_html(std::span<const layout::Table> tables) {
  std::string out =
      "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>Tables</title>\n"
      "<style>table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid;padding:.2em .4em;"
      "vertical-align:top;text-align:left}</style>\n</head>\n<body>\n";
  for (std::size_t i = 0; i < tables.size(); ++i) {
    out += "<table id=\"t" + std::to_string(i + 1) + "\">\n";
    if (const std::string caption = text_of(tables[i].caption); !caption.empty()) {
      out += "<caption>" + html_safe(caption) + "</caption>\n";
    }
    append_html_table(out, tables[i]);
    out += "</table>\n";
  }
  return out + "</body>\n</html>\n";
}

std::string write_tables_csv(std::span<const layout::Table> tables) {
  std::string out;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i > 0) out += "\r\n";
    append_csv_table(out, tables[i]);
  }
  return out;
}

}  // namespace pactable::writers
