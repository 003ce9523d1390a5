// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of every table (row and column of every cell text) against pandoc's reading of the same Word document.
// Skipped where pandoc is not installed.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/unicode.h"
#include "golden/others_documents.h"
#include "golden/truth_lines.h"
#include "pipeline/converter.h"

using namespace pactable;
using nlohmann::json;

namespace {

using Grid = std::map<std::pair<int, int>, std::string>;  // by row and column; cells without text left out

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  std::array<char, 4096> buffer;
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), got);
  pclose(pipe);
  return out;
}

boost::test_tools::assertion_result has_pandoc(boost::unit_test::test_unit_id) {
  return !output_of("pandoc --version 2>/dev/null").empty();
}

std::vector<json> rows_of(const json& table) {
  std::vector<json> rows;
  const json& parts = table["c"];
  const auto add = [&](const json& list) {
    for (const json& row : list) rows.push_back(row[1]);
  };
  add(parts[3][1]);
  for (const json& body : parts[4]) {
    add(body[2]);
    add(body[3]);
  }
  add(parts[5][1]);
  return rows;
}

// The text of a piece of pandoc's tree; notes are no part of the text.
void append_text(const json& node, std::string& out) {
  if (node.is_array()) {
    for (const json& child : node) append_text(child, out);
    return;
  }
  if (!node.is_object() || !node.contains("t")) return;
  const std::string type = node["t"];
  if (type == "Str") {
    out += node["c"].get<std::string>();
  } else if (type == "Space" || type == "SoftBreak" || type == "LineBreak") {
    out += ' ';
  } else if (type == "Table") {
    for (const json& row : rows_of(node)) {
      for (const json& cell : row) append_text(cell[4], out);
    }
  } else if (type == "Link" || type == "Span" || type == "Div" || type == "OrderedList") {
    append_text(node["c"][1], out);
  } else if (type != "Image" && node.contains("c")) {
    append_text(node["c"], out);
    if (type == "Para" || type == "Plain") out += ' ';
  }
}

Grid closed_up(const std::vector<std::pair<std::pair<int, int>, std::string>>& cells) {
  std::set<int> columns;
  for (const auto& [at, text] : cells) columns.insert(at.second);
  Grid grid;
  for (const auto& [at, text] : cells) {
    const auto column = static_cast<int>(std::distance(columns.begin(), columns.find(at.second)));
    if (!text.empty()) grid[{at.first, column}] = text;
  }
  return grid;
}

Grid pandoc_grid(const json& table, bool skip_empty_rows) {
  std::vector<std::pair<std::pair<int, int>, std::string>> cells;
  std::map<int, int> free_from;
  int number = 0;
  for (const json& row : rows_of(table)) {
    std::vector<std::string> texts;
    for (const json& cell : row) {
      std::string text;
      append_text(cell[4], text);
      texts.push_back(unicode::collapse_space(text));
    }
    // A row without text into which no cell spans from above: a tracked change deleted it.
    const bool spanned =
        std::any_of(free_from.begin(), free_from.end(), [&](const auto& at) { return at.second > number; });
    const bool empty = std::all_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); });
    if (skip_empty_rows && empty && !spanned) continue;
    int column = 0;
    std::size_t index = 0;
    for (const json& cell : row) {
      while (free_from[column] > number) ++column;
      cells.push_back({{number, column}, texts[index++]});
      for (int i = 0; i < cell[3]; ++i) free_from[column++] = number + cell[2].get<int>();
    }
    ++number;
  }
  return closed_up(cells);
}

void find_tables(const json& blocks, std::vector<const json*>& found) {
  for (const json& block : blocks) {
    const std::string type = block["t"];
    if (type == "Table") found.push_back(&block);
    if (type == "BlockQuote") find_tables(block["c"], found);
    if (type == "Div") find_tables(block["c"][1], found);
    if (type != "BulletList" && type != "OrderedList") continue;
    for (const json& item : type == "BulletList" ? block["c"] : block["c"][1]) find_tables(item, found);
  }
}

// pandoc has the text of a note at its mark; printed is its number.
void number_notes(json& node, int& count) {
  if (node.is_object() && node.value("t", "") == "Note") {
    node = {{"t", "Str"}, {"c", std::to_string(++count)}};
    return;
  }
  if (!node.is_structured()) return;
  for (json& inner : node) number_notes(inner, count);
}

