// SPDX-License-Identifier: GPL-3.0-or-later
// Whole plans out of pictures, with a recogniser of the test's own.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "unit/pipeline/printed_pages.h"

using namespace pactable;
using test::change_word;
using test::FakeRecogniser;
using test::FakeSource;
using test::scan_of;
using test::ScannedPrint;

namespace {

constexpr const char* kSaiga = "pdf/saiga-mtiwp-2021-2025.pdf";

const pipeline::Converter& converter() {
  static const auto kConverter = [] {
    const std::vector<std::filesystem::path> folders = {PACTABLE_SOURCE_DIR "/grammar"};
    auto loaded = pipeline::Converter::load(folders);
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return kConverter;
}

pipeline::ConvertOptions options_with(FakeSource& source, scans::Ocr ocr = scans::Ocr::kAuto) {
  pipeline::ConvertOptions options;
  options.scans = {ocr, {}, {source.source(), {}}};
  return options;
}

plan::Plan convert(const std::string& bytes, const pipeline::ConvertOptions& options) {
  auto conversion = converter().convert(bytes, "scan.pdf", options);
  if (!conversion) throw std::runtime_error(conversion.error().message);
  if (!conversion->plan) throw std::runtime_error("no plan");
  return std::move(*conversion->plan);
}

const ScannedPrint& saiga() {
  static const ScannedPrint kScan = scan_of(kSaiga);
  return kScan;
}

const plan::Item* numbered(const plan::Plan& plan, const std::string& number) {
  for (const plan::Item& item : plan.items) {
    if (item.number && item.number->canonical == number) return &item;
  }
  return nullptr;
}

std::size_t count(const plan::Plan& plan, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(plan.findings.begin(), plan.findings.end(),
                                                [&](const plan::Finding& finding) { return finding.rule == rule; }));
}

const plan::Activity* activity(const plan::Plan& plan, std::string_view label) {
  for (const plan::Activity& each : plan.activities) {
    if (each.label == label) return &each;
  }
  return nullptr;
}

const plan::Repair* repair_of(const plan::Plan& plan, const plan::Item& item, std::string_view field) {
  for (const plan::Repair& repair : plan.repairs) {
    if (repair.item == item.id && repair.field == field) return &repair;
  }
  return nullptr;
}

bool has(const std::vector<std::string>& texts, const std::string& wanted) {
  return std::find(texts.begin(), texts.end(), wanted) != texts.end();
}

// Page 4 of the print holds section 5.
constexpr int kPage = 4;

}  // namespace

BOOST_AUTO_TEST_CASE(a_pdf_of_pictures_becomes_the_plan_that_is_printed_on_them) {
  FakeRecogniser fake;
  FakeSource source{fake};
  test::read_print(fake, saiga());
  const plan::Plan plan = convert(saiga().bytes, options_with(source));
  const auto print = batch::read_file(PACTABLE_SOURCE_DIR "/fixtures/pdf/saiga-mtiwp-2021-2025.pdf");
  const plan::Plan printed = convert(*print, {});
  BOOST_REQUIRE(plan.items.size() == printed.items.size());
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    BOOST_TEST(plan.items[i].text.value_or("") == printed.items[i].text.value_or(""));
    BOOST_TEST(plan.items[i].number.has_value() == printed.items[i].number.has_value());
    if (!plan.items[i].number) continue;
    BOOST_TEST(plan.items[i].number->canonical.value_or("-") == printed.items[i].number->canonical.value_or("-"));
    BOOST_TEST((plan.items[i].number->origin == LabelOrigin::kOcr));
  }
  BOOST_TEST((plan.source.layer == plan::Layer::kOcr));
  BOOST_TEST(plan.repairs.empty());
  BOOST_TEST(count(plan, "OCR-USED") == 1U);
  BOOST_TEST(count(plan, "PDF-NO-TEXT") == 0U);
  BOOST_REQUIRE(activity(plan, "recognise-characters") != nullptr);
  BOOST_TEST(activity(plan, "recognise-characters")->details.at(0) == "fake 1.0, eng");
  BOOST_TEST(fake.pages_read.size() == saiga().pages.size());
}

BOOST_AUTO_TEST_CASE(a_typed_document_asks_for_no_recogniser) {
  FakeRecogniser fake;
  FakeSource source{fake};
  for (const char* fixture :
       {"pdf/iwc-cmp-action-plan-2018-2024.pdf", "docx/saiga-typed-damage.docx", "seeds/saiga-mtiwp-2021-2025.txt"}) {
    const auto bytes = batch::read_file(std::filesystem::path(PACTABLE_SOURCE_DIR "/fixtures") / fixture);
    static_cast<void>(convert(*bytes, options_with(source)));
  }
  BOOST_TEST(source.asked == 0);
}

