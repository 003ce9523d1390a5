// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cctype>

#include "structure/source_files.h"

namespace {

using namespace structure;

constexpr std::string_view kLicence = "// SPDX-License-Identifier: GPL-3.0-or-later";
constexpr std::size_t kAimedLines = 400;    // past it a warning: split by concern
constexpr std::size_t kAllowedLines = 500;  // past it a failure: ten-thousand-line files begin here
// Names that say nothing of what is inside, and so attract everything.
constexpr std::array kEmptyNames = {"utils", "util", "helper", "helpers", "misc", "common", "manager"};

// The words of a path: readers/pdf/page_text.cpp has readers, pdf, page, text, cpp.
std::vector<std::string> words_of(const std::string& path) {
  std::vector<std::string> words(1);
  for (const char c : path) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      words.back() += c;
    } else {
      words.emplace_back();
    }
  }
  return words;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_source_file_begins_with_the_licence) {
  for (const auto& file : source_files()) {
    BOOST_TEST((!file.lines.empty() && file.lines.front() == kLicence), file.path << " lacks the SPDX line");
  }
}

BOOST_AUTO_TEST_CASE(every_header_has_one_pragma_once_and_says_what_it_is) {
  for (const auto& file : source_files()) {
    if (!file.is_header()) continue;
    BOOST_TEST(std::count(file.lines.begin(), file.lines.end(), "#pragma once") == 1, file.path);
    BOOST_TEST((file.lines.size() > 1 && file.lines[1].starts_with("// ")), file.path << " does not say what it is");
  }
}

BOOST_AUTO_TEST_CASE(no_source_file_outgrows_a_reader) {
  for (const auto& file : source_files()) {
    BOOST_TEST(file.lines.size() <= kAllowedLines, file.path << " has " << file.lines.size() << " lines");
    BOOST_WARN_MESSAGE(file.lines.size() <= kAimedLines, file.path << " has " << file.lines.size() << " lines");
  }
}

BOOST_AUTO_TEST_CASE(no_name_is_empty_of_meaning) {
  for (const auto& file : source_files()) {
    for (const auto& word : words_of(file.path)) {
      BOOST_TEST((std::find(kEmptyNames.begin(), kEmptyNames.end(), word) == kEmptyNames.end()),
                 file.path << " is called " << word);
    }
  }
}

BOOST_AUTO_TEST_CASE(names_are_snake_case) {
  for (const auto& file : source_files()) {
    BOOST_TEST((file.path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_/.") == std::string::npos),
               file.path);
  }
}
