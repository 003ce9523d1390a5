// SPDX-License-Identifier: GPL-3.0-or-later
// A corpus is the same bytes for any number of jobs and shards, any locale, time zone, umask and working folder.
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "cli/run_program.h"
#include "hostile/batch_process.h"
#include "writers/json/plan_json.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::files_in;
using test::run_program;
using test::ScratchFolder;

namespace {

class Corpus {
 public:
  Corpus() {
    for (int i = 0; i < 30; ++i) {
      // Names meet across folders.
      scratch_.write("in/" + std::to_string(i) + "/plan" + std::to_string(i % 4) + ".txt",
                     i % 7 == 3 ? std::string() : "1.1. Protect " + std::to_string(i) + "\t1\tA\n1.2. Watch\t2\tB\n");
    }
    reference_ = convert("reference", {"--jobs", "1"});
    BOOST_REQUIRE(reference_.contains("corpus.json"));
  }
  [[nodiscard]] fs::path folder(const std::string& name) const { return scratch_.path() / name; }
  std::map<std::string, std::string> convert(const std::string& name, const std::vector<std::string>& more,
                                             const test::Surroundings& surroundings = {}) {
    std::vector<std::string> arguments = {"convert", folder("in").string(), "--output", folder(name).string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto outcome = run_program(arguments, surroundings);
    said = outcome.err;
    out = outcome.out;
    return files_in(folder(name));
  }
  [[nodiscard]] const std::map<std::string, std::string>& reference() const { return reference_; }
  std::string said, out;

 private:
  ScratchFolder scratch_;
  std::map<std::string, std::string> reference_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(jobs_and_surroundings_do_not_show) {
  Corpus corpus;
  for (const char* jobs : {"2", "8"})
    BOOST_TEST((corpus.convert(std::string("jobs") + jobs, {"--jobs", jobs}) == corpus.reference()));
  const mode_t before = ::umask(077);
  BOOST_TEST((corpus.convert("elsewhere", {}, {"/", {{"LC_ALL", "tr_TR.UTF-8"}, {"TZ", "Pacific/Apia"}}}) ==
              corpus.reference()));
  ::umask(before);
}

BOOST_AUTO_TEST_CASE(merged_shards_are_what_one_run_writes) {
  Corpus corpus;
  for (const int count : {1, 3, 7}) {
    const std::string of = std::to_string(count);
    std::vector<std::string> merge = {"merge"};
    for (int index = 1; index <= count; ++index) {
      const std::string name = "shard" + std::to_string(index) + "of" + of;
      corpus.convert(name, {"--shard", std::to_string(index) + "/" + of});
      merge.push_back(corpus.folder(name).string());
    }
    const fs::path merged = corpus.folder("merged" + of);
    merge.insert(merge.end(), {"--output", merged.string()});
    BOOST_TEST(run_program(merge).exit_code == 0);
    BOOST_TEST((files_in(merged) == corpus.reference()));
    if (count == 1) continue;
    merge.erase(merge.begin() + 1);
    merge.back() = corpus.folder("incomplete" + of).string();
    const auto incomplete = run_program(merge);
    BOOST_TEST(incomplete.exit_code == 2);
    BOOST_TEST(incomplete.err.find("shard 1 of " + of + " is missing") != std::string::npos);
    BOOST_TEST(!fs::exists(corpus.folder("incomplete" + of)));
  }
}

BOOST_AUTO_TEST_CASE(a_stream_has_one_line_per_input_in_their_order) {
  Corpus corpus;
  BOOST_TEST((corpus.convert("streamed", {"--stream", "--jobs", "8", "--quiet"}) == corpus.reference()));
  BOOST_TEST(corpus.said.empty());
  const auto manifest = writers::json::read_corpus(corpus.reference().at("corpus.json"));
  BOOST_REQUIRE(manifest.has_value());
  std::string expected;
  for (const auto& record : manifest->documents) expected += writers::json::write_record_line(record);
  BOOST_TEST(corpus.out == expected);
}

BOOST_AUTO_TEST_CASE(inputs_come_from_a_list_too) {
  Corpus corpus;
  const fs::path list = corpus.folder("list");
  std::ofstream(list) << corpus.folder("in").string() << "\n\n";
  const auto outcome =
      run_program({"convert", "--files-from", list.string(), "--output", corpus.folder("listed").string()});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST((files_in(corpus.folder("listed")) == corpus.reference()));
  BOOST_TEST(run_program({"convert", "--files-from", "/no/such/list", "--output", "o"}).exit_code == 64);
}

BOOST_AUTO_TEST_CASE(without_isolation_only_the_manifest_says_something_else) {
  Corpus corpus;
  auto files = corpus.convert("none", {"--isolation", "none"});
  auto reference = corpus.reference();
  BOOST_TEST(files.at("corpus.json").find("\"isolation\": []") != std::string::npos);
  files.erase("corpus.json");
  reference.erase("corpus.json");
  BOOST_TEST((files == reference));
}
