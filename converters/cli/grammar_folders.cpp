// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/grammar_folders.h"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>
#include <system_error>

namespace pactable::cli {
namespace fs = std::filesystem;
namespace {

constexpr const char* kVariable = "PACTABLE_GRAMMAR";

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::optional<fs::path> installed_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  return program.parent_path().parent_path() / "share" / "pactable" / "grammar";
}

/// A family in a folder of its own, or files of words.
bool holds_grammar(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() == "languages" && !fs::is_empty(entry.path(), error)) return true;
    if (fs::is_regular_file(entry.path() / "family.xml", error)) return true;
  }
  return false;
}

}  // namespace

Result<std::vector<fs::path>> grammar_folders(std::span<const fs::path> added) {
  std::vector<fs::path> folders;
  const char* named = std::getenv(kVariable);
  if (named != nullptr && *named != '\0') {
    if (!is_folder(named)) return fail(ErrorCode::kUsage, fmt::format("{}={} is no folder", kVariable, named));
    folders.emplace_back(named);
  } else if (const auto installed = installed_folder(); installed && is_folder(*installed)) {
    folders.push_back(*installed);
  } else if (is_folder(PACTABLE_SOURCE_GRAMMAR)) {
    folders.emplace_back(PACTABLE_SOURCE_GRAMMAR);
  }
  for (const fs::path& folder : added) {
    if (!is_folder(folder)) return fail(ErrorCode::kUsage, fmt::format("--grammar {} is no folder", folder.string()));
    if (!holds_grammar(folder)) {
      return fail(ErrorCode::kUsage, fmt::format("--grammar {} holds no family.xml and no words", folder.string()));
    }
    folders.push_back(folder);
  }
  if (folders.empty()) {
    return fail(ErrorCode::kBadGrammar,
                fmt::format("no grammar folder was found; set {} or give --grammar", kVariable));
  }
  return folders;
}

}  // namespace pactable::cli
