// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/decode.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "recognition/tesseract/pix.h"

using namespace pactable;
using recognition::tesseract::decode_pictures;
using recognition::tesseract::PixPtr;

namespace {

PixPtr page(int width, int height, int depth, int dpi) {
  PixPtr pix(pixCreate(width, height, depth));
  pixSetAll(pix.get());
  pixSetResolution(pix.get(), dpi, dpi);
  return pix;
}

std::string png(PIX& pix) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  BOOST_REQUIRE(pixWriteMemPng(&data, &size, &pix, 0) == 0);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}

std::string tiff(PIX& pix) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  BOOST_REQUIRE(pixWriteMemTiff(&data, &size, &pix, IFF_TIFF_ZIP) == 0);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(pictures_of_every_depth_become_grey_with_their_resolution) {
  for (const int depth : {1, 8, 32}) {
    const PixPtr pix = page(300, 200, depth, 150);
    for (const std::string& bytes : {png(*pix), tiff(*pix)}) {
      const auto pages = decode_pictures(bytes);
      BOOST_TEST_CONTEXT("depth " << depth) {
        BOOST_TEST_REQUIRE(pages.has_value());
        BOOST_TEST_REQUIRE(pages->size() == 1U);
        BOOST_TEST(pages->front().width == 300);
        BOOST_TEST(pages->front().height == 200);
        BOOST_TEST(std::abs(pages->front().scale - 150 / 72.0) < 0.02);
        BOOST_TEST(pages->front().grey.size() == 60'000U);
        BOOST_TEST(static_cast<int>(pages->front().grey[0]) == (depth == 1 ? 0 : 255));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_picture_without_a_resolution_is_taken_for_a_sheet_of_paper) {
  const PixPtr pix = page(1190, 1684, 8, 0);
  const auto pages = decode_pictures(png(*pix));
  BOOST_TEST_REQUIRE(pages.has_value());
  BOOST_TEST(std::abs(pages->front().scale - 2) < 0.01);
}

BOOST_AUTO_TEST_CASE(a_header_that_claims_too_much_is_an_error_before_anything_is_decoded) {
  const PixPtr pix = page(30, 20, 8, 150);
  std::string bytes = png(*pix);
  bytes[16] = 0x7f;  // width
  bytes[20] = 0x7f;  // height
  const auto pages = decode_pictures(bytes);
  BOOST_TEST_REQUIRE(!pages.has_value());
  BOOST_TEST((pages.error().code == ErrorCode::kLimit));
}

BOOST_AUTO_TEST_CASE(pictures_that_are_cut_or_none_are_errors) {
  const PixPtr pix = page(300, 200, 8, 150);
  for (const std::string& whole : {png(*pix), tiff(*pix)}) {
    for (const std::size_t length : {std::size_t{8}, std::size_t{20}, whole.size() / 2}) {
      BOOST_TEST(!decode_pictures(whole.substr(0, length)).has_value());
    }
  }
  BOOST_TEST((decode_pictures("%PDF-1.5").error().code == ErrorCode::kUnknownType));
  BOOST_TEST(!decode_pictures("").has_value());
}
