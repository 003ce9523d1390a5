// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are pictures: how many pages, of which size; broken and hostile ones.
#include "readers/picture/picture_reader.h"

#include <boost/test/unit_test.hpp>
#include <vector>

using namespace pactable;
namespace picture = pactable::readers::picture;

namespace {

std::string number(std::uint32_t value, int size, bool big_endian) {
  std::string bytes;
  for (int i = 0; i < size; ++i) {
    const int shift = 8 * (big_endian ? size - 1 - i : i);
    bytes += static_cast<char>(value >> shift & 0xFFU);
  }
  return bytes;
}

std::string chunk(const std::string& type, const std::string& data) {
  return number(static_cast<std::uint32_t>(data.size()), 4, true) + type + data + "crc.";
}

std::string png(std::uint32_t width, std::uint32_t height, std::uint32_t per_metre) {
  std::string bytes = "\x89PNG\r\n\x1a\n";
  bytes += chunk("IHDR", number(width, 4, true) + number(height, 4, true) + std::string("\x08\0\0\0\0", 5));
  if (per_metre > 0) bytes += chunk("pHYs", number(per_metre, 4, true) + number(per_metre, 4, true) + "\x01");
  return bytes + chunk("IDAT", "") + chunk("IEND", "");
}

struct TiffPage {
  std::uint32_t width, height, resolution, unit;
};

/// The last directory leads to `loop`, 0 for an end.
std::string tiff(const std::vector<TiffPage>& pages, bool big_endian, std::uint32_t loop = 0) {
  const auto u16 = [&](std::uint32_t value) { return number(value, 2, big_endian); };
  const auto u32 = [&](std::uint32_t value) { return number(value, 4, big_endian); };
  std::string bytes = (big_endian ? "MM" : "II") + u16(42) + u32(8);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(bytes.size());
    const std::uint32_t fraction = begin + 2 + 4 * 12 + 4, next = fraction + 8;
    bytes += u16(4);
    bytes += u16(256) + u16(3) + u32(1) + (big_endian ? u16(pages[i].width) + u16(0) : u32(pages[i].width));
    bytes += u16(257) + u16(4) + u32(1) + u32(pages[i].height);
    bytes += u16(282) + u16(5) + u32(1) + u32(fraction);
    bytes += u16(296) + u16(3) + u32(1) + (big_endian ? u16(pages[i].unit) + u16(0) : u32(pages[i].unit));
    bytes += u32(i + 1 < pages.size() ? next : loop);
    bytes += u32(pages[i].resolution) + u32(1);
  }
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_png_tells_its_size_and_resolution) {
  const auto document = picture::read_png(png(1654, 2339, 7874));  // A4 at 200 dpi
  BOOST_REQUIRE(document.has_value());
  BOOST_REQUIRE(document->pages.size() == 1U);
  BOOST_TEST(document->pages[0].width == 595.4, boost::test_tools::tolerance(0.001));
  BOOST_TEST(document->pages[0].images.at(0).dpi == 200, boost::test_tools::tolerance(0.001));
  BOOST_TEST(document->pages[0].words.empty());
  const auto silent = picture::read_png(png(1654, 2339, 0));
  BOOST_TEST(silent->pages[0].height == 842, boost::test_tools::tolerance(0.001));
}

BOOST_AUTO_TEST_CASE(a_tiff_has_a_page_for_each_directory) {
  for (const bool big_endian : {false, true}) {
    const auto document = picture::read_tiff(tiff({{1654, 2339, 200, 2}, {1240, 1754, 59, 3}}, big_endian));
    BOOST_REQUIRE(document.has_value());
    BOOST_REQUIRE(document->pages.size() == 2U);
    BOOST_TEST(document->pages[0].images.at(0).dpi == 200);
    BOOST_TEST(document->pages[1].images.at(0).dpi == 149.86, boost::test_tools::tolerance(0.001));
    BOOST_TEST(document->pages[1].number == 2);
  }
}

BOOST_AUTO_TEST_CASE(broken_and_hostile_pictures_fail_with_a_reason) {
  const std::string whole = tiff({{100, 100, 200, 2}, {100, 100, 200, 2}}, false);
  for (std::size_t length = 4; length < whole.size() - 8; length += 7) {
    const auto cut = picture::read_tiff(std::string_view(whole).substr(0, length));
    BOOST_TEST((!cut.has_value() || cut->pages.size() <= 2U));
  }
  BOOST_TEST((picture::read_tiff(tiff({{100, 100, 200, 2}}, false, 8)).error().code == ErrorCode::kDamaged));
  BOOST_TEST((picture::read_tiff(tiff({{100, 4'000'000'000U, 200, 2}}, false)).error().code == ErrorCode::kLimit));
  BOOST_TEST((picture::read_tiff(tiff({{0, 100, 200, 2}}, false)).error().code == ErrorCode::kDamaged));
  BOOST_TEST((picture::read_png("\x89PNG\r\n\x1a\n").error().code == ErrorCode::kDamaged));
  BOOST_TEST((picture::read_png(png(0, 5, 0)).error().code == ErrorCode::kDamaged));
}
