// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "pages/review/cards.h"
#include "pages/review/crops.h"
#include "pages/review/packet.h"
#include "pages/review/questions.h"

namespace {

using namespace pactable;
using namespace pactable::pages::review;

plan::Item row(int i, plan::NumberStatus status) {
  plan::Item item;
  item.id = "t1.r" + std::to_string(i);
  item.table = "t1";
  const double y = 100 + 20 * i;
  item.number = plan::Number{
      "1." + std::to_string(i),           "1." + std::to_string(i), {1, i}, status, LabelOrigin::kTyped, {}, {}, {}, {},
      {PagePlace{1, {60, y, 80, y + 12}}}};
  item.text = "Text <b>" + std::to_string(i) + "</b>";
  item.text_from = {PagePlace{1, {100, y, 400, y + 12}}};
  return item;
}

plan::Plan sample() {
  plan::Plan plan;
  plan.source = {"plan.pdf", std::string(64, 'a'), "application/pdf", plan::Layer::kBornDigital, {}};
  plan.tables = {{"t1", {}, {}, {{"urgency", "Urgency <1>"}}, {PagePlace{1, {50, 90, 500, 700}}}}};
  plan.code_lists = {{"urgency", "1 2", {{"1", "High", {}}, {"2", "Low", {}}}, {}}};
  for (int i = 1; i <= 6; ++i) plan.items.push_back(row(i, plan::NumberStatus::kAsPrinted));
  plan::Number& repaired = *plan.items[1].number;
  repaired.status = plan::NumberStatus::kRepaired;
  repaired.printed = "7.2";
  repaired.repair = "rep1";
  plan.repairs = {{"rep1", "t1.r2", "number", "NUM-OCR", "7.2", "1.2", 0.9, {{"1.7", 0.1}}, {"suffix-intact"}, "act1"}};
  plan::Number& disputed = *plan.items[2].number;
  disputed.status = plan::NumberStatus::kDisputed;
  disputed.suggested = plan::Candidate{"1.9", 0.8};
  plan::Number& missing = *plan.items[3].number;
  missing = plan::Number{{}, {}, {}, plan::NumberStatus::kMissing, LabelOrigin::kTyped, {}, {}, {}, {{"1.4", 0.7}}, {}};
  plan.items[4].fields = {{"urgency", "9", {}, {}, {}, {PagePlace{1, {420, 200, 430, 212}}}}};
  plan.findings = {
      {"NUM-AUTHOR", plan::Level::kWarning, {"t1.r3"}, "out of place", {}, {}},
      {"NUM-GAP", plan::Level::kWarning, {"t1.r1", "t1.r2"}, "a gap", {}, {}},
      {"CODE-UNKNOWN", plan::Level::kWarning, {"t1.r5"}, "urgency \"9\" is no code of the legend (1, 2)", {}, {}},
      {"ROW-SPLIT", plan::Level::kNote, {"t1.r6"}, "cut", {}, {PagePlace{2, {100, 60, 400, 80}}}}};
  return plan;
}

Words words() {
  return {[](const std::string& text) { return "[" + text + "]"; },
          [](const Place&) { return std::string("page 1"); },
          {{"NUM-OCR", {"When <it> is damaged.", ""}}},
          "pactable 0"};
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_value_in_doubt_is_asked_once_in_reading_order) {
  const auto asked = questions(sample());
  std::vector<std::string> rules;
  for (const Question& question : asked) rules.push_back(question.rule);
  BOOST_TEST(rules == (std::vector<std::string>{"NUM-OCR", "NUM-AUTHOR", "NUM-MISSING", "CODE-UNKNOWN", "ROW-SPLIT"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_choices_are_what_the_program_had_and_what_is_printed) {
  const auto asked = questions(sample());
  const auto values = [&](std::size_t i) {
    std::string out;
    for (const Choice& choice : asked[i].choices) out += choice.value + (choice.p ? "*" : "") + " ";
    return out;
  };
  BOOST_TEST(values(0) == "1.2* 1.7* 7.2 ");
  BOOST_TEST(values(1) == "1.9* 1.3 ");
  BOOST_TEST(values(2) == "1.4* ");
  BOOST_TEST(values(3) == "1 2 ");
  BOOST_TEST(values(4) == "");
  BOOST_TEST(asked[0].can_reject);
  BOOST_TEST(!asked[1].can_reject);
  BOOST_TEST(!asked[2].printed);
  BOOST_TEST(asked[4].can_object);
  BOOST_TEST(!asked[4].can_set);
}

BOOST_AUTO_TEST_CASE(a_printed_text_that_has_not_the_shape_of_a_number_is_no_choice) {
  plan::Plan plan = sample();
  plan.items[1].number->printed = ".2";
  for (const Choice& choice : questions(plan).front().choices) BOOST_TEST(choice.value != ".2");
}

BOOST_AUTO_TEST_CASE(a_crop_covers_the_row_and_its_neighbours_and_not_the_page) {
  const plan::Plan plan = sample();
  const auto asked = questions(plan);
  const auto crops = plan_crops(plan, asked[0]);
  BOOST_REQUIRE(crops.size() == 1U);
  const Box& area = crops[0].area;
  BOOST_TEST(area.y0 < 120);
  BOOST_TEST(area.y1 > 172);
  BOOST_TEST(area.height() < 120);
  BOOST_TEST(area.x0 < 50);
  BOOST_TEST(area.x1 > 500);
  BOOST_REQUIRE(crops[0].marks.size() == 1U);
  BOOST_TEST(crops[0].marks[0].x0 < 60);
  BOOST_TEST(crops[0].marks[0].y1 < crops[0].rows[0].y1 + 2);
}

BOOST_AUTO_TEST_CASE(a_joined_row_is_shown_on_both_pages_and_a_tall_one_in_part) {
  plan::Plan plan = sample();
  const auto asked = questions(plan);
  BOOST_TEST(plan_crops(plan, asked[4]).size() == 2U);
  plan.items[1].text_from = {PagePlace{1, {100, 100, 400, 5000}}};
  BOOST_TEST(plan_crops(plan, asked[0])[0].area.height() < 600);
}

BOOST_AUTO_TEST_CASE(boxes_that_are_no_numbers_make_no_crop) {
  plan::Plan plan = sample();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (plan::Item& item : plan.items) {
    if (item.number) item.number->derived_from = {PagePlace{1, {nan, nan, nan, nan}}};
    item.text_from = item.number->derived_from;
  }
  BOOST_TEST(plan_crops(plan, questions(plan)[0]).empty());
}

BOOST_AUTO_TEST_CASE(a_packet_shows_every_question_and_escapes_every_text) {
  const Packet packet = write_packet("no PDF", "folder/plan.txt", sample(), words());
  BOOST_TEST(packet.rules.size() == 5U);
  BOOST_TEST(packet.page.find("id=\"q5\"") != std::string::npos);
  BOOST_TEST(packet.page.find("Text &lt;b&gt;2&lt;/b&gt;") != std::string::npos);
  BOOST_TEST(packet.page.find("<b>") == std::string::npos);
  BOOST_TEST(packet.page.find("Urgency &lt;1&gt;") != std::string::npos);
  BOOST_TEST(packet.page.find("[suffix-intact]") != std::string::npos);
  BOOST_TEST(packet.page.find("When &lt;it&gt; is damaged.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pdf_that_cannot_be_drawn_is_shown_as_tables_and_says_so) {
  const Packet packet = write_packet("%PDF-1.7\nbroken", "plan.pdf", sample(), words());
  BOOST_TEST(packet.page.find("Its pages cannot be drawn") != std::string::npos);
  BOOST_TEST(packet.page.find("<table class=\"rows\">") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_plan_without_doubt_says_so_and_has_no_buttons) {
  plan::Plan plan;
  plan.source.file = "plan.docx";
  const Packet packet = write_packet("", "plan.docx", plan, words());
  BOOST_TEST(packet.page.find("Nothing in this document is in doubt") != std::string::npos);
  BOOST_TEST(packet.page.find("id=\"save\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_index_names_documents_with_and_without_a_page) {
  IndexEntry good, bad;
  good.record.path = "a <b>.pdf";
  good.record.outcome = plan::Outcome::kConverted;
  good.file = "a _b_.review.html";
  Packet packet;
  packet.title = "A \"plan\"\nin two lines";
  packet.rules = {{"NUM-OCR", 3}, {"ROW-SPLIT", 1}};
  good.summary = pack_summary(packet);
  bad.record.path = "bad.pdf";
  bad.record.error = Error{ErrorCode::kEncrypted, "opens only with a <password>"};
  IndexEntry doubtful;
  doubtful.record.path = "who.docx";
  doubtful.record.outcome = plan::Outcome::kDoubtful;
  doubtful.record.judgements = {
      {"table-2", plan::TableVerdict::kDoubtful, 3.1, {}, 9, {}, {"no column says when"}, {}}};
  const std::string index = write_index({good, bad, doubtful}, "pactable 0");
  BOOST_TEST(index.find("looks like a plan, not read: table-2, 3.1 points: no column says when. There are no rows") !=
             std::string::npos);
  BOOST_TEST(index.find("<a href=\"a%20_b_.review.html\"><bdi>A &quot;plan&quot; in two lines</bdi></a>") !=
             std::string::npos);
  BOOST_TEST(index.find("<td class=\"figure\">4</td>") != std::string::npos);
  BOOST_TEST(index.find("opens only with a &lt;password&gt;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(probabilities_are_cut_and_never_rounded_up_to_certainty) {
  BOOST_TEST(percent(0.9999999) == "99.9999 %");
  BOOST_TEST(percent(0.884) == "88.4 %");
  BOOST_TEST(percent(0.000002) == "0.0002 %");
  BOOST_TEST(percent(1) == "certain");
}
