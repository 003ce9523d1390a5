// SPDX-License-Identifier: GPL-3.0-or-later
// What the README shows is what the program writes.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "golden/truth_lines.h"
#include "pipeline/converter.h"
#include "writers/json/plan_json.h"

using namespace pactable;
using nlohmann::json;

namespace {

// The JSON values of the first ```json block of the README.
std::vector<json> readme_records() {
  std::ifstream in(std::string(PACTABLE_SOURCE_DIR) + "/README.md");
  std::ostringstream text;
  text << in.rdbuf();
  const std::string all = text.str();
  const std::string fence = "```json\n";
  const std::size_t begin = all.find(fence) + fence.size();
  std::istringstream block(all.substr(begin, all.find("```", begin) - begin));
  std::vector<json> records;
  while (block >> std::ws && !block.eof()) {
    json record;
    block >> record;
    records.push_back(std::move(record));
  }
  return records;
}

// True where everything that is shown stands in the written value; a text may be cut with "…".
bool shows(const json& shown, const json& written) {
  if (shown.is_object()) {
    return std::all_of(shown.items().begin(), shown.items().end(), [&](const auto& member) {
      return written.contains(member.key()) && shows(member.value(), written[member.key()]);
    });
  }
  if (shown.is_string() && shown.get<std::string>().ends_with("…")) {
    const std::string text = shown.get<std::string>();
    return written.get<std::string>().starts_with(text.substr(0, text.size() - std::string("…").size()));
  }
  return shown == written;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_records_of_the_readme_are_those_of_the_program) {
  const std::vector<std::filesystem::path> folders = {std::filesystem::path(PACTABLE_SOURCE_DIR) / "grammar"};
  const auto converter = pipeline::Converter::load(folders);
  BOOST_REQUIRE(converter.has_value());
  const auto conversion = converter->convert(test::read_fixture("seeds/saiga-mtiwp-2021-2025.txt"), "saiga.txt");
  BOOST_REQUIRE(conversion.has_value() && conversion->plan);
  const json plan = json::parse(writers::json::write_plan(*conversion->plan));
  const std::vector<json> records = readme_records();
  BOOST_REQUIRE(records.size() == 2U);
  for (const json& record : records) {
    const char* list = record.contains("kind") ? "items" : "repairs";
    const auto found = std::find_if(plan[list].begin(), plan[list].end(),
                                    [&](const json& written) { return written["id"] == record["id"]; });
    BOOST_REQUIRE(found != plan[list].end());
    BOOST_TEST(shows(record, *found), "README shows " << record << ", the program writes " << *found);
  }
}
