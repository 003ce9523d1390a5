// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "cli/converted_seeds.h"

using namespace pactable;
using test::content;
using test::converted_seeds;
using test::run_program;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_CASE(site_writes_the_pages_and_says_how_many_rows_there_are) {
  const test::ScratchFolder scratch;
  const fs::path site = scratch.path() / "library";
  const auto outcome =
      run_program({"site", converted_seeds().folder.string(), "--output", site.string(), "--title", "Plans & <more>"});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(outcome.err.find("3 plans of 3 documents, 247 rows") != std::string::npos, outcome.err);
  BOOST_TEST(content(site / "index.html").find("Plans &amp; &lt;more&gt;") != std::string::npos);
  BOOST_TEST(fs::exists(site / "downloads" / "items.jsonl"));
}

BOOST_AUTO_TEST_CASE(site_refuses_what_is_no_corpus_and_says_which_file_is_missing) {
  const test::ScratchFolder scratch;
  const auto outcome =
      run_program({"site", scratch.path().string(), "--output", (scratch.path() / "library").string()});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.find("not-found") != std::string::npos);
  BOOST_TEST(outcome.err.find("corpus.json") != std::string::npos);
  BOOST_TEST(!fs::exists(scratch.path() / "library"));
}

BOOST_AUTO_TEST_CASE(site_without_an_output_or_with_two_corpora_is_wrong_usage) {
  BOOST_TEST(run_program({"site", "corpus"}).exit_code == 64);
  BOOST_TEST(run_program({"site", "corpus", "--output", ""}).exit_code == 64);
  BOOST_TEST(run_program({"site", "one", "two", "--output", "library"}).exit_code == 64);
}
