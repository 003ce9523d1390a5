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
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(folder).string()] = test::content(entry.path());
    }
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
  BOOST_TEST(records[0].outputs == (std::vector<std::string>{"a.txt.json", "a.txt.xml"}));

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
  BOOST_TEST(files.at("a.txt.json") == "a.txt 4\n");
  BOOST_TEST(files.count("corpus.json") == 1U);
}

BOOST_AUTO_TEST_CASE(a_doubtful_document_is_written_and_counts_as_not_converted) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "doubtful");
  scratch.write("in/b.txt", "good");
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out");
  BOOST_REQUIRE(corpus.has_value());
  BOOST_TEST((corpus->documents[0].outcome == plan::Outcome::kDoubtful));
  BOOST_TEST(corpus->documents[0].outputs == (std::vector<std::string>{"a.txt.json", "a.txt.xml"}));
  BOOST_TEST(corpus->documents[0].judgements.size() == 1U);
  BOOST_TEST(files_in(scratch.path() / "out").at("a.txt.json") == "a.txt 0\n");
  BOOST_TEST(test::content(scratch.path() / "out/corpus.json").find("\"verdict\": \"doubtful\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_output_of_an_earlier_run_is_removed_where_it_is_ours_and_unchanged) {
  const ScratchFolder scratch;
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  for (const char* name : {"a.txt", "b.txt", "c.txt", "sub/d.txt", "sub/e.txt"})
    scratch.write(fs::path("in") / name, "good");
  BOOST_REQUIRE(run_folder(in, out).has_value());
  scratch.write("in/a.txt", "fail");
  scratch.write("in/b.txt", "no plan");
  fs::remove_all(in / "sub");
  scratch.write("out/b.txt.xml", "changed by somebody");
  scratch.write("out/sub/own.json", "somebody's own");
  BOOST_REQUIRE(run_folder(in, out, 1, {&kJson}).has_value());
  const auto files = files_in(out);
  BOOST_TEST(files.size() == 4U);
  BOOST_TEST(files.at("c.txt.json") == "c.txt 4\n");
  BOOST_TEST(files.at("b.txt.xml") == "changed by somebody");
  BOOST_TEST(files.at("sub/own.json") == "somebody's own");
  BOOST_TEST(files.count("corpus.json") == 1U);
}

BOOST_AUTO_TEST_CASE(a_run_says_what_it_removed_and_what_it_kept) {
  const ScratchFolder scratch;
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  for (const char* name : {"a.txt", "b.txt"}) scratch.write(fs::path("in") / name, "good");
  BOOST_REQUIRE(run_folder(in, out, 1, {&kJson}).has_value());
  scratch.write("out/b.txt.json", "changed by somebody");
  batch::RunOptions options;
  options.output = out;
  const auto report = batch::run({}, options, in_this_process({&kJson}));
  BOOST_REQUIRE(report.has_value());
  BOOST_TEST(report->leftovers.removed == std::vector<std::string>{"a.txt.json"});
  BOOST_TEST(report->leftovers.kept == std::vector<std::string>{"b.txt.json"});
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_ours_is_never_written_over) {
  const ScratchFolder scratch;
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) scratch.write(fs::path("in") / name, "good");
  scratch.write("out/a.txt.xml", "precious");
  scratch.write("out/elsewhere", "precious");
  fs::create_symlink(out / "elsewhere", out / "b.txt.json");
  const auto corpus = run_folder(in, out);
  BOOST_REQUIRE(corpus.has_value());
  for (const std::size_t i : {0U, 1U}) {
    BOOST_TEST((corpus->documents[i].outcome == plan::Outcome::kFailed));
    BOOST_TEST((corpus->documents[i].error->code == ErrorCode::kOutputExists));
    BOOST_TEST(corpus->documents[i].outputs.empty());
  }
  BOOST_TEST((corpus->documents[2].outcome == plan::Outcome::kConverted));
  BOOST_TEST(test::content(out / "a.txt.xml") == "precious");
  BOOST_TEST(test::content(out / "elsewhere") == "precious");
  BOOST_TEST(!fs::exists(out / "a.txt.json"));
  BOOST_TEST(!fs::exists(out / "b.txt.xml"));
}

