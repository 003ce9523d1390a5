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

struct Options {
  bool brief = false, tsv = false, timed = false;
  std::string family;
};

void explain(const std::string& file, std::span<const columns::HeaderWords> families, const Options& options) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto format = readers::recognise(bytes);
  const auto document = format ? (*format)->read(bytes, {}) : tl::unexpected(format.error());
  if (!document) {
    fmt::print("FILE {}: {}\n", file, document.error().message);
    return;
  }
  const std::vector<layout::Block> blocks = tables::join(tables::find(*document));
  const columns::HeaderWords* words = parser::choose_family(blocks, families);
  for (const columns::HeaderWords& each : families) {
    if (each.family().id == options.family) words = &each;
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto read = columns::read_tables(blocks, *words, {});
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
  if (options.timed) fmt::print("{}\t{:.3f} s\n", file, spent.count());
  if (options.timed) return;
  plan::TableVerdict best = plan::TableVerdict::kNoPlan;
  double score = -9;
  for (const columns::ReadTable& table : read) {
    best = std::min(best, table.verdict);
    score = std::max(score, table.score);
  }
  if (!options.tsv) {
    fmt::print("FILE {} {} {:.2f} tables {} family {}\n", file, to_string(best), score, read.size(),
               words->family().id);
  }
  for (std::size_t t = 0; t < read.size(); ++t) {
    if (options.tsv) {
      print_rows(file, t + 1, read[t]);
    } else {
      print_table(std::filesystem::path(file).filename(), t + 1, read[t], blocks, options.brief);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  Options options;
  while (!arguments.empty() && arguments.front().starts_with("--")) {
    options.brief = options.brief || arguments.front() == "--short";
    options.tsv = options.tsv || arguments.front() == "--tsv";
    options.timed = options.timed || arguments.front() == "--time";
    if (arguments.front() == "--family" && arguments.size() > 1) {
      arguments.erase(arguments.begin());
      options.family = arguments.front();
    }
    arguments.erase(arguments.begin());
  }
  if (arguments.size() < 2) return 1;
  const std::vector<std::filesystem::path> folders = {arguments.front()};
  auto families = grammar::load_families(folders);
  if (!families) {
    fmt::print("{}\n", families.error().message);
    return 1;
  }
  const std::vector<columns::HeaderWords> words = columns::header_words(*families);
  for (std::size_t i = 1; i < arguments.size(); ++i) explain(arguments[i], words, options);
  return 0;
}
