// SPDX-License-Identifier: GPL-3.0-or-later
// Documents converted by the built program: the files, the manifest, the options, and that nothing but the input
// decides.
#include <sys/stat.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cli/converted_seeds.h"
#include "cli/lines.h"
#include "core/sha256.h"

using namespace pactable;
namespace fs = std::filesystem;
using nlohmann::json;
using test::fixture;
using test::run_program;
using test::ScratchFolder;

namespace {

const std::vector<std::string> kSeeds = {"cami-programme-of-work-2014-2020", "iwc-cmp-action-plan-2018-2024",
                                         "saiga-mtiwp-2021-2025"};

/// A member that counts, or is no list at all.
std::size_t size_of(const json& plan, const char* member) { return plan.contains(member) ? plan[member].size() : 0; }

json plan_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> line = {"convert", "--output", "-", "--formats", "json"};
  line.insert(line.end(), arguments.begin(), arguments.end());
  const auto outcome = run_program(line);
  BOOST_REQUIRE(outcome.exit_code == 0);
  json plan = json::parse(outcome.out, nullptr, false);
  BOOST_REQUIRE(plan.is_object());
  return plan;
}

std::size_t repairs_of_numbers(const json& plan) {
  std::size_t count = 0;
  for (const json& item : plan["items"]) count += item.value("/number/status"_json_pointer, "") == "repaired" ? 1 : 0;
  return count;
}

/// Findings of a rule that suggest a number.
std::size_t suggestions(const json& plan, const std::string& rule) {
  std::size_t count = 0;
  for (const json& finding : plan["findings"])
    count += finding["rule"] == rule && finding.contains("suggestion") ? 1 : 0;
  return count;
}

struct Way {
  std::string name;
  std::vector<std::string> options;
  test::Surroundings surroundings;
  mode_t mask = 022;
};

std::ostream& operator<<(std::ostream& stream, const Way& way) { return stream << way.name; }

