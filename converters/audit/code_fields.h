// SPDX-License-Identifier: GPL-3.0-or-later
// What: the code fields of a plan: what the legends define for a role, and which items print which code.
// In:   plan::Plan. Out: views and groups, in reading order.
// Never: decides what a code means.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "plan/plan.h"

namespace pactable::audit {

/// All codes that the document's legends define, by role; a code that two legends define stands once.
using CodesByRole = std::map<std::string, std::vector<plan::Code>>;
[[nodiscard]] CodesByRole codes_by_role(const plan::Plan& plan);

/// The code that a field stands for: its value where it is a string, else what is printed. Absent for other values.
[[nodiscard]] std::optional<std::string> code_of(const plan::Field& field);

/// Items that print the same text in the same role, in order of first appearance.
struct PrintedCode {
  std::string role, printed;
  std::vector<std::string> items;
};

class PrintedCodes {
 public:
  void add(const std::string& role, const std::string& printed, const std::string& item);
  [[nodiscard]] const std::vector<PrintedCode>& groups() const { return groups_; }

 private:
  std::vector<PrintedCode> groups_;
  std::map<std::pair<std::string, std::string>, std::size_t> index_;
};

}  // namespace pactable::audit
