// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/code_fields.h"

#include <algorithm>

namespace pactable::audit {

CodesByRole codes_by_role(const plan::Plan& plan) {
  CodesByRole roles;
  for (const plan::CodeList& list : plan.code_lists) {
    auto& codes = roles[list.role];
    for (const plan::Code& code : list.codes) {
      const bool known =
          std::any_of(codes.begin(), codes.end(), [&](const plan::Code& c) { return c.code == code.code; });
      if (!known) codes.push_back(code);
    }
  }
  return roles;
}

std::optional<std::string> code_of(const plan::Field& field) {
  if (!field.value) return field.printed;
  if (const auto* code = std::get_if<std::string>(&*field.value)) return *code;
  const auto* timeframe = std::get_if<plan::Timeframe>(&*field.value);
  if (timeframe != nullptr && timeframe->kind == plan::TimeframeKind::kCode) return field.printed;
  return std::nullopt;
}

void PrintedCodes::add(const std::string& role, const std::string& printed, const std::string& item) {
  const auto [at, added] = index_.try_emplace({role, printed}, groups_.size());
  if (added) groups_.push_back({role, printed, {}});
  groups_[at->second].items.push_back(item);
}

}  // namespace pactable::audit
