// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/run.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <map>
#include <new>
#include <stdexcept>
#include <thread>

#include "batch/workers.h"
#include "core/sha256.h"
#include "unit/batch/scratch_folder.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::ScratchFolder;

namespace {

std::string write_plan(const plan::Plan& plan) {
  return plan.source.file + " " + std::to_string(plan.items.size()) + "\n";
}

std::string throw_instead(const plan::Plan&) { throw std::runtime_error("the writer\nbroke"); }

constexpr writers::Writer kJson{"json", ".json", write_plan};
constexpr writers::Writer kXml{"xml", ".xml", write_plan};
constexpr writers::Writer kBroken{"broken", ".broken", throw_instead};

/// Does what the content of a document says: one item per byte, or the word's own kind of failure.
batch::Steps obedient_steps() {
  batch::Steps steps;
  steps.recognise = [](std::string_view bytes) -> Result<std::string> {
    if (bytes.empty()) return fail(ErrorCode::kEmptyFile, "the file is empty");
    return std::string("text/plain");
  };
  steps.convert = [](std::string_view bytes, const batch::Task& task,
                     const scans::Aids&) -> Result<pipeline::Conversion> {
    if (bytes == "throw") throw std::runtime_error("broken\ninside");
    if (bytes == "throw number") throw 7;
    if (bytes == "memory") throw std::bad_alloc();
    if (bytes == "fail") return fail(ErrorCode::kEncrypted, "opens only with a password");
    pipeline::Conversion conversion{"text/plain", plan::Layer::kOcr, {}};
    if (bytes == "no plan") return conversion;
    if (bytes == "doubtful") {
      conversion.plan.emplace();
      conversion.plan->family = "test";
      conversion.plan->source.file = batch::file_name(task.path);
      conversion.plan->judgements.emplace_back().verdict = plan::TableVerdict::kDoubtful;
      conversion.plan->judgements.back().id = "table-1";
      return conversion;
    }
    if (bytes.starts_with("slow")) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    conversion.plan.emplace();
    conversion.plan->family = "test";
    conversion.plan->source.file = batch::file_name(task.path);
    conversion.plan->items.resize(bytes.size());
    return conversion;
  };
  return steps;
}

batch::ConvertOne in_this_process(std::vector<const writers::Writer*> formats) {
  return [formats = std::move(formats)](const batch::Input& input) {
    return batch::render(batch::convert_input(input, obedient_steps()), formats);
  };
}

Result<plan::Corpus> run_inputs(const std::vector<batch::Input>& inputs, batch::RunOptions options,
                                const std::vector<const writers::Writer*>& formats) {
  plan::Corpus corpus;
  options.program = corpus.program = "pactable test";
  options.take = [&corpus](const plan::CorpusRecord& record) { corpus.documents.push_back(record); };
  const auto report = batch::run(inputs, options, in_this_process(formats));
  if (!report) return tl::unexpected<Error>(report.error());
  BOOST_TEST(report->complete);
  BOOST_TEST(report->progress.done == inputs.size());
  return corpus;
}

Result<plan::Corpus> run_folder(const fs::path& in, const fs::path& out, int jobs = 1,
                                const std::vector<const writers::Writer*>& formats = {&kJson, &kXml}) {
  const std::vector<fs::path> named = {in};
  const batch::Search search = batch::find_inputs(named, {{".txt"}, out});
  batch::RunOptions options;
  options.output = out;
  options.jobs = jobs;
  return run_inputs(search.inputs, options, formats);
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    files[entry.path().filename()] = test::content(entry.path());
  }
  return files;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_input_has_one_record_whatever_happens_to_it) {
  const ScratchFolder scratch;
  const std::map<std::string, std::string> contents = {
      {"a.txt", "four"},         {"b.txt", ""},       {"c.txt", "fail"},   {"d.txt", "throw"},
      {"e.txt", "throw number"}, {"f.txt", "memory"}, {"g.txt", "no plan"}};
  for (const auto& [name, bytes] : contents) scratch.write("in/" + name, bytes);
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out");
  BOOST_REQUIRE(corpus.has_value());
  const auto& records = corpus->documents;
  BOOST_REQUIRE(records.size() == 7U);
  BOOST_TEST(corpus->program == "pactable test");

  BOOST_TEST((records[0].outcome == plan::Outcome::kConverted));
  BOOST_TEST(records[0].counts.items == 4);
  BOOST_TEST(*records[0].family == "test");
  BOOST_TEST(*records[0].sha256 == sha256_hex("four"));
  BOOST_TEST((records[0].layer == plan::Layer::kOcr));
  BOOST_TEST(records[0].outputs == (std::vector<std::string>{"a.json", "a.xml"}));

  const std::vector<ErrorCode> codes = {ErrorCode::kEmptyFile, ErrorCode::kEncrypted, ErrorCode::kInternal,
                                        ErrorCode::kInternal, ErrorCode::kOutOfMemory};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const plan::CorpusRecord& record = records[i + 1];
    BOOST_TEST((record.outcome == plan::Outcome::kFailed));
    BOOST_TEST((record.error->code == codes[i]));
    BOOST_TEST(record.error->message.find('\n') == std::string::npos);
    BOOST_TEST(record.outputs.empty());
    BOOST_TEST(record.sha256->size() == 64U);
  }
  BOOST_TEST(!records[1].media_type);
  BOOST_TEST(*records[2].media_type == "text/plain");
  BOOST_TEST((records[6].outcome == plan::Outcome::kNoPlan));
  BOOST_TEST(!records[6].error);

  const auto files = files_in(scratch.path() / "out");
  BOOST_TEST(files.size() == 3U);
  BOOST_TEST(files.at("a.json") == "a.txt 4\n");
  BOOST_TEST(files.count("corpus.json") == 1U);
}

