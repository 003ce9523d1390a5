// SPDX-License-Identifier: GPL-3.0-or-later
// The source files of converters/ as the structure tests see them. In: the source folder. Out: paths, lines, includes.
// Never resolves macros or conditions: an include behind #if counts.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace structure {

namespace fs = std::filesystem;

struct Include {
  std::string target;    // as written, without quotes or brackets
  bool angled = false;   // <…>
  std::size_t line = 0;  // 1-based
};

struct SourceFile {
  std::string path;  // relative to converters/, with /
  std::vector<std::string> lines;
  std::vector<Include> includes;
  bool is_header() const { return path.ends_with(".h"); }
};

inline fs::path converters_folder() { return fs::path(PACTABLE_SOURCE_DIR) / "converters"; }

// Nothing for a line that includes nothing.
inline std::vector<Include> include_of(std::string_view text, std::size_t line) {
  const auto skip_blanks = [&text] { text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size())); };
  skip_blanks();
  if (!text.starts_with('#')) return {};
  text.remove_prefix(1);
  skip_blanks();
  constexpr std::string_view kDirective = "include";
  if (!text.starts_with(kDirective)) return {};
  text.remove_prefix(kDirective.size());
  skip_blanks();
  if (text.empty() || (text.front() != '<' && text.front() != '"')) return {};
  const bool angled = text.front() == '<';
  const auto end = text.find(angled ? '>' : '"', 1);
  if (end == std::string_view::npos) return {};
  return {{std::string(text.substr(1, end - 1)), angled, line}};
}

// Sorted by path.
inline std::vector<SourceFile> source_files() {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(converters_folder())) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp")) continue;
    SourceFile file;
    file.path = fs::relative(entry.path(), converters_folder()).generic_string();
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      file.lines.push_back(line);
      for (auto& include : include_of(line, file.lines.size())) file.includes.push_back(std::move(include));
    }
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

using Stages = std::map<std::string, std::set<std::string>>;  // stage to the stages it may use

// Reads stages.txt of the build folder (cmake/stage.cmake writes it).
inline Stages stages() {
  Stages stages;
  std::ifstream in(fs::path(PACTABLE_BINARY_DIR) / "stages.txt");
  for (std::string line; std::getline(in, line);) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) continue;
    auto& uses = stages[line.substr(0, colon)];
    std::size_t at = colon + 1;
    while ((at = line.find_first_not_of(' ', at)) != std::string::npos) {
      const auto end = std::min(line.find(' ', at), line.size());
      uses.insert(line.substr(at, end - at));
      at = end;
    }
  }
  return stages;
}

// The innermost stage whose folder holds the path; empty for a path in no stage.
inline std::string stage_of(const std::string& path, const Stages& stages) {
  for (auto folder = fs::path(path).parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (stages.contains(folder.generic_string())) return folder.generic_string();
  }
  return {};
}

}  // namespace structure
