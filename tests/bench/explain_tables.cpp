// SPDX-License-Identifier: GPL-3.0-or-later
// What: prints what the stage columns makes of files: each logical table with its headers, roles, verdict and reasons.
// Usage: explain_tables [--short|--tsv|--time] [--family ID] GRAMMAR FILE…
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "columns/roles.h"
#include "core/unicode.h"
#include "parser/parse.h"
#include "readers/reader.h"
#include "tables/tables.h"

using namespace pactable;

namespace {

std::string cut(std::string_view text, std::size_t characters) {
  const std::u32string points = unicode::to_code_points(unicode::collapse_space(text));
  return unicode::to_utf8(points.substr(0, characters));
}

const char* use_name(columns::RowUse use) {
  switch (use) {
    case columns::RowUse::kTitle: return "title";
    case columns::RowUse::kHeader: return "header";
    case columns::RowUse::kRepeatedHeader: return "repeated";
    case columns::RowUse::kChangedHeader: return "changed";
    case columns::RowUse::kColumnNumbers: return "column-numbers";
    case columns::RowUse::kData: return "data";
  }
  return "";
}

void print_columns(const columns::Columns& columns) {
  for (const columns::Column& column : columns.columns) {
    std::string flags;
    if (column.sections) flags += " sections";
    if (column.by_colour) flags += " colour";
    if (column.by_values) flags += " BY-VALUES";
    if (column.unsure) flags += " UNSURE";
    if (column.period) flags += " period=" + *column.period;
    fmt::print("    {:<34} {:<18} v{} margin {:.2f} then {}{}\n", cut(column.header.value_or("-"), 32), column.role,
               static_cast<int>(column.value), column.margin, column.runner_up.value_or("-"), flags);
  }
}

void print_table(const std::string& name, std::size_t number, const columns::ReadTable& read,
                 std::span<const layout::Block> blocks, bool brief) {
  std::size_t data = 0;
  std::string uses;
  for (const columns::LogicalRow& row : read.table.rows) {
    data += row.use == columns::RowUse::kData ? 1 : 0;
    if (row.use != columns::RowUse::kData) {
      uses += fmt::format(" {}.{}={}", row.piece, row.row, use_name(row.use));
    }
  }
  fmt::print("TABLE {} #{} {} {:.2f} rows {} pieces {} headers {}{}\n", name, number, to_string(read.verdict),
             read.score, data, read.table.pieces.size(), read.table.headers.size(),
             read.table.header_from ? " (taken)" : "");
  if (read.table.caption && !brief) {
    fmt::print("  caption: {}\n",
               cut(std::get<layout::TextBlock>(blocks[*read.table.caption]).paragraph.text.utf8(), 80));
  }
  if (brief) {
    std::string roles;
    for (const columns::Column& column : read.columns.front().columns) {
      roles += fmt::format(" {}={}{}{}", cut(column.header.value_or("-"), 18), column.role, column.unsure ? "?" : "",
                           column.by_values ? "*" : "");
    }
    fmt::print("  {}\n", roles);
    return;
  }
  fmt::print("  rows:{}\n", cut(uses, 300));
  for (std::size_t h = 0; h < read.columns.size(); ++h) {
    const columns::Header& header = read.table.headers[h];
    fmt::print("  header {} row {}.{} height {} score {:.2f}", h, header.piece, header.row, header.height,
               header.score);
    for (const columns::Evidence& evidence : header.evidence) fmt::print(" {} {:.2f}", evidence.rule, evidence.points);
    fmt::print("\n");
    print_columns(read.columns[h]);
  }
  for (const columns::Evidence& reason : read.reasons) {
    fmt::print("  {:+.2f} {}: {}\n", reason.points, reason.rule, reason.what);
  }
}

/// A line for each column: file, table, verdict, header number, header, role, flags.
void print_rows(const std::string& file, std::size_t number, const columns::ReadTable& read) {
  for (std::size_t h = 0; h < read.columns.size(); ++h) {
    for (const columns::Column& column : read.columns[h].columns) {
      fmt::print("{}\t{}\t{}\t{:.2f}\t{}\t{}\t{}\t{}{}{}{}\n", file, number, to_string(read.verdict), read.score, h,
                 unicode::collapse_space(column.header.value_or("")), column.role, column.unsure ? "u" : "",
                 column.by_values ? "v" : "", column.sections ? "s" : "", column.by_colour ? "c" : "");
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  bool brief = false, tsv = false, timed = false;
  std::string wanted;
  while (!arguments.empty() && arguments.front().starts_with("--")) {
    if (arguments.front() == "--short") brief = true;
    if (arguments.front() == "--tsv") tsv = true;
    if (arguments.front() == "--time") timed = true;
    if (arguments.front() == "--family") {
      arguments.erase(arguments.begin());
      wanted = arguments.front();
    }
    arguments.erase(arguments.begin());
  }
  if (arguments.size() < 2) return 1;
  const std::vector<std::filesystem::path> folders = {arguments.front()};
  const auto families = grammar::load_families(folders);
  const auto words = grammar::load_vocabulary(folders);
  if (!families || !words) {
    fmt::print("{}\n", families ? words.error().message : families.error().message);
    return 1;
  }
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto format = readers::recognise(bytes);
    if (!format) {
      fmt::print("FILE {}: {}\n", arguments[i], format.error().message);
      continue;
    }
    const auto document = (*format)->read(bytes, {});
    if (!document) {
      fmt::print("FILE {}: {}\n", arguments[i], document.error().message);
      continue;
    }
    const std::vector<layout::Block> blocks = tables::join(tables::find(*document));
    const grammar::Family* family = parser::choose_family(blocks, *families);
    for (const grammar::Family& each : *families) {
      if (each.id == wanted) family = &each;
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto read = columns::read_tables(blocks, *family, *words, {});
    if (timed) {
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
      fmt::print("{}\t{:.3f} s\n", arguments[i], spent.count());
      continue;
    }
    if (tsv) {
      for (std::size_t t = 0; t < read.size(); ++t) print_rows(arguments[i], t + 1, read[t]);
      continue;
    }
    plan::TableVerdict best = plan::TableVerdict::kNoPlan;
    double score = -9;
    for (const columns::ReadTable& table : read) {
      best = std::min(best, table.verdict);
      score = std::max(score, table.score);
    }
    fmt::print("FILE {} {} {:.2f} tables {} family {}\n", arguments[i], to_string(best), score, read.size(),
               family->id);
    for (std::size_t t = 0; t < read.size(); ++t) {
      print_table(std::filesystem::path(arguments[i]).filename(), t + 1, read[t], blocks, brief);
    }
  }
  return 0;
}
