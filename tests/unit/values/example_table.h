// SPDX-License-Identifier: GPL-3.0-or-later
// What: tables of examples as text files: a line an example, cells separated by tabs, "#" begins a comment, "\n" in a
// cell is a line break. Missing cells at the end of a line are empty.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace pactable::tests {

inline std::vector<std::vector<std::string>> read_examples(const std::string& name, std::size_t cells) {
  std::ifstream file(std::string(PACTABLE_SOURCE_DIR) + "/fixtures/values/" + name);
  std::vector<std::vector<std::string>> examples;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> row(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\t') {
        row.emplace_back();
      } else if (line.compare(i, 2, "\\n") == 0) {
        row.back() += '\n';
        ++i;
      } else {
        row.back() += line[i];
      }
    }
    row.resize(cells);
    examples.push_back(std::move(row));
  }
  return examples;
}

}  // namespace pactable::tests
