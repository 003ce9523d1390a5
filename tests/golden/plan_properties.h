// SPDX-License-Identifier: GPL-3.0-or-later
// What: properties that hold of every plan: changes have records, ids and parents fit, files can be read again.
// In:   a plan. Out: errors of the running test case.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>

#include "core/unicode.h"
#include "plan/plan.h"
#include "writers/json/plan_json.h"
#include "writers/validate.h"
#include "writers/writer.h"

namespace pactable::test {

/// Every changed value names one repair, and every repair is named by one value.
inline void check_repairs(const plan::Plan& plan) {
  std::map<std::string, const plan::Repair*> repairs;
  for (const plan::Repair& repair : plan.repairs) {
    BOOST_TEST(repairs.emplace(repair.id, &repair).second, repair.id << " stands twice");
    BOOST_TEST(repair.from != repair.to);
    BOOST_TEST(std::count_if(plan.activities.begin(), plan.activities.end(),
                             [&](const plan::Activity& activity) { return activity.id == repair.by; }) == 1);
  }
  std::set<std::string> named;
  const auto check = [&](const std::string& item, const std::string& field, const std::string& id,
                         const std::string& printed, const std::string& value) {
    BOOST_TEST(named.insert(id).second, id << " is named twice");
    const auto found = repairs.find(id);
    BOOST_REQUIRE(found != repairs.end());
    BOOST_TEST(found->second->item == item);
    BOOST_TEST(found->second->field == field);
    BOOST_TEST(found->second->from == printed);
    BOOST_TEST(found->second->to == value);
  };
  for (const plan::Item& item : plan.items) {
    if (item.number) {
      BOOST_TEST(item.number->repair.has_value() == (item.number->status == plan::NumberStatus::kRepaired));
      BOOST_TEST(item.number->printed.has_value() == (item.number->status != plan::NumberStatus::kMissing));
      if (item.number->repair) {
        check(item.id, "number", *item.number->repair, *item.number->printed, item.number->canonical.value_or(""));
      }
    }
    for (const plan::Field& field : item.fields) {
      const auto* code = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
      if (field.repair) {
        check(item.id, field.role, *field.repair, field.printed, code != nullptr ? *code : "");
      } else if (code != nullptr) {
        BOOST_TEST(unicode::fold(*code) == unicode::fold(field.printed), item.id << " " << field.role);
      }
    }
  }
  BOOST_TEST(named.size() == repairs.size());
}

/// Ids are unique, parents stand before their children in the same table, no role stands twice in an item.
inline void check_ids(const plan::Plan& plan) {
  std::set<std::string> tables;
  for (const plan::Table& table : plan.tables) BOOST_TEST(tables.insert(table.id).second);
  std::map<std::string, std::string> table_of;
  for (const plan::Item& item : plan.items) {
    BOOST_TEST(tables.contains(item.table));
    const bool of_row = item.id.starts_with(item.table + ".r");
    BOOST_TEST((of_row || item.id == item.table + ".h"));  // a row, or the heading above the table
    if (item.parent) {
      BOOST_TEST(table_of.contains(*item.parent),
                 item.id << " stands under " << *item.parent << ", which is not before it");
      BOOST_TEST(table_of[*item.parent] == item.table);
    }
    std::set<std::string> roles;
    for (const plan::Field& field : item.fields)
      BOOST_TEST(roles.insert(field.role).second, item.id << " " << field.role);
    BOOST_TEST(table_of.emplace(item.id, item.table).second, item.id << " stands twice");
  }
}

/// Every format that has a schema is valid; the JSON reads back to the same bytes.
inline void check_written_files(const plan::Plan& plan) {
  const std::string json = writers::json::write_plan(plan);
  const auto again = writers::json::read_plan(json);
  BOOST_REQUIRE(again.has_value());
  BOOST_TEST((writers::json::write_plan(*again) == json));
  for (const writers::Writer& writer : writers::writers()) {
    if (writer.id == "markdown") continue;
    const auto problems = writers::validate(writer.write(plan));
    BOOST_REQUIRE(problems.has_value());
    for (const auto& problem : *problems) BOOST_ERROR(writer.id << ":" << problem.line << ": " << problem.message);
  }
}

}  // namespace pactable::test
