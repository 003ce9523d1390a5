// SPDX-License-Identifier: GPL-3.0-or-later
// What: the lines of a text, and whether they fit a terminal.
#pragma once

#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/terminal_text.h"
#include "core/unicode.h"

namespace pactable::test {

inline std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// At most 80 columns, printable characters only, no white space at the end, a line break after the last line.
inline void check_fits_terminal(const std::string& text) {
  BOOST_TEST((text.empty() || text.back() == '\n'));
  for (const std::string& line : lines_of(text)) {
    BOOST_TEST(cli::display_width(line) <= 80, "too wide: " << line);
    BOOST_TEST(cli::printable(line) == line);
    BOOST_TEST(unicode::is_valid_utf8(line));
    BOOST_TEST(!line.ends_with(' '));
  }
}

}  // namespace pactable::test
