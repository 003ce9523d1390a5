// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "recognition/tesseract/blobs.h"
#include "recognition/tesseract/dots.h"
#include "recognition/tesseract/number_vote.h"
#include "recognition/tesseract/ruling_lines.h"
#include "tables/grid.h"
#include "tables/rulings.h"
#include "unit/recognition/drawn_page.h"

using namespace pactable;
using namespace pactable::recognition::tesseract;

namespace {

std::vector<layout::Ruling> rulings_of(Sheet& sheet) {
  std::vector<layout::Ruling> rulings;
  for (const RulingLine& line : take_ruling_lines(sheet)) rulings.push_back({sheet.points(line.box), line.horizontal});
  return rulings;
}

Sheet sheet_of(const layout::GreyPicture& picture, Turning turning = Turning::kUpright) {
  Result<Sheet> sheet = make_sheet(picture, turning);
  BOOST_REQUIRE(sheet.has_value());
  return std::move(*sheet);
}

// Two glyphs of 20 by 12 pixels on the line y = 100, `gap` apart, and a dot of `side` pixels in the middle.
Glyphs two_glyphs(int gap, int side, std::uint8_t dot = drawn::kInk) {
  layout::GreyPicture page = drawn::paper(400, 300, 200);
  drawn::fill(page, 100, 80, 112, 100);
  drawn::fill(page, 112 + gap, 80, 124 + gap, 100);
  const int middle = 112 + gap / 2;
  drawn::fill(page, middle - side / 2, 100 - side, middle - side / 2 + side, 100, dot);
  Sheet sheet = sheet_of(page, Turning::kAsItIs);
  const std::vector<Blob> blobs = take_blobs(sheet);
  const std::vector<LetterLine> lines = letter_lines(blobs, letter_height(blobs, sheet));
  BOOST_REQUIRE(lines.size() == 1U);
  return find_glyphs(lines.front(), sheet);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_drawn_grid_gives_its_cells_even_where_the_page_leans) {
  layout::GreyPicture page = drawn::paper(1200, 900, 200);
  drawn::grid(page, 100, 100, 220, 80, 4, 6);
  for (const double lean : {0.0, 0.6, -1.5}) {
    Sheet sheet = sheet_of(drawn::turned(page, lean));
    const std::vector<tables::Grid> grids = tables::find_grids(tables::merge_rulings(rulings_of(sheet)));
    BOOST_TEST_CONTEXT("leaning by " << lean) {
      BOOST_TEST(std::abs(sheet.skew - lean) < 0.1);
      BOOST_TEST_REQUIRE(grids.size() == 1U);
      BOOST_TEST(grids.front().cells.size() == 24U);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_line_with_gaps_is_joined_and_leaves_no_ink_behind) {
  layout::GreyPicture page = drawn::paper(1200, 600, 200);
  for (int x = 100; x < 1000; x += 120) drawn::fill(page, x, 300, x + 110, 302);
  Sheet sheet = sheet_of(page, Turning::kAsItIs);
  const std::vector<RulingLine> lines = take_ruling_lines(sheet);
  BOOST_TEST_REQUIRE(lines.size() == 1U);
  BOOST_TEST(lines.front().box.width() > 880);
  BOOST_TEST(count_pixels(*sheet.ink, {0, 0, sheet.width(), sheet.height()}) == 0);
}

BOOST_AUTO_TEST_CASE(thick_bars_and_short_strokes_are_no_lines) {
  layout::GreyPicture page = drawn::paper(1200, 600, 200);
  drawn::fill(page, 100, 100, 900, 140);
  drawn::fill(page, 100, 300, 140, 302);
  Sheet sheet = sheet_of(page, Turning::kAsItIs);
  BOOST_TEST(take_ruling_lines(sheet).empty());
}

BOOST_AUTO_TEST_CASE(a_dot_is_ink_of_its_own_on_the_writing_line) {
  BOOST_TEST(two_glyphs(12, 4).dots[1] == 1.0);
  BOOST_TEST(two_glyphs(12, 0).dots[1] < 0.1);
  BOOST_TEST(two_glyphs(3, 0).dots[1] == 0.0);
}

BOOST_AUTO_TEST_CASE(a_pale_dot_is_seen_by_its_darkness) {
  const double pale = two_glyphs(12, 4, 150).dots[1];
  BOOST_TEST(pale > 0.2);
  BOOST_TEST(pale <= 1.0);
}

BOOST_AUTO_TEST_CASE(a_speck_that_stands_alone_is_taken_away) {
  layout::GreyPicture page = drawn::paper(400, 300, 200);
  drawn::fill(page, 100, 80, 112, 100);
  drawn::fill(page, 300, 200, 302, 202);
  Sheet sheet = sheet_of(page, Turning::kAsItIs);
  BOOST_TEST(take_blobs(sheet).size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_picture_decides_about_a_dot_that_readings_lost) {
  const Glyphs glyphs{{{0, 0, 10, 20}, {20, 0, 30, 20}}, {0, 1, 0}, false};
  const auto numbers = vote_number({{"41", 0.99}, {"41", 0.98}, {"4.1", 0.7}}, glyphs);
  BOOST_TEST_REQUIRE(!numbers.empty());
  BOOST_TEST(numbers.front().text == "4.1");
}

BOOST_AUTO_TEST_CASE(no_dot_is_put_where_the_picture_has_none) {
  const Glyphs glyphs{{{0, 0, 10, 20}, {11, 0, 21, 20}}, {0, 0, 0}, false};
  const auto numbers = vote_number({{"41", 0.99}, {"41", 0.98}}, glyphs);
  BOOST_TEST_REQUIRE(!numbers.empty());
  BOOST_TEST(numbers.front().text == "41");
}

BOOST_AUTO_TEST_CASE(a_reading_with_too_few_digits_loses_against_one_that_fits_the_picture) {
  const Glyphs glyphs{{{0, 0, 10, 20}, {20, 0, 30, 20}, {32, 0, 40, 20}}, {0, 1, 0, 0}, false};
  const auto numbers = vote_number({{"1", 0.99}, {"1", 0.99}, {"1.12", 0.6}, {"1.10", 0.5}}, glyphs);
  BOOST_TEST_REQUIRE(numbers.size() >= 2U);
  BOOST_TEST(numbers.front().confidence < 0.5);
}

BOOST_AUTO_TEST_CASE(a_number_whose_first_glyph_is_cut_is_never_sure) {
  const Glyphs glyphs{{{0, 0, 10, 20}, {20, 0, 30, 20}}, {0, 1, 0}, true};
  const auto numbers = vote_number({{"3.2", 0.99}, {"3.2", 0.99}}, glyphs);
  BOOST_TEST_REQUIRE(!numbers.empty());
  BOOST_TEST(numbers.front().confidence <= 0.3);
}

BOOST_AUTO_TEST_CASE(pictures_beyond_the_bounds_are_errors) {
  BOOST_TEST((make_sheet({1, 100'000, 100'000, 1, {}}).error().code == ErrorCode::kLimit));
  BOOST_TEST((make_sheet({1, 4, 4, 1, std::vector<std::uint8_t>(16)}).error().code == ErrorCode::kUnsupported));
  BOOST_TEST((make_sheet({1, 100, 100, 1, {}}).error().code == ErrorCode::kUnsupported));
  BOOST_TEST((make_sheet({1, -5, 100, 1, {}}).error().code == ErrorCode::kUnsupported));
}
