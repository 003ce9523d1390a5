// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that end before their last page: what was read survives, and says that it is a part.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <iterator>
#include <map>
#include <set>

#include "cli/run_program.h"
#include "hostile/pdf_file.h"
#include "writers/json/plan_json.h"

using namespace pactable;
using test::PdfFile;
using test::TablePages;
namespace fs = std::filesystem;

namespace {

constexpr int kPages = 4, kActionsOfAPage = 3;

/// A page whose font has a character map that uses itself: Poppler runs out of stack.
std::string crash_on(std::size_t page) {
  TablePages table(kPages);
  const int map = table.file.add("");
  table.file.set(map, PdfFile::stream("begincmap endcmap", "/Type /CMap /CMapName /Own /UseCMap " + PdfFile::ref(map)));
  const int descendant = table.file.add(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
      "/Supplement 0 >> >>");
  table.file.set(table.font[page - 1], "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding " + PdfFile::ref(map) +
                                           " /DescendantFonts [" + PdfFile::ref(descendant) + "] >>");
  return table.bytes();
}

/// A page with forms that expand 10^30 times.
std::string hang_on(std::size_t page) {
  TablePages table(kPages);
  int next = 0;
  for (int i = 0; i < 31; ++i) {
    std::string calls, resources;
    if (next != 0) {
      for (int k = 0; k < 10; ++k) calls += "/X Do ";
      resources = "/XObject << /X " + PdfFile::ref(next) + " >>";
    }
    next = table.file.add_stream(calls,
                                 "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << " + resources + " >>");
  }
  const int content = table.file.add_stream("/X Do");
  table.file.set(table.page[page - 1], "<< /Type /Page /Parent " + PdfFile::ref(table.pages) +
                                           " /MediaBox [0 0 595 842] /Contents " + PdfFile::ref(content) +
                                           " /Resources << /XObject << /X " + PdfFile::ref(next) + " >> >> >>");
  return table.bytes();
}

std::string without(std::size_t page) {
  TablePages table(kPages);
  table.file.set(table.page[page - 1], "<< /Nothing true >>");
  return table.bytes();
}

struct Converted {
  explicit Converted(const std::map<std::string, std::string>& files) {
    for (const auto& [name, bytes] : files) scratch.write("in/" + name + ".pdf", bytes);
    const fs::path& folder = scratch.path();
    outcome = test::run_program({"convert", (folder / "in").string(), "--output", (folder / "out").string(),
                                 "--timeout", "6", "--memory", "512"});
    const auto corpus = writers::json::read_corpus(test::content(folder / "out/corpus.json"));
    BOOST_REQUIRE(corpus.has_value());
    for (const plan::CorpusRecord& record : corpus->documents) records[record.path] = record;
    BOOST_TEST(test::run_program({"validate", (folder / "out/corpus.json").string()}).exit_code == 0);
  }

  test::ScratchFolder scratch;
  test::Outcome outcome;
  std::map<std::string, plan::CorpusRecord> records;

  [[nodiscard]] plan::Plan plan(const std::string& name) const {
    const auto plan = writers::json::read_plan(test::content(scratch.path() / "out" / (name + ".pdf.json")));
    BOOST_REQUIRE(plan.has_value());
    return *plan;
  }
};

std::set<std::string> rows_of(const plan::Plan& plan) {
  std::set<std::string> rows;
  for (const plan::Item& item : plan.items) {
    rows.insert((item.number ? item.number->canonical.value_or("?") : "") + ' ' + item.text.value_or(""));
  }
  return rows;
}

void check_says_partial(const plan::Plan& plan, const std::string& pages) {
  BOOST_REQUIRE(!plan.findings.empty());
  BOOST_TEST(plan.findings.front().rule == plan::kPartialRule);
  BOOST_TEST((plan.findings.front().level == plan::Level::kError));
  BOOST_TEST(plan.findings.front().message.find("not read, or not to their end: " + pages) != std::string::npos,
             plan.findings.front().message);
}

}  // namespace

