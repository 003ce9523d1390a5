// SPDX-License-Identifier: GPL-3.0-or-later
// docs/rules.md lists every rule that any source file of the program names.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "audit/audit.h"
#include "plan/rules.h"
#include "writers/sarif/rule_help.h"

using namespace pactable;

namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Ids of rules as they stand in the code: "NUM-GAP", "PDF-NO-TEXT".
std::set<std::string> rules_of_the_code() {
  static const std::regex kRule("\"([A-Z]{3,8}-[A-Z]+(-[A-Z]+)*)\"");
  std::set<std::string> rules;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PACTABLE_SOURCE_DIR "/converters")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    const std::string text = content(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), kRule), end; at != end; ++at) rules.insert((*at)[1]);
  }
  return rules;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_rule_of_the_program_is_listed_once_with_level_meaning_and_example) {
  const std::vector<writers::sarif::RuleHelp> listed = writers::sarif::rule_help();
  BOOST_TEST(listed.size() > 30U);
  std::set<std::string> ids;
  for (const auto& rule : listed) {
    BOOST_TEST(ids.insert(rule.id).second, rule.id << " is listed twice");
    BOOST_TEST((rule.level == "error" || rule.level == "warning" || rule.level == "note"), rule.id);
    BOOST_TEST(!rule.when.empty(), rule.id);
    BOOST_TEST(!rule.example.empty(), rule.id);
  }
  const std::set<std::string> emitted = rules_of_the_code();
  BOOST_TEST(emitted.count("NUM-GAP") == 1U);
  for (const std::string& id : emitted) BOOST_TEST(ids.count(id) == 1U, id << " is not in docs/rules.md");
  for (const std::string& id : ids) BOOST_TEST(emitted.count(id) == 1U, id << " is in docs/rules.md and nowhere else");
}

BOOST_AUTO_TEST_CASE(the_levels_of_what_reading_finds_are_those_of_the_list) {
  const auto listed = writers::sarif::rule_help();
  for (const plan::RuleLevel& rule : plan::reading_rules()) {
    const auto at = std::find_if(listed.begin(), listed.end(), [&](const auto& help) { return help.id == rule.rule; });
    BOOST_TEST_REQUIRE((at != listed.end()), std::string(rule.rule));
    BOOST_TEST(at->level == plan::to_string(rule.level), std::string(rule.rule));
    BOOST_TEST((plan::level_of_reading(rule.rule) == rule.level));
  }
  BOOST_TEST((plan::level_of_reading(plan::kTextLostRule) == plan::Level::kError));
  BOOST_TEST(!plan::level_of_reading("NUM-GAP"));
}

BOOST_AUTO_TEST_CASE(the_levels_of_the_audit_are_those_of_the_list) {
  const auto listed = writers::sarif::rule_help();
  for (const audit::Rule& rule : audit::rules()) {
    const auto at = std::find_if(listed.begin(), listed.end(), [&](const auto& help) { return help.id == rule.id; });
    BOOST_TEST_REQUIRE((at != listed.end()), std::string(rule.id));
    BOOST_TEST(at->level == plan::to_string(rule.level), std::string(rule.id));
  }
}
