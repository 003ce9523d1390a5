// SPDX-License-Identifier: GPL-3.0-or-later
// Grammar files: what they inherit, what overrides what, and that an error names file and line.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "grammar/family.h"
#include "unit/batch/scratch_folder.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::ScratchFolder;

namespace {

std::string family_file(const std::string& attributes, const std::string& content = {}) {
  return "<family xmlns=\"urn:pactable:family:1\" " + attributes + ">\n  <title>Herons</title>\n" + content +
         "</family>\n";
}

Result<std::vector<grammar::Family>> load(const std::vector<fs::path>& folders) {
  return grammar::load_families(folders);
}

struct Wrong {
  std::string name, bytes, line;
};

std::ostream& operator<<(std::ostream& stream, const Wrong& wrong) { return stream << wrong.name; }

const std::vector<Wrong> kWrong = {
    {"broken XML", "<family xmlns=\"urn:pactable:family:1\" id=\"heron\">\n  <title>Herons\n</family>\n", "3"},
    {"an empty file", "", "1"},
    {"no XML at all", "title: Herons\n", "1"},
    {"an element that is unknown", family_file("id=\"heron\"", "  <colour>grey</colour>\n"), "3"},
    {"an attribute that is unknown",
     family_file("id=\"heron\"", "  <numbers>\n    <form depth=\"1\" width=\"2\"/>\n  </numbers>\n"), "4"},
    {"a value that is unknown",
     family_file("id=\"heron\"", "  <columns>\n    <column role=\"birds\" value=\"bird\"/>\n  </columns>\n"), "4"},
    {"a depth of zero", family_file("id=\"heron\"", "  <numbers>\n\n    <form depth=\"0\"/>\n  </numbers>\n"), "5"},
    {"a header without its language",
     family_file(
         "id=\"heron\"",
         "  <columns>\n    <column role=\"birds\" value=\"text\">\n      <header>Birds</header>\n    </column>\n"
         "  </columns>\n"),
     "5"},
    {"no id", family_file("", ""), "1"},
    {"an id with a space", family_file("id=\"grey heron\""), "1"},
    {"another namespace", "<family xmlns=\"urn:other\" id=\"heron\"><title>Herons</title></family>\n", "1"},
    {"an unknown family below it", family_file("id=\"heron\" extends=\"stork\""), "1"},
    {"itself below it", family_file("id=\"heron\" extends=\"heron\""), "1"},
};

}  // namespace

BOOST_DATA_TEST_CASE(a_wrong_grammar_names_its_file_and_line, boost::unit_test::data::make(kWrong), wrong) {
  const ScratchFolder scratch;
  const fs::path file = scratch.write("heron/family.xml", wrong.bytes);
  const auto families = load({scratch.path()});
  BOOST_REQUIRE(!families.has_value());
  BOOST_TEST((families.error().code == ErrorCode::kBadGrammar));
  BOOST_TEST(families.error().message.starts_with(file.string() + ":" + wrong.line + ": "), families.error().message);
  BOOST_TEST(families.error().message.find('\n') == std::string::npos);
  BOOST_TEST(families.error().message.size() > file.string().size() + wrong.line.size() + 10);
}

BOOST_AUTO_TEST_CASE(families_that_extend_each_other_in_a_ring_are_refused) {
  const ScratchFolder scratch;
  scratch.write("heron/family.xml", family_file("id=\"heron\" extends=\"stork\""));
  scratch.write("stork/family.xml", family_file("id=\"stork\" extends=\"ibis\""));
  scratch.write("ibis/family.xml", family_file("id=\"ibis\" extends=\"heron\""));
  const auto families = load({scratch.path()});
  BOOST_REQUIRE(!families.has_value());
  BOOST_TEST(families.error().message.find("family.xml:1: the family extends itself") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_not_found_and_an_empty_one_holds_no_family) {
  const ScratchFolder scratch;
  const auto missing = load({scratch.path() / "gone"});
  BOOST_REQUIRE(!missing.has_value());
  BOOST_TEST((missing.error().code == ErrorCode::kNotFound));
  const auto empty = load({scratch.path()});
  BOOST_REQUIRE(empty.has_value());
  BOOST_TEST(empty->empty());
}

BOOST_AUTO_TEST_CASE(a_family_inherits_through_two_levels_and_its_own_rules_win) {
  const ScratchFolder scratch;
  scratch.write("generic/family.xml",
                family_file("id=\"generic\"",
                            "  <columns>\n"
                            "    <column role=\"birds\" value=\"text\"><header lang=\"en\">Birds</header></column>\n"
                            "    <column role=\"nests\" value=\"text\"><header lang=\"en\">Nests</header></column>\n"
                            "  </columns>\n  <numbers><form depth=\"1\"/></numbers>\n"
                            "  <rows><placeholder lang=\"en\">Etc.</placeholder></rows>\n"));
  scratch.write("heron/family.xml",
                family_file("id=\"heron\" extends=\"generic\"",
                            "  <columns>\n    <column role=\"birds\" value=\"item\" kind=\"action\">"
                            "<header lang=\"en\">Herons</header></column>\n  </columns>\n"
                            "  <numbers><form depth=\"2\"/></numbers>\n"));
  scratch.write("grey-heron/family.xml", family_file("id=\"grey-heron\" extends=\"heron\""));
  const auto families = load({scratch.path()});
  BOOST_REQUIRE(families.has_value());
  BOOST_REQUIRE(families->size() == 3U);
  const grammar::Family& grey = families->at(1);
  BOOST_TEST(grey.id == "grey-heron");
  const grammar::ColumnRule* birds = grey.column("birds");
  BOOST_REQUIRE(birds != nullptr);
  BOOST_TEST((birds->value == grammar::ColumnValue::kItem));
  BOOST_TEST((birds->headers == std::vector<std::string>{"herons", "birds"}));
  BOOST_TEST((grey.column("nests") != nullptr));
  BOOST_TEST((grey.column("eggs") == nullptr));
  BOOST_REQUIRE(grey.forms.size() == 1U);
  BOOST_TEST(grey.forms[0].form.depth == 2);
  BOOST_TEST((grey.placeholders == std::vector<std::string>{"etc"}));
}

BOOST_AUTO_TEST_CASE(a_later_folder_overrides_a_family_of_the_same_id) {
  const ScratchFolder first, second;
  first.write("heron/family.xml", family_file("id=\"heron\""));
  second.write("another/family.xml",
               "<family xmlns=\"urn:pactable:family:1\" id=\"heron\"><title>Grey herons</title></family>\n");
  const auto families = load({first.path(), second.path()});
  BOOST_REQUIRE(families.has_value());
  BOOST_REQUIRE(families->size() == 1U);
  BOOST_TEST(families->front().title == "Grey herons");
  BOOST_TEST(families->front().folder == second.path() / "another");
}

BOOST_AUTO_TEST_CASE(an_entity_of_a_grammar_file_reads_no_other_file) {
  const ScratchFolder scratch;
  const fs::path secret = scratch.write("secret.txt", "secret words");
  scratch.write("heron/family.xml",
                "<!DOCTYPE family [<!ENTITY x SYSTEM \"" + secret.string() +
                    "\">]>\n<family xmlns=\"urn:pactable:family:1\" id=\"heron\"><title>&x;</title></family>\n");
  const auto families = load({scratch.path()});
  const std::string shown = families ? families->front().title : families.error().message;
  BOOST_TEST(shown.find("secret words") == std::string::npos);
}
