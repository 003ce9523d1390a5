// SPDX-License-Identifier: GPL-3.0-or-later
// export, site, review and merge that are killed or run out of disk: what has its name is whole, and the same command
// ends the same.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>
#include <thread>

#include "hostile/batch_process.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::files_in;
using test::RunningProgram;
using test::ScratchFolder;

namespace {

constexpr int kDocuments = 12;
constexpr int kMostCalls = 4000;  // more than any of the commands makes
const std::vector<std::string> kCommands = {"export", "site", "review", "merge"};

using Files = std::map<std::string, std::string>;

/// Without the program's own lists, which say what was written by which run.
Files visible(const fs::path& folder) {
  Files files = files_in(folder);
  std::erase_if(files, [](const auto& file) { return fs::path(file.first).filename().string().starts_with('.'); });
  return files;
}

std::string plan_text(int seed) {
  std::string text = "Programme of work " + std::to_string(seed) + "\n\nAction\tPriority\tTimescale\n";
  for (int i = 1; i <= 4 + seed; ++i) {
    text += "1." + std::to_string(i) + ". Protect the species in place " + std::to_string(i) + "\t" +
            std::to_string(1 + i % 3) + "\tA\n";
  }
  return text;
}

/// Where the page of a document could not be written, the manifest of a packet and its index say so.
bool tells_of_failures(const std::string& command, const std::string& file, const std::string& bytes) {
  if (command != "review") return false;
  if (file == "index.html") {
    return bytes.ends_with("</html>\n") && bytes.find("<span class=\"chip bad\">failed</span>") != std::string::npos;
  }
  return file == "corpus.json" && bytes.ends_with("}\n") && bytes.find("write-failed") != std::string::npos;
}

class Commands {
 public:
  Commands() {
    for (int i = 0; i < kDocuments; ++i) scratch_.write("in/plan" + std::to_string(i) + ".txt", plan_text(i));
    convert("corpus", "1/1");
    for (const char* part : {"1/2", "2/2"}) convert(std::string("shard") + part[0], part);
    for (const std::string& name : kCommands) {
      const auto begin = std::chrono::steady_clock::now();
      BOOST_TEST(run(name, folder("reference-" + name)) == 0, name << ": " << said());
      took_[name] = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
      reference_[name] = visible(folder("reference-" + name));
      BOOST_REQUIRE(!reference_[name].empty());
    }
  }
  [[nodiscard]] fs::path folder(const std::string& name) const { return scratch_.path() / name; }
  [[nodiscard]] std::vector<std::string> line(const std::string& name, const fs::path& output) const {
    std::vector<std::string> arguments = {name};
    if (name == "merge") {
      arguments.insert(arguments.end(), {folder("shard1").string(), folder("shard2").string()});
    } else {
      arguments.push_back(folder(name == "review" ? "in" : "corpus").string());
    }
    if (name == "export") arguments.insert(arguments.end(), {"--formats", "jsonl,csv,sqlite,markdown,akn"});
    arguments.insert(arguments.end(), {"--output", output.string()});
    return arguments;
  }
  int run(const std::string& name, const fs::path& output, std::vector<std::string> variables = {}) {
    return RunningProgram(line(name, output), messages(), std::move(variables)).wait();
  }
  [[nodiscard]] fs::path messages() const { return folder("messages"); }
  [[nodiscard]] std::string said() const { return test::content(messages()); }
  [[nodiscard]] const Files& reference(const std::string& name) const { return reference_.at(name); }
  [[nodiscard]] std::chrono::milliseconds took(const std::string& name) const { return took_.at(name); }

  void check_whole(const std::string& name, const fs::path& output) const {
    for (const auto& [file, bytes] : visible(output)) {
      if (tells_of_failures(name, file, bytes)) continue;
      const auto expected = reference_.at(name).find(file);
      BOOST_TEST((expected != reference_.at(name).end() && expected->second == bytes),
                 name << ": " << file << " is not whole");
    }
  }
  void check_same(const std::string& name, const fs::path& output) {
    BOOST_TEST(run(name, output) == 0, name << ": " << said());
    BOOST_TEST((visible(output) == reference_.at(name)), name << ": not the same after " << output);
  }

 private:
  void convert(const std::string& name, const std::string& shard) {
    RunningProgram({"convert", folder("in").string(), "--output", folder(name).string(), "--shard", shard}, messages())
        .wait();
  }
  ScratchFolder scratch_;
  std::map<std::string, Files> reference_;
  std::map<std::string, std::chrono::milliseconds> took_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_killed_command_leaves_whole_files_and_ends_the_same_when_it_is_run_again) {
  Commands commands;
  std::mt19937 random(3);
  for (const std::string& name : kCommands) {
    const auto most = static_cast<unsigned>(commands.took(name).count()) + 1;
    for (int i = 0; i < test::tries("PACTABLE_COMMAND_KILLS", 4); ++i) {
      const fs::path output = commands.folder(name + "-killed" + std::to_string(i));
      {
        RunningProgram run(commands.line(name, output), commands.messages());
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % most));
        run.signal(SIGKILL);
      }
      commands.check_whole(name, output);
      commands.check_same(name, output);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_disk_that_fails_at_any_call_of_a_command_leaves_no_partial_file_and_no_success) {
  Commands commands;
  const int step = std::max(1, 40 / test::tries("PACTABLE_COMMAND_FAILING_CALLS", 1));
  for (const std::string& name : kCommands) {
    int failures = 0, call = 1;
    for (; call < kMostCalls; call += step) {
      const fs::path output = commands.folder(name + "-call" + std::to_string(call));
      const int error = call / step % 2 == 0 ? ENOSPC : EIO;
      const int code = commands.run(name, output,
                                    {"LD_PRELOAD=" PACTABLE_FAILING_CALLS, "FAIL_CALL=" + std::to_string(call),
                                     "FAIL_WITH=" + std::to_string(error)});
      commands.check_whole(name, output);
      const bool whole = code == 0;
      if (whole) {
        // Success is said only over everything.
        BOOST_TEST((visible(output) == commands.reference(name)), name << " call " << call);
      } else {
        ++failures;
        BOOST_TEST(code == 2, name << " call " << call << ": " << commands.said());
        BOOST_TEST(!commands.said().empty(), name << " call " << call);
      }
      commands.check_same(name, output);
      if (whole) break;
    }
    BOOST_TEST_MESSAGE(name << ": " << failures << " failing calls, whole at " << call);
    BOOST_TEST(failures > 0, name);
    BOOST_TEST(call < kMostCalls, name);
  }
}
