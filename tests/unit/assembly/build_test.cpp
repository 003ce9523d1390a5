// SPDX-License-Identifier: GPL-3.0-or-later
// What assembly makes of drafted rows and the decoder's verdicts: kinds, parents, repairs and findings.
#include "assembly/build.h"

#include <boost/test/unit_test.hpp>

#include "unit/parser/grids.h"

using namespace pactable;
using test::cut_grid;
using test::family;
using test::generic;
using test::grid;
using test::line_of;
using test::Rows;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* kUrgencyLegend = "Urgency: 1 - Urgent. 2 - Important. 3 - Useful.";
constexpr const char* kTimescaleLegend = "Timescale: A - Immediate (1-2 years). B - Medium-term (5 years).";

plan::Plan plan_of(std::vector<layout::Block> blocks, const grammar::Family& by = generic(),
                   LabelOrigin origin = LabelOrigin::kTyped) {
  for (layout::Block& block : blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) table->origin = origin;
  }
  // Read as plans whatever their few rows say: what is judged stands in tests/unit/columns.
  return assembly::build(test::parsed(blocks, by, {origin, {"table-1", "table-2"}}), {}, {});
}

/// "section 1.0 | Law" of every item, with what is printed where the number is another, and "< parent's text".
Lines tree_of(const plan::Plan& plan) {
  Lines lines;
  for (const plan::Item& item : plan.items) {
    std::string line(to_string(item.kind));
    if (item.number) line += " " + item.number->canonical.value_or("-");
    line += " | " + item.text.value_or("");
    for (const plan::Item& other : plan.items) {
      if (item.parent == other.id) line += " < " + other.text.value_or("");
    }
    lines.push_back(line);
  }
  return lines;
}

void check(const Lines& got, const Lines& expected) { BOOST_TEST(got == expected, boost::test_tools::per_element()); }

const plan::Field& field(const plan::Plan& plan, std::size_t item, std::string_view role) {
  for (const plan::Field& each : plan.items.at(item).fields) {
    if (each.role == role) return each;
  }
  throw std::runtime_error("no such field");
}

std::string code(const plan::Field& field) {
  const auto* value = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
  return value != nullptr ? *value : "-";
}

std::vector<const plan::Finding*> findings(const plan::Plan& plan, std::string_view rule) {
  std::vector<const plan::Finding*> found;
  for (const plan::Finding& finding : plan.findings) {
    if (finding.rule == rule) found.push_back(&finding);
  }
  return found;
}

const Lines kHeader = {"No.", "Measures", "Urgency", "Timescale"};

// The third section lost its number's first figure in two rows, and Cyrillic В stands for Latin B.
layout::Table damaged() {
  return grid({kHeader,
               {"1.0", "Law", "", ""},
               {"1.1", "Protect.", "1", "A"},
               {"1.2", "Fine.", "2", "В"},
               {"1.3", "Train.", "2", "В"},
               {"2.0", "Nests", "", ""},
               {"2.1", "Mark.", "1", "A"},
               {"2.2", "Count.", "2", "В"},
               {"3.0", "Lines", "", ""},
               {"3.1", "Map.", "1", "A"},
               {".2", "Bury.", "1", "A"},
               {".3", "Mark.", "2", "В"},
               {"3.4", "Report.", "3", "В"},
               {"4.0", "Meetings", "", ""},
               {"4.1", "Meet.", "1", "A"}});
}

std::vector<layout::Block> damaged_plan() { return {damaged(), line_of(kUrgencyLegend), line_of(kTimescaleLegend)}; }

}  // namespace

BOOST_AUTO_TEST_CASE(the_depth_of_the_actions_is_the_shallowest_that_carries_fields) {
  check(tree_of(plan_of({grid({{"No.", "Measures", "Priority"},
                               {"1", "Law", ""},
                               {"1.1", "Protect.", "1"},
                               {"1.1.1", "Write a bill.", "1"},
                               {"1.2", "Fine.", "2"},
                               {"2", "Nests", ""},
                               {"2.1", "Mark.", "1"}})})),
        {"section 1 | Law", "action 1.1 | Protect. < Law", "sub-task 1.1.1 | Write a bill. < Protect.",
         "action 1.2 | Fine. < Law", "section 2 | Nests", "action 2.1 | Mark. < Nests"});
}

BOOST_AUTO_TEST_CASE(flat_numbers_are_actions) {
  check(
      tree_of(plan_of({grid(
          {{"#", "Recommendation", "Lead"}, {"1", "Count.", "Parks"}, {"2", "Ring.", ""}, {"3", "Meet.", "Parks"}})})),
      {"action 1 | Count.", "action 2 | Ring.", "action 3 | Meet."});
}

