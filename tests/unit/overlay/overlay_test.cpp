// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/overlay.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using pactable::Box;
using pactable::layout::Block;
using pactable::layout::Cell;
using pactable::layout::Page;
using pactable::layout::Picture;
using pactable::layout::Table;

constexpr int kSide = 100;

Picture white() { return {1, kSide, kSide, 1, std::vector<std::uint8_t>(kSide * kSide * 3, 255)}; }

pactable::layout::Colour at(const Picture& picture, int x, int y) {
  const std::size_t i = (static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)) * 3;
  return {picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2]};
}

Table table_of_one(Box box) {
  Table table;
  table.rows.resize(1);
  table.column_count = 1;
  Cell cell;
  cell.box = box;
  cell.page = 1;
  table.cells.push_back(cell);
  return table;
}

BOOST_AUTO_TEST_SUITE(overlay)

BOOST_AUTO_TEST_CASE(a_cell_gets_a_blue_frame_and_keeps_its_inside) {
  Picture picture = white();
  pactable::overlay::mark(picture, Page(), std::vector<Block>{table_of_one({10, 10, 60, 40})});
  BOOST_TEST(at(picture, 11, 25).blue > at(picture, 11, 25).red);
  BOOST_TEST(static_cast<int>(at(picture, 35, 25).red) == 255);
}

BOOST_AUTO_TEST_CASE(header_rows_repeated_headers_and_rows_after_a_break_are_tinted_differently) {
  Table plain = table_of_one({10, 10, 60, 40});
  std::vector<pactable::layout::Colour> tints;
  for (const int kind : {0, 1, 2, 3}) {
    Table table = plain;
    table.rows[0].header = kind == 1;
    table.rows[0].repeated_header = kind == 2;
    table.rows[0].after_break = kind == 3;
    Picture picture = white();
    pactable::overlay::mark(picture, Page(), std::vector<Block>{table});
    for (const auto& earlier : tints) BOOST_TEST((at(picture, 35, 25) != earlier));
    tints.push_back(at(picture, 35, 25));
  }
}

BOOST_AUTO_TEST_CASE(a_ruling_is_red_over_everything) {
  Picture picture = white();
  Page page;
  page.rulings.push_back({{5, 50, 95, 50}, true});
  pactable::overlay::mark(picture, page, {});
  BOOST_TEST(at(picture, 50, 50).red > at(picture, 50, 50).green);
}

BOOST_AUTO_TEST_CASE(boxes_outside_of_the_page_are_cut_to_it) {
  Picture picture = white();
  Page page;
  page.rulings.push_back({{-1e9, -5, 1e9, -5}, true});
  pactable::overlay::mark(picture, page, std::vector<Block>{table_of_one({-50, -50, 1e12, 500})});
  BOOST_TEST(picture.rgb.size() == static_cast<std::size_t>(kSide * kSide * 3));
}

BOOST_AUTO_TEST_CASE(every_page_of_a_pdf_becomes_a_png) {
  const std::filesystem::path source =
      std::filesystem::path(PACTABLE_SOURCE_DIR) / "fixtures/pdf/cami-programme-of-work-2014-2020.pdf";
  std::stringstream bytes;
  bytes << std::ifstream(source, std::ios::binary).rdbuf();
  const auto drawn = pactable::overlay::draw_pages(bytes.str());
  BOOST_REQUIRE(drawn.has_value());
  BOOST_TEST(drawn->size() > 1U);
  for (std::size_t i = 0; i < drawn->size(); ++i) {
    BOOST_TEST((*drawn)[i].page == static_cast<int>(i + 1));
    BOOST_TEST((*drawn)[i].png.starts_with("\x89PNG"));
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_pdf_is_refused) {
  const auto drawn = pactable::overlay::draw_pages("1.1 plain text");
  BOOST_REQUIRE(!drawn.has_value());
  BOOST_TEST((drawn.error().code == pactable::ErrorCode::kUnsupported));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
