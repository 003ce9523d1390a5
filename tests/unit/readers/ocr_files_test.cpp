// SPDX-License-Identifier: GPL-3.0-or-later
// hOCR and ALTO: words in points with their confidences; broken and hostile files.
#include <boost/test/unit_test.hpp>

#include "readers/ocr/alto_reader.h"
#include "readers/ocr/hocr_reader.h"
#include "readers/reader.h"

using namespace pactable;
namespace ocr = pactable::readers::ocr;

namespace {

constexpr std::string_view kHocr =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
    "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title></title>"
    "<meta name='ocr-system' content='tesseract 5.3.0'/></head><body>\n"
    "<div class='ocr_page' id='page_1' title='image \"a.png\"; bbox 0 0 1654 2339; ppageno 0; scan_res 200 200'>"
    "<div class='ocr_carea'><p class='ocr_par'>"
    "<span class='ocr_line' title='bbox 100 200 900 240; baseline 0 -8; x_size 30'>"
    "<span class='ocrx_word' id='w1' title='bbox 100 200 180 230; x_wconf 91'>4.1</span>"
    "<span class='ocrx_word' title='bbox 200 200 400 232; x_wconf 30'><strong>Action&amp;Plan</strong>"
    "<del class='alt'>Action8Plan</del></span></span></p></div>"
    "<div class='ocr_separator' title='bbox 100 300 1500 304'></div>"
    "<div class='ocr_photo' title='bbox 100 300 1500 900'></div></div>"
    "<div class='ocr_page' title='bbox 0 0 1000 1000'></div></body></html>";

std::string alto(const std::string& unit, const std::string& body, const std::string& version = "v4") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made by hand -->\n<alto "
         "xmlns=\"http://www.loc.gov/standards/alto/ns-" +
         version + "#\"><Description><MeasurementUnit>" + unit +
         "</MeasurementUnit><OCRProcessing><ocrProcessingStep><processingSoftware><softwareName>Reader"
         "</softwareName><softwareVersion>2</softwareVersion></processingSoftware></ocrProcessingStep></OCRProcessing>"
         "</Description><Layout>" +
         body + "</Layout></alto>";
}

constexpr const char* kAltoPage =
    "<Page PHYSICAL_IMG_NR=\"1\" WIDTH=\"2100\" HEIGHT=\"2970\"><PrintSpace><ComposedBlock><TextBlock><TextLine "
    "BASELINE=\"300\"><String CONTENT=\"l.0\" HPOS=\"254\" VPOS=\"260.5\" WIDTH=\"100\" HEIGHT=\"40\" WC=\"0.6\" "
    "STYLE=\"bold\"><ALTERNATIVE>1.0</ALTERNATIVE><ALTERNATIVE>4.0</ALTERNATIVE></String><SP/><String CONTENT=\"Re\" "
    "HPOS=\"400\" VPOS=\"260\" WIDTH=\"90\" HEIGHT=\"40\"/><HYP CONTENT=\"-\" HPOS=\"490\" VPOS=\"260\" WIDTH=\"9\" "
    "HEIGHT=\"40\"/></TextLine></TextBlock><GraphicalElement HPOS=\"254\" VPOS=\"350\" WIDTH=\"1000\" "
    "HEIGHT=\"5\"/></ComposedBlock></PrintSpace></Page>";

}  // namespace

BOOST_AUTO_TEST_CASE(hocr_gives_words_in_points_with_confidences_and_other_readings) {
  const auto format = readers::recognise(kHocr);
  BOOST_REQUIRE(format.has_value());
  BOOST_TEST((*format)->id == "hocr");
  const auto document = ocr::read_hocr(kHocr);
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST((document->origin == LabelOrigin::kOcr));
  BOOST_TEST(document->origin_evidence.at(0) == "hOCR by tesseract 5.3.0");
  BOOST_REQUIRE(document->pages.size() == 2U);
  const layout::Page& page = document->pages[0];
  BOOST_TEST(page.width == 595.44, boost::test_tools::tolerance(0.001));
  BOOST_REQUIRE(page.words.size() == 2U);
  BOOST_TEST(page.words[0].text == "4.1");
  BOOST_TEST(page.words[0].box.x0 == 36, boost::test_tools::tolerance(0.001));
  BOOST_TEST(page.words[0].baseline == (240 - 8) * 0.36 - 0.72, boost::test_tools::tolerance(0.02));
  BOOST_TEST(page.words[0].readings.at(0).confidence == 0.91);
  BOOST_TEST(page.words[0].space_after);
  BOOST_TEST(page.words[1].text == "Action&Plan");
  BOOST_TEST(page.words[1].bold);
  BOOST_TEST(!page.words[1].space_after);
  BOOST_TEST(page.words[1].readings.at(1).text == "Action8Plan");
  BOOST_REQUIRE(page.rulings.size() == 1U);
  BOOST_TEST(page.rulings[0].horizontal);
}

