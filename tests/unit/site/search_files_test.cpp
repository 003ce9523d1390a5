// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/search_files.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "pages/site/words.h"
#include "unit/site/example_plan.h"
#include "unit/site/prepared_files.h"

namespace {

using namespace pactable;
using namespace pactable::test;
using pages::site::Postings;
using pages::site::SearchFiles;

Files prepared(int copies, const plan::Plan& plan = example_plan()) {
  Files files;
  SearchFiles search(write_into(files));
  for (int copy = 0; copy < copies; ++copy) {
    BOOST_REQUIRE(search.add("plan-" + std::to_string(copy), "Title", plan).has_value());
  }
  BOOST_REQUIRE(search.finish().has_value());
  return files;
}

std::size_t size_of(const Files& files) {
  std::size_t size = 0;
  for (const auto& [name, bytes] : files) size += bytes.size();
  return size;
}

nlohmann::json facet(const Files& files, const std::string& id) {
  for (const auto& one : value_of(files, "facets")) {
    if (one["id"] == id) return one["values"];
  }
  return {};
}

std::set<std::uint32_t> places_with(const Files& files, const std::string& id, const std::string& label) {
  for (const auto& value : facet(files, id)) {
    if (value["label"] == label) return places_of(std::string(value["places"]));
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(places_read_back_as_they_were_added) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::set<std::uint32_t> wanted;
    const std::uint32_t span = round % 2 == 0 ? 100 : 5'000'000;
    for (int at = 0; at < 50; ++at) wanted.insert(random() % span);
    Postings postings;
    for (const std::uint32_t place : wanted) {
      postings.add(place);
      postings.add(place);
    }
    BOOST_TEST((places_of(postings.text()) == wanted));
    BOOST_TEST(postings.count() == wanted.size());
  }
}

BOOST_AUTO_TEST_CASE(every_word_of_every_item_leads_to_it) {
  const plan::Plan plan = example_plan();
  const auto words = words_in(prepared(3));
  for (std::uint32_t place = 0; place < 3 * plan.items.size(); ++place) {
    const plan::Item& item = plan.items[place % plan.items.size()];
    std::vector<std::string> texts = {item.text.value_or("")};
    for (const plan::Field& field : item.fields) texts.push_back(field.printed + " " + field.label.value_or(""));
    if (item.number) texts.push_back(item.number->printed.value_or("") + " " + item.number->canonical.value_or(""));
    for (const std::string& text : texts) {
      for (const std::string& word : pages::site::words_of(text)) {
        BOOST_TEST((words.contains(word) && words.at(word).contains(place)), word << " at " << place);
      }
    }
  }
  BOOST_TEST((words.at("#3.2") == std::set<std::uint32_t>{2, 8, 14}));
  BOOST_TEST((words.at("#2") == std::set<std::uint32_t>{2, 8, 14}), "the printed .2 is found too");
}

BOOST_AUTO_TEST_CASE(words_stand_in_the_order_in_which_javascript_compares) {
  plan::Plan plan = example_plan();
  // As code points U+FA0E comes before U+10428; as code units its FA0E comes behind D801 DC28.
  plan.items[0].text = "\uFA0E \U00010428 zebra apple";
  const Files files = prepared(1, plan);
  const std::string words = value_of(files, "words-0")["words"];
  const auto at = [&](const char* word) { return words.find(word); };
  BOOST_TEST(at("apple") < at("zebra"));
  BOOST_TEST(at("zebra") < at("\U00010428"));
  BOOST_TEST(at("\U00010428") < at("\uFA0E"));
  BOOST_TEST(at("\uFA0E") != std::string::npos);
  BOOST_TEST(value_of(files, "search")["firstWords"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(rows_say_what_is_printed_beside_what_was_repaired) {
  const auto rows = value_of(prepared(1), "rows-0");
  BOOST_REQUIRE(rows.size() == example_plan().items.size());
  BOOST_TEST(rows[2]["number"] == "3.2");
  BOOST_TEST(rows[2]["printed"] == ".2");
  BOOST_TEST(rows[2]["state"] == "Repaired");
  BOOST_TEST(rows[1]["section"] == "3.0 Trade");
  BOOST_TEST(!rows[0].contains("section"));
  BOOST_TEST(!rows[5].contains("number"));
  BOOST_TEST(rows[5]["state"] == "Missing");
}

BOOST_AUTO_TEST_CASE(no_text_ends_a_script_or_a_line_of_it) {
  for (const auto& [name, bytes] : prepared(1)) {
    BOOST_TEST(bytes.find('<') == std::string::npos, name);
    BOOST_TEST(std::count(bytes.begin(), bytes.end(), '\n') == 1, name);
    for (const char* character : {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAE"}) {
      BOOST_TEST(bytes.find(character) == std::string::npos, name);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_code_is_what_the_legend_of_its_plan_says) {
  plan::Plan other = example_plan();
  other.items[1].fields = {code("urgency", "1", "Useful")};
  plan::Plan without = example_plan();
  without.items[1].fields = {code("urgency", "1", "")};
  Files files;
  SearchFiles search(write_into(files));
  const auto items = static_cast<std::uint32_t>(other.items.size());
  for (const plan::Plan& plan : {example_plan(), other, without}) {
    BOOST_REQUIRE(search.add("p", "Title", plan).has_value());
  }
  BOOST_REQUIRE(search.finish().has_value());
  BOOST_TEST((places_with(files, "urgency", "Urgent") == std::set<std::uint32_t>{1}));
  BOOST_TEST((places_with(files, "urgency", "Useful") == std::set<std::uint32_t>{items + 1}));
  BOOST_TEST((places_with(files, "urgency", "“1”, without a legend") == std::set<std::uint32_t>{2 * items + 1}));
  for (const auto& value : facet(files, "urgency")) {
    if (value["label"] == "Urgent") BOOST_TEST(value["printed"] == "printed 1");
  }
}

BOOST_AUTO_TEST_CASE(times_are_told_by_the_year_in_which_they_end) {
  plan::Plan plan = example_plan();
  plan.items[1].fields = {time("Oct 2022 – March 2023", plan::TimeframeKind::kInterval, "2022-10/2023-03")};
  plan.items[2].fields = {time("Ongoing", plan::TimeframeKind::kOngoing, "")};
  plan.items[3].fields = {time("from 2022", plan::TimeframeKind::kOpenInterval, "2022/..")};
  plan.items[4].fields = {time("as funds allow", plan::TimeframeKind::kText, "")};
  const Files files = prepared(1, plan);
  BOOST_TEST((places_with(files, "time", "2023") == std::set<std::uint32_t>{1}));
  BOOST_TEST((places_with(files, "time", "Ongoing") == std::set<std::uint32_t>{2}));
  BOOST_TEST((places_with(files, "time", "From a date on, without an end") == std::set<std::uint32_t>{3}));
  BOOST_TEST((places_with(files, "time", "In other words") == std::set<std::uint32_t>{4}));
  BOOST_TEST((places_with(files, "time", "None on the row") == std::set<std::uint32_t>{5}));
}

BOOST_AUTO_TEST_CASE(parties_and_states_are_told_row_by_row) {
  const Files files = prepared(1);
  BOOST_TEST((places_with(files, "party", "Range States") == std::set<std::uint32_t>{1}));
  BOOST_TEST((places_with(files, "number", "Repaired") == std::set<std::uint32_t>{2}));
  BOOST_TEST((places_with(files, "number", "Missing") == std::set<std::uint32_t>{5}));
  BOOST_TEST((places_with(files, "kind", "Section") == std::set<std::uint32_t>{0}));
}

BOOST_AUTO_TEST_CASE(the_same_plans_give_the_same_files) { BOOST_TEST((prepared(40) == prepared(40))); }

BOOST_AUTO_TEST_CASE(bytes_grow_with_the_number_of_plans) {
  const std::size_t some = size_of(prepared(100)), many = size_of(prepared(1000));
  BOOST_TEST(many < 11 * some);
  BOOST_TEST(prepared(1000).size() < 1000 * example_plan().items.size() / pages::site::kRowsInFile + 6);
}

BOOST_AUTO_TEST_CASE(a_corpus_without_plans_has_a_search_without_rows) {
  Files files;
  SearchFiles search(write_into(files));
  BOOST_REQUIRE(search.finish().has_value());
  BOOST_TEST(value_of(files, "search")["items"] == 0);
  BOOST_TEST(words_in(files).empty());
}
