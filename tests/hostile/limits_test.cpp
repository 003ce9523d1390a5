// SPDX-License-Identifier: GPL-3.0-or-later
// What a system or a file puts an end to: signals, limits, many files, numbers and circles without end. Each ends in a
// clean exit, and the same command goes on to the same bytes.
#include <sys/resource.h>
#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "cli/converted_seeds.h"
#include "hostile/batch_process.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::files_in;
using test::run_program;
using test::RunningProgram;
using test::ScratchFolder;

namespace {

constexpr int kDocuments = 60;
constexpr long kMostDriverKib = 64 * 1024;

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void write_documents(const ScratchFolder& scratch, int count, int of_a_folder) {
  for (int i = 0; i < count; ++i) {
    scratch.write("in/" + std::to_string(i / of_a_folder) + "/plan" + std::to_string(i) + ".txt",
                  "Action\tPriority\tTimescale\n1.1. Protect " + std::to_string(i) + "\t1\tA\n1.2. Watch\t2\tB\n");
  }
}

std::vector<std::string> convert_to(const ScratchFolder& scratch, const std::string& out) {
  return {"convert", (scratch.path() / "in").string(), "--output", (scratch.path() / out).string(), "--jobs", "2"};
}

/// The limit on the size of a file holds for the program that is started, too.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

void put(std::string& bytes, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// Pages of 64 by 64 dots of noise, without compression.
std::string tiff_of_noise(int pages) {
  constexpr std::uint32_t kSide = 64, kBytes = kSide * kSide / 8;
  std::mt19937 random(1);
  std::string bytes("II*\0\0\0\0\0", 8);
  std::size_t link = 4;
  for (int page = 0; page < pages; ++page) {
    const auto strip = static_cast<std::uint32_t>(bytes.size());
    for (std::uint32_t i = 0; i < kBytes; ++i) bytes += static_cast<char>(random() & 0xFFU);
    std::string place;
    put(place, static_cast<std::uint32_t>(bytes.size()), 4);
    bytes.replace(link, 4, place);
    const std::uint32_t tags[][2] = {{256, kSide}, {257, kSide}, {258, 1},     {259, 1},     {262, 0},
                                     {273, strip}, {277, 1},     {278, kSide}, {279, kBytes}};
    put(bytes, std::size(tags), 2);
    for (const auto& tag : tags) {
      put(bytes, tag[0], 2);
      put(bytes, 4, 2);  // 32 bits
      put(bytes, 1, 4);
      put(bytes, tag[1], 4);
    }
    link = bytes.size();
    put(bytes, 0, 4);
  }
  return bytes;
}

// VmHWM: what wait4 says holds the memory of this process as well, which it had before exec.
long peak_kib(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + 6, nullptr, 10);
  }
  return 0;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_batch_that_is_told_to_end_ends_cleanly_and_goes_on_to_the_same_bytes) {
  const ScratchFolder scratch;
  write_documents(scratch, kDocuments, kDocuments);
  RunningProgram(convert_to(scratch, "reference"), scratch.path() / "said").wait();
  const auto reference = files_in(scratch.path() / "reference");
  for (const int signal : {SIGTERM, SIGHUP}) {
    bool stopped = false;
    for (int wait = 50; !stopped && wait < 1000; wait += 50) {
      const std::string out = "out" + std::to_string(signal) + "-" + std::to_string(wait);
      RunningProgram run(convert_to(scratch, out), scratch.path() / "said");
      std::this_thread::sleep_for(std::chrono::milliseconds(wait));
      run.signal(signal);
      run.wait();
      stopped = holds(test::content(scratch.path() / "said"), "the same command goes on from there");
      if (!stopped) continue;
      BOOST_TEST(!fs::exists(scratch.path() / out / "corpus.json"));
      BOOST_TEST(RunningProgram(convert_to(scratch, out), scratch.path() / "said").wait() == 0);
      BOOST_TEST((files_in(scratch.path() / out) == reference));
    }
    BOOST_TEST(stopped, "signal " << signal);
  }
}

