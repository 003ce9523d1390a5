// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/plan_page.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "pages/site/index_page.h"
#include "pages/site/row_cells.h"
#include "pages/site/wording.h"
#include "unit/site/example_plan.h"

namespace {

using namespace pactable;
using namespace pactable::test;
using namespace pactable::pages::site;

std::string page_of(const plan::Plan& plan, const std::string& documents = {}) {
  const plan::CorpusRecord record = record_of(plan, "a folder/plan.pdf", "plan.json");
  const Summary summary = summary_of(record, "plan", &plan);
  return write_plan_page(
      {plan, summary, source_file(record, documents), {{"../downloads/plan.json", "JSON", "1 KB", {}}}, "pactable"});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The row with this id, up to its end.
std::string row(const std::string& page, const std::string& id) {
  const std::size_t at = page.find("<tr id=\"" + id + "\"");
  return at == std::string::npos ? std::string() : page.substr(at, page.find("</tr>", at) - at);
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_row_stands_on_the_page_once_and_can_be_cited) {
  const plan::Plan plan = example_plan();
  const std::string page = page_of(plan);
  for (const plan::Item& item : plan.items) {
    BOOST_TEST(count(page, "<tr id=\"" + item.id + "\"") == 1U, item.id);
    BOOST_TEST(has(row(page, item.id), "href=\"#" + item.id + "\""), item.id);
  }
}

BOOST_AUTO_TEST_CASE(a_row_of_a_table_that_the_plan_does_not_name_is_not_lost) {
  plan::Plan plan = example_plan();
  plan.items[3].table = "t9";
  BOOST_TEST(count(page_of(plan), "<tr id=\"t1.r4\"") == 1U);
}

BOOST_AUTO_TEST_CASE(text_of_documents_is_never_markup) {
  plan::Plan plan = example_plan();
  plan.metadata.title = kHostile;
  plan.metadata.vision = kHostile;
  plan.tables[0].caption = kHostile;
  plan.tables[0].columns[1].header = kHostile;
  plan.findings[0].message = kHostile;
  plan.discarded[0].text = kHostile;
  plan.repairs[0].from = kHostile;
  plan.code_lists[0].printed = kHostile;
  plan.code_lists[0].codes[0].label = kHostile;
  plan.items[1].id = "\" onmouseover=\"alert(1)";
  plan.items[1].fields[0].printed = kHostile;
  plan.items[1].fields[0].role = kHostile;
  const std::string page = page_of(plan);
  BOOST_TEST(!has(page, "<script"));
  BOOST_TEST(!has(page, "<img"));
  BOOST_TEST(!has(page, "\" onmouseover=\""));
  BOOST_TEST(!has(page, "\xE2\x80\xAE"));
  BOOST_TEST(has(page, "&lt;/script&gt;"));
}

BOOST_AUTO_TEST_CASE(a_repaired_number_stands_with_what_was_printed) {
  const std::string page = page_of(example_plan());
  BOOST_TEST(has(row(page, "t1.r3"), "3.2"));
  BOOST_TEST(has(row(page, "t1.r3"), "repaired; printed “.2”"));
  BOOST_TEST(has(row(page, "t1.r4"), "the sequence asks for 3.3"));
  BOOST_TEST(has(row(page, "t1.r5"), "ambiguous: 3.4 (50.0 %) or 3.5 (40.0 %)"));
  BOOST_TEST(has(row(page, "t1.r6"), "no number is printed"));
  BOOST_TEST(!has(row(page, "t1.r2"), "class=\"mark"));
}

BOOST_AUTO_TEST_CASE(a_look_alike_letter_is_told_by_its_code_point) {
  plan::Plan plan = example_plan();
  plan.items[1].fields[0] = code("urgency", "B", "Medium-term");
  plan.items[1].fields[0].printed = "В";
  plan.items[1].fields[0].repair = "rep2";
  plan.repairs.push_back({"rep2", "t1.r2", "urgency", "TXT-HOMOGLYPH", "В", "B", 1, {}, {}, "act1"});
  BOOST_TEST(has(row(page_of(plan), "t1.r2"), "printed “В” (U+0412)"));
}

BOOST_AUTO_TEST_CASE(a_code_is_shown_with_what_it_means) {
  const std::string cells = row(page_of(example_plan()), "t1.r2");
  BOOST_TEST(has(cells, ">1</bdi>"));
  BOOST_TEST(has(cells, "Urgent"));
}

BOOST_AUTO_TEST_CASE(the_source_is_linked_where_the_documents_can_be_reached_and_named_where_not) {
  BOOST_TEST(has(page_of(example_plan(), "../documents"), "href=\"../../documents/a%20folder/plan.pdf#page=3\""));
  BOOST_TEST(has(page_of(example_plan(), "https://example.org/docs/"),
                 "href=\"https://example.org/docs/a%20folder/plan.pdf#page=3\""));
  const std::string alone = page_of(example_plan());
  BOOST_TEST(!has(alone, "#page="));
  BOOST_TEST(has(row(alone, "t1.r2"), "p. 3"));
  BOOST_TEST(has(row(alone, "t1.r2"), "100, 200 – 300, 212"));
  BOOST_TEST(!has(page_of(example_plan(), "javascript:alert(1)//"), "href=\"javascript"));
}

BOOST_AUTO_TEST_CASE(findings_changes_and_discarded_texts_are_all_there) {
  const std::string page = page_of(example_plan());
  BOOST_TEST(has(page, "2.1.2 stands under 3.0"));
  BOOST_TEST(has(page, "NUM-OCR"));
  BOOST_TEST(has(page, "What became no row (1)"));
  BOOST_TEST(has(page, "Mentions"));
  BOOST_TEST(has(page, "../downloads/plan.json"));
}

BOOST_AUTO_TEST_CASE(figures_count_actions_by_section_and_urgency) {
  const Figures figures = figures_of(example_plan());
  BOOST_TEST(figures.actions == 5U);
  BOOST_TEST(figures.numbered == 6U);
  BOOST_REQUIRE(figures.sections.size() == 1U);
  BOOST_TEST((figures.urgencies == std::vector<std::string>{"Urgent", "not said"}));
  BOOST_TEST((figures.sections[0].by_urgency == std::vector<std::size_t>{1, 4}));
  for (const std::size_t state : {0, 1, 2, 3, 4}) BOOST_TEST(figures.states.at(state) == (state == 0 ? 2U : 1U));
}

BOOST_AUTO_TEST_CASE(a_plan_that_was_read_in_part_says_so_on_its_page_and_in_the_list) {
  const plan::Plan plan = example_plan();
  plan::CorpusRecord record = record_of(plan, "plan.pdf", "plan.json");
  record.outcome = plan::Outcome::kPartial;
  record.pages = plan::Pages{3, 11};
  record.error = Error{ErrorCode::kTimedOut, "page 4 took too long"};
  const Summary summary = summary_of(record, "plan", &plan);
  const std::string lacks = "Only 3 of 11 pages were read (timed-out: page 4 took too long).";
  BOOST_TEST(has(write_plan_page({plan, summary, source_file(record, ""), {}, "pactable"}), lacks));
  IndexPage index;
  index.documents = {summary};
  const std::string list = write_index_page(index);
  BOOST_TEST(has(list, lacks));
  BOOST_TEST(has(list, "href=\"plans/plan.html\""));
  BOOST_TEST(!has(page_of(plan), "not whole"));
}

BOOST_AUTO_TEST_CASE(a_chart_has_no_more_parts_than_can_be_told_apart_and_counts_the_rest) {
  plan::Plan plan = example_plan();
  for (int at = 0; at < 40; ++at) {
    plan.items.push_back(item("t1.x" + std::to_string(at), plan::ItemKind::kAction, "One more"));
    plan.items.back().fields = {code("urgency", "u" + std::to_string(at), "")};
  }
  const Figures figures = figures_of(plan);
  BOOST_TEST(figures.urgencies.size() == 7U);
  BOOST_TEST(figures.urgencies.front() == "Urgent");
  std::size_t sum = 0;
  for (const Section& section : figures.sections) {
    for (const std::size_t count : section.by_urgency) sum += count;
  }
  BOOST_TEST(sum == figures.actions);
}

BOOST_AUTO_TEST_CASE(the_list_names_every_document_and_why_it_has_no_plan) {
  const plan::Plan plan = example_plan();
  plan::CorpusRecord failed, empty;
  failed.path = "<b>locked.pdf";
  failed.error = Error{ErrorCode::kEncrypted, "opens only with a password"};
  empty.path = "letter.txt";
  empty.outcome = plan::Outcome::kNoPlan;
  plan::CorpusRecord doubtful = empty;
  doubtful.path = "who.docx";
  doubtful.outcome = plan::Outcome::kDoubtful;
  doubtful.judgements = {{"table-2", plan::TableVerdict::kDoubtful, 3.1, {}, 9, {}, {"no <column> says when"}, {}}};
  IndexPage index;
  index.title = "Plans";
  index.documents = {summary_of(record_of(plan, "plan.pdf", "plan.json"), "plan", &plan),
                     summary_of(failed, "", nullptr), summary_of(empty, "", nullptr),
                     summary_of(doubtful, "", nullptr)};
  const std::string page = write_index_page(index);
  BOOST_TEST(has(page, "href=\"plans/plan.html\""));
  BOOST_TEST(has(page, "&lt;b&gt;locked.pdf"));
  BOOST_TEST(has(page, "encrypted: opens only with a password"));
  BOOST_TEST(has(page, "letter.txt"));
  BOOST_TEST(has(page, "no table of actions was found in it"));
  BOOST_TEST(has(page, "16.7 %"));
  BOOST_TEST(has(page, "looks like a plan, not read: table-2, 3.1 points: no &lt;column&gt; says when"));
}

BOOST_AUTO_TEST_CASE(what_is_not_nothing_is_never_zero_per_cent_and_what_is_not_all_never_hundred) {
  BOOST_TEST(percent(0) == "0 %");
  BOOST_TEST(percent(1e-9) == "0.1 %");
  BOOST_TEST(percent(0.5) == "50.0 %");
  BOOST_TEST(percent(0.99999) == "99.9 %");
  BOOST_TEST(percent(1) == "100 %");
}

BOOST_AUTO_TEST_CASE(counts_and_cut_texts_read_well) {
  BOOST_TEST(grouped(7) == "7");
  BOOST_TEST(grouped(1234567) == "1,234,567");
  BOOST_TEST(shortened("a short text", 20) == "a short text");
  BOOST_TEST(shortened("Conservation of the saiga", 20) == "Conservation of the…");
  BOOST_TEST(shortened("ÄÄÄÄÄÄÄÄÄÄ", 4) == "ÄÄÄÄ…");
}

BOOST_AUTO_TEST_CASE(marks_states_and_inherited_values_stand_beside_what_they_belong_to) {
  plan::Item item;
  item.number.emplace();
  item.number->printed = "1.1";
  item.number->marks = {"a<"};
  item.number->state = "(new)";
  const std::string number = number_cell(item, {}).take();
  BOOST_TEST(has(number, "<sup><bdi>a&lt;</bdi></sup>"));
  BOOST_TEST(has(number, "(new)"));
  plan::Field field;
  field.printed = "2025";
  field.marks = {"1"};
  BOOST_TEST(!has(field_cell(field, {}).take(), "merged cell"));
  field.inherited = true;
  const std::string cell = field_cell(field, {}).take();
  BOOST_TEST(has(cell, "<sup><bdi>1</bdi></sup>"));
  BOOST_TEST(has(cell, "from the merged cell above"));
}
