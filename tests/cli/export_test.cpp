// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <functional>
#include <map>

#include "batch/output_folder.h"
#include "cli/converted_seeds.h"

using namespace pactable;
using test::content;
using test::converted_seeds;
using test::fixture;
using test::run_program;
namespace fs = std::filesystem;

namespace {

const std::string kCorpusFormats = "jsonl,csv,sqlite";

/// Name below the folder and content of every file, of subfolders too.
std::map<std::string, std::string> tree_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    // The list of files that are ours grows with every export.
    if (!entry.is_regular_file() || entry.path().filename() == ".pactable-files") continue;
    files.emplace(entry.path().lexically_relative(folder).string(), content(entry.path()));
  }
  return files;
}

void check_same(const std::map<std::string, std::string>& expected, const std::map<std::string, std::string>& got) {
  BOOST_TEST(expected.size() == got.size());
  for (const auto& [name, bytes] : expected) {
    const auto found = got.find(name);
    BOOST_REQUIRE_MESSAGE(found != got.end(), name << " is missing");
    BOOST_TEST((found->second == bytes), name << " has other bytes");
  }
}

/// The converted seeds in a folder of their own, to be changed.
fs::path copy_of_corpus(const test::ScratchFolder& scratch) {
  const fs::path corpus = scratch.path() / "corpus";
  fs::copy(converted_seeds().folder, corpus);
  return corpus;
}

