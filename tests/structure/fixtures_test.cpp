// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <iterator>
#include <regex>

#include "core/sha256.h"
#include "structure/source_files.h"

namespace {

using namespace structure;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_seed_is_byte_for_byte_the_one_its_truth_was_made_from) {
  const fs::path fixtures = fs::path(PACTABLE_SOURCE_DIR) / "fixtures";
  const std::regex digest("\"sha256\": *\"([0-9a-f]{64})\"");
  int seeds = 0;
  for (const auto& entry : fs::directory_iterator(fixtures / "seeds")) {
    const auto truth = content_of(fixtures / "truth" / entry.path().stem().concat(".json"));
    std::smatch found;
    BOOST_REQUIRE_MESSAGE(std::regex_search(truth, found, digest), entry.path() << " has no truth");
    BOOST_TEST(pactable::sha256_hex(content_of(entry.path())) == found[1].str(), entry.path());
    ++seeds;
  }
  BOOST_TEST(seeds == 3);
}
