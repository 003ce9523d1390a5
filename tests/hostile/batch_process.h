// SPDX-License-Identifier: GPL-3.0-or-later
// What: a run of the program that a test disturbs while it goes on, and what it left in its folder.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "unit/batch/scratch_folder.h"

namespace pactable::test {

/// The program with its messages in `messages`; waited for at the latest as it goes out of scope.
class RunningProgram {
 public:
  RunningProgram(std::vector<std::string> arguments, const std::filesystem::path& messages,
                 std::vector<std::string> variables = {}) {
    arguments.insert(arguments.begin(), PACTABLE_PROGRAM);
    variables.emplace_back("PACTABLE_GRAMMAR=" PACTABLE_SOURCE_DIR "/grammar");
    std::vector<char*> argv, environment;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    for (std::string& variable : variables) environment.push_back(variable.data());
    argv.push_back(nullptr);
    environment.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (::posix_spawn(&process_, PACTABLE_PROGRAM, &actions, nullptr, argv.data(), environment.data()) != 0)
      process_ = -1;
    posix_spawn_file_actions_destroy(&actions);
  }
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  ~RunningProgram() { wait(); }

  [[nodiscard]] pid_t process() const { return process_; }
  void signal(int number) const { ::kill(process_, number); }
  /// The exit code; -1 where a signal ended it.
  int wait() {
    if (process_ > 0) {
      int status = 0;
      ::waitpid(process_, &status, 0);
      exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
      process_ = -1;
    }
    return exit_code_;
  }

 private:
  pid_t process_ = -1;
  int exit_code_ = -1;
};

inline std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder)] = content(entry.path());
  }
  return files;
}

/// How often a test of random moments tries: few by default, more by the environment variable.
inline int tries(const char* variable, int few) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::atoi(text) : few;
}

}  // namespace pactable::test
