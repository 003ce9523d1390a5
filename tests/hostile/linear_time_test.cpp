// SPDX-License-Identifier: GPL-3.0-or-later
// One cell or paragraph of any length is read in time that grows with its length: CPU time is compared with that of a
// shorter text, so that what else the machine does has no part in it.
#include <sys/resource.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "cli/run_program.h"
#include "hostile/pdf_file.h"
#include "unit/readers/docx_package.h"

using namespace pactable;
using test::ScratchFolder;

namespace {

// Twice the text takes at most 2.4 times the work, twice over; quadratic work would take 16 times.
constexpr int kTimesTheText = 4;
constexpr double kMostTimesTheWork = 2.4 * 2.4;
// The least of some runs, since caches and clock rates are shared with others.
constexpr int kRuns = 2;

double cpu_of_children() {
  rusage used{};
  ::getrusage(RUSAGE_CHILDREN, &used);
  return static_cast<double>(used.ru_utime.tv_sec) + static_cast<double>(used.ru_utime.tv_usec) / 1e6;
}

double cpu_to_convert(const std::string& name, const std::string& bytes) {
  const ScratchFolder scratch;
  const std::string file = scratch.write(name, bytes).string();
  double least = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    const double before = cpu_of_children();
    const auto outcome = test::run_program({"convert", file, "--output", (scratch.path() / "out").string(),
                                            "--isolation", "none", "--ocr", "never", "--quiet"});
    least = std::min(least, cpu_of_children() - before);
    BOOST_TEST(outcome.err.find("timed-out") == std::string::npos, outcome.err);
    BOOST_TEST(outcome.err.find("limit-exceeded") == std::string::npos, outcome.err);
  }
  return least;
}

template <class Make>
void check_linear(const std::string& name, std::size_t most, const Make& make) {
  const double one = cpu_to_convert(name, make(most / kTimesTheText)), four = cpu_to_convert(name, make(most));
  BOOST_TEST_MESSAGE(name << ": " << one << " s, of " << kTimesTheText << " times the text " << four << " s");
  BOOST_TEST(four <= kMostTimesTheWork * one, name << ": " << one << " s and " << four << " s");
}

std::string words(std::size_t size) {
  std::string text;
  while (text.size() < size) text += "protect the breeding sites of herds ";
  return text;
}

std::string in_cell(const std::string& text) { return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>"; }

std::string docx_with_cell(std::size_t size) {
  const auto row = [](const std::string& number, const std::string& action, const std::string& priority) {
    return "<w:tr>" + in_cell(number) + in_cell(action) + in_cell(priority) + "</w:tr>";
  };
  return test::DocxPackage()
      .body("<w:tbl>" + row("No.", "Action", "Priority") + row("1.1", "Survey", "1") + row("1.2", words(size), "2") +
            row("1.3", "Report", "1") + "</w:tbl>")
      .bytes();
}

/// A row of an action table whose middle cell holds lines of 200 characters, as close as they have to be.
std::string pdf_with_cell(std::size_t glyphs) {
  constexpr std::size_t kOfALine = 200;
  const int x[] = {60, 110, 410, 510};
  std::string content;
  const auto row = [&](int y, int height, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      content += std::to_string(x[i]) + ' ' + std::to_string(y) + ' ' + std::to_string(x[i + 1] - x[i]) + ' ' +
                 std::to_string(height) + " re S BT /F 10 Tf " + std::to_string(x[i] + 4) + ' ' +
                 std::to_string(y + 8) + " Td (" + cells[i] + ") Tj ET\n";
    }
  };
  row(770, 24, {"No.", "Action", "Priority"});
  row(746, 24, {"1.1", "Survey all colonies", "1"});
  row(46, 700, {"1.2", "Report", "2"});
  const std::string line = words(kOfALine).substr(0, kOfALine);
  const std::size_t lines = glyphs / kOfALine;
  for (std::size_t i = 0; i < lines; ++i) {
    content += "BT /F 2 Tf 112 " + std::to_string(740 - 660 * static_cast<double>(i) / static_cast<double>(lines)) +
               " Td (" + line + ") Tj ET\n";
  }
  return test::OnePage(content).bytes();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_paragraph_of_15_mb_is_read_in_linear_time) {
  check_linear("paragraph.docx", 15 << 20, [](std::size_t size) {
    return test::DocxPackage().body("<w:p><w:r><w:t>" + words(size) + "</w:t></w:r></w:p>").bytes();
  });
}

BOOST_AUTO_TEST_CASE(a_cell_of_a_package_is_read_in_linear_time) {
  check_linear("cell.docx", 12 << 20, docx_with_cell);
}

BOOST_AUTO_TEST_CASE(a_cell_of_300000_glyphs_is_read_in_linear_time) {
  check_linear("cell.pdf", 300'000, pdf_with_cell);
}

BOOST_AUTO_TEST_CASE(a_cell_of_a_page_is_read_in_linear_time) {
  check_linear("cell.html", 1'200'000, [](std::size_t size) {
    return "<html><body><table><tr><th>No.</th><th>Action</th><th>Priority</th></tr><tr><td>1.1</td><td>Survey</td>"
           "<td>1</td></tr><tr><td>1.2</td><td>" +
           words(size) + "</td><td>2</td></tr></table></body></html>";
  });
}

BOOST_AUTO_TEST_CASE(a_line_of_a_text_is_read_in_linear_time) {
  check_linear("cell.txt", 1'200'000, [](std::size_t size) {
    return "Action\tPriority\tTimescale\n1.1. Survey\t1\tA\n1.2. " + words(size) + "\t2\tA\n";
  });
  // Without a space there is no place to break it.
  check_linear("letters.txt", 1'200'000, [](std::size_t size) { return std::string(size, 'x') + "\n"; });
}
