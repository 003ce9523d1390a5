// SPDX-License-Identifier: GPL-3.0-or-later
// Shards that somebody made, moved or changed: refused with one line, and nothing is written.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "cli/converted_seeds.h"
#include "cli/lines.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::content;
using test::run_program;

namespace {

void replace_in(const fs::path& file, const std::string& from, const std::string& to) {
  std::string bytes = content(file);
  const std::size_t at = bytes.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  std::ofstream(file, std::ios::binary) << bytes.replace(at, from.size(), to);
}

struct Damage {
  std::string what, expected;
  std::function<void(const fs::path& shard)> apply;
};

const std::string kPlan = "saiga-mtiwp-2021-2025.txt.json";

const std::vector<Damage> kDamages = {
    {"a linked folder", "link",
     [](const fs::path& shard) {
       fs::rename(shard, shard.string() + "-elsewhere");
       fs::create_directory_symlink(shard.string() + "-elsewhere", shard);
     }},
    {"a linked file", kPlan,
     [](const fs::path& shard) {
       fs::rename(shard / kPlan, shard.string() + "-file");
       fs::create_symlink(shard.string() + "-file", shard / kPlan);
     }},
    {"a linked manifest", "corpus.json",
     [](const fs::path& shard) {
       fs::rename(shard / "corpus.json", shard.string() + "-manifest");
       fs::create_symlink(shard.string() + "-manifest", shard / "corpus.json");
     }},
    {"shard -3", "there is no shard -3 of 1",
     [](const fs::path& shard) { replace_in(shard / "corpus.json", "\"index\": 1", "\"index\": -3"); }},
    {"shard 2 of 1", "there is no shard 2 of 1",
     [](const fs::path& shard) { replace_in(shard / "corpus.json", "\"index\": 1", "\"index\": 2"); }},
    {"a shard of a million", "no document of shard",
     [](const fs::path& shard) { replace_in(shard / "corpus.json", "\"of\": 1", "\"of\": 1000000"); }},
    {"a name that leads elsewhere", "no name of an output",
     [](const fs::path& shard) { replace_in(shard / "corpus.json", '"' + kPlan, "\"../" + kPlan); }},
    {"an output that was changed", "not the file that the manifest names",
     [](const fs::path& shard) { replace_in(shard / kPlan, "pactable/1", "pactable/2"); }},
    {"no manifest", "did not end", [](const fs::path& shard) { fs::remove(shard / "corpus.json"); }},
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_shard_that_is_none_is_refused_in_one_line_and_nothing_is_written) {
  for (const Damage& damage : kDamages) {
    BOOST_TEST_CONTEXT(damage.what) {
      const test::ScratchFolder scratch;
      const fs::path shard = scratch.path() / "shard", out = scratch.path() / "out";
      run_program({"convert", test::fixture("seeds"), "--output", shard.string(), "--shard", "1/1"});
      damage.apply(shard);
      for (const std::string slash : {"", "/"}) {
        const auto outcome = run_program({"merge", shard.string() + slash, "--output", out.string()});
        BOOST_TEST(outcome.exit_code == 2);
        BOOST_TEST(test::lines_of(outcome.err).size() == 1U, outcome.err);
        BOOST_TEST(outcome.err.find(damage.expected) != std::string::npos, outcome.err);
        BOOST_TEST(!fs::exists(out / "corpus.json"));
      }
    }
  }
}
