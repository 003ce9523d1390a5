// SPDX-License-Identifier: GPL-3.0-or-later
// The commands beside convert and audit: grids of tables, checks of written files, families and their examples.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cli/converted_seeds.h"
#include "cli/lines.h"

using namespace pactable;
using nlohmann::json;
using test::fixture;
using test::run_program;
using test::ScratchFolder;

namespace {

// A header, two rows, a page break, the header again, two rows.
constexpr std::string_view kBrokenTable =
    "No.\tMeasures\tUrgency\n1.1\tCount <i>all</i> & \"more\"\t1\n1.2\tRing, then release\t2\n\n"
    "No.\tMeasures\tUrgency\n1.3\tReport\t1\n1.4\tMeet\t2\n";

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

int line_of(const std::string& text, const std::string& part) {
  const auto at = static_cast<std::ptrdiff_t>(text.find(part));
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + at, '\n'));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from << " is not in the file");
  return text.replace(at, from.size(), to);
}

std::string converted(const std::string& extension) {
  return test::content(test::converted_seeds().folder / ("saiga-mtiwp-2021-2025.txt" + extension));
}

struct Damage {
  std::string name, extension, from, to;
};

std::ostream& operator<<(std::ostream& stream, const Damage& damage) { return stream << damage.name; }

const std::vector<Damage> kDamages = {
    {"an unknown kind", ".json", R"("kind": "action")", R"("kind": "deed")"},
    {"an id that stands twice", ".json", R"("id": "t1.r3")", R"("id": "t1.r2")"},
    {"an item that is not there", ".json", R"("parent": "t1.r2")", R"("parent": "t1.r9999")"},
    {"a repair that is not there", ".json", R"("repair": "rep1")", R"("repair": "rep999")"},
    {"an unknown kind", ".xml", R"(kind="action")", R"(kind="deed")"},
    {"a repair that is not there", ".xml", R"(repair="rep1")", R"(repair="rep999")"},
};

}  // namespace

