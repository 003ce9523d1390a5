// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages are recognised, at which resolution, and what becomes of what was there.
#include "scans/scanned_document.h"

#include <boost/test/unit_test.hpp>
#include <numeric>

#include "unit/scans/fake_recogniser.h"

using namespace pactable;
using scans::Ocr;
using scans::ScannedDocument;
using test::FakeRecogniser;
using test::FakeSource;

namespace {

constexpr double kWidth = 400, kHeight = 300;

std::vector<double> drawn;  // dpi of every picture

class WhitePages final : public layout::PagePictures {
 public:
  Result<layout::GreyPicture> draw(int page, double dpi) override {
    drawn.push_back(dpi);
    if (page == 13) return fail(ErrorCode::kLimit, "page 13 cannot be drawn");
    return layout::GreyPicture{page, 40, 30, dpi / 72, std::vector<std::uint8_t>(1200, 255)};
  }
};

Result<std::unique_ptr<layout::PagePictures>> open_white(std::string_view) { return std::make_unique<WhitePages>(); }

layout::Page page_of(int number, const std::string& text, bool invisible, double dpi) {
  layout::Page page;
  page.number = number;
  page.width = kWidth;
  page.height = kHeight;
  if (!text.empty()) {
    page.words.push_back(test::word(text, {20, 20, 100, 30}));
    page.words.back().invisible = invisible;
  }
  if (dpi > 0) page.images.push_back({{0, 0, kWidth, kHeight}, dpi});
  return page;
}

layout::Document document_of(std::vector<layout::Page> pages) {
  layout::Document document;
  document.pages = std::move(pages);
  drawn.clear();
  return document;
}

std::vector<int> pages_of(const std::vector<scans::PageNeed>& needs) {
  std::vector<int> pages;
  for (const scans::PageNeed& need : needs) pages.push_back(need.page);
  return pages;
}

layout::Page recognised(int number) {
  layout::Page page = page_of(number, "", false, 0);
  page.words.push_back(test::word("41", {20, 20, 40, 30}));
  page.words.back().readings = {{"41", .9}, {"4.1", .2}};
  page.rulings.push_back({{0, 50, kWidth, 51}, true});
  return page;
}

}  // namespace

