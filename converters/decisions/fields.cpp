// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "decisions/change.h"

namespace pactable::decisions {
namespace {

/// A role that stands twice in a row is named "role", "role-2" …, as in the written files.
std::optional<std::size_t> field_at(const plan::Item& item, const std::string& name) {
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < item.fields.size(); ++i) {
    std::string own = item.fields[i].role;
    for (int count = 2; std::find(taken.begin(), taken.end(), own) != taken.end(); ++count) {
      own = fmt::format("{}-{}", item.fields[i].role, count);
    }
    if (own == name) return i;
    taken.push_back(own);
  }
  return std::nullopt;
}

std::vector<plan::Code> codes_of(const plan::Plan& plan, const std::string& role) {
  std::vector<plan::Code> codes;
  for (const plan::CodeList& list : plan.code_lists) {
    if (list.role == role) codes.insert(codes.end(), list.codes.begin(), list.codes.end());
  }
  return codes;
}

std::optional<std::string> single_value(const plan::Field& field) {
  const auto* text = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
  return text != nullptr ? std::optional(*text) : std::nullopt;
}

Status take_back(plan::Plan& plan, plan::Field& field, bool has_legend, plan::Decision& decision) {
  if (!field.repair) return fail(ErrorCode::kInvalid, "nothing was repaired there that could be taken back");
  decision.overruled = take_repair(plan, field.repair);
  // What no code of the legend is has no value, as where it was never repaired.
  field.value = has_legend ? std::nullopt : std::optional<plan::FieldValue>(field.printed);
  field.label.reset();
  field.repair.reset();
  return {};
}

}  // namespace

std::optional<Standing> field_standing(const plan::Item& item, const std::string& name) {
  const auto at = field_at(item, name);
  if (!at) return std::nullopt;
  return Standing{item.fields[*at].printed, single_value(item.fields[*at])};
}

Status change_field(plan::Plan& plan, std::size_t item, plan::Decision& decision, const std::string& by) {
  plan::Field& field = plan.items[item].fields[*field_at(plan.items[item], decision.field)];
  const std::vector<plan::Code> codes = codes_of(plan, field.role);
  if (decision.verdict == plan::Verdict::kReject) return take_back(plan, field, !codes.empty(), decision);

  if (field.value && !single_value(field)) {
    return fail(ErrorCode::kInvalid, fmt::format("{} is no single code that could be set", field.role));
  }
  const auto code =
      std::find_if(codes.begin(), codes.end(), [&](const plan::Code& each) { return each.code == *decision.value; });
  if (!codes.empty() && code == codes.end()) {
    return fail(ErrorCode::kInvalid, fmt::format("\"{}\" is no code of the document's legend", *decision.value));
  }
  if (single_value(field) == decision.value) return {};
  decision.overruled = take_repair(plan, field.repair);
  field.repair.reset();
  field.label.reset();
  if (code != codes.end() && !code->label.empty()) field.label = code->label;
  field.value = *decision.value;
  if (*decision.value == field.printed) return {};
  plan::Repair repair;
  repair.item = plan.items[item].id;
  repair.field = decision.field;
  repair.from = field.printed;
  repair.to = *decision.value;
  if (decision.overruled) repair.alternatives = {{decision.overruled->to, decision.overruled->confidence}};
  repair.by = by;
  field.repair = add_review(plan, item, std::move(repair));
  return {};
}

}  // namespace pactable::decisions
