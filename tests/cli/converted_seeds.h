// SPDX-License-Identifier: GPL-3.0-or-later
// What: the seeds, converted once by the built program, for all cases that look at what came out.
// Out:  a folder with the manifest and the files, removed at the end of the test program.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/run_program.h"

namespace pactable::test {

inline const std::filesystem::path kFixtures = PACTABLE_SOURCE_DIR "/fixtures";

inline std::string fixture(const std::string& name) { return (kFixtures / name).string(); }

struct ConvertedSeeds {
  ScratchFolder scratch;
  std::filesystem::path folder = scratch.path() / "corpus";
  Outcome outcome = run_program({"convert", fixture("seeds"), "--output", folder.string()});
};

inline const ConvertedSeeds& converted_seeds() {
  static const ConvertedSeeds seeds;
  return seeds;
}

inline nlohmann::json read_json(const std::filesystem::path& file) {
  return nlohmann::json::parse(content(file), nullptr, false);
}

/// Path below it and content of every file of a folder and those in it, by path.
inline std::vector<std::pair<std::string, std::string>> files_of(const std::filesystem::path& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files.emplace_back(entry.path().lexically_relative(folder).generic_string(), content(entry.path()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline std::vector<std::string> names_of(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (auto& [name, bytes] : files_of(folder)) names.push_back(name);
  return names;
}

}  // namespace pactable::test
