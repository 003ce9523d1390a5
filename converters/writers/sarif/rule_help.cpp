// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/sarif/rule_help.h"

#include <algorithm>

namespace pactable::writers::sarif {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cells.back() += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  cells.pop_back();  // behind the last bar
  for (std::string& cell : cells) cell = trimmed(cell);
  return cells;
}

std::string without_backticks(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != '`') out += c;
  return out;
}

}  // namespace

std::vector<RuleHelp> rule_help(std::string_view page) {
  std::vector<RuleHelp> rules;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() != 4) continue;
    rules.push_back({without_backticks(cells[0]), cells[1], without_backticks(cells[2]), without_backticks(cells[3])});
  }
  return rules;
}

}  // namespace pactable::writers::sarif
