// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "recognition/recogniser.h"

namespace {

using namespace pactable;
using Languages = std::vector<std::string>;

struct DataFolder {
  explicit DataFolder(const char* name) { ::setenv("TESSDATA_PREFIX", name, 1); }
  ~DataFolder() { ::unsetenv("TESSDATA_PREFIX"); }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(the_module_is_found_beside_the_program_and_names_itself) {
  const auto recogniser = recognition::load(Languages{"eng"});
  BOOST_TEST_REQUIRE(recogniser.has_value());
  BOOST_TEST((*recogniser)->name().starts_with("tesseract 5"));
  BOOST_TEST((*recogniser)->name().ends_with(", eng"));
}

BOOST_AUTO_TEST_CASE(language_data_that_is_missing_is_named_by_its_package) {
  const auto recogniser = recognition::load(Languages{"eng", "chi_sim"});
  BOOST_TEST_REQUIRE(!recogniser.has_value());
  BOOST_TEST((recogniser.error().code == ErrorCode::kUnsupported));
  BOOST_TEST(has(recogniser.error().message, "tesseract-ocr-chi-sim"));
}

BOOST_AUTO_TEST_CASE(a_data_folder_that_is_missing_is_named_with_the_package) {
  const DataFolder folder("/nonexistent");
  const auto recogniser = recognition::load(Languages{"fra"});
  BOOST_TEST_REQUIRE(!recogniser.has_value());
  BOOST_TEST((recogniser.error().code == ErrorCode::kUnsupported));
  BOOST_TEST(has(recogniser.error().message, "/nonexistent"));
  BOOST_TEST(has(recogniser.error().message, "tesseract-ocr-fra"));
}

BOOST_AUTO_TEST_CASE(a_language_is_no_path) {
  for (const char* name : {"../eng", "", "eng/", "en g"}) {
    const auto recogniser = recognition::load(Languages{name});
    BOOST_TEST_REQUIRE(!recogniser.has_value());
    BOOST_TEST((recogniser.error().code == ErrorCode::kUsage));
  }
  BOOST_TEST(!recognition::load(Languages{}).has_value());
}