BOOST_AUTO_TEST_CASE(a_group_stands_above_sections_and_one_inside_a_section_below_it) {
  check(tree_of(plan_of({grid({kHeader,
                               {"", "Range-wide measures", "", ""},
                               {"1.0", "Law", "", ""},
                               {"1.1", "Protect.", "1", "A"},
                               {"", "Fines and fees", "", ""},
                               {"1.2", "Fine.", "2", "A"},
                               {"", "Population-specific measures", "", ""},
                               {"2.0", "Nests", "", ""},
                               {"2.1", "Mark.", "1", "A"}})},
                        family("cms-mtiwp"))),
        {"group | Range-wide measures", "section 1.0 | Law < Range-wide measures", "action 1.1 | Protect. < Law",
         "group | Fines and fees < Law", "action 1.2 | Fine. < Law", "group | Population-specific measures",
         "section 2.0 | Nests < Population-specific measures", "action 2.1 | Mark. < Nests"});
}

BOOST_AUTO_TEST_CASE(rows_without_numbers_stand_under_what_the_grid_puts_above_them) {
  check(tree_of(plan_of({grid({{"Action", "Landscape and Species", "Activity", "Responsible"},
                               {"1.1 Open the passes", "North", "1.1.1 Map\nEtc.", "Parks"},
                               {"", "South", "", ""},
                               {"1.2 Count", "", "1.2.1 Meet", "Parks"}})},
                        family("cms-programme-of-work"))),
        {"action 1.1 | Open the passes", "landscape | North < Open the passes",
         "sub-task 1.1.1 | Map < Open the passes", "placeholder | Etc. < Open the passes",
         "landscape | South < Open the passes", "action 1.2 | Count", "sub-task 1.2.1 | Meet < Count"});
}

BOOST_AUTO_TEST_CASE(a_slip_stands_where_it_is_printed) {
  const plan::Plan plan = plan_of({grid({{"Topic", "Action", "Sub-task", "Responsible"},
                                         {"2. Funds", "2.1. Find donors", "2.1.1. Ask them for money", "Parks"},
                                         {"", "2.2. Prepare notes", "2.1.2. Write them", "Chair"},
                                         {"3. Outreach", "3.1. Hold talks", "3.1.1. Meet the mayors", "Chair"}})},
                                  family("iwc-cmp"));
  BOOST_TEST(tree_of(plan).at(4) == "sub-task 2.1.2 | Write them < Prepare notes");
  const plan::Number& slip = *plan.items.at(4).number;
  BOOST_TEST((slip.status == plan::NumberStatus::kDisputed));
  BOOST_REQUIRE(slip.suggested.has_value());
  BOOST_TEST(slip.suggested->value == "2.2.1");
  BOOST_TEST(plan.repairs.empty());
  BOOST_REQUIRE(findings(plan, "NUM-AUTHOR").size() == 1U);
  BOOST_TEST((findings(plan, "NUM-AUTHOR")[0]->level == plan::Level::kWarning));
  BOOST_TEST((findings(plan, "NUM-AUTHOR")[0]->items == Lines{plan.items.at(4).id}));
}

BOOST_AUTO_TEST_CASE(a_second_table_numbers_anew_with_ids_and_parents_of_its_own) {
  const Rows rows = {kHeader, {"1.0", "Law", "", ""}, {"1.1", "Protect.", "1", "A"}, {"1.2", "Fine.", "1", "A"}};
  const plan::Plan plan = plan_of({line_of("PLAN 2018-2020"), grid(rows), line_of("PLAN 2021-2023"), grid(rows)});
  BOOST_REQUIRE(plan.items.size() == 6U);
  BOOST_TEST(plan.items[3].id == "t2.r1");
  BOOST_TEST(plan.items[4].parent.value_or("") == "t2.r1");
  BOOST_TEST(plan.tables.at(0).period.value_or("") == "2018/2020");
  BOOST_TEST(plan.tables.at(1).period.value_or("") == "2021/2023");
  for (const char* rule : {"NUM-DUPLICATE", "NUM-RESTART", "NUM-AUTHOR", "NUM-ORDER"}) {
    BOOST_TEST(findings(plan, rule).empty(), rule);
  }
}

BOOST_AUTO_TEST_CASE(series_of_codes_do_not_repeat_each_other) {
  const plan::Plan plan = plan_of({grid({{"ID", "Actions", "Lead"},
                                         {"MON-01", "Count.", "Parks"},
                                         {"MON-02", "Ring.", "Parks"},
                                         {"HAB-01", "Plant.", "Parks"},
                                         {"HAB-02", "Fence.", "Parks"}})});
  BOOST_TEST(tree_of(plan).back() == "action HAB-02 | Fence.");
  BOOST_REQUIRE_EQUAL(plan.findings.size(), 1U);
  BOOST_TEST(plan.findings.front().rule == "TABLE-READ");
}

