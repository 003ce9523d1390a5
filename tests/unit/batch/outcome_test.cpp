// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a document follows from its items, its judgements and its findings, and travels from process to process.
#include "batch/outcome.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "batch/document_converter.h"
#include "batch/rendering.h"
#include "core/current_page.h"
#include "unit/batch/scratch_folder.h"

using namespace pactable;
using plan::Outcome;
using plan::TableVerdict;

namespace {

plan::TableJudgement judged(const std::string& id, TableVerdict verdict, double score) {
  plan::TableJudgement judgement;
  judgement.id = id;
  judgement.verdict = verdict;
  judgement.score = score;
  judgement.reasons = {"no column says who"};
  return judgement;
}

plan::Finding finding(const std::string& rule, plan::Level level) {
  return {rule, level, {"t1.r1"}, rule + " is said", std::nullopt, {}};
}

pipeline::Conversion with_plan(std::vector<plan::ItemKind> kinds) {
  pipeline::Conversion conversion{"text/plain", plan::Layer::kBornDigital, plan::Plan()};
  conversion.plan->family = "generic";
  for (const plan::ItemKind kind : kinds) conversion.plan->items.emplace_back().kind = kind;
  return conversion;
}

batch::Document settled(pipeline::Conversion conversion) {
  batch::Document document;
  BOOST_REQUIRE(batch::settle_outcome(std::move(conversion), document).has_value());
  return document;
}

const pipeline::Part kPart{{ErrorCode::kDamaged, "pages 3 and 4 are missing"}, 2, 4};

std::string write_count(const plan::Plan& plan) { return std::to_string(plan.judgements.size()) + " judgements\n"; }
constexpr writers::Writer kCount{"count", ".count", write_count};

}  // namespace

BOOST_AUTO_TEST_CASE(a_plan_with_an_item_is_converted_and_one_of_notes_alone_is_not) {
  for (const plan::ItemKind kind : {plan::ItemKind::kAction, plan::ItemKind::kSection, plan::ItemKind::kGroup,
                                    plan::ItemKind::kSubTask, plan::ItemKind::kPlaceholder}) {
    const batch::Document document = settled(with_plan({plan::ItemKind::kNote, kind}));
    BOOST_TEST((document.record.outcome == Outcome::kConverted));
    BOOST_TEST(document.record.counts.items == 2);
    BOOST_TEST(document.plan.has_value());
  }
  for (const auto& kinds : {std::vector<plan::ItemKind>(), std::vector<plan::ItemKind>(3, plan::ItemKind::kNote)}) {
    const batch::Document document = settled(with_plan(kinds));
    BOOST_TEST((document.record.outcome == Outcome::kNoPlan));
    BOOST_TEST(!document.plan.has_value());
    BOOST_TEST(document.record.counts.items == 0);
  }
}

BOOST_AUTO_TEST_CASE(a_plan_without_an_item_whose_table_looks_like_a_plan_is_doubtful) {
  for (const TableVerdict verdict : {TableVerdict::kDoubtful, TableVerdict::kPlan}) {
    pipeline::Conversion conversion = with_plan({});
    conversion.plan->judgements = {judged("table-1", TableVerdict::kNoPlan, 0), judged("table-2", verdict, 3.1)};
    conversion.plan->findings = {finding("TABLE-DOUBTFUL", plan::Level::kWarning)};
    const batch::Document document = settled(conversion);
    BOOST_TEST((document.record.outcome == Outcome::kDoubtful));
    BOOST_TEST(!document.record.error);
    BOOST_TEST(document.record.family.value_or("") == "generic");
    BOOST_REQUIRE(document.plan.has_value());
    BOOST_TEST(document.plan->judgements.size() == 2U);
    BOOST_TEST(document.record.judgements.at(0).id == "table-2");
    BOOST_TEST(document.record.findings.at(0).items.empty());
  }
  pipeline::Conversion conversion = with_plan({});
  conversion.plan->judgements = {judged("table-1", TableVerdict::kNoPlan, 2.8)};
  BOOST_TEST((settled(conversion).record.outcome == Outcome::kNoPlan));
}

