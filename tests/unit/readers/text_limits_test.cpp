// SPDX-License-Identifier: GPL-3.0-or-later
// Giant and hostile text dumps: time grows with the size of the file, and nothing else does.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <ctime>

#include "unit/readers/text_grids.h"

using namespace text_grids;

namespace {

double seconds_to_read(const std::string& bytes) {
  const std::clock_t start = std::clock();
  read(bytes);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

std::string repeated(const std::string& piece, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += piece;
  return out;
}

constexpr int kRows = 20000;
// Processor seconds for the larger size, in a debug build on a busy machine; a square would take hours.
constexpr double kSeconds = 20;
// Doubling the size doubles the time; what is quick is not measured.
constexpr double kGrowth = 3.0;
constexpr double kMeasurable = 0.5;

void check_growth(const std::string& name, const std::string& head, const std::string& row) {
  const double once = seconds_to_read(head + repeated(row, kRows));
  const double twice = seconds_to_read(head + repeated(row, 2 * kRows));
  BOOST_TEST(twice < kSeconds, name);
  BOOST_TEST((once < kMeasurable || twice < kGrowth * once), name << ": " << once << " s, then " << twice << " s");
}

}  // namespace

BOOST_AUTO_TEST_CASE(time_grows_with_the_rows_of_every_kind) {
  check_growth("tabs", "No\tTask\tWho\n", "1.1\tDig the ponds\tFen Trust\n");
  check_growth("tabs with sections", "No\tTask\tWho\n", "1. Shore\n1.1\tDig the ponds\tFen Trust\n");
  check_growth("tabs, each row its paragraph", "No\tTask\tWho\n",
               "1.1\tDig\tA\n\nA paragraph of some length, as prose is.\n\n");
  check_growth("commas", "No,Task,Who\n", "1.1,\"Dig, by hand,\nthe ponds\",Fen Trust\n");
  check_growth("Markdown", "| No | Task |\n|---|---|\n", "| 1.1 | Dig **the** ponds |\n");
  check_growth("grid", "+---+------+\n| N | Task |\n+===+======+\n", "| 1 | Dig  |\n|   | deep |\n+---+------+\n");
  check_growth("spaces", "No.   Task             Who\n", "1.1   Dig the ponds    Fen\n      of the fen       Trust\n");
  check_growth("spaces, a page a row", "No.   Task             Who\n",
               "\f1.1   Dig the ponds    Fen\n2.1   Sow             Fen\n");
  check_growth("lines", "No.\nTask\nWho\n", "1\nDig the ponds of the fen\nFen Trust\n");
  check_growth("rulers", "", "=== ====\nN   Task\n=== ====\n");
  check_growth("rulers that differ", "", "=== ====\n\n==== ===\n\n");
}

BOOST_AUTO_TEST_CASE(hostile_lines_are_read_in_linear_time) {
  check_growth("open quotes", "No,Task,Who\n", "1,\"Dig,A\n");
  check_growth("open quotes behind tabs", "No\tTask\n", "1\t\"Dig\n");
  check_growth("bars", "", "|");
  check_growth("corners", "+", "-+");
  check_growth("stars in a cell", "| a | b |\n|---|---|\n| ", "*a* ");
  check_growth("backticks in a cell", "| a | b |\n|---|---|\n| ", "`a``");
  check_growth("commas in a line", "a,b\n", ",");
  check_growth("spaces in a line", "", "a   ");
  check_growth("labels", "", "1\n");
  check_growth("form feeds", "", "\fa   b   c\n");
  check_growth("soft hyphens", "No\tTask\n1\t", "a\u00AD");
}

BOOST_AUTO_TEST_CASE(bounded_columns_lose_no_text) {
  for (const std::string& bytes :
       {repeated("x,", 3000) + "\n" + repeated("y,", 3000) + "\n" + repeated("z,", 3000) + "\n",
        "|" + repeated("x|", 3000) + "\n|" + repeated("-|", 3000) + "\n|" + repeated("y|", 3000) + "\n",
        repeated("x   ", 3000) + "\n" + repeated("y   ", 3000) + "\n"}) {
    BOOST_TEST((characters(all_text(read(bytes)), "|-,") == characters(bytes, "|-,")));
  }
}