BOOST_AUTO_TEST_CASE(what_may_be_written_over_is_never_an_input) {
  const ScratchFolder scratch;
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  scratch.write("in/a.txt", "good");
  scratch.write("in/b.txt", "good");
  scratch.write("out/a.txt.json", "somebody's own");
  fs::create_symlink(in / "a.txt", out / "a.txt.xml");
  fs::create_hard_link(in / "b.txt", out / "b.txt.json");
  const std::vector<fs::path> named = {in};
  batch::RunOptions options;
  options.output = out;
  options.overwrite = batch::Overwrite::kAll;
  const auto corpus = run_inputs(batch::find_inputs(named, {{".txt"}, out}).inputs, options, {&kJson, &kXml});
  BOOST_REQUIRE(corpus.has_value());
  BOOST_TEST((corpus->documents[0].error->code == ErrorCode::kOutputExists));
  BOOST_TEST((corpus->documents[1].error->code == ErrorCode::kOutputExists));
  BOOST_TEST(test::content(in / "a.txt") == "good");
  BOOST_TEST(test::content(in / "b.txt") == "good");
  BOOST_TEST(fs::is_symlink(out / "a.txt.xml"));
  fs::remove(out / "a.txt.xml");
  const auto again = run_inputs(batch::find_inputs(named, {{".txt"}, out}).inputs, options, {&kJson});
  BOOST_TEST((again->documents[0].outcome == plan::Outcome::kConverted));
  BOOST_TEST(test::content(out / "a.txt.json") == "a.txt 4\n");
}

BOOST_AUTO_TEST_CASE(a_file_of_the_manifest_s_name_that_is_none_stops_the_run) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "good");
  scratch.write("out/corpus.json", "{\"words\": 3}");
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out");
  BOOST_REQUIRE(!corpus.has_value());
  BOOST_TEST((corpus.error().code == ErrorCode::kOutputExists));
  BOOST_TEST(test::content(scratch.path() / "out/corpus.json") == "{\"words\": 3}");
  BOOST_TEST(!fs::exists(scratch.path() / "out/a.txt.json"));
}

BOOST_AUTO_TEST_CASE(the_manifest_has_the_digest_of_each_output) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "good");
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out");
  BOOST_REQUIRE(corpus.has_value());
  const plan::CorpusRecord& record = corpus->documents[0];
  BOOST_REQUIRE(record.output_digests.size() == 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(record.output_digests[i] == sha256_hex(test::content(scratch.path() / "out" / record.outputs[i])));
  }
  BOOST_TEST(!fs::exists(scratch.path() / "out/.pactable-files"));
}

BOOST_AUTO_TEST_CASE(a_further_document_changes_no_name) {
  const ScratchFolder scratch;
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  scratch.write("in/plan.txt", "good");
  BOOST_REQUIRE(run_folder(in, out).has_value());
  const auto before = files_in(out);
  scratch.write("in/sub/plan.txt", "good");
  scratch.write("in/Plan.txt", "good");
  scratch.write("in/plan.b.txt", "good");
  BOOST_REQUIRE(run_folder(in, out).has_value());
  const auto after = files_in(out);
  BOOST_TEST(after.size() == 9U);
  for (const auto& [name, bytes] : before) {
    if (name != "corpus.json") BOOST_TEST((after.contains(name) && after.at(name) == bytes), name);
  }
}

BOOST_AUTO_TEST_CASE(a_writer_that_fails_leaves_no_file_of_the_document) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", "good");
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
  scratch.write("out/a.txt.xml/inside", "a folder of that name");
  const auto corpus = run_folder(scratch.path() / "in", scratch.path() / "out");
  BOOST_REQUIRE(corpus.has_value());
  BOOST_TEST((corpus->documents[0].error->code == ErrorCode::kOutputExists));
  BOOST_TEST(corpus->documents[0].outputs.empty());
  BOOST_TEST((corpus->documents[1].outcome == plan::Outcome::kConverted));
  BOOST_TEST(!fs::exists(scratch.path() / "out/a.txt.json"));
  BOOST_TEST(fs::exists(scratch.path() / "out/b.txt.xml"));
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
