// SPDX-License-Identifier: GPL-3.0-or-later
// Batches that are killed, interrupted or run out of disk: what is there is whole, and the same command ends the same.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>
#include <thread>

#include "hostile/batch_process.h"
#include "writers/json/plan_json.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::files_in;
using test::RunningProgram;
using test::ScratchFolder;

namespace {

constexpr int kDocuments = 24;

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string plan_text(int seed) {
  std::string text = "Programme of work " + std::to_string(seed) + "\n\nAction\tPriority\tTimescale\n";
  for (int i = 1; i <= 3 + seed % 20; ++i) {
    text += "1." + std::to_string(i) + ". Protect the species in place " + std::to_string(i * seed) + "\t" +
            std::to_string(1 + i % 3) + "\tA\n";
  }
  return text;
}

class Batch {
 public:
  Batch() {
    for (int i = 0; i < kDocuments; ++i) {
      scratch_.write("in/plan" + std::to_string(i) + ".txt", i % 11 == 5 ? std::string() : plan_text(i));
    }
    run_to_end(folder("reference"));
    reference_ = files_in(folder("reference"));
    BOOST_REQUIRE(reference_.size() > kDocuments);
  }
  [[nodiscard]] fs::path folder(const std::string& name) const { return scratch_.path() / name; }
  [[nodiscard]] std::vector<std::string> command(const fs::path& output,
                                                 const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"convert", folder("in").string(), "--output", output.string(), "--jobs", "2"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  int run_to_end(const fs::path& output, const std::vector<std::string>& more = {},
                 std::vector<std::string> variables = {}) {
    return RunningProgram(command(output, more), messages(), std::move(variables)).wait();
  }
  [[nodiscard]] fs::path messages() const { return folder("messages"); }
  [[nodiscard]] std::string said() const { return test::content(messages()); }

  /// Every file that has its final name is as it should be.
  void check_whole(const fs::path& output) const {
    for (const auto& [name, bytes] : files_in(output)) {
      if (name.starts_with('.') || name == "corpus.json") continue;
      BOOST_TEST((reference_.contains(name) && reference_.at(name) == bytes), name << " is not whole");
    }
  }
  void check_same(const fs::path& output) const { BOOST_TEST((files_in(output) == reference_), output); }

 private:
  ScratchFolder scratch_;
  std::map<std::string, std::string> reference_;
};

/// The processes that the program forked: of the same program and command, but not itself.
std::vector<pid_t> forked_by(pid_t driver) {
  const std::string command = test::content("/proc/" + std::to_string(driver) + "/cmdline");
  std::vector<pid_t> processes;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    const pid_t process = std::atoi(entry.path().filename().c_str());
    if (process <= 0 || process == driver || command.empty()) continue;
    if (test::content(entry.path() / "cmdline") == command) processes.push_back(process);
  }
  return processes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_killed_run_is_gone_on_with_to_the_same_bytes) {
  Batch batch;
  std::mt19937 random(1);
  for (int i = 0; i < test::tries("PACTABLE_DRIVER_KILLS", 8); ++i) {
    const fs::path output = batch.folder("killed" + std::to_string(i));
    {
      RunningProgram run(batch.command(output), batch.messages());
      std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 400));
      run.signal(SIGKILL);
    }
    batch.check_whole(output);
    BOOST_TEST(batch.run_to_end(output) == 2);
    batch.check_same(output);
  }
}

BOOST_AUTO_TEST_CASE(killed_processes_of_documents_cost_no_document) {
  Batch batch;
  std::mt19937 random(2);
  for (int i = 0; i < test::tries("PACTABLE_CHILD_KILLS", 8); ++i) {
    const fs::path output = batch.folder("children" + std::to_string(i));
    int code = 0;
    {
      RunningProgram run(batch.command(output), batch.messages());
      std::this_thread::sleep_for(std::chrono::milliseconds(40 + random() % 300));
      const std::vector<pid_t> forked = forked_by(run.process());
      if (!forked.empty()) ::kill(forked[random() % forked.size()], SIGKILL);
      code = run.wait();
    }
    BOOST_TEST(code == 2);
    batch.check_whole(output);
    if (!fs::exists(output / "corpus.json")) {
      BOOST_TEST(holds(batch.said(), "the same command goes on from there"));
      batch.run_to_end(output);
    }
    batch.check_same(output);
  }
}

