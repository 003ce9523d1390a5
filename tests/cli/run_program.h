// SPDX-License-Identifier: GPL-3.0-or-later
// What: runs the built program as a user does and keeps what it wrote, standard output and standard error apart.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "unit/batch/scratch_folder.h"

namespace pactable::test {

struct Outcome {
  int exit_code = -1;  // -1: ended by a signal or not started
  std::string out, err;
};

struct Surroundings {
  std::filesystem::path current_folder;  // empty: that of the test
  std::vector<std::pair<std::string, std::string>> variables;
};

/// Runs PACTABLE_PROGRAM with the grammar of the source tree, or an empty one where the tree has none.
inline Outcome run_program(std::vector<std::string> arguments, const Surroundings& surroundings = {}) {
  const ScratchFolder scratch;
  const std::string out = (scratch.path() / "out").string(), err = (scratch.path() / "err").string();
  const std::filesystem::path source_grammar = PACTABLE_SOURCE_DIR "/grammar";
  const std::filesystem::path no_grammar = scratch.path() / "grammar";
  std::filesystem::create_directories(no_grammar);

  std::vector<std::string> variables = {
      "PACTABLE_GRAMMAR=" + (std::filesystem::is_directory(source_grammar) ? source_grammar : no_grammar).string()};
  // The first of two variables of one name wins.
  for (const auto& [name, value] : surroundings.variables) variables.insert(variables.begin(), name + "=" + value);
  arguments.insert(arguments.begin(), PACTABLE_PROGRAM);
  std::vector<char*> argv, environment;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  for (std::string& variable : variables) environment.push_back(variable.data());
  argv.push_back(nullptr);
  environment.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
  if (!surroundings.current_folder.empty()) {
    posix_spawn_file_actions_addchdir_np(&actions, surroundings.current_folder.c_str());
  }
  Outcome outcome;
  pid_t process = 0;
  int status = 0;
  const int error = ::posix_spawn(&process, PACTABLE_PROGRAM, &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error == 0 && ::waitpid(process, &status, 0) == process && WIFEXITED(status)) {
    outcome.exit_code = WEXITSTATUS(status);
  }
  outcome.out = content(out);
  outcome.err = content(err);
  return outcome;
}

}  // namespace pactable::test