const std::vector<Way> kWays = {
    {"again", {}, {}},
    {"one thread", {"--jobs", "1"}, {}},
    {"four threads", {"--jobs", "4"}, {}},
    {"the C locale", {}, {{}, {{"LC_ALL", "C"}}}},
    {"a UTF-8 locale", {}, {{}, {{"LC_ALL", "C.UTF-8"}}}},
    {"a German locale in another time zone", {}, {"/", {{"LC_ALL", "de_DE.UTF-8"}, {"TZ", "Asia/Tokyo"}}}},
    {"files for the owner alone", {}, {fs::path(PACTABLE_SOURCE_DIR), {}}, 077},
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_folder_of_plans_becomes_two_files_each_and_a_manifest) {
  const auto& seeds = test::converted_seeds();
  BOOST_TEST(seeds.outcome.exit_code == 0);
  BOOST_TEST(seeds.outcome.out.empty());
  test::check_fits_terminal(seeds.outcome.err);
  BOOST_TEST(seeds.outcome.err.find("3 converted, 0 without a plan, 0 failed\n") != std::string::npos);
  std::vector<std::string> expected;
  for (const std::string& seed : kSeeds) {
    expected.push_back(seed + ".txt.json");
    expected.push_back(seed + ".txt.xml");
  }
  expected.insert(std::upper_bound(expected.begin(), expected.end(), "corpus.json"), "corpus.json");
  BOOST_TEST(test::names_of(seeds.folder) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_manifest_says_what_came_of_each_document) {
  const auto& seeds = test::converted_seeds();
  const json manifest = test::read_json(seeds.folder / "corpus.json");
  BOOST_TEST(manifest["format"] == "pactable-corpus/1");
  BOOST_REQUIRE(manifest["documents"].size() == 3U);
  const std::vector<std::string> families = {"cms-programme-of-work", "iwc-cmp", "cms-mtiwp"};
  const std::vector<std::string> layers = {"born-digital", "born-digital", "ocr"};
  for (std::size_t i = 0; i < 3; ++i) {
    const json& record = manifest["documents"][i];
    BOOST_TEST(record["path"] == kSeeds[i] + ".txt");
    BOOST_TEST(record["sha256"] == sha256_hex(test::content(fixture("seeds/" + kSeeds[i] + ".txt"))));
    BOOST_TEST(record["mediaType"] == "text/plain");
    BOOST_TEST(record["layer"] == layers[i]);
    BOOST_TEST(record["family"] == families[i]);
    BOOST_TEST(record["outcome"] == "converted");
    BOOST_TEST(!record.contains("error"));
    BOOST_TEST((record["outputs"] == json{kSeeds[i] + ".txt.json", kSeeds[i] + ".txt.xml"}));
    const json plan = test::read_json(seeds.folder / (kSeeds[i] + ".txt.json"));
    for (const char* member : {"items", "repairs", "findings", "discarded"}) {
      BOOST_TEST(record["counts"][member].get<std::size_t>() == size_of(plan, member), kSeeds[i] << " " << member);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_written_file_is_valid) {
  const auto& seeds = test::converted_seeds();
  std::vector<std::string> line = {"validate"};
  for (const std::string& name : test::names_of(seeds.folder)) line.push_back((seeds.folder / name).string());
  const auto outcome = run_program(line);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.err.empty());
  const auto lines = test::lines_of(outcome.out);
  BOOST_TEST(lines.size() == 7U);
  for (const std::string& text : lines) BOOST_TEST(text.ends_with(": valid"), text);
}

BOOST_DATA_TEST_CASE(standard_output_gets_the_file_and_nothing_else, boost::unit_test::data::make({"json", "xml"}),
                     format) {
  const std::string name = "iwc-cmp-action-plan-2018-2024";
  const auto outcome =
      run_program({"convert", fixture("seeds/" + name + ".txt"), "--output", "-", "--formats", format});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST((outcome.out == test::content(test::converted_seeds().folder / (name + ".txt." + format))));
  BOOST_TEST(outcome.err.find("1 converted") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_format_writes_one_file_each) {
  const ScratchFolder scratch;
  const std::string out = (scratch.path() / "out").string();
  const auto outcome =
      run_program({"convert", fixture("seeds/iwc-cmp-action-plan-2018-2024.txt"), "--output", out, "--formats", "xml"});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST((test::names_of(out) == std::vector<std::string>{"corpus.json", "iwc-cmp-action-plan-2018-2024.txt.xml"}));
}

BOOST_DATA_TEST_CASE(only_the_input_decides_the_bytes, boost::unit_test::data::make(kWays), way) {
  const ScratchFolder scratch;
  const std::string out = (scratch.path() / "out").string();
  std::vector<std::string> line = {"convert", fixture("seeds"), "--output", out};
  line.insert(line.end(), way.options.begin(), way.options.end());
  const mode_t before = ::umask(way.mask);
  const auto outcome = run_program(line, way.surroundings);
  ::umask(before);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.err == test::converted_seeds().outcome.err);
  BOOST_TEST((test::files_of(out) == test::files_of(test::converted_seeds().folder)));
  for (const auto& entry : fs::directory_iterator(out)) {
    const auto others = fs::perms::group_all | fs::perms::others_all;
    if (way.mask == 077) BOOST_TEST(((entry.status().permissions() & others) == fs::perms::none), entry.path());
  }
}

BOOST_AUTO_TEST_CASE(a_second_run_over_its_own_output_leaves_the_same_files) {
  const ScratchFolder scratch;
  const std::string out = (scratch.path() / "out").string();
  const std::vector<std::string> line = {"convert", fixture("seeds"), "--output", out};
  run_program(line);
  run_program(line);
  BOOST_TEST((test::files_of(out) == test::files_of(test::converted_seeds().folder)));
}

BOOST_AUTO_TEST_CASE(typed_damage_is_suggested_and_recognised_damage_is_repaired) {
  const std::string damaged = fixture("docx/saiga-typed-damage.docx");
  const json typed = plan_of({damaged});
  BOOST_TEST(typed["source"]["layer"] == "born-digital");
  BOOST_TEST(repairs_of_numbers(typed) == 0U);
  BOOST_TEST(size_of(typed, "repairs") == 0U);
  BOOST_TEST(suggestions(typed, "NUM-AUTHOR") == 20U);

  const json ocr = plan_of({damaged, "--layer", "ocr"});
  BOOST_TEST(ocr["source"]["layer"] == "ocr");
  BOOST_TEST((ocr["source"]["layerEvidence"] == json{"chosen: ocr"}));
  BOOST_TEST(repairs_of_numbers(ocr) == 20U);
  BOOST_TEST(suggestions(ocr, "NUM-AUTHOR") == 0U);
  BOOST_TEST(ocr["items"].size() == typed["items"].size());
}

BOOST_AUTO_TEST_CASE(the_layer_that_is_chosen_outranks_the_signs_in_the_text) {
  const json typed = plan_of({fixture("seeds/saiga-mtiwp-2021-2025.txt"), "--layer", "typed"});
  BOOST_TEST(typed["source"]["layer"] == "born-digital");
  BOOST_TEST(size_of(typed, "repairs") == 0U);
}

BOOST_AUTO_TEST_CASE(the_family_that_is_chosen_reads_the_document) {
  const std::string seed = fixture("seeds/iwc-cmp-action-plan-2018-2024.txt");
  const json chosen = plan_of({seed, "--family", "generic"});
  BOOST_TEST(chosen["family"] == "generic");
  const json found = plan_of({seed});
  BOOST_TEST(found["family"] == "iwc-cmp");
  BOOST_TEST(chosen["items"].size() == found["items"].size());
}