BOOST_AUTO_TEST_CASE(pictures_are_recognised_and_typed_pages_and_good_layers_are_not) {
  layout::Document document = document_of({page_of(1, "", false, 200), page_of(2, "typed", false, 0),
                                           page_of(3, "recognised", true, 200), page_of(4, "", false, 0)});
  for (const auto& [choice, expected] :
       std::vector<std::pair<Ocr, std::vector<int>>>{{Ocr::kAuto, {1}}, {Ocr::kNever, {}}, {Ocr::kAlways, {1, 2, 3}}}) {
    scans::Options options;
    options.ocr = choice;
    ScannedDocument scanned("", open_white, options);
    BOOST_TEST(pages_of(scanned.find_needs(document)) == expected, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_document_without_pictures_asks_for_nothing_and_draws_nothing) {
  layout::Document document = document_of({page_of(1, "typed", false, 0), page_of(2, "typed", false, 0)});
  FakeRecogniser fake;
  FakeSource source{fake};
  scans::Options options{Ocr::kAuto, {}, {source.source(), {}}};
  ScannedDocument scanned("", open_white, options);
  BOOST_TEST(scanned.find_needs(document).empty());
  BOOST_TEST(scanned.recognise(document, {}, "en").has_value());
  BOOST_TEST(source.asked == 0);
  BOOST_TEST(drawn.empty());
  BOOST_TEST(!scanned.has_scans());
}

BOOST_AUTO_TEST_CASE(pages_are_drawn_one_at_a_time_as_finely_as_they_were_scanned_and_not_finer_than_300_dpi) {
  layout::Document document = document_of(
      {page_of(1, "", false, 200), page_of(2, "", false, 600), page_of(3, "", false, 40), page_of(4, "", false, 150)});
  FakeRecogniser fake;
  fake.page = [](const layout::GreyPicture& picture) { return recognised(picture.page); };
  FakeSource source{fake};
  scans::Options options{Ocr::kAuto, {}, {source.source(), {}}};
  ScannedDocument scanned("", open_white, options);
  const auto needs = scanned.find_needs(document);
  BOOST_REQUIRE(scanned.recognise(document, needs, "").has_value());
  BOOST_TEST(drawn == (std::vector<double>{200, 300, 300, 150}), boost::test_tools::per_element());
  BOOST_TEST(source.asked == 1);
}

BOOST_AUTO_TEST_CASE(the_language_is_that_which_was_asked_for_or_that_of_the_text_or_english) {
  const auto languages = [](std::vector<std::string> asked, const std::string& text) {
    layout::Document document = document_of({page_of(1, "", false, 200)});
    FakeRecogniser fake;
    FakeSource source{fake};
    scans::Options options{Ocr::kAuto, std::move(asked), {source.source(), {}}};
    ScannedDocument scanned("", open_white, options);
    BOOST_REQUIRE(scanned.recognise(document, scanned.find_needs(document), text).has_value());
    return source.languages;
  };
  using Names = std::vector<std::string>;
  BOOST_TEST(languages({}, "fr") == Names{"fra"}, boost::test_tools::per_element());
  BOOST_TEST(languages({}, "") == Names{"eng"}, boost::test_tools::per_element());
  BOOST_TEST(languages({}, "und") == Names{"eng"}, boost::test_tools::per_element());
  BOOST_TEST(languages({"rus", "eng"}, "fr") == (Names{"rus", "eng"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_page_that_fails_is_accounted_for_and_the_others_go_on) {
  layout::Document document =
      document_of({page_of(12, "", false, 200), page_of(13, "", false, 200), page_of(14, "", false, 200)});
  FakeRecogniser fake;
  fake.page = [](const layout::GreyPicture& picture) -> Result<layout::Page> {
    if (picture.page == 12) return fail(ErrorCode::kLimit, "too large");
    return recognised(picture.page);
  };
  FakeSource source{fake};
  scans::Options options{Ocr::kAuto, {}, {source.source(), {}}};
  ScannedDocument scanned("", open_white, options);
  document.oddities = {{"PDF-NO-TEXT", "", PagePlace{12, {}}}, {"PDF-NO-TEXT", "", PagePlace{14, {}}}};
  BOOST_REQUIRE(scanned.recognise(document, scanned.find_needs(document), "").has_value());
  BOOST_TEST(scanned.account().failed.size() == 2U);
  BOOST_TEST(pages_of(scanned.account().read) == std::vector<int>{14}, boost::test_tools::per_element());
  BOOST_REQUIRE(document.oddities.size() == 1U);
  BOOST_TEST(pactable::page_of(*document.oddities[0].place) == 12);
  BOOST_REQUIRE(document.page_count.has_value());
  BOOST_TEST(document.page_count->missing == (std::vector<int>{12, 13}), boost::test_tools::per_element());
  BOOST_TEST(document.pages[2].words.size() == 1U);
  BOOST_TEST((document.origin == LabelOrigin::kOcr));
}

BOOST_AUTO_TEST_CASE(a_layer_that_is_set_aside_and_other_readings_stay_as_witnesses) {
  layout::Document document = document_of({page_of(1, "A.1", true, 200)});
  FakeRecogniser fake;
  fake.page = [](const layout::GreyPicture& picture) { return recognised(picture.page); };
  FakeSource source{fake};
  scans::Options options{Ocr::kAlways, {}, {source.source(), {}}};
  ScannedDocument scanned("", open_white, options);
  BOOST_REQUIRE(scanned.recognise(document, scanned.find_needs(document), "").has_value());
  const auto& witnesses = scanned.account().witnesses;
  BOOST_REQUIRE(witnesses.size() == 2U);
  BOOST_TEST((witnesses[0].kind == layout::Witness::Kind::kLayer));
  BOOST_TEST(witnesses[0].readings.at(0).text == "A.1");
  BOOST_TEST((witnesses[1].kind == layout::Witness::Kind::kAlternative));
  BOOST_TEST(witnesses[1].readings.at(0).text == "4.1");
  BOOST_TEST(document.pages[0].words.size() == 1U);
  BOOST_TEST(document.pages[0].rulings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_layer_stays_where_the_recogniser_sees_nothing) {
  layout::Document document = document_of({page_of(1, "layer", true, 200)});
  FakeRecogniser fake;
  FakeSource source{fake};
  scans::Options options{Ocr::kAlways, {}, {source.source(), {}}};
  ScannedDocument scanned("", open_white, options);
  BOOST_REQUIRE(scanned.recognise(document, scanned.find_needs(document), "").has_value());
  BOOST_TEST(document.pages[0].words.at(0).text == "layer");
  BOOST_TEST(scanned.account().read.empty());
}

BOOST_AUTO_TEST_CASE(a_second_look_is_at_the_page_as_it_is_displayed_and_draws_a_page_once) {
  layout::Document document = document_of({page_of(1, "", false, 600)});
  FakeRecogniser fake;
  fake.page = [](const layout::GreyPicture& picture) {
    layout::Page page = recognised(picture.page);
    page.skew = 1.5;
    return page;
  };
  fake.number = [](const layout::GreyPicture&, const Box&) { return std::vector<layout::Reading>{{"4.1", .5}}; };
  FakeSource source{fake};
  scans::Options options{Ocr::kAuto, {}, {source.source(), {}}};
  ScannedDocument scanned("", open_white, options);
  BOOST_REQUIRE(scanned.recognise(document, scanned.find_needs(document), "").has_value());
  const Box upright{20, 20, 40, 30};
  for (int look = 0; look < 2; ++look) {
    const auto readings = scanned.look_again({1, upright}, "");
    BOOST_REQUIRE(readings.has_value());
    BOOST_TEST(readings->at(0).text == "4.1");
  }
  BOOST_TEST(drawn == (std::vector<double>{300, 600}), boost::test_tools::per_element());
  const Box displayed = layout::as_displayed(document.pages[0], upright);
  BOOST_TEST((fake.looks.at(0).box == displayed));
  BOOST_TEST(displayed.y0 < 20 - 2);  // a page that leans clockwise stands higher at its left edge
  BOOST_TEST(!scanned.look_again({7, upright}, "").has_value());
}

BOOST_AUTO_TEST_CASE(without_a_recogniser_the_document_stays_as_it_is) {
  layout::Document document = document_of({page_of(1, "", false, 200)});
  scans::Options options;
  ScannedDocument scanned("", open_white, options);
  const Status read = scanned.recognise(document, scanned.find_needs(document), "");
  BOOST_REQUIRE(!read.has_value());
  BOOST_TEST((read.error().code == ErrorCode::kUnsupported));
  BOOST_TEST(document.pages[0].words.empty());
}