BOOST_AUTO_TEST_CASE(alto_of_every_version_and_unit_gives_the_same_page) {
  for (const std::string version : {"v2", "v3", "v4"}) {
    const std::string bytes = alto("mm10", kAltoPage, version);
    BOOST_TEST((*readers::recognise(bytes))->id == "alto");
    const auto document = ocr::read_alto(bytes);
    BOOST_REQUIRE(document.has_value());
    BOOST_TEST(document->origin_evidence.at(0) == "ALTO by Reader 2");
    const layout::Page& page = document->pages.at(0);
    BOOST_TEST(page.width == 595.28, boost::test_tools::tolerance(0.001));
    BOOST_REQUIRE(page.words.size() == 3U);
    BOOST_TEST(page.words[0].box.x0 == 72, boost::test_tools::tolerance(0.001));
    BOOST_TEST(page.words[0].readings.size() == 3U);
    BOOST_TEST(page.words[0].readings[2].text == "4.0");
    BOOST_TEST(page.words[0].bold);
    BOOST_TEST(page.words[2].text == "-");
    BOOST_TEST(!page.words[2].space_after);
    BOOST_TEST(page.rulings.size() == 1U);
  }
  // Pixels of a picture whose resolution is not told: an A4 page.
  BOOST_TEST(ocr::read_alto(alto("pixel", kAltoPage))->pages.at(0).height == 842, boost::test_tools::tolerance(0.001));
  BOOST_TEST(ocr::read_alto(alto("inch1200", kAltoPage))->pages.at(0).width == 126,
             boost::test_tools::tolerance(0.001));
}

BOOST_AUTO_TEST_CASE(other_html_and_xml_are_not_taken_for_them) {
  BOOST_TEST(!ocr::recognises_hocr("<html><body><p>The ocr_page of a book</p></body></html>"));
  BOOST_TEST(!ocr::recognises_alto("<?xml version=\"1.0\"?><plan xmlns=\"x\"><alto/></plan>"));
  BOOST_TEST(!ocr::recognises_alto("<!-- <alto> --><svg/>"));
  BOOST_TEST(!ocr::recognises_alto("alto"));
  BOOST_TEST(ocr::recognises_alto("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<a:alto xmlns:a=\"x\"></a:alto>"));
}

BOOST_AUTO_TEST_CASE(broken_and_hostile_files_fail_with_a_reason_or_give_what_is_there) {
  for (std::size_t length = 0; length < kHocr.size(); length += 41) {
    const auto cut = ocr::read_hocr(kHocr.substr(0, length));
    BOOST_TEST((cut.has_value() || cut.error().code == ErrorCode::kDamaged));
  }
  const std::string whole = alto("mm10", kAltoPage);
  for (std::size_t length = 0; length + 1 < whole.size(); length += 37) {
    BOOST_TEST(!ocr::read_alto(std::string_view(whole).substr(0, length)).has_value());
  }
  const std::string laughs =
      "<!DOCTYPE alto [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><alto><Layout><Page><String "
      "CONTENT=\"&b;\"/></Page></Layout></alto>";
  BOOST_TEST((ocr::read_alto(laughs).error().code == ErrorCode::kDamaged));
  const auto odd = ocr::read_alto(
      alto("pixel",
           "<Page WIDTH=\"nan\" HEIGHT=\"1e300\"><String CONTENT=\"x\" HPOS=\"-1e308\" VPOS=\"inf\" WIDTH=\"1e308\" "
           "HEIGHT=\"-4\" WC=\"7\"/><String CONTENT=\"  \"/></Page>"));
  BOOST_REQUIRE(odd.has_value());
  const layout::Page& page = odd->pages.at(0);
  BOOST_REQUIRE(page.words.size() == 1U);
  BOOST_TEST((page.width >= 0 && page.width <= 14'400 && page.height <= 14'400));
  BOOST_TEST((page.words[0].box.x0 >= 0 && page.words[0].box.x1 <= page.width));
  BOOST_TEST(page.words[0].readings[0].confidence == 1);
  std::string deep = "<html><body><div class='ocr_page' title='bbox 0 0 9 9'>";
  for (int i = 0; i < 5000; ++i) deep += "<span>";
  const auto sunk = ocr::read_hocr(deep);
  BOOST_TEST((sunk.has_value() || sunk.error().code == ErrorCode::kLimit));
}