void replace_in(const fs::path& file, const std::string& from, const std::string& to) {
  std::string bytes = content(file);
  const std::size_t at = bytes.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  bytes.replace(at, from.size(), to);
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(convert_and_export_write_the_same_bytes) {
  const test::ScratchFolder scratch;
  const fs::path at_once = scratch.path() / "at-once", later = scratch.path() / "later";
  const std::string formats = "json,xml,markdown,akn," + kCorpusFormats;
  BOOST_TEST(run_program({"convert", fixture("seeds"), "--output", at_once.string(), "--formats", formats}).exit_code ==
             0);
  const fs::path corpus = copy_of_corpus(scratch);
  const std::string manifest = content(corpus / "corpus.json");
  const auto exported = run_program({"export", corpus.string(), "--formats", formats, "--output", later.string()});
  BOOST_TEST(exported.exit_code == 0);
  BOOST_TEST(exported.out == "");
  BOOST_TEST(content(corpus / "corpus.json") == manifest);
  auto expected = tree_of(at_once);
  BOOST_TEST(expected.contains("corpus.sqlite"));
  BOOST_TEST(expected.contains("items.jsonl"));
  BOOST_TEST(expected.contains("csv/datapackage.json"));
  BOOST_TEST(expected.contains("saiga-mtiwp-2021-2025.txt.md"));
  BOOST_TEST(expected.contains("saiga-mtiwp-2021-2025.txt.akn.xml"));
  expected.erase("corpus.json");
  check_same(expected, tree_of(later));
}

BOOST_AUTO_TEST_CASE(an_export_done_again_over_itself_writes_the_same_bytes) {
  const test::ScratchFolder scratch;
  const fs::path corpus = copy_of_corpus(scratch);
  BOOST_TEST(run_program({"export", corpus.string(), "--formats", kCorpusFormats}).exit_code == 0);
  const auto once = tree_of(corpus);
  BOOST_TEST(run_program({"export", corpus.string(), "--formats", kCorpusFormats}).exit_code == 0);
  check_same(once, tree_of(corpus));
}

BOOST_AUTO_TEST_CASE(a_corpus_wide_format_implies_the_json_it_is_made_of) {
  const test::ScratchFolder scratch;
  const fs::path out = scratch.path() / "out";
  BOOST_TEST(run_program({"convert", fixture("seeds/saiga-mtiwp-2021-2025.txt"), "--output", out.string(), "--formats",
                          "jsonl"})
                 .exit_code == 0);
  const auto files = tree_of(out);
  BOOST_TEST(files.size() == 3U);
  BOOST_TEST(files.contains("saiga-mtiwp-2021-2025.txt.json"));
  BOOST_TEST(files.contains("items.jsonl"));
}

BOOST_AUTO_TEST_CASE(a_failed_document_and_one_without_plan_are_in_the_relations) {
  const test::ScratchFolder scratch;
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  fs::create_directories(in);
  std::ofstream(in / "empty.pdf") << "";
  std::ofstream(in / "letter.txt") << "Dear all,\nthere is no table here.\n";
  const auto outcome = run_program({"convert", in.string(), "--output", out.string(), "--formats", kCorpusFormats});
  BOOST_TEST(outcome.exit_code == 2);
  const std::string documents = content(out / "csv/documents.csv");
  BOOST_TEST(documents.find("1,empty.pdf,") != std::string::npos);
  BOOST_TEST(documents.find(",failed,empty-file,") != std::string::npos);
  BOOST_TEST(documents.find("2,letter.txt,") != std::string::npos);
  BOOST_TEST(documents.find(",no-plan,") != std::string::npos);
  BOOST_TEST(content(out / "items.jsonl") == "");
}

BOOST_AUTO_TEST_CASE(a_new_conversion_removes_the_exports_of_the_old_corpus) {
  const test::ScratchFolder scratch;
  const fs::path corpus = copy_of_corpus(scratch);
  BOOST_TEST(run_program({"export", corpus.string(), "--formats", kCorpusFormats}).exit_code == 0);
  std::ofstream(corpus / "csv/notes.txt") << "mine";
  const auto outcome =
      run_program({"convert", fixture("seeds/saiga-mtiwp-2021-2025.txt"), "--output", corpus.string()});
  BOOST_TEST(outcome.exit_code == 0);
  const auto files = tree_of(corpus);
  BOOST_TEST(!files.contains("corpus.sqlite"));
  BOOST_TEST(!files.contains("items.jsonl"));
  BOOST_TEST(!files.contains("csv/items.csv"));
  BOOST_TEST(!files.contains("csv/datapackage.json"));
  BOOST_TEST(files.contains("csv/notes.txt"));
}

BOOST_AUTO_TEST_CASE(csv_files_that_are_no_package_are_somebodys_own_and_stay) {
  const test::ScratchFolder scratch;
  const fs::path out = scratch.path() / "out";
  fs::create_directories(out / "csv");
  std::ofstream(out / "csv/items.csv") << "mine";
  BOOST_TEST(run_program({"convert", fixture("seeds/saiga-mtiwp-2021-2025.txt"), "--output", out.string()}).exit_code ==
             0);
  BOOST_TEST(content(out / "csv/items.csv") == "mine");
}

BOOST_AUTO_TEST_CASE(merged_shards_are_not_left_with_the_exports_of_another_corpus) {
  const test::ScratchFolder scratch;
  const fs::path corpus = copy_of_corpus(scratch), shard = scratch.path() / "shard";
  BOOST_TEST(run_program({"export", corpus.string(), "--formats", kCorpusFormats}).exit_code == 0);
  BOOST_TEST(run_program({"convert", fixture("seeds"), "--output", shard.string(), "--shard", "1/1", "--formats",
                          kCorpusFormats})
                 .exit_code == 0);
  BOOST_TEST(run_program({"merge", shard.string(), "--output", corpus.string()}).exit_code == 0);
  BOOST_TEST(tree_of(shard).contains("corpus.sqlite"));
  BOOST_TEST(!tree_of(corpus).contains("corpus.sqlite"));
  BOOST_TEST(!tree_of(corpus).contains("items.jsonl"));
}

BOOST_AUTO_TEST_CASE(an_export_that_cannot_be_whole_fails_and_changes_nothing) {
  struct Damage {
    std::string what, expected;
    std::function<void(const fs::path&)> apply;
  };
  const std::string plan = "saiga-mtiwp-2021-2025.txt.json";
  const std::vector<Damage> damages = {
      {"no manifest", "not-found", [](const fs::path& corpus) { fs::remove(corpus / "corpus.json"); }},
      {"a missing plan", plan, [&](const fs::path& corpus) { fs::remove(corpus / plan); }},
      {"a cut plan", plan, [&](const fs::path& corpus) { fs::resize_file(corpus / plan, 5000); }},
      {"another document's plan", "not that of the document",
       [&](const fs::path& corpus) {
         fs::copy_file(corpus / "iwc-cmp-action-plan-2018-2024.txt.json", corpus / plan,
                       fs::copy_options::overwrite_existing);
       }},
      {"a repair of no item", "names what it does not have",
       [&](const fs::path& corpus) { replace_in(corpus / plan, "\"item\": \"t1.r12\"", "\"item\": \"t1.r999\""); }},
      {"an id that stands twice", "has an id twice",
       [&](const fs::path& corpus) { replace_in(corpus / plan, "\"id\": \"t1.r5\"", "\"id\": \"t1.r4\""); }},
      {"an output outside of the folder", "no name of an output",
       [&](const fs::path& corpus) { replace_in(corpus / "corpus.json", '"' + plan, "\"../" + plan); }},
  };
  for (const Damage& damage : damages) {
    BOOST_TEST_CONTEXT(damage.what) {
      const test::ScratchFolder scratch;
      const fs::path corpus = copy_of_corpus(scratch), out = scratch.path() / "out";
      BOOST_TEST(
          run_program({"export", corpus.string(), "--formats", kCorpusFormats, "--output", out.string()}).exit_code ==
          0);
      const auto before = tree_of(out);
      damage.apply(corpus);
      const auto outcome =
          run_program({"export", corpus.string(), "--formats", kCorpusFormats, "--output", out.string()});
      BOOST_TEST(outcome.exit_code == 2);
      BOOST_TEST(outcome.err.find(damage.expected) != std::string::npos, outcome.err);
      check_same(before, tree_of(out));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_corpus_without_json_is_refused_with_the_way_out) {
  const test::ScratchFolder scratch;
  const fs::path out = scratch.path() / "out";
  BOOST_TEST(
      run_program({"convert", fixture("seeds/saiga-mtiwp-2021-2025.txt"), "--output", out.string(), "--formats", "xml"})
          .exit_code == 0);
  const auto outcome = run_program({"export", out.string(), "--formats", "csv"});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.find("convert --formats json") != std::string::npos, outcome.err);
}

BOOST_AUTO_TEST_CASE(wrong_usage_of_export_does_nothing) {
  const std::string corpus = converted_seeds().folder.string();
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"export", corpus},
           {"export", corpus, "--formats", "parquet"},
           {"export", "--formats", "csv"},
           {"convert", fixture("seeds/saiga-mtiwp-2021-2025.txt"), "--output", "-", "--formats", "sqlite"}}) {
    const auto outcome = run_program(arguments);
    BOOST_TEST(outcome.exit_code == 64);
    BOOST_TEST(outcome.err.find("pactable") == 0U);
  }
}