std::vector<Grid> pandoc_grids(const std::filesystem::path& path, bool skip_empty_rows) {
  json tree = json::parse(output_of("pandoc -f docx -t json '" + path.string() + "' 2>/dev/null"), nullptr, false);
  std::vector<Grid> grids;
  if (tree.is_discarded()) return grids;
  int notes = 0;
  number_notes(tree["blocks"], notes);
  std::vector<const json*> tables;
  find_tables(tree["blocks"], tables);
  for (const json* table : tables) grids.push_back(pandoc_grid(*table, skip_empty_rows));
  return grids;
}

std::vector<Grid> own_grids(const std::filesystem::path& path) {
  const auto tables = pipeline::read_tables(test::read_whole(path), false);
  BOOST_REQUIRE(tables.has_value());
  std::vector<Grid> grids;
  for (const layout::Table& table : *tables) {
    Grid& grid = grids.emplace_back();
    for (const layout::Cell& cell : table.cells) {
      const std::string text = unicode::collapse_space(cell.text().utf8());
      if (!text.empty()) grid[{cell.row, cell.column}] = text;
    }
  }
  return grids;
}

void check_equal(const std::vector<Grid>& own, const std::vector<Grid>& pandoc) {
  BOOST_REQUIRE_EQUAL(own.size(), pandoc.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    BOOST_TEST_CONTEXT("table " << i) {
      BOOST_TEST(own[i].size() == pandoc[i].size());
      for (const auto& [at, text] : own[i]) {
        const auto found = pandoc[i].find(at);
        BOOST_TEST((found == pandoc[i].end() ? "(nothing)" : found->second) == text);
      }
    }
  }
}

std::size_t cell_count(const std::vector<Grid>& grids) {
  std::size_t count = 0;
  for (const Grid& grid : grids) count += grid.size();
  return count;
}

enum class Difference { kNone, kEmptyRows, kLost };

struct Document {
  std::string name;
  Difference difference;
};

std::ostream& operator<<(std::ostream& out, const Document& document) { return out << document.name; }

// Why pandoc differs: it leaves a row without text where a tracked change deleted one; it cannot open strict packages;
// it takes the grid for the number of columns, and so loses cells where the grid is missing or wrong.
std::vector<Document> documents() {
  std::vector<Document> all;
  for (const char* seed :
       {"saiga-mtiwp-2021-2025", "cami-programme-of-work-2014-2020", "iwc-cmp-action-plan-2018-2024"}) {
    const std::string name = seed;
    all.push_back({"docx/" + name + ".docx", Difference::kNone});
    for (const char* same : {"content-controls", "split-runs", "nested-table"}) {
      all.push_back({"docx/variants/" + name + "-" + same + ".docx", Difference::kNone});
    }
    all.push_back({"docx/variants/" + name + "-tracked-changes.docx", Difference::kEmptyRows});
    for (const char* lost : {"strict", "without-grid", "wrong-grid"}) {
      all.push_back({"docx/variants/" + name + "-" + lost + ".docx", Difference::kLost});
    }
  }
  all.push_back({"docx/saiga-typed-damage.docx", Difference::kNone});
  all.push_back({"docx/saiga-automatic-numbers.docx", Difference::kNone});  // the numbers are no part of the texts
  return all;
}

}  // namespace

BOOST_TEST_DECORATOR(*boost::unit_test::precondition(has_pandoc))
BOOST_DATA_TEST_CASE(grids_of_the_fixtures_are_those_of_pandoc, boost::unit_test::data::make(documents()), document) {
  const auto path = test::fixture_path(document.name);
  const auto own = own_grids(path);
  const auto pandoc = pandoc_grids(path, document.difference == Difference::kEmptyRows);
  if (document.difference == Difference::kLost)
    BOOST_TEST(cell_count(pandoc) < cell_count(own));
  else
    check_equal(own, pandoc);
}

BOOST_TEST_DECORATOR(*boost::unit_test::precondition(has_pandoc) *
                     boost::unit_test::precondition(test::has_others_documents))
BOOST_AUTO_TEST_CASE(grids_of_documents_that_others_wrote_are_those_of_pandoc) {
  int tables = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::others_document(""))) {
    if (entry.path().extension() != ".docx") continue;
    BOOST_TEST_CONTEXT(entry.path().filename().string()) {
      const auto own = own_grids(entry.path());
      check_equal(own, pandoc_grids(entry.path(), false));
      tables += static_cast<int>(own.size());
    }
  }
  BOOST_TEST(tables >= 26);
}