BOOST_AUTO_TEST_CASE(an_interrupted_run_stops_cleanly_and_says_how_to_go_on) {
  Batch batch;
  bool stopped = false;
  for (int wait = 60; !stopped && wait < 600; wait += 60) {
    const fs::path output = batch.folder("interrupted" + std::to_string(wait));
    RunningProgram run(batch.command(output), batch.messages());
    std::this_thread::sleep_for(std::chrono::milliseconds(wait));
    run.signal(SIGINT);
    run.wait();
    if (!holds(batch.said(), "the same command goes on from there")) continue;
    stopped = true;
    batch.check_whole(output);
    BOOST_TEST(!fs::exists(output / "corpus.json"));
    BOOST_TEST(fs::exists(output / ".pactable-journal"));
    BOOST_TEST(batch.run_to_end(output, {"--resume"}) == 2);
    batch.check_same(output);
    BOOST_TEST(batch.run_to_end(output, {"--resume"}) == 64);
    batch.check_same(output);
  }
  BOOST_TEST(stopped);
}

BOOST_AUTO_TEST_CASE(an_output_that_somebody_changed_since_is_written_over_only_where_that_is_allowed) {
  Batch batch;
  const fs::path output = batch.folder("again");
  batch.run_to_end(output, {}, {"LD_PRELOAD=" PACTABLE_FAILING_CALLS, "FAIL_CALL=60", "FAIL_WITH=5"});
  BOOST_REQUIRE(fs::exists(output / ".pactable-journal"));
  for (const auto& [name, bytes] : files_in(output)) {
    if (name.ends_with(".json") && name != "corpus.json") std::ofstream(output / name) << "damaged";
  }
  BOOST_TEST(batch.run_to_end(output) == 2);
  BOOST_TEST(holds(batch.said(), "output-exists: "));
  for (const auto& [name, bytes] : files_in(output)) {
    if (name == "plan0.txt.json") BOOST_TEST(bytes == "damaged");
  }
  BOOST_TEST(batch.run_to_end(output, {"--overwrite"}) == 2);
  batch.check_same(output);
}

BOOST_AUTO_TEST_CASE(a_disk_that_fails_at_any_call_leaves_no_partial_file_and_no_wrong_manifest) {
  Batch batch;
  const int step = std::max(1, 160 / test::tries("PACTABLE_FAILING_CALLS", 20));
  bool reached_the_end = false;
  int failures = 0;
  for (int call = 1; !reached_the_end && call < 1000; call += step) {
    const fs::path output = batch.folder("call" + std::to_string(call));
    const std::string error = std::to_string(call / step % 2 == 0 ? ENOSPC : EIO);
    batch.run_to_end(output, {},
                     {"LD_PRELOAD=" PACTABLE_FAILING_CALLS, "FAIL_CALL=" + std::to_string(call), "FAIL_WITH=" + error});
    batch.check_whole(output);
    if (holds(batch.said(), "write-failed")) ++failures;
    const std::string manifest = test::content(output / "corpus.json");
    if (!manifest.empty()) {
      const auto corpus = writers::json::read_corpus(manifest);
      BOOST_TEST((corpus && corpus->documents.size() == kDocuments), "call " << call);
    } else {
      BOOST_TEST(holds(batch.said(), "write-failed"), "call " << call << ": " << batch.said());
    }
    reached_the_end = !manifest.empty() && !holds(batch.said(), "write-failed");
    BOOST_TEST(batch.run_to_end(output) == 2);
    batch.check_same(output);
  }
  BOOST_TEST(reached_the_end);
  BOOST_TEST(failures > 5);
}

BOOST_AUTO_TEST_CASE(two_runs_in_one_folder_exclude_each_other) {
  Batch batch;
  const fs::path output = batch.folder("shared");
  bool refused = false;
  for (int i = 0; i < 20 && !refused; ++i) {
    fs::remove_all(output);
    RunningProgram first(batch.command(output), batch.folder("first"));
    while (!fs::exists(output / ".pactable-journal")) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const int code = batch.run_to_end(output);
    refused = holds(batch.said(), "another run is writing into the output folder");
    BOOST_TEST(code == 2);
  }
  BOOST_TEST(refused);
  batch.check_same(output);
}
