// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the languages: that each means one thing, that all languages have what is asked of them, and that a
// wrong file is refused with its place.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "grammar/family.h"
#include "unit/batch/scratch_folder.h"
#include "unit/grammar/loaded_words.h"

using namespace pactable;
using grammar::comparable;
using test::words;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kLanguages = {"de", "en", "es", "fr", "pt", "ru"};

std::string language_file(const std::string& content) {
  return "<language xmlns=\"urn:pactable:language:1\" id=\"en\">\n" + content + "</language>\n";
}

constexpr const char* kRoles =
    "<roles xmlns=\"urn:pactable:roles:1\">\n  <role id=\"urgency\" value=\"code\" synonyms=\"priority\"/>\n"
    "  <role id=\"action\" value=\"item\" kind=\"action\" evidence=\"true\" level=\"2\"/>\n</roles>\n";

std::string role_of(std::string_view header) {
  for (const grammar::ColumnRule& rule : words().roles) {
    if (std::find(rule.headers.begin(), rule.headers.end(), comparable(header)) != rule.headers.end()) return rule.role;
  }
  return "(none)";
}

struct Named {
  std::string header, role;
};
std::ostream& operator<<(std::ostream& stream, const Named& named) { return stream << named.header; }

const std::vector<Named> kNamed = {{"S/N", "number"},
                                   {"Sl. No.", "number"},
                                   {"N.º", "number"},
                                   {"Lfd. Nr.", "number"},
                                   {"Priority actions", "action"},
                                   {"Maßnahmen", "action"},
                                   {"Ações", "action"},
                                   {"Содержание мероприятия", "action"},
                                   {"Rank", "urgency"},
                                   {"Score", "urgency"},
                                   {"Priorität", "urgency"},
                                   {"Time-scale", "timescale"},
                                   {"Año", "timeframe"},
                                   {"By when", "timeframe"},
                                   {"Due", "timeframe"},
                                   {"Zeitrahmen", "timeframe"},
                                   {"Prazo", "timeframe"},
                                   {"Chef de file", "responsible"},
                                   {"Lead organisation", "responsible"},
                                   {"Zuständigkeit", "responsible"},
                                   {"In cooperation with", "support"},
                                   {"Supported by", "support"},
                                   {"Соисполнители", "support"},
                                   {"State", "status"},
                                   {"Состояние", "status"},
                                   {"Outcome", "outcome"},
                                   {"Expected results", "result"},
                                   {"Produits", "deliverable"},
                                   {"Indicador", "indicator"},
                                   {"Means of verification", "means-of-verification"},
                                   {"Budget (EUR)", "cost"},
                                   {"Related decisions", "reference"},
                                   {"Applicable to", "applicable-to"},
                                   {"Rationale", "rationale"}};

struct Wrong {
  std::string name, file, bytes, line;
};
std::ostream& operator<<(std::ostream& stream, const Wrong& wrong) { return stream << wrong.name; }

const std::vector<Wrong> kWrong = {
    {"an unknown set", "languages/en.xml", language_file("  <words set=\"birds\">heron</words>\n"), "2"},
    {"an empty list", "languages/en.xml", language_file("\n  <words set=\"verbs\"> </words>\n"), "3"},
    {"two semicolons", "languages/en.xml", language_file("  <words set=\"verbs\">count;; ring</words>\n"), "2"},
    {"a meaning that no time has", "languages/en.xml", language_file("  <times meaning=\"moon\">full</times>\n"), "2"},
    {"a role that is unknown", "languages/en.xml", language_file("  <headers role=\"birds\">Herons</headers>\n"), "1"},
    {"a value that no column has", "roles.xml",
     "<roles xmlns=\"urn:pactable:roles:1\">\n  <role id=\"a\" value=\"bird\"/>\n</roles>\n", "2"}};

}  // namespace

BOOST_DATA_TEST_CASE(a_header_word_has_its_role, boost::unit_test::data::make(kNamed), named) {
  BOOST_TEST(role_of(named.header) == named.role);
}

BOOST_AUTO_TEST_CASE(a_header_word_means_one_role_first_in_all_languages_together) {
  std::map<std::string, std::set<std::string>> roles;
  for (const grammar::ColumnRule& rule : words().roles) {
    for (const std::string& header : rule.headers) roles[header].insert(rule.role);
    for (const std::string& header : rule.headers) {
      BOOST_TEST(!words().other_headers.holds(header), header << " heads " << rule.role << " and tables of others");
      BOOST_TEST(words().headers.holds(header));
    }
  }
  for (const auto& [header, of] : roles) BOOST_TEST(of.size() == 1U, header << " has several roles");
}