BOOST_AUTO_TEST_CASE(a_converted_plan_keeps_its_reasons_to_itself) {
  pipeline::Conversion conversion = with_plan({plan::ItemKind::kAction});
  conversion.plan->judgements = {judged("table-2", TableVerdict::kDoubtful, 3.1)};
  conversion.plan->findings = {finding("NUM-GAP", plan::Level::kWarning)};
  const batch::Document document = settled(conversion);
  BOOST_TEST((document.record.outcome == Outcome::kConverted));
  BOOST_TEST(document.record.judgements.empty());
  BOOST_TEST(document.record.findings.empty());
  BOOST_TEST(document.record.counts.findings == 1);
}

BOOST_AUTO_TEST_CASE(a_record_keeps_the_weightiest_findings_and_the_best_tables) {
  pipeline::Conversion conversion{"text/plain", plan::Layer::kUnknown, std::nullopt};
  for (int i = 0; i < 40; ++i) {
    conversion.findings.push_back(finding("NOTE-" + std::to_string(i), plan::Level::kNote));
    conversion.judgements.push_back(judged("table-" + std::to_string(i + 1), TableVerdict::kNoPlan, i % 7));
  }
  conversion.findings.push_back(finding("LATE-WARNING", plan::Level::kWarning));
  conversion.judgements[5].caption = std::string(5000, 'x');
  conversion.judgements[5].columns.resize(3000);
  conversion.judgements[5].score = 9;
  const plan::CorpusRecord record = settled(conversion).record;
  BOOST_TEST((record.outcome == Outcome::kNoPlan));
  BOOST_REQUIRE(record.findings.size() == plan::kRecordFindings);
  BOOST_TEST(record.findings[0].rule == "LATE-WARNING");
  BOOST_TEST(record.findings[1].rule == "NOTE-0");
  BOOST_REQUIRE(record.judgements.size() == plan::kRecordTables);
  BOOST_TEST(record.judgements[0].id == "table-6");
  BOOST_TEST(record.judgements[0].caption->size() < 1000U);
  BOOST_TEST(record.judgements[0].columns.size() < 100U);
  BOOST_TEST(record.judgements[1].id == "table-7");
}

BOOST_AUTO_TEST_CASE(a_lost_text_makes_a_plan_incomplete) {
  pipeline::Conversion conversion = with_plan({plan::ItemKind::kAction});
  conversion.plan->findings = {finding("TEXT-LOST", plan::Level::kError), finding("TEXT-LOST", plan::Level::kError)};
  const plan::CorpusRecord record = settled(conversion).record;
  BOOST_TEST((record.outcome == Outcome::kPartial));
  BOOST_REQUIRE(record.error.has_value());
  BOOST_TEST(to_string(record.error->code) == "incomplete");
  BOOST_TEST(record.error->message == "TEXT-LOST is said (and 1 more findings TEXT-LOST)");
  BOOST_TEST(!record.pages);

  conversion.plan->findings = {finding("TEXT-LOST", plan::Level::kNote), finding("NUM-GAP", plan::Level::kError)};
  BOOST_TEST((settled(conversion).record.outcome == Outcome::kConverted));
}

BOOST_AUTO_TEST_CASE(of_a_document_that_was_read_in_part_no_plan_is_never_said) {
  pipeline::Conversion whole = with_plan({plan::ItemKind::kAction});
  whole.part = kPart;
  whole.plan->findings = {finding("TEXT-LOST", plan::Level::kError)};
  const plan::CorpusRecord partial = settled(whole).record;
  BOOST_TEST((partial.outcome == Outcome::kPartial));
  BOOST_TEST((partial.error->code == ErrorCode::kDamaged));
  BOOST_TEST(partial.pages->done == 2);

  pipeline::Conversion looks = with_plan({});
  looks.part = kPart;
  looks.plan->judgements = {judged("table-1", TableVerdict::kDoubtful, 3)};
  const plan::CorpusRecord doubtful = settled(looks).record;
  BOOST_TEST((doubtful.outcome == Outcome::kDoubtful));
  BOOST_TEST((doubtful.error->code == ErrorCode::kDamaged));

  pipeline::Conversion none = with_plan({plan::ItemKind::kNote});
  none.part = kPart;
  batch::Document document;
  const Status refused = batch::settle_outcome(none, document);
  BOOST_REQUIRE(!refused);
  BOOST_TEST((refused.error().code == ErrorCode::kDamaged));
  BOOST_TEST(refused.error().message == "no action table on the pages that were read; pages 3 and 4 are missing");
}

