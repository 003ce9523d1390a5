// SPDX-License-Identifier: GPL-3.0-or-later
// The hostile files through the whole program: each one ends in one right record, and ends nothing else.
#include <sys/resource.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>

#include "cli/run_program.h"
#include "hostile/docx_cases.h"
#include "hostile/pdf_file.h"
#include "writers/json/plan_json.h"

using namespace pactable;
using test::HostileCase;

namespace {

// Small bounds: every case is decided long before them or not at all.
const std::vector<std::string> kBounds = {"--timeout", "5", "--memory", "512"};

std::string verdict(const plan::CorpusRecord& record) {
  const bool failed = record.outcome == plan::Outcome::kFailed;
  return std::string(failed ? to_string(record.error->code) : to_string(record.outcome));
}

void check(const std::vector<HostileCase>& cases, const std::string& extension) {
  BOOST_TEST(cases.size() >= 40U);
  const test::ScratchFolder scratch;
  std::map<std::string, const HostileCase*> by_path;
  for (const HostileCase& hostile : cases) {
    scratch.write("in/" + hostile.name + extension, hostile.bytes);
    BOOST_TEST(by_path.emplace(hostile.name + extension, &hostile).second, hostile.name << " is there twice");
  }
  scratch.write("in/zz-good.pdf", test::OnePage().bytes());
  std::vector<std::string> arguments = {"convert", (scratch.path() / "in").string(), "--output",
                                        (scratch.path() / "out").string(), "--quiet"};
  arguments.insert(arguments.end(), kBounds.begin(), kBounds.end());
  const auto outcome = test::run_program(arguments);
  BOOST_TEST(outcome.exit_code == 2);
  const auto corpus = writers::json::read_corpus(test::content(scratch.path() / "out/corpus.json"));
  BOOST_REQUIRE(corpus.has_value());
  BOOST_TEST(corpus->documents.size() == cases.size() + 1);
  for (const plan::CorpusRecord& record : corpus->documents) {
    const auto hostile = by_path.find(record.path);
    BOOST_TEST_MESSAGE(record.path << ": " << verdict(record) << (record.error ? ": " + record.error->message : ""));
    if (hostile == by_path.end()) {
      BOOST_TEST(record.path == "zz-good.pdf");
      BOOST_TEST(verdict(record) == "no-plan");
      continue;
    }
    const auto& allowed = hostile->second->allowed;
    BOOST_TEST((std::find(allowed.begin(), allowed.end(), verdict(record)) != allowed.end()),
               record.path << " became " << verdict(record) << (record.error ? ": " + record.error->message : ""));
    BOOST_TEST(record.sha256.has_value());
  }
  rusage used{};
  ::getrusage(RUSAGE_CHILDREN, &used);
  BOOST_TEST_MESSAGE("driver: " << used.ru_maxrss / 1024 << " MiB at most");
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_hostile_pdf_ends_in_one_right_record) { check(test::hostile_pdfs(), ".pdf"); }

BOOST_AUTO_TEST_CASE(every_hostile_package_ends_in_one_right_record) { check(test::hostile_docx(), ".docx"); }