BOOST_AUTO_TEST_CASE(pages_before_the_one_on_which_a_process_ends_survive) {
  const Converted converted({{"crash", crash_on(3)}, {"hang", hang_on(2)}, {"first", crash_on(1)}});
  BOOST_TEST(converted.outcome.exit_code == 2);
  BOOST_TEST(converted.outcome.err.find("0 converted, 2 in part, 0 without a plan, 1 failed") != std::string::npos);
  const plan::CorpusRecord& crash = converted.records.at("crash.pdf");
  BOOST_TEST((crash.outcome == plan::Outcome::kPartial));
  BOOST_TEST((crash.error->code == ErrorCode::kCrashed));
  BOOST_TEST(crash.error->message == "ended by signal 11 (SIGSEGV) while page 3 of 4 was read");
  BOOST_TEST(crash.pages->done == 2);
  BOOST_TEST(crash.pages->total == kPages);
  BOOST_TEST(crash.counts.items == 2 * kActionsOfAPage);
  check_says_partial(converted.plan("crash"), "3, 4");
  const plan::CorpusRecord& hang = converted.records.at("hang.pdf");
  BOOST_TEST((hang.outcome == plan::Outcome::kPartial));
  BOOST_TEST((hang.error->code == ErrorCode::kTimedOut));
  BOOST_TEST(hang.counts.items == kActionsOfAPage);
  check_says_partial(converted.plan("hang"), "2 to 4");
  const plan::CorpusRecord& first = converted.records.at("first.pdf");
  BOOST_TEST((first.outcome == plan::Outcome::kFailed));
  BOOST_TEST(first.outputs.empty());
}

BOOST_AUTO_TEST_CASE(a_page_that_cannot_be_reached_makes_the_plan_a_part) {
  const Converted converted({{"gone", without(3)}});
  BOOST_TEST(converted.outcome.exit_code == 2);
  const plan::CorpusRecord& record = converted.records.at("gone.pdf");
  BOOST_TEST((record.outcome == plan::Outcome::kPartial));
  BOOST_TEST((record.error->code == ErrorCode::kDamaged));
  BOOST_TEST(record.pages->done == kPages - 1);
  check_says_partial(converted.plan("gone"), "3");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_cut_anywhere_never_looks_whole_and_invents_nothing) {
  const std::string whole = TablePages(kPages).bytes();
  std::map<std::string, std::string> files = {{"whole", whole}};
  // Behind the last object there is only the table of objects.
  const std::size_t objects = whole.rfind("endobj");
  constexpr std::size_t kCuts = 40;
  for (std::size_t i = 1; i < kCuts; ++i) files["cut" + std::to_string(i)] = whole.substr(0, objects * i / kCuts);
  const Converted converted(files);
  const std::set<std::string> rows = rows_of(converted.plan("whole"));
  BOOST_TEST(rows.size() == static_cast<std::size_t>(kPages * kActionsOfAPage));
  std::size_t partial = 0;
  for (const auto& [path, record] : converted.records) {
    if (path == "whole.pdf") continue;
    BOOST_TEST((record.outcome == plan::Outcome::kPartial || record.outcome == plan::Outcome::kFailed), path);
    if (record.outcome != plan::Outcome::kPartial) continue;
    ++partial;
    const plan::Plan plan = converted.plan(path.substr(0, path.find('.')));
    BOOST_TEST((plan.findings.front().rule == plan::kPartialRule), path);
    // The last row of what is left may be broken off.
    std::set<std::string> left = rows_of(plan), invented;
    std::set_difference(left.begin(), left.end(), rows.begin(), rows.end(), std::inserter(invented, invented.end()));
    BOOST_TEST(invented.size() <= 1U, path);
  }
  BOOST_TEST(partial >= kCuts / 2);
}

BOOST_AUTO_TEST_CASE(a_partial_plan_that_is_audited_is_no_success) {
  const Converted converted({{"gone", without(4)}});
  const std::string file = (converted.scratch.path() / "out/gone.pdf.json").string();
  const test::Outcome audit = test::run_program({"audit", file});
  BOOST_TEST(audit.exit_code == 2);
  BOOST_TEST(audit.out.find("PLAN-PARTIAL") != std::string::npos);
}