BOOST_AUTO_TEST_CASE(reasons_and_trace_come_from_an_isolated_process_as_from_this_one) {
  batch::Steps steps;
  steps.recognise = [](std::string_view) -> Result<std::string> { return std::string("text/plain"); };
  steps.convert = [](std::string_view, const batch::Task&, const scans::Aids&) -> Result<pipeline::Conversion> {
    pipeline::Conversion conversion = with_plan({});
    conversion.plan->judgements = {judged("table-1", TableVerdict::kDoubtful, 3)};
    conversion.trace = {{"t1.r14", "R-CONTINUE", "behind-break open-end", "and 12 .json\nof the text"},
                        {"t1.r15", "R-ITEM", "", ""}};
    return conversion;
  };
  steps.present = [](std::string_view, const plan::CorpusRecord&, const plan::Plan&) {
    BOOST_ERROR("there is nothing to present");
    return std::vector<batch::OutputFile>();
  };
  const test::ScratchFolder folder;
  const batch::Input input{"a.txt", folder.write("a.txt", "x").string(), true, {}, {}};
  for (const batch::Isolation isolation : {batch::Isolation::kNone, batch::Isolation::kAuto}) {
    const auto converter = batch::DocumentConverter::start(steps, {&kCount}, isolation);
    BOOST_REQUIRE(converter.has_value());
    const batch::Rendered rendered = converter->convert(input);
    BOOST_TEST((rendered.record.outcome == Outcome::kDoubtful));
    BOOST_TEST(rendered.record.judgements.size() == 1U);
    BOOST_REQUIRE(rendered.files.size() == 1U);
    BOOST_TEST(rendered.files[0].bytes == "1 judgements\n");
    BOOST_REQUIRE(rendered.trace.size() == 2U);
    BOOST_TEST(rendered.trace[0].item_or_row == "t1.r14");
    BOOST_TEST(rendered.trace[0].rule == "R-CONTINUE");
    BOOST_TEST(rendered.trace[0].evidence == "behind-break open-end");
    BOOST_TEST(rendered.trace[0].text == "and 12 .json\nof the text");
    BOOST_TEST(rendered.trace[1].text.empty());
  }
}

BOOST_AUTO_TEST_CASE(what_a_process_read_before_it_was_ended_may_be_doubtful_too) {
  batch::Steps steps;
  steps.recognise = [](std::string_view) -> Result<std::string> { return std::string("text/plain"); };
  steps.convert = [](std::string_view, const batch::Task& task, const scans::Aids&) -> Result<pipeline::Conversion> {
    if (task.last_page == 0) {
      note_page(3);
      std::abort();
    }
    pipeline::Conversion conversion = with_plan({});
    conversion.part = pipeline::Part{{ErrorCode::kCrashed, task.stopped_by}, task.last_page, 4};
    conversion.plan->judgements = {judged("table-1", TableVerdict::kDoubtful, 3)};
    return conversion;
  };
  const test::ScratchFolder folder;
  const auto converter = batch::DocumentConverter::start(steps, {&kCount}, batch::Isolation::kAuto);
  BOOST_REQUIRE(converter.has_value());
  const batch::Rendered rendered = converter->convert({"a.txt", folder.write("a.txt", "x").string(), true, {}, {}});
  BOOST_TEST((rendered.record.outcome == Outcome::kDoubtful));
  BOOST_TEST(rendered.files.size() == 1U);
  BOOST_REQUIRE(rendered.record.error.has_value());
  BOOST_TEST(rendered.record.pages->done == 2);
}

BOOST_AUTO_TEST_CASE(an_answer_with_a_cut_trace_is_damaged) {
  batch::Rendered rendered;
  rendered.record.path = "a.txt";
  rendered.record.outcome = Outcome::kNoPlan;
  rendered.trace = {{"t1.r1", "R-ITEM", "number", "text"}};
  const std::string packed = batch::pack(rendered);
  BOOST_TEST(batch::unpack(packed).has_value());
  BOOST_TEST(!batch::unpack(packed.substr(0, packed.size() - 1)).has_value());
}
