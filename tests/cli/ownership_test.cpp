// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the user beside, among and in the place of outputs: none is touched, every input has a record, and names
// stay.
#include <boost/test/unit_test.hpp>
#include <set>

#include "cli/converted_seeds.h"

using namespace pactable;
namespace fs = std::filesystem;
using nlohmann::json;
using test::content;
using test::run_program;
using test::ScratchFolder;

namespace {

constexpr const char* kPlan =
    "Programme of work\n\nAction\tPriority\tTimescale\n1.1. Protect the breeding sites\t1\tA\n"
    "1.2. Survey all colonies\t2\tB\n1.3. Report to the parties\t1\tA\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::map<std::string, std::string> tree_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (auto& [name, bytes] : test::files_of(folder)) files.emplace(name, bytes);
  return files;
}

std::map<std::string, json> records_of(const fs::path& folder) {
  std::map<std::string, json> records;
  const json manifest = test::read_json(folder / "corpus.json");
  for (const json& record : manifest["documents"]) records[record["path"]] = record;
  return records;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_folder_that_is_converted_into_itself_keeps_every_file_of_the_user) {
  const ScratchFolder scratch;
  const std::map<std::string, std::string> own = {
      {"plan.txt", kPlan}, {"plan.json", "my notes"}, {"notes.json", "{}"},
      {"bad.xml", "<a>"},  {"sub/other.txt", kPlan},  {"sub/other.txt.json", "mine, by that name"}};
  for (const auto& [name, bytes] : own) scratch.write(fs::path("in") / name, bytes);
  const fs::path in = scratch.path() / "in";
  for (int i = 0; i < 2; ++i) {
    const auto outcome = run_program({"convert", ".", "--output", "."}, {in, {}});
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST(holds(outcome.err, "output-exists: sub/other.txt.json is there already"));
    const auto files = tree_of(in);
    for (const auto& [name, bytes] : own) BOOST_TEST((files.contains(name) && files.at(name) == bytes), name);
    BOOST_TEST(files.contains("plan.txt.json"));
    BOOST_TEST(files.contains("plan.txt.xml"));
    BOOST_TEST(!files.contains("sub/other.txt.xml"));
    // What the first run wrote is no input of the second one.
    BOOST_TEST(records_of(in).size() == own.size());
  }
}

BOOST_AUTO_TEST_CASE(what_a_run_no_longer_makes_is_removed_and_listed) {
  const ScratchFolder scratch;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) scratch.write(fs::path("in") / name, kPlan);
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  const std::vector<std::string> line = {"convert", in.string(), "--output", out.string()};
  BOOST_TEST(run_program(line).exit_code == 0);
  fs::remove(in / "a.txt");
  fs::remove(in / "b.txt");
  scratch.write("out/b.txt.json", "changed by hand");
  scratch.write("out/mine.json", "mine");
  const auto outcome = run_program(line);
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(holds(outcome.err, "no longer made: 3\n  a.txt.json\n  a.txt.xml\n  b.txt.xml\n"));
  BOOST_TEST(holds(outcome.err, "changed since: 1\n  b.txt.json\n"));
  BOOST_TEST((test::names_of(out) ==
              std::vector<std::string>{"b.txt.json", "c.txt.json", "c.txt.xml", "corpus.json", "mine.json"}));
  BOOST_TEST(content(out / "b.txt.json") == "changed by hand");
}

BOOST_AUTO_TEST_CASE(an_output_that_was_changed_by_hand_is_written_over_only_where_that_is_allowed) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", kPlan);
  const fs::path out = scratch.path() / "out";
  std::vector<std::string> line = {"convert", (scratch.path() / "in").string(), "--output", out.string()};
  BOOST_TEST(run_program(line).exit_code == 0);
  const auto before = tree_of(out);
  scratch.write("out/a.txt.json", "changed by hand");
  BOOST_TEST(run_program(line).exit_code == 2);
  BOOST_TEST(content(out / "a.txt.json") == "changed by hand");
  BOOST_TEST((records_of(out)["a.txt"]["error"]["code"] == "output-exists"));
  line.emplace_back("--overwrite");
  BOOST_TEST(run_program(line).exit_code == 0);
  BOOST_TEST((tree_of(out) == before));
}

BOOST_AUTO_TEST_CASE(a_manifest_of_somebody_else_stops_every_command_before_it_writes) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", kPlan);
  scratch.write("out/corpus.json", "my corpus");
  const std::string out = (scratch.path() / "out").string();
  for (const std::string command : {"convert", "review"}) {
    const auto outcome = run_program({command, (scratch.path() / "in").string(), "--output", out, "--overwrite"});
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST(holds(outcome.err, "output-exists: corpus.json"));
    BOOST_TEST(test::names_of(out).size() == 1U);
  }
  BOOST_TEST(content(scratch.path() / "out/corpus.json") == "my corpus");
}

