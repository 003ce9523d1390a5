// SPDX-License-Identifier: GPL-3.0-or-later
// output/ is what the README's command makes of fixtures/ without recognition, to the byte; only the layers of
// isolation that the manifest names are set aside, for they are those of the machine: one without Landlock converts the
// same documents.
#include <boost/test/unit_test.hpp>

#include "cli/converted_seeds.h"

using namespace pactable;

namespace {

/// The manifest without its member `isolation`, which stands on one line.
std::string without_isolation(std::string manifest) {
  const std::size_t begin = manifest.find("\n  \"isolation\": ");
  BOOST_REQUIRE(begin != std::string::npos);
  return manifest.erase(begin, manifest.find('\n', begin + 1) - begin);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_fixtures_become_the_committed_output) {
  const test::ScratchFolder scratch;
  const std::filesystem::path out = scratch.path() / "output";
  const auto outcome = test::run_program(
      {"convert", test::kFixtures.string(), "--ocr", "never", "--skip-unsupported", "--output", out.string()});
  BOOST_TEST(outcome.exit_code == 0);
  auto expected = test::files_of(PACTABLE_SOURCE_DIR "/output");
  auto made = test::files_of(out);
  for (auto* files : {&expected, &made}) {
    for (auto& [name, bytes] : *files) {
      if (name == "corpus.json") bytes = without_isolation(std::move(bytes));
    }
  }
  BOOST_TEST(expected.size() == made.size());
  for (std::size_t i = 0; i < std::min(expected.size(), made.size()); ++i) {
    BOOST_TEST(expected[i].first == made[i].first);
    // Whole files would drown the report.
    BOOST_TEST((expected[i].second == made[i].second), made[i].first << " differs from output/" << expected[i].first);
  }
}
