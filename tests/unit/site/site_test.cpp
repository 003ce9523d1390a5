// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/site.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>

#include "unit/batch/scratch_folder.h"
#include "unit/site/example_plan.h"
#include "writers/json/plan_json.h"

namespace {

namespace fs = std::filesystem;
using namespace pactable;
using namespace pactable::test;
using pages::site::write_site;

/// A corpus of `plans` copies of the example and a document that failed.
fs::path corpus(const ScratchFolder& scratch, int plans, const std::string& name = "corpus") {
  plan::Corpus manifest;
  manifest.program = "pactable 0.1.0";
  manifest.isolation = {"none"};
  const plan::Plan plan = example_plan();
  for (int at = 0; at < plans; ++at) {
    const std::string stem = "plan-" + std::to_string(1000 + at);
    scratch.write(fs::path(name) / (stem + ".json"), writers::json::write_plan(plan));
    manifest.documents.push_back(record_of(plan, stem + ".pdf", stem + ".json"));
  }
  plan::CorpusRecord failed;
  failed.path = "z-locked.pdf";
  failed.error = Error{ErrorCode::kEncrypted, "opens only with a password"};
  manifest.documents.push_back(failed);
  return scratch.write(fs::path(name) / "corpus.json", writers::json::write_corpus(manifest)).parent_path();
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = content(entry.path());
  }
  return files;
}

std::size_t size_below(const std::map<std::string, std::string>& files, const std::string& folder) {
  std::size_t size = 0;
  for (const auto& [name, bytes] : files) size += name.starts_with(folder) ? bytes.size() : 0;
  return size;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_site_has_a_page_for_every_plan_and_a_line_for_every_document) {
  const ScratchFolder scratch;
  const auto report = write_site({corpus(scratch, 3), scratch.path() / "site", "", "Plans"});
  BOOST_REQUIRE(report.has_value());
  BOOST_TEST(report->documents == 4U);
  BOOST_TEST(report->plans == 3U);
  BOOST_TEST(report->items == 3 * example_plan().items.size());
  const auto files = files_of(scratch.path() / "site");
  for (const char* name :
       {"index.html", "search.html", "plans/plan-1000.html", "plans/plan-1002.html", "data/search.js",
        "downloads/plan-1001.json", "downloads/corpus.json", "downloads/items.jsonl"}) {
    BOOST_TEST(files.contains(name), name);
  }
  BOOST_TEST(files.at("index.html").find("z-locked.pdf") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(downloads_are_the_bytes_of_the_corpus) {
  const ScratchFolder scratch;
  const fs::path folder = corpus(scratch, 1);
  BOOST_REQUIRE(write_site({folder, scratch.path() / "site", "", "Plans"}).has_value());
  for (const char* name : {"plan-1000.json", "corpus.json"}) {
    BOOST_TEST(content(scratch.path() / "site/downloads" / name) == content(folder / name), name);
  }
}

BOOST_AUTO_TEST_CASE(the_same_corpus_gives_the_same_site) {
  const ScratchFolder scratch;
  const fs::path folder = corpus(scratch, 5);
  BOOST_REQUIRE(write_site({folder, scratch.path() / "one", "../docs", "Plans"}).has_value());
  BOOST_REQUIRE(write_site({folder, scratch.path() / "two", "../docs", "Plans"}).has_value());
  const auto one = files_of(scratch.path() / "one"), two = files_of(scratch.path() / "two");
  BOOST_TEST(one.size() == two.size());
  for (const auto& [name, bytes] : one) BOOST_TEST((two.contains(name) && two.at(name) == bytes), name);
}

BOOST_AUTO_TEST_CASE(pages_and_search_grow_with_the_number_of_plans) {
  const ScratchFolder scratch;
  BOOST_REQUIRE(write_site({corpus(scratch, 10, "ten"), scratch.path() / "site-10", "", "Plans"}).has_value());
  BOOST_REQUIRE(write_site({corpus(scratch, 40, "forty"), scratch.path() / "site-40", "", "Plans"}).has_value());
  const auto ten = files_of(scratch.path() / "site-10"), forty = files_of(scratch.path() / "site-40");
  BOOST_TEST(size_below(forty, "plans/") == 4 * size_below(ten, "plans/"));
  BOOST_TEST(size_below(forty, "data/") < 5 * size_below(ten, "data/"));
  BOOST_TEST(size_below(forty, "index") < 5 * size_below(ten, "index"));
}

BOOST_AUTO_TEST_CASE(pages_of_plans_that_are_gone_go_too) {
  const ScratchFolder scratch;
  const fs::path site = scratch.path() / "site";
  BOOST_REQUIRE(write_site({corpus(scratch, 3, "three"), site, "", "Plans"}).has_value());
  BOOST_REQUIRE(write_site({corpus(scratch, 1, "one"), site, "", "Plans"}).has_value());
  BOOST_REQUIRE(write_site({corpus(scratch, 1, "one"), scratch.path() / "fresh", "", "Plans"}).has_value());
  BOOST_TEST((files_of(site) == files_of(scratch.path() / "fresh")));
}

BOOST_AUTO_TEST_CASE(a_folder_with_files_of_others_is_left_alone) {
  const ScratchFolder scratch;
  scratch.write("site/data/mine.js", "mine");
  const auto report = write_site({corpus(scratch, 1), scratch.path() / "site", "", "Plans"});
  BOOST_REQUIRE(!report.has_value());
  BOOST_TEST((report.error().code == ErrorCode::kWriteFailed));
  BOOST_TEST(content(scratch.path() / "site/data/mine.js") == "mine");
  BOOST_TEST(files_of(scratch.path() / "site").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_plan_that_is_missing_or_another_stops_the_site_and_leaves_no_index) {
  const ScratchFolder scratch;
  const fs::path folder = corpus(scratch, 2);
  BOOST_REQUIRE(write_site({folder, scratch.path() / "site", "", "Plans"}).has_value());
  plan::Plan other = example_plan();
  other.source.sha256 = std::string(64, 'b');
  scratch.write("corpus/plan-1001.json", writers::json::write_plan(other));
  const auto wrong = write_site({folder, scratch.path() / "site", "", "Plans"});
  BOOST_REQUIRE(!wrong.has_value());
  BOOST_TEST((wrong.error().code == ErrorCode::kInvalid));
  BOOST_TEST(!fs::exists(scratch.path() / "site/index.html"));
  fs::remove(folder / "plan-1001.json");
  BOOST_TEST(!write_site({folder, scratch.path() / "site", "", "Plans"}).has_value());
}

BOOST_AUTO_TEST_CASE(a_folder_without_a_manifest_is_no_corpus) {
  const ScratchFolder scratch;
  const auto report = write_site({scratch.path(), scratch.path() / "site", "", "Plans"});
  BOOST_REQUIRE(!report.has_value());
  BOOST_TEST((report.error().code == ErrorCode::kNotFound));
  BOOST_TEST(!fs::exists(scratch.path() / "site"));
}