BOOST_AUTO_TEST_CASE(two_exports_into_one_folder_exclude_each_other) {
  const test::ScratchFolder scratch;
  const fs::path corpus = copy_of_corpus(scratch), out = scratch.path() / "out";
  const Result<batch::OutputFolder> held = batch::OutputFolder::open(out);
  BOOST_REQUIRE(held.has_value());
  const auto outcome = run_program({"export", corpus.string(), "--formats", "jsonl", "--output", out.string()});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(tree_of(out).empty());
}

BOOST_AUTO_TEST_CASE(akoma_ntoso_of_every_seed_is_valid_and_a_broken_one_is_told) {
  const test::ScratchFolder scratch;
  const fs::path out = scratch.path() / "out";
  BOOST_TEST(run_program({"export", converted_seeds().folder.string(), "--formats", "akn", "--output", out.string()})
                 .exit_code == 0);
  const fs::path saiga = out / "saiga-mtiwp-2021-2025.txt.akn.xml";
  for (const auto& [name, bytes] : tree_of(out)) {
    const auto outcome = run_program({"validate", (out / name).string()});
    BOOST_TEST(outcome.exit_code == 0, outcome.out);
  }
  replace_in(saiga, "<mainBody>", "<mainBody><action/>");
  const auto outcome = run_program({"validate", saiga.string()});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.out.find("action") != std::string::npos, outcome.out);
}