BOOST_AUTO_TEST_CASE(recognised_damage_is_repaired_with_a_record) {
  const plan::Plan plan = plan_of(damaged_plan(), family("cms-mtiwp"), LabelOrigin::kOcr);
  const plan::Item& item = plan.items.at(9);
  BOOST_REQUIRE(item.number.has_value());
  BOOST_TEST(item.number->printed.value_or("") == ".2");
  BOOST_TEST(item.number->canonical.value_or("") == "3.2");
  BOOST_TEST((item.number->status == plan::NumberStatus::kRepaired));
  BOOST_TEST(item.number->confidence.value_or(0) >= 0.99);
  std::size_t records = 0;
  for (const plan::Repair& repair : plan.repairs) {
    if (repair.id != item.number->repair) continue;
    ++records;
    BOOST_TEST(repair.item == item.id);
    BOOST_TEST(repair.field == "number");
    BOOST_TEST(repair.rule == "NUM-OCR");
    BOOST_TEST(repair.from == ".2");
    BOOST_TEST(repair.to == "3.2");
    BOOST_TEST(!repair.evidence.empty());
  }
  BOOST_TEST(records == 1U);
}

BOOST_AUTO_TEST_CASE(typed_damage_is_kept_and_suggested) {
  const plan::Plan plan = plan_of(damaged_plan(), family("cms-mtiwp"), LabelOrigin::kTyped);
  BOOST_TEST(plan.repairs.empty());
  BOOST_TEST(plan.activities.empty());
  const plan::Number& number = *plan.items.at(9).number;
  BOOST_TEST(number.printed.value_or("") == ".2");
  BOOST_TEST((number.status == plan::NumberStatus::kDisputed));
  BOOST_TEST(findings(plan, "NUM-AUTHOR").size() == 2U);
  BOOST_TEST(tree_of(plan_of(damaged_plan(), family("cms-mtiwp"), LabelOrigin::kOcr)).size() == plan.items.size());
}

BOOST_AUTO_TEST_CASE(look_alike_codes_are_read_as_the_code_only_where_a_recognizer_wrote_them) {
  const plan::Plan ocr = plan_of(damaged_plan(), family("cms-mtiwp"), LabelOrigin::kOcr);
  const plan::Field& repaired = field(ocr, 2, "timescale");
  BOOST_TEST(repaired.printed == "В");
  BOOST_TEST(code(repaired) == "B");
  BOOST_TEST(repaired.label.value_or("") == "Medium-term");
  BOOST_REQUIRE(repaired.repair.has_value());
  const auto record = std::find_if(ocr.repairs.begin(), ocr.repairs.end(),
                                   [&](const plan::Repair& repair) { return repair.id == *repaired.repair; });
  BOOST_REQUIRE((record != ocr.repairs.end()));
  BOOST_TEST(record->rule == "TXT-HOMOGLYPH");
  BOOST_TEST(record->field == "timescale");
  BOOST_TEST(record->from == "В");
  BOOST_TEST(record->to == "B");

  const plan::Plan typed = plan_of(damaged_plan(), family("cms-mtiwp"), LabelOrigin::kTyped);
  BOOST_TEST(field(typed, 2, "timescale").printed == "В");
  BOOST_TEST(!field(typed, 2, "timescale").value.has_value());
  BOOST_TEST(!field(typed, 2, "timescale").repair.has_value());
}

BOOST_AUTO_TEST_CASE(without_a_legend_a_code_is_what_is_printed) {
  const plan::Plan plan = plan_of({damaged()}, family("cms-mtiwp"), LabelOrigin::kOcr);
  BOOST_TEST(code(field(plan, 2, "timescale")) == "В");
  BOOST_TEST(!field(plan, 2, "timescale").label.has_value());
  BOOST_TEST(!field(plan, 2, "timescale").repair.has_value());
}