BOOST_AUTO_TEST_CASE(tables_come_as_json_html_or_csv) {
  const ScratchFolder scratch;
  const std::string file = scratch.write("plan.txt", kBrokenTable).string();
  const auto as_json = run_program({"tables", file, "--format", "json"});
  const auto as_html = run_program({"tables", file, "--format", "html"});
  const auto as_csv = run_program({"tables", file, "--format", "csv"});
  for (const auto& outcome : {as_json, as_html, as_csv}) {
    BOOST_TEST(outcome.exit_code == 0);
    BOOST_TEST(outcome.err.empty());
  }
  const json tables = json::parse(as_json.out, nullptr, false);
  BOOST_TEST(!tables.is_discarded());
  BOOST_TEST(as_json.out.find("Count all & \\\"more\\\"") != std::string::npos);
  BOOST_TEST(as_html.out.find("Count all &amp; ") != std::string::npos);
  BOOST_TEST(as_html.out.find("<i>all") == std::string::npos);
  BOOST_TEST(as_csv.out.find("\"Count all & \"\"more\"\"\"") != std::string::npos);
  BOOST_TEST(as_csv.out.find("\"Ring, then release\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(joined_tables_hold_every_row_of_their_parts) {
  const std::string pdf = fixture("pdf/iwc-cmp-action-plan-2018-2024.pdf");
  const auto parts = run_program({"tables", pdf, "--format", "html"});
  const auto whole = run_program({"tables", pdf, "--format", "html", "--join"});
  BOOST_TEST(count(parts.out, "<table") > count(whole.out, "<table"));
  BOOST_TEST(count(whole.out, "<table") == 2U);
  BOOST_TEST(count(parts.out, "<tr") == count(whole.out, "<tr"));
}

BOOST_DATA_TEST_CASE(a_broken_file_is_reported_with_its_line, boost::unit_test::data::make(kDamages), damage) {
  const ScratchFolder scratch;
  const std::string whole = converted(damage.extension);
  const std::string broken = replaced(whole, damage.from, damage.to);
  const std::string file = scratch.write("broken" + damage.extension, broken).string();
  const auto outcome = run_program({"validate", file});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.empty());
  const int line = line_of(whole, damage.from);
  const auto lines = test::lines_of(outcome.out);
  const auto reported = std::count_if(lines.begin(), lines.end(), [&](const std::string& text) {
    return text.starts_with(file + ":" + std::to_string(line) + ": ");
  });
  BOOST_TEST(reported >= 1, "line " << line << " is not named: " << outcome.out);
}

BOOST_AUTO_TEST_CASE(a_valid_file_beside_broken_ones_is_said_to_be_valid) {
  const ScratchFolder scratch;
  const std::string good = (test::converted_seeds().folder / "saiga-mtiwp-2021-2025.txt.xml").string();
  const std::string cut = scratch.write("cut.json", converted(".json").substr(0, 5000)).string();
  const std::string other = scratch.write("other.json", "{\"format\": \"other/1\"}\n").string();
  const auto outcome = run_program({"validate", cut, good, other});
  BOOST_TEST(outcome.exit_code == 2);
  const auto lines = test::lines_of(outcome.out);
  BOOST_REQUIRE(lines.size() == 3U);
  BOOST_TEST(lines[0].starts_with(cut + ": damaged: "), lines[0]);
  BOOST_TEST(lines[1] == good + ": valid");
  BOOST_TEST(lines[2].starts_with(other + ": unknown-type: "), lines[2]);
}

BOOST_AUTO_TEST_CASE(families_are_listed_with_title_and_folder) {
  const auto outcome = run_program({"families"});
  BOOST_TEST(outcome.exit_code == 0);
  for (const std::string id : {"cms-mtiwp", "cms-programme-of-work", "generic", "iwc-cmp"}) {
    BOOST_TEST(outcome.out.find(id + "\n    ") != std::string::npos, id);
    BOOST_TEST(outcome.out.find("/grammar/" + id + "\n") != std::string::npos, id);
  }
}

BOOST_AUTO_TEST_CASE(every_family_has_examples_and_all_come_out_as_expected) {
  const auto outcome = run_program({"families", "--check"});
  BOOST_TEST(outcome.exit_code == 0, outcome.out);
  std::size_t passed = 0, all = 0;
  BOOST_TEST(std::sscanf(outcome.out.c_str(), "%zu of %zu examples as expected\n", &passed, &all) == 2);
  BOOST_TEST(passed == all);
  BOOST_TEST(all >= 12U);
}

BOOST_AUTO_TEST_CASE(an_example_that_comes_out_otherwise_is_shown_and_2) {
  const ScratchFolder scratch;
  scratch.write(
      "grammar/heron/family.xml",
      "<family xmlns=\"urn:pactable:family:1\" id=\"heron\" extends=\"generic\"><title>Herons</title></family>\n");
  const std::string table = "No.\tMeasures\tUrgency\n1.1\tCount\t1\n1.2\tRing\t2\n1.3\tReport\t1\n";
  scratch.write(
      "grammar/heron/examples/right.txt",
      table + "----\naction 1.1 urgency=1 | Count\naction 1.2 urgency=2 | Ring\naction 1.3 urgency=1 | Report\n");
  scratch.write("grammar/heron/examples/wrong.txt", table + "----\naction 1.1 urgency=2 | Count\n");
  scratch.write("grammar/heron/examples/undivided.txt", table);
  const auto outcome = run_program({"families", "--check", "--grammar", (scratch.path() / "grammar").string()});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.out.find("heron/wrong: ") != std::string::npos);
  BOOST_TEST(outcome.out.find("urgency=2 | Count") != std::string::npos);
  BOOST_TEST(outcome.out.find("heron/undivided: the example has no line \"----\"") != std::string::npos);
  BOOST_TEST(outcome.out.find("heron/right") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_family_of_a_further_folder_reads_documents_and_a_broken_one_is_refused) {
  const ScratchFolder scratch;
  const std::string plan = scratch.write("plan.txt", kBrokenTable).string();
  scratch.write(
      "grammar/heron/family.xml",
      "<family xmlns=\"urn:pactable:family:1\" id=\"heron\" extends=\"generic\"><title>Herons</title></family>\n");
  const std::string grammar = (scratch.path() / "grammar").string();
  const auto outcome =
      run_program({"convert", plan, "--output", "-", "--formats", "json", "--family", "heron", "--grammar", grammar});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(json::parse(outcome.out, nullptr, false)["family"] == "heron");

  const std::string broken = scratch.write("grammar/heron/family.xml", "<family>\n  <tittle>\n</family>\n").string();
  const auto refused = run_program({"convert", plan, "--output", "-", "--formats", "json", "--grammar", grammar});
  BOOST_TEST(refused.exit_code == 2);
  BOOST_TEST(refused.out.empty());
  BOOST_TEST(refused.err.find("bad-grammar") != std::string::npos, refused.err);
  BOOST_TEST(refused.err.find("family.xml:") != std::string::npos, refused.err);
}