BOOST_AUTO_TEST_CASE(every_language_has_words_for_the_columns_of_a_plan) {
  // Others may have fewer words.
  BOOST_TEST(words().languages.size() >= kLanguages.size());
  for (const std::string& id : kLanguages) {
    const auto found = std::find_if(words().languages.begin(), words().languages.end(),
                                    [&](const grammar::Language& each) { return each.id == id; });
    BOOST_REQUIRE_MESSAGE(found != words().languages.end(), id);
    const grammar::Language& language = *found;
    BOOST_TEST(language.frequent.size() > 10U);
    for (const char* role : {"number",      "topic",     "action",      "sub-task",      "urgency",
                             "timescale",   "timeframe", "responsible", "support",       "progress",
                             "status",      "cost",      "funding",     "result",        "outcome",
                             "deliverable", "indicator", "reference",   "applicable-to", "means-of-verification",
                             "rationale"}) {
      const auto headers = language.headers.find(role);
      BOOST_REQUIRE_MESSAGE(headers != language.headers.end(), language.id << " has no word for " << role);
      BOOST_TEST(headers->second.size() >= 5U, language.id << ' ' << role);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_sets_hold_words_of_several_languages) {
  for (const char* verb : {"develop", "élaborer", "elaborar", "проведение", "erstellung", "monitorar"}) {
    BOOST_TEST(words().verbs.holds(comparable(verb)), verb);
  }
  for (const char* body : {"ministry", "ministère", "ministerio", "министерство", "behörde", "prefeitura"}) {
    BOOST_TEST(words().bodies.holds(comparable(body)), body);
  }
  for (const char* status : {"on track", "en cours", "pendiente", "выполнено", "abgeschlossen", "concluído"}) {
    BOOST_TEST(words().statuses.holds(comparable(status)), status);
  }
  BOOST_TEST(words().other_headers.holds("unit price"));
  BOOST_TEST(!words().other_headers.holds("date"));
  BOOST_TEST(words().bodies.longest() >= 3U);
}

BOOST_AUTO_TEST_CASE(levels_stand_from_the_highest_to_the_lowest) {
  const auto& levels = words().levels;
  BOOST_TEST(levels.size() > 60U);
  BOOST_TEST(
      std::is_sorted(levels.begin(), levels.end(), [](const auto& a, const auto& b) { return a.order < b.order; }));
  const auto order = [&](std::string_view name) {
    const auto at = std::find_if(levels.begin(), levels.end(), [&](const auto& level) { return level.name == name; });
    return at == levels.end() ? 0 : at->order;
  };
  BOOST_TEST(order("Goal") > 0);
  BOOST_TEST(order("Goal") < order("Objective"));
  BOOST_TEST(order("Objective") < order("Output"));
  BOOST_TEST(order("Output") < order("Action"));
  BOOST_TEST(order("Action") < order("Activity"));
}

BOOST_DATA_TEST_CASE(a_wrong_file_names_itself_and_the_line, boost::unit_test::data::make(kWrong), wrong) {
  const test::ScratchFolder scratch;
  scratch.write("roles.xml", kRoles);
  const fs::path file = scratch.write(wrong.file, wrong.bytes);
  const auto loaded = grammar::load_vocabulary(std::vector<fs::path>{scratch.path()});
  BOOST_REQUIRE(!loaded.has_value());
  BOOST_TEST((loaded.error().code == ErrorCode::kBadGrammar));
  BOOST_TEST(loaded.error().message.starts_with(file.string() + ":" + wrong.line + ": "), loaded.error().message);
}

BOOST_AUTO_TEST_CASE(a_later_folder_adds_words_and_states_a_role_again) {
  const test::ScratchFolder first, second;
  first.write("roles.xml", kRoles);
  first.write("languages/en.xml", language_file("  <headers role=\"urgency\">Urgency</headers>\n"));
  second.write(
      "languages/xx.xml",
      "<language xmlns=\"urn:pactable:language:1\" id=\"xx\"><headers role=\"urgency\">Kiire; Urgency</headers>"
      "</language>\n");
  const auto loaded = grammar::load_vocabulary(std::vector<fs::path>{first.path(), second.path()});
  BOOST_REQUIRE(loaded.has_value());
  const grammar::ColumnRule* urgency = loaded->role("urgency");
  BOOST_REQUIRE(urgency != nullptr);
  BOOST_TEST((urgency->headers == std::vector<std::string>{"urgency", "kiire"}));
  BOOST_TEST(loaded->languages.size() == 2U);
  BOOST_TEST(loaded->role_id("priority") == "urgency");
  BOOST_TEST(loaded->role_id("heron") == "heron");
}

BOOST_AUTO_TEST_CASE(a_family_that_extends_none_has_the_roles_and_words_of_its_folders) {
  const test::ScratchFolder scratch;
  scratch.write("roles.xml", kRoles);
  scratch.write(
      "languages/en.xml",
      language_file("  <headers role=\"action\">Action</headers>\n  <headers role=\"urgency\">Urgency</headers>\n"
                    "  <levels order=\"1\" kind=\"section\">Goal</levels>\n"
                    "  <placeholders>Etc.</placeholders>\n"));
  scratch.write("heron/family.xml",
                "<family xmlns=\"urn:pactable:family:1\" id=\"heron\"><title>Herons</title><columns>"
                "<column role=\"priority\" value=\"text\"><header lang=\"en\">Rush</header></column></columns>"
                "<numbers><levels depths=\"1 2\"/><form depth=\"3\"/></numbers></family>\n");
  const auto families = grammar::load_families(std::vector<fs::path>{scratch.path()});
  BOOST_REQUIRE(families.has_value());
  const grammar::Family& heron = families->front();
  const grammar::ColumnRule* urgency = heron.column("urgency");
  BOOST_REQUIRE(urgency != nullptr);
  BOOST_TEST((urgency->value == grammar::ColumnValue::kText));
  BOOST_TEST((urgency->headers == std::vector<std::string>{"rush", "urgency"}));
  const grammar::ColumnRule* action = heron.column("action");
  BOOST_REQUIRE(action != nullptr);
  BOOST_TEST(action->evidence);
  BOOST_TEST(action->level == 2);
  BOOST_REQUIRE(heron.forms.size() == 3U);
  BOOST_TEST(heron.forms[1].form.lead == "Goal ");
  BOOST_TEST(heron.forms[1].form.depth == 2);
  BOOST_TEST((heron.forms[1].kind == plan::ItemKind::kSection));
  BOOST_TEST((heron.placeholders == std::vector<std::string>{"etc"}));
  BOOST_TEST(heron.words->languages.size() == 1U);
}