BOOST_AUTO_TEST_CASE(a_number_of_which_nothing_is_right_is_settled_by_a_second_look_at_its_cell) {
  FakeRecogniser fake;
  FakeSource source{fake};
  Box cell;
  test::read_print(fake, saiga(), [&](layout::Page& page) {
    if (page.number != kPage) return;
    for (const layout::Word& word : page.words) {
      if (word.text == "5.4") cell = word.box;
    }
    BOOST_REQUIRE(change_word(page, "5.4", "Sd"));
  });
  fake.number = [](const layout::GreyPicture&, const Box&) { return std::vector<layout::Reading>{{"5.4", .8}}; };
  const plan::Plan plan = convert(saiga().bytes, options_with(source));
  const plan::Item* item = numbered(plan, "5.4");
  BOOST_REQUIRE(item != nullptr);
  BOOST_TEST((item->number->status == plan::NumberStatus::kRepaired));
  BOOST_TEST(item->number->printed.value_or("") == "Sd");
  const plan::Repair* repair = repair_of(plan, *item, "number");
  BOOST_REQUIRE(repair != nullptr);
  BOOST_TEST(has(repair->evidence, "second-look:5.4"));
  BOOST_REQUIRE(activity(plan, "look-again") != nullptr);
  const auto looked = std::find_if(fake.looks.begin(), fake.looks.end(), [&](const PagePlace& look) {
    return look.page == kPage && look.box.x0 <= cell.x0 && look.box.x1 >= cell.x1 && look.box.y0 <= cell.y0 &&
           look.box.y1 >= cell.y1;
  });
  BOOST_TEST((looked != fake.looks.end()));
}

BOOST_AUTO_TEST_CASE(a_number_that_the_first_reading_did_not_see_is_read_by_a_second_look) {
  const auto drop = [](layout::Page& page) {
    if (page.number == kPage) std::erase_if(page.words, [](const layout::Word& word) { return word.text == "5.4"; });
  };
  for (const std::string read : {"5.4", "", "7.9"}) {
    FakeRecogniser fake;
    FakeSource source{fake};
    test::read_print(fake, saiga(), drop);
    fake.number = [&](const layout::GreyPicture&, const Box&) {
      return read.empty() ? std::vector<layout::Reading>() : std::vector<layout::Reading>{{read, .8}};
    };
    const plan::Plan plan = convert(saiga().bytes, options_with(source));
    const plan::Item* item = numbered(plan, "5.4");
    BOOST_TEST_CONTEXT(read) {
      BOOST_TEST((item != nullptr) == (read == "5.4"));
      BOOST_TEST(count(plan, "OCR-SECOND-LOOK") == (read == "5.4" ? 1U : 0U));
      BOOST_TEST(count(plan, "NUM-MISSING") == (read == "5.4" ? 0U : 1U));
    }
    if (item == nullptr) continue;
    BOOST_TEST((item->number->status == plan::NumberStatus::kAsPrinted));
    BOOST_TEST(item->number->printed.value_or("") == "5.4");
    BOOST_REQUIRE(item->number->derived_from.size() == 1U);
    BOOST_TEST(page_of(item->number->derived_from[0]) == kPage);
  }
}

BOOST_AUTO_TEST_CASE(a_bad_layer_is_set_aside_and_its_words_stay_evidence) {
  // A layer of single words at their places; on page 4 it has lost the first sign of every number.
  const auto layer = [](bool damaged) {
    return [damaged](const layout::Page& page) {
      std::string content = "BT 3 Tr /F 8 Tf ";
      for (const layout::Word& word : page.words) {
        std::string text = word.text;
        const bool number = text.size() >= 3 && text[0] >= '1' && text[0] <= '9' && text.find('.') < 3;
        if (damaged && page.number == kPage && number) text = text.substr(text.find('.'));
        std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '\\' || (c & 0x80) != 0; });
        content += "1 0 0 1 " + std::to_string(word.box.x0) + " " + std::to_string(page.height - word.baseline) +
                   " Tm (" + text + ") Tj ";
      }
      return content + "ET";
    };
  };
  for (const bool damaged : {true, false}) {
    const ScannedPrint scan = scan_of(kSaiga, layer(damaged));
    FakeRecogniser fake;
    FakeSource source{fake};
    test::read_print(fake, scan, [](layout::Page& page) { change_word(page, "5.4", "5A"); });
    const plan::Plan plan = convert(scan.bytes, options_with(source));
    BOOST_TEST_CONTEXT("damaged " << damaged) {
      BOOST_TEST(fake.pages_read == (damaged ? std::vector<int>{kPage} : std::vector<int>()),
                 boost::test_tools::per_element());
      BOOST_TEST(count(plan, "OCR-LAYER-BAD") == (damaged ? 1U : 0U));
    }
    if (!damaged) continue;
    BOOST_TEST(std::any_of(plan.source.layer_evidence.begin(), plan.source.layer_evidence.end(),
                           [](const auto& text) { return text.find("text layer set aside") != std::string::npos; }));
    BOOST_TEST(numbered(plan, "5.2") != nullptr);
    FakeRecogniser unused;
    FakeSource never{unused};
    static_cast<void>(convert(scan.bytes, options_with(never, scans::Ocr::kNever)));
    BOOST_TEST(never.asked == 0);
    const plan::Plan without = convert(scan.bytes, {});
    BOOST_TEST(count(without, "OCR-WANTED") == 1U);
  }
}