BOOST_AUTO_TEST_CASE(a_limit_on_the_size_of_files_is_a_failed_write_and_not_the_end) {
  const ScratchFolder scratch;
  write_documents(scratch, 4, 4);
  run_program(convert_to(scratch, "reference"));
  for (const rlim_t bytes : {rlim_t{1}, rlim_t{500}, rlim_t{2000}}) {
    const std::string out = "limited" + std::to_string(bytes);
    test::Outcome outcome;
    {
      const FileSizeLimit limit(bytes);
      // What it says goes to a file as well, so that only its exit is looked at.
      outcome = run_program(convert_to(scratch, out));
    }
    BOOST_TEST(outcome.exit_code == 2, "limit " << bytes);
    run_program(convert_to(scratch, out));
    BOOST_TEST((files_in(scratch.path() / out) == files_in(scratch.path() / "reference")), "limit " << bytes);
  }
}

BOOST_AUTO_TEST_CASE(many_files_in_one_folder_and_in_many_cost_the_program_little_memory) {
  const int count = test::tries("PACTABLE_MANY_FILES", 1500);
  for (const int of_a_folder : {count, std::max(1, count / 1000)}) {
    const ScratchFolder scratch;
    for (int i = 0; i < count; ++i) {
      scratch.write("in/" + std::to_string(i / of_a_folder) + "/note" + std::to_string(i) + ".txt", "Note\n");
    }
    std::vector<std::string> line = convert_to(scratch, "out");
    line.emplace_back("--quiet");
    const RunningProgram run(line, scratch.path() / "said");
    int status = 0;
    long most = 0;  // the last reading: it never falls, but the first may be of this process, before exec
    for (pid_t ended = 0; ended == 0; ended = ::waitpid(run.process(), &status, WNOHANG)) {
      if (const long now = peak_kib(run.process()); now > 0) most = now;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) == 2));  // none is a plan
    BOOST_TEST(most > 0);
    BOOST_TEST(most <= kMostDriverKib);
    BOOST_TEST_MESSAGE(count << " files, " << of_a_folder << " a folder: " << most / 1024 << " MiB");
    BOOST_TEST(test::read_json(scratch.path() / "out/corpus.json")["documents"].size() ==
               static_cast<std::size_t>(count));
  }
}

BOOST_AUTO_TEST_CASE(pictures_without_end_take_no_more_than_the_budget_of_their_document) {
  constexpr int kBudget = 4;
  const ScratchFolder scratch;
  const std::string file = scratch.write("noise.tif", tiff_of_noise(3000)).string();
  const fs::path report = scratch.path() / "report";
  const auto outcome = run_program({"convert", file, "--output", (scratch.path() / "out").string(), "--timeout",
                                    std::to_string(kBudget), "--report", report.string()});
  BOOST_TEST(outcome.exit_code == 2);
  const auto line = nlohmann::json::parse(test::content(report), nullptr, false);
  BOOST_REQUIRE(line.is_object());
  if (line.value("code", "") == "unsupported") return;  // no data for the recogniser on this system
  BOOST_TEST(line.value("code", "") == "timed-out");
  // A second more, in which the kernel counts and ends a process.
  BOOST_TEST(line.value("cpuSeconds", 1e9) <= kBudget + 1);
}

