// SPDX-License-Identifier: GPL-3.0-or-later
// A family made by data alone: names of levels, codes that are words, a column of its own.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "pipeline/converter.h"

using namespace pactable;
namespace fs = std::filesystem;

namespace {

const fs::path kSource(PACTABLE_SOURCE_DIR);
const fs::path kFamily = kSource / "tests/fixtures/grammar/delta-plans";

pipeline::Converter converter() {
  const std::vector<fs::path> folders = {kSource / "grammar", kFamily.parent_path()};
  auto loaded = pipeline::Converter::load(folders);
  BOOST_REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().message));
  return std::move(*loaded);
}

std::string example_text() {
  std::ifstream file(kFamily / "examples/missions-and-undertakings.txt");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return text.substr(0, text.find("----"));
}

const plan::Field* field_of(const plan::Item& item, std::string_view role) {
  const auto found = std::find_if(item.fields.begin(), item.fields.end(),
                                  [&](const plan::Field& field) { return field.role == role; });
  return found == item.fields.end() ? nullptr : &*found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_example_of_a_family_made_by_data_alone_comes_out_as_it_says) {
  std::size_t run = 0;
  for (const pipeline::ExampleResult& result : converter().check_examples()) {
    BOOST_TEST(result.passed, result.family << '/' << result.name << ": " << result.difference);
    run += result.family == "delta-plans" ? 1 : 0;
  }
  BOOST_TEST(run == 1U);
}

BOOST_AUTO_TEST_CASE(its_document_is_recognized_and_its_words_explained) {
  const auto conversion = converter().convert(example_text(), "delta.txt");
  BOOST_REQUIRE(conversion.has_value());
  BOOST_REQUIRE(conversion->plan.has_value());
  const plan::Plan& plan = *conversion->plan;
  BOOST_TEST(plan.family == "delta-plans");
  BOOST_REQUIRE(plan.items.size() == 5U);
  const plan::Field* urgency = field_of(plan.items[1], "urgency");
  BOOST_REQUIRE(urgency != nullptr);
  BOOST_TEST(urgency->label.value_or("") == "nothing else works without it");
  BOOST_TEST(plan.items[1].parent.value_or("") == plan.items[0].id);
}

BOOST_AUTO_TEST_CASE(the_words_of_one_family_are_not_those_of_another) {
  pipeline::ConvertOptions options;
  options.family = "generic";
  const auto conversion = converter().convert(example_text(), "delta.txt", options);
  BOOST_REQUIRE(conversion.has_value());
  const bool explained = conversion->plan && !conversion->plan->code_lists.empty();
  BOOST_TEST(!explained);
}

BOOST_AUTO_TEST_CASE(it_takes_fewer_than_sixty_lines) {
  std::size_t lines = 0;
  for (const char* name : {"family.xml", "languages/en.xml"}) {
    std::ifstream file(kFamily / name);
    BOOST_REQUIRE(file.good());
    lines += static_cast<std::size_t>(std::count(std::istreambuf_iterator<char>(file), {}, '\n'));
  }
  BOOST_TEST(lines < 60U);
}
