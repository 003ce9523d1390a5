// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/tables/table_list.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace pactable;

namespace {

layout::Cell cell(int row, int column, const std::string& text, int row_span = 1, int column_span = 1) {
  layout::Cell out;
  out.row = row;
  out.column = column;
  out.row_span = row_span;
  out.column_span = column_span;
  out.paragraphs.push_back({layout::Text(text, LinePlace{1, 0, 0, 1}), "", 0, 0});
  return out;
}

/// | Topic | Cost        |
/// | A     | =1+1 |      |
/// |       | x    | (none drawn)
std::vector<layout::Table> two_tables() {
  layout::Table first;
  first.rows.resize(3);
  first.rows[0].page = 3;
  first.column_count = 3;
  first.cells = {
      cell(0, 0, "Topic"), cell(0, 1, "Cost <€>", 1, 2), cell(1, 0, "A & \"B\"", 2), cell(1, 1, "=1+1"), cell(1, 2, ""),
      cell(2, 1, "x")};
  first.cells[0].header = true;
  first.cells[0].page = 3;
  first.cells[0].box = Box{72, 100.126, 90, 110};
  first.cells[3].paragraphs[0].list_label = "";
  first.caption.push_back({layout::Text("Plan", LinePlace{}), "Table 1:", 0, 0});
  layout::Table second;
  second.rows.resize(2);
  second.column_count = 1;
  second.cells = {cell(0, 0, ""), cell(1, 0, "line\nbreak")};
  return {first, second};
}

}  // namespace

BOOST_AUTO_TEST_CASE(tables_as_json_leave_empty_cells_out) {
  const nlohmann::json json = nlohmann::json::parse(writers::write_tables_json(two_tables()));
  BOOST_TEST(json["format"] == "pactable-tables/1");
  const nlohmann::json& first = json["tables"][0];
  BOOST_TEST(first["id"] == "t1");
  BOOST_TEST(first["page"] == 3);
  BOOST_TEST(first["caption"] == "Table 1: Plan");
  BOOST_TEST(first["cells"].size() == 5U);
  BOOST_TEST(first["cells"][0] == nlohmann::json::parse(R"({"row":0,"col":0,"rowSpan":1,"colSpan":1,"text":"Topic",
      "page":3,"bbox":[72,100.13,90,110],"header":true})"));
  BOOST_TEST(first["cells"][1] ==
             nlohmann::json::parse(R"({"row":0,"col":1,"rowSpan":1,"colSpan":2,"text":"Cost <€>"})"));
  BOOST_TEST(!json["tables"][1].contains("page"));
}

BOOST_AUTO_TEST_CASE(tables_as_html_keep_spans_and_escape_text) {
  const std::string html = writers::write_tables_html(two_tables());
  BOOST_TEST(html.find("<caption>Table 1: Plan</caption>\n"
                       "<tr><th>Topic</th><td colspan=\"2\">Cost &lt;€&gt;</td></tr>\n"
                       "<tr><td rowspan=\"2\">A &amp; &quot;B&quot;</td><td>=1+1</td><td></td></tr>\n"
                       "<tr><td>x</td><td></td></tr>\n") != std::string::npos,
             html);
  BOOST_TEST(html.find("default-src 'none'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(tables_as_csv_are_quoted_and_parted_by_an_empty_line) {
  BOOST_TEST(writers::write_tables_csv(two_tables()) ==
             "Topic,Cost <€>,\r\n\"A & \"\"B\"\"\",'=1+1,\r\n,x,\r\n\r\n\"\"\r\n\"line\nbreak\"\r\n");
}

BOOST_AUTO_TEST_CASE(a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe) {
  for (const std::string_view text : {"=A1", "+1", "-1", "@SUM(A1)"}) {
    layout::Table table;
    table.rows.resize(1);
    table.column_count = 1;
    table.cells = {cell(0, 0, std::string(text))};
    BOOST_TEST(writers::write_tables_csv({&table, 1}) == "'" + std::string(text) + "\r\n");
  }
  layout::Table table;
  table.cells = {cell(0, 0, "")};
  table.cells[0].paragraphs[0].list_label = "\t=1,\"2\"";
  BOOST_TEST(writers::write_tables_csv({&table, 1}) == "\"'\t=1,\"\"2\"\"\"\r\n");
}

BOOST_AUTO_TEST_CASE(a_list_label_is_part_of_what_a_cell_says) {
  layout::Table table;
  table.cells = {cell(0, 0, "Act")};
  table.cells[0].paragraphs[0].list_label = "1.1";
  BOOST_TEST(writers::write_tables_csv({&table, 1}) == "1.1 Act\r\n");
}

BOOST_AUTO_TEST_CASE(no_tables_are_a_valid_answer) {
  BOOST_TEST(writers::write_tables_csv({}).empty());
  BOOST_TEST(writers::write_tables_json({}) == "{\n  \"format\": \"pactable-tables/1\",\n  \"tables\": []\n}\n");
}