BOOST_AUTO_TEST_CASE(an_automatic_number_is_never_repaired) {
  layout::Table table = damaged();
  for (layout::Cell& cell : table.cells) {
    if (cell.column != 0 || cell.row == 0) continue;
    layout::Paragraph& paragraph = cell.paragraphs.front();
    paragraph.list_label = paragraph.text.utf8();
    paragraph.text = {};
  }
  const plan::Plan plan = plan_of({table}, family("cms-mtiwp"), LabelOrigin::kOcr);
  for (const plan::Item& item : plan.items) {
    BOOST_REQUIRE(item.number.has_value());
    BOOST_TEST((item.number->origin == LabelOrigin::kAutomatic));
    BOOST_TEST((item.number->status != plan::NumberStatus::kRepaired), item.id);
    BOOST_TEST(item.number->derived_from.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_row_that_lost_its_number_is_missing_it_and_gets_none) {
  const plan::Plan plan = plan_of({grid({kHeader,
                                         {"1.1", "Protect.", "1", "A"},
                                         {"", "Fine.", "2", "A"},
                                         {"1.3", "Train.", "2", "A"},
                                         {"1.4", "Meet.", "2", "A"}})},
                                  generic(), LabelOrigin::kOcr);
  const plan::Number& number = *plan.items.at(1).number;
  BOOST_TEST((number.status == plan::NumberStatus::kMissing));
  BOOST_TEST(!number.printed.has_value());
  BOOST_TEST(!number.canonical.has_value());
  BOOST_TEST(!number.repair.has_value());
  BOOST_REQUIRE(!number.candidates.empty());
  BOOST_TEST(number.candidates.front().value == "1.2");
  BOOST_TEST(findings(plan, "NUM-MISSING").size() == 1U);
}

BOOST_AUTO_TEST_CASE(cut_rows_dirt_and_unknown_columns_are_findings_with_places) {
  const plan::Plan plan = plan_of({cut_grid({{"No.", "Measures", "Urgency", "Rings"},
                                             {"1.1", "Train wardens so that", "1", "5"},
                                             {"_", "", "", ""},
                                             {"", "all do alike.", "", ""},
                                             {"1.2", "Count.", "2", "6"},
                                             {"1.3", "Meet.", "2", "7"}},
                                            2)});
  BOOST_REQUIRE(findings(plan, "ROW-SPLIT").size() == 1U);
  BOOST_TEST((findings(plan, "ROW-SPLIT")[0]->items == Lines{"t1.r1"}));
  BOOST_TEST(findings(plan, "ROW-SPLIT")[0]->places.size() == 1U);
  BOOST_REQUIRE(findings(plan, "ROW-NOISE").size() == 1U);
  BOOST_TEST(findings(plan, "ROW-NOISE")[0]->places.size() == 1U);
  BOOST_REQUIRE(findings(plan, "COL-UNKNOWN").size() == 1U);
  BOOST_TEST(findings(plan, "COL-UNKNOWN")[0]->message.find("\"Rings\"") != std::string::npos);
  BOOST_TEST(code(field(plan, 0, "rings")) == "-");
  BOOST_TEST(plan.items.at(0).derived_from().size() >= 2U);
}

BOOST_AUTO_TEST_CASE(styles_count_code_points) {
  layout::Table table =
      grid({kHeader, {"1.1", "Écrire Saiga News", "1", "A"}, {"1.2", "Count.", "1", "A"}, {"1.3", "Meet.", "1", "A"}});
  for (layout::Cell& cell : table.cells) {
    if (cell.row != 1 || cell.column != 1) continue;
    layout::Text& text = cell.paragraphs.front().text;
    const std::size_t begin = text.utf8().find("Saiga");
    text.add_style(begin, begin + 5, layout::Style::kItalic);
  }
  const plan::Item item = plan_of({table}).items.at(0);
  BOOST_REQUIRE(item.styles.size() == 1U);
  BOOST_TEST(item.styles[0].start == 7);
  BOOST_TEST(item.styles[0].end == 12);
}

BOOST_AUTO_TEST_CASE(the_layer_of_a_plan_is_that_of_its_rows) {
  const Rows rows = {kHeader, {"1.1", "Protect.", "1", "A"}, {"1.2", "Fine.", "1", "A"}, {"1.3", "Meet.", "1", "A"}};
  const auto layer = [&](LabelOrigin first, LabelOrigin second) {
    std::vector<layout::Block> blocks = {grid(rows), line_of("SECOND"), grid(rows)};
    std::get<layout::Table>(blocks[0]).origin = first;
    std::get<layout::Table>(blocks[2]).origin = second;
    return assembly::layer_of(test::parsed(blocks, generic(), {LabelOrigin::kTyped, {"table-1", "table-2"}}));
  };
  BOOST_TEST((layer(LabelOrigin::kOcr, LabelOrigin::kOcr) == plan::Layer::kOcr));
  BOOST_TEST((layer(LabelOrigin::kTyped, LabelOrigin::kAutomatic) == plan::Layer::kBornDigital));
  BOOST_TEST((layer(LabelOrigin::kOcr, LabelOrigin::kTyped) == plan::Layer::kMixed));
  BOOST_TEST((layer(LabelOrigin::kUnknown, LabelOrigin::kUnknown) == plan::Layer::kUnknown));
}