BOOST_AUTO_TEST_CASE(pictures_without_a_recogniser_are_unsupported_and_say_why) {
  const auto without = converter().convert(saiga().bytes, "scan.pdf", {});
  BOOST_REQUIRE(!without);
  BOOST_TEST((without.error().code == ErrorCode::kUnsupported));
  pipeline::ConvertOptions missing;
  missing.scans.aids.recogniser = [](std::span<const std::string>) -> Result<recognition::Recogniser*> {
    return fail(ErrorCode::kUnsupported, "install the Debian package tesseract-ocr-eng");
  };
  const auto conversion = converter().convert(saiga().bytes, "scan.pdf", missing);
  BOOST_REQUIRE(!conversion);
  BOOST_TEST(conversion.error().message.find("tesseract-ocr-eng") != std::string::npos);
  missing.scans.ocr = scans::Ocr::kNever;
  BOOST_TEST(!converter().convert(saiga().bytes, "scan.pdf", missing).has_value());
}

BOOST_AUTO_TEST_CASE(a_page_that_cannot_be_recognised_is_said_and_the_rest_becomes_a_plan) {
  FakeRecogniser fake;
  FakeSource source{fake};
  test::read_print(fake, saiga());
  fake.page = [inner = fake.page](const layout::GreyPicture& picture) -> Result<layout::Page> {
    if (picture.page == kPage) return fail(ErrorCode::kLimit, "the picture is too large");
    return inner(picture);
  };
  const plan::Plan plan = convert(saiga().bytes, options_with(source));
  BOOST_TEST(count(plan, "OCR-PAGE-FAILED") == 1U);
  BOOST_TEST(count(plan, "PDF-NO-TEXT") == 1U);
  BOOST_TEST(plan.items.size() > 100U);
}

BOOST_AUTO_TEST_CASE(a_code_outside_of_its_legend_is_settled_by_what_else_was_read_there_if_that_is_one_code) {
  const auto urgency_of = [](std::vector<layout::Reading> others) {
    FakeRecogniser fake;
    FakeSource source{fake};
    int changed = 0;
    test::read_print(fake, saiga(), [&](layout::Page& page) {
      for (layout::Word& word : page.words) {
        if (word.text != "1" || word.box.x0 < page.width / 2 || page.number != kPage || changed > 0) continue;
        ++changed;
        word.text = "il";
        word.readings = {{"il", .9}};
        word.readings.insert(word.readings.end(), others.begin(), others.end());
      }
    });
    const plan::Plan plan = convert(saiga().bytes, options_with(source));
    for (const plan::Item& item : plan.items) {
      for (const plan::Field& field : item.fields) {
        if (field.printed != "il") continue;
        const plan::Repair* repair = repair_of(plan, item, field.role);
        return std::pair(field.value ? std::get<std::string>(*field.value) : std::string("-"),
                         repair != nullptr ? repair->rule : std::string("-"));
      }
    }
    return std::pair(std::string("?"), std::string("?"));
  };
  using Pair = std::pair<std::string, std::string>;
  BOOST_TEST((urgency_of({{"i", .3}, {"1", .2}}) == Pair("1", "CODE-OCR")));
  BOOST_TEST((urgency_of({{"1", .3}, {"2", .2}}) == Pair("-", "-")));
  BOOST_TEST((urgency_of({}) == Pair("-", "-")));
}

BOOST_AUTO_TEST_CASE(places_in_the_plan_are_those_of_the_page_as_it_is_displayed) {
  const auto place_with = [](double skew) {
    FakeRecogniser fake;
    FakeSource source{fake};
    test::read_print(fake, saiga(), [&](layout::Page& page) { page.skew = skew; });
    const plan::Plan plan = convert(saiga().bytes, options_with(source));
    return std::get<PagePlace>(numbered(plan, "5.4")->number->derived_from.at(0));
  };
  const PagePlace upright = place_with(0), leaning = place_with(1);
  layout::Page frame = saiga().pages.at(kPage - 1);
  frame.skew = 1;
  const Box expected = layout::as_displayed(frame, upright.box);
  BOOST_TEST(leaning.box.x0 == expected.x0, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(leaning.box.y1 == expected.y1, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(!(leaning.box == upright.box));
}