BOOST_AUTO_TEST_CASE(parents_in_a_circle_are_refused_with_their_place_by_every_command) {
  const ScratchFolder scratch;
  const fs::path corpus = scratch.path() / "corpus";
  write_documents(scratch, 1, 1);
  BOOST_TEST(run_program(convert_to(scratch, "corpus")).exit_code == 0);
  fs::path plan;
  for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
    if (entry.path().string().ends_with(".txt.json")) plan = entry.path();
  }
  BOOST_REQUIRE(!plan.empty());
  nlohmann::json json = test::read_json(plan);
  BOOST_REQUIRE(json["items"].size() >= 2U);
  const std::size_t last = json["items"].size() - 1;
  json["items"][last]["parent"] = json["items"][last - 1]["id"];
  json["items"][last - 1]["parent"] = json["items"][last]["id"];
  std::ofstream(plan) << json.dump(2);
  const std::string place = "/items/" + std::to_string(last - 1) + "/parent";
  const auto valid = run_program({"validate", plan.string()});
  BOOST_TEST(valid.exit_code == 2);
  BOOST_TEST(holds(valid.out, place), valid.out);
  for (const std::string format : {"csv", "sqlite", "jsonl", "markdown", "akn"}) {
    const auto exported =
        run_program({"export", corpus.string(), "--formats", format, "--output", (scratch.path() / format).string()});
    BOOST_TEST(exported.exit_code == 2, format);
    BOOST_TEST(holds(exported.err, "comes back to itself"), exported.err);
    BOOST_TEST(holds(exported.err, place), exported.err);
  }
}

BOOST_AUTO_TEST_CASE(a_line_of_ten_to_the_eighteenth_is_refused_with_its_place) {
  const ScratchFolder scratch;
  write_documents(scratch, 1, 1);
  run_program(convert_to(scratch, "out"));
  const fs::path plan = scratch.path() / "out/0/plan0.txt.json";
  BOOST_REQUIRE(fs::exists(plan));
  std::string text = test::content(plan);
  const std::size_t at = text.find("\"line\": ");
  BOOST_REQUIRE(at != std::string::npos);
  text.insert(at + 8, "1000000000000000000");
  std::ofstream(plan) << text;
  const auto valid = run_program({"validate", plan.string()});
  BOOST_TEST(valid.exit_code == 2);
  BOOST_TEST(holds(valid.out, "/line"), valid.out);
}

BOOST_AUTO_TEST_CASE(an_empty_folder_of_grammars_is_wrong_usage_and_nothing_is_converted) {
  const ScratchFolder scratch;
  write_documents(scratch, 1, 1);
  for (const std::string& folder : {std::string(), (scratch.path() / "empty").string()}) {
    if (!folder.empty()) fs::create_directory(folder);
    std::vector<std::string> line = convert_to(scratch, "out");
    line.insert(line.end(), {"--grammar", folder});
    const auto outcome = run_program(line);
    BOOST_TEST(outcome.exit_code == 64, "'" << folder << "': " << outcome.err);
    BOOST_TEST(holds(outcome.err, "--grammar"), outcome.err);
    BOOST_TEST(!fs::exists(scratch.path() / "out"));
  }
}

BOOST_AUTO_TEST_CASE(without_proc_the_outputs_are_the_same) {
  const std::string hide =
      "unshare --user --map-root-user --mount sh -c 'mount -t tmpfs none /proc && exec \"$@\"' sh ";
  if (std::system((hide + "true 2>/dev/null").c_str()) != 0) {
    BOOST_TEST_MESSAGE("skipped: this system lets nobody hide /proc");
    return;
  }
  const ScratchFolder scratch;
  write_documents(scratch, 6, 6);
  run_program(convert_to(scratch, "reference"));
  std::string line = hide + "env PACTABLE_GRAMMAR=" PACTABLE_SOURCE_DIR "/grammar " PACTABLE_PROGRAM;
  for (const std::string& argument : convert_to(scratch, "out")) line += " '" + argument + "'";
  BOOST_TEST(std::system((line + " 2>/dev/null").c_str()) == 0);
  auto with = files_in(scratch.path() / "reference"), without = files_in(scratch.path() / "out");
  // The manifest names the isolation in force, which may be another.
  with.erase("corpus.json");
  without.erase("corpus.json");
  BOOST_TEST((with == without));
}
