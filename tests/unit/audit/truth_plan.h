// SPDX-License-Identifier: GPL-3.0-or-later
// What: plans built from the hand-made truth of fixtures/truth: true numbers, joined texts, printed codes and times.
// Never: runs a reader or the recovery.
#pragma once

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "plan/plan.h"
#include "unit/grammar/loaded_families.h"
#include "values/legend.h"
#include "values/timeframe.h"

namespace pactable::tests {

inline nlohmann::json read_truth(const std::string& stem) {
  std::ifstream file(std::string(PACTABLE_SOURCE_DIR) + "/fixtures/truth/" + stem + ".json");
  if (!file) throw std::runtime_error("no truth file " + stem);
  return nlohmann::json::parse(file);
}

inline std::string text_of(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_number() ? std::to_string(value.get<int>()) : "";
}

inline plan::ItemKind kind_of(const std::string& name) {
  if (name == "group-heading") return plan::ItemKind::kGroup;
  return plan::item_kind_from(name).value_or(plan::ItemKind::kNote);
}

/// Fields of a truth row; codes of the timescale are as printed, with no repair.
inline void add_fields(plan::Item& item, const nlohmann::json& row) {
  const auto add = [&](const std::string& role, const std::string& printed, plan::FieldValue value) {
    item.fields.push_back({role, printed, std::move(value), {}, {}, {}});
  };
  if (const std::string code = text_of(row.value("urgency", nlohmann::json())); !code.empty())
    add("urgency", code, code);
  if (const std::string code = text_of(row.value("timescale", nlohmann::json())); !code.empty()) {
    add("timescale", text_of(row.at("timescale_printed")), code);
  }
  const auto timeframe = row.find("timeframe");
  if (timeframe == row.end() || !timeframe->is_object()) return;
  const std::string printed = timeframe->at("printed");
  if (const auto reading = values::read_timeframe(printed, *test::generic().words))
    add("timeframe", printed, reading->timeframe);
}

inline plan::Plan truth_plan(const std::string& stem) {
  const nlohmann::json truth = read_truth(stem);
  plan::Plan plan;
  for (std::size_t i = 0; i < truth.at("tables").size(); ++i) {
    plan.tables.push_back({});
    plan.tables.back().id = "t" + std::to_string(i + 1);
  }
  std::map<std::string, std::string> ids;  // table and true number to item id
  for (const auto& row : truth.at("rows")) {
    const std::string kind = row.at("kind");
    if (kind == "header" || kind == "noise" || kind == "continuation") continue;
    plan::Item item;
    item.table = row.value("table", "T1") == "T2" ? "t2" : "t1";
    item.id = item.table + ".r" + std::to_string(row.at("ord").get<int>());
    item.kind = kind_of(kind);
    const std::string text = text_of(row.value("text_plain", row.value("text", nlohmann::json())));
    if (!text.empty()) item.text = text;
    const std::string number = text_of(row.value("true", nlohmann::json()));
    if (!number.empty()) {
      item.number = plan::Number{};
      item.number->printed = text_of(row.at("printed"));
      item.number->canonical = number;
      item.number->path = row.at("path").get<std::vector<int>>();
      ids[item.table + " " + number] = item.id;
    }
    const auto parent = ids.find(item.table + " " + text_of(row.value("parent", nlohmann::json())));
    if (parent != ids.end()) item.parent = parent->second;
    add_fields(item, row);
    plan.items.push_back(std::move(item));
  }
  for (const auto& note : truth.value("notes", nlohmann::json::array())) {
    const std::string printed = note.at("text");
    const auto legend = values::read_legend(printed, *test::generic().words);
    if (!legend) continue;
    plan.code_lists.push_back({legend->lead == "Urgency" ? "urgency" : "timescale", printed, legend->codes, {}});
  }
  return plan;
}

/// The document after recovery: what reads through look-alikes has its repair.
inline void repair_look_alikes(plan::Plan& plan) {
  for (plan::Item& item : plan.items) {
    for (plan::Field& field : item.fields) {
      const auto* value = std::get_if<std::string>(&*field.value);
      if (value != nullptr && *value != field.printed) field.repair = "rep1";
    }
  }
}

inline plan::Item* item_of(plan::Plan& plan, const std::string& number, const std::string& table = "t1") {
  for (plan::Item& item : plan.items) {
    if (item.table == table && item.number && item.number->canonical == number) return &item;
  }
  throw std::runtime_error("no item " + number);
}

inline std::vector<plan::Finding> findings_of(const plan::Plan& plan, const std::string& rule) {
  std::vector<plan::Finding> out;
  for (const plan::Finding& finding : plan.findings) {
    if (finding.rule == rule) out.push_back(finding);
  }
  return out;
}

}  // namespace pactable::tests