BOOST_AUTO_TEST_CASE(a_doubtful_document_is_written_and_counts_as_not_converted) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "doubtful");
  scratch.write("in/b.txt", "good");
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out");
  BOOST_REQUIRE(corpus.has_value());
  BOOST_TEST((corpus->documents[0].outcome == plan::Outcome::kDoubtful));
  BOOST_TEST(corpus->documents[0].outputs == (std::vector<std::string>{"a.json", "a.xml"}));
  BOOST_TEST(corpus->documents[0].judgements.size() == 1U);
  BOOST_TEST(files_in(scratch.path() / "out").at("a.json") == "a.txt 0\n");
  BOOST_TEST(test::content(scratch.path() / "out/corpus.json").find("\"verdict\": \"doubtful\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_older_output_of_a_document_that_fails_is_removed) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "fail");
  scratch.write("in/b.txt", "no plan");
  scratch.write("in/c.txt", "good");
  for (const char* old : {"a.json", "a.xml", "b.xml", "c.xml", "other.json"})
    scratch.write(fs::path("out") / old, "old");
  BOOST_REQUIRE(run_folder(scratch.path() / "in", scratch.path() / "out", 1, {&kJson}).has_value());
  const auto files = files_in(scratch.path() / "out");
  BOOST_TEST(files.count("a.json") + files.count("a.xml") + files.count("b.xml") == 0U);
  BOOST_TEST(files.at("c.json") == "c.txt 4\n");
  BOOST_TEST(files.at("c.xml") == "old");
  BOOST_TEST(files.at("other.json") == "old");
}

BOOST_AUTO_TEST_CASE(a_writer_that_fails_leaves_no_file_of_the_document) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "good");
  scratch.write("out/a.json", "old");
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out", 1, {&kJson, &kBroken});
  BOOST_REQUIRE(corpus.has_value());
  BOOST_TEST((corpus->documents[0].error->code == ErrorCode::kInternal));
  BOOST_TEST(corpus->documents[0].error->message == "the writer broke");
  BOOST_TEST(corpus->documents[0].counts.items == 0);
  BOOST_TEST(files_in(scratch.path() / "out").size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_output_that_cannot_be_written_takes_the_others_of_its_document_along) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "good");
  scratch.write("in/b.txt", "good");
  scratch.write("out/a.xml/inside", "a folder of that name");
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out");
  BOOST_REQUIRE(corpus.has_value());
  BOOST_TEST((corpus->documents[0].error->code == ErrorCode::kWriteFailed));
  BOOST_TEST(corpus->documents[0].outputs.empty());
  BOOST_TEST((corpus->documents[1].outcome == plan::Outcome::kConverted));
  BOOST_TEST(!fs::exists(scratch.path() / "out/a.json"));
  BOOST_TEST(fs::exists(scratch.path() / "out/b.xml"));
}

BOOST_AUTO_TEST_CASE(records_and_bytes_are_the_same_for_any_number_of_threads) {
  const ScratchFolder scratch;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    scratch.write("in/" + number + "/plan.txt", i % 7 == 0 ? "fail" : (i % 5 == 0 ? "slow " : "text ") + number);
  }
  BOOST_REQUIRE(run_folder(scratch.path() / "in", scratch.path() / "one", 1).has_value());
  const auto one = files_in(scratch.path() / "one");
  BOOST_TEST(one.size() > 60U);
  for (const int jobs : {0, 3, 64}) {
    const fs::path out = scratch.path() / ("jobs" + std::to_string(jobs));
    const auto corpus = run_folder(scratch.path() / "in", out, jobs);
    BOOST_REQUIRE(corpus.has_value());
    BOOST_TEST((files_in(out) == one));
    for (std::size_t i = 1; i < corpus->documents.size(); ++i) {
      BOOST_TEST((corpus->documents[i - 1].path < corpus->documents[i].path));
    }
  }
}

BOOST_AUTO_TEST_CASE(two_inputs_of_one_path_are_both_kept) {
  const ScratchFolder scratch;
  const std::vector<fs::path> named = {scratch.write("x/a.txt", "one"), scratch.write("y/a.txt", "three")};
  const batch::Search search = batch::find_inputs(named, {});
  batch::RunOptions options;
  options.output = scratch.path() / "out";
  options.jobs = 2;
  const auto corpus = run_inputs(search.inputs, options, {&kJson});
  BOOST_REQUIRE(corpus->documents.size() == 2U);
  BOOST_TEST(corpus->documents[0].path == corpus->documents[1].path);
  BOOST_TEST(corpus->documents[0].outputs != corpus->documents[1].outputs);
  for (const auto& record : corpus->documents) {
    BOOST_TEST(test::content(scratch.path() / "out" / record.outputs.at(0)) ==
               "a.txt " + std::to_string(record.counts.items) + "\n");
  }
}

BOOST_AUTO_TEST_CASE(a_run_without_an_output_folder_fails_before_it_converts) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "good");
  const auto corpus = run_folder(scratch.path() / "in", scratch.write("file", "x"));
  BOOST_REQUIRE(!corpus.has_value());
  BOOST_TEST((corpus.error().code == ErrorCode::kWriteFailed));
}

BOOST_AUTO_TEST_CASE(every_index_is_worked_on_once) {
  for (const int jobs : {-1, 1, 2, 9}) {
    std::vector<int> done(100, 0);
    batch::work_through(done.size(), jobs, [&](std::size_t i) { ++done[i]; });
    BOOST_TEST(done == std::vector<int>(100, 1));
  }
  batch::work_through(0, 4, [](std::size_t) { BOOST_ERROR("nothing to do"); });
}