BOOST_AUTO_TEST_CASE(exports_sites_and_packets_write_over_no_file_of_the_user) {
  const ScratchFolder scratch;
  const std::string corpus = test::converted_seeds().folder.string();
  for (const char* file : {"export/items.jsonl", "export/csv/items.csv", "site/index.html", "packet/index.html"}) {
    scratch.write(file, "mine");
  }
  const auto path = [&](const char* name) { return (scratch.path() / name).string(); };
  const std::vector<std::vector<std::string>> lines = {
      {"export", corpus, "--formats", "jsonl", "--output", path("export")},
      {"export", corpus, "--formats", "csv", "--output", path("export")},
      {"site", corpus, "--output", path("site")},
      {"review", test::fixture("seeds/iwc-cmp-action-plan-2018-2024.txt"), "--output", path("packet")}};
  for (const auto& line : lines) {
    const auto outcome = run_program(line);
    BOOST_TEST(outcome.exit_code == 2, line[0]);
    BOOST_TEST(holds(outcome.err, "output-exists: "), outcome.err);
  }
  for (const char* file : {"export/items.jsonl", "export/csv/items.csv", "site/index.html", "packet/index.html"}) {
    BOOST_TEST(content(scratch.path() / file) == "mine", file);
  }
}

BOOST_AUTO_TEST_CASE(a_name_follows_from_the_path_of_its_own_document) {
  const ScratchFolder scratch;
  scratch.write("in/plans/saiga.txt", kPlan);
  const fs::path in = scratch.path() / "in", out = scratch.path() / "out";
  const std::vector<std::string> line = {"convert", in.string(), "--output", out.string()};
  BOOST_TEST(run_program(line).exit_code == 0);
  BOOST_TEST((records_of(out)["plans/saiga.txt"]["outputs"] == json{"plans/saiga.txt.json", "plans/saiga.txt.xml"}));
  const auto before = tree_of(out);
  for (const char* more :
       {"saiga.txt", "plans/saiga.html", "plans/Saiga.txt", "plans/saiga.txt.html", "Plans/saiga.txt"}) {
    scratch.write(fs::path("in") / more, kPlan);
  }
  run_program(line);
  const auto after = tree_of(out);
  std::set<std::string> folded;
  for (const auto& [path, bytes] : after) {
    std::string name = path;
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    BOOST_TEST(folded.insert(name).second, name << " meets another one");
  }
  for (const auto& [name, bytes] : before) {
    if (name != "corpus.json") BOOST_TEST((after.contains(name) && after.at(name) == bytes), name);
  }
}

BOOST_AUTO_TEST_CASE(every_input_has_a_record_and_what_was_skipped_is_no_success) {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", kPlan);
  scratch.write("in/book.xlsx", "x");
  scratch.write("in/.secret.txt", kPlan);
  fs::create_directories(scratch.path() / "elsewhere");
  fs::create_directory_symlink(scratch.path() / "elsewhere", scratch.path() / "in/linked");
  const fs::path out = scratch.path() / "out";
  std::vector<std::string> line = {"convert", (scratch.path() / "in").string(), "--output", out.string()};
  const auto outcome = run_program(line);
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(holds(outcome.err, "1 converted, 0 without a plan, 0 failed, 3 skipped\n"));
  auto records = records_of(out);
  BOOST_TEST(records.size() == 4U);
  const std::map<std::string, std::string> codes = {
      {"book.xlsx", "unknown-type"}, {".secret.txt", "hidden"}, {"linked", "linked"}};
  for (const auto& [path, code] : codes) {
    BOOST_TEST((records[path]["outcome"] == "skipped"), path);
    BOOST_TEST((records[path]["error"]["code"] == code), path);
  }
  BOOST_TEST(run_program({"validate", (out / "corpus.json").string()}).exit_code == 0);
  line.emplace_back("--skip-unsupported");
  BOOST_TEST(run_program(line).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(nothing_to_convert_is_no_success_and_has_a_record) {
  const ScratchFolder scratch;
  fs::create_directories(scratch.path() / "empty");
  scratch.write("others/book.xlsx", "x");
  for (const std::string folder : {"empty", "others"}) {
    const fs::path out = scratch.path() / ("out-" + folder);
    const auto outcome =
        run_program({"convert", (scratch.path() / folder).string(), "--output", out.string(), "--skip-unsupported"});
    BOOST_TEST(outcome.exit_code == 2, folder);
    BOOST_TEST(holds(outcome.err, "no document was found"));
    BOOST_TEST((records_of(out)[folder]["outcome"] == "skipped"), folder);
    BOOST_TEST(run_program({"audit", (scratch.path() / folder).string()}).exit_code == 2);
  }
}

BOOST_AUTO_TEST_CASE(what_a_document_cost_is_told_without_isolation_too) {
  const ScratchFolder scratch;
  const std::string report = (scratch.path() / "report").string();
  run_program({"convert", test::fixture("seeds"), "--output", (scratch.path() / "out").string(), "--isolation", "none",
               "--report", report});
  std::istringstream lines(content(report));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const json use = json::parse(line);
    BOOST_TEST(use["seconds"].get<double>() > 0);
    BOOST_TEST(use["cpuSeconds"].get<double>() > 0);
    BOOST_TEST(use["peakMemoryMiB"].get<long>() > 0);
  }
  BOOST_TEST(count == 3);
}
