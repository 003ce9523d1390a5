// SPDX-License-Identifier: GPL-3.0-or-later
// The process that reads a document may be taken over by it: what it answers is held against what it was asked for.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "batch/document_converter.h"
#include "unit/batch/scratch_folder.h"

using namespace pactable;
using test::ScratchFolder;

namespace {

std::string write_plan(const plan::Plan& plan) { return std::to_string(plan.items.size()); }
constexpr writers::Writer kJson{"json", ".json", write_plan};

/// Converts every document to one item, with the files that the words of the document name besides.
batch::Steps steps() {
  batch::Steps steps;
  steps.recognise = [](std::string_view) -> Result<std::string> { return std::string("text/plain"); };
  steps.convert = [](std::string_view, const batch::Task&, const scans::Aids&) -> Result<pipeline::Conversion> {
    pipeline::Conversion conversion{"text/plain", plan::Layer::kOcr, plan::Plan()};
    conversion.plan->family = "test";
    conversion.plan->items.resize(1);
    return conversion;
  };
  steps.may_present = [](std::string_view extension) { return extension == ".page"; };
  steps.present = [](std::string_view bytes, const plan::CorpusRecord&, const plan::Plan&) {
    std::vector<batch::OutputFile> files;
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find(' ', begin), bytes.size());
      files.push_back({std::string(bytes.substr(begin, end - begin)), "x"});
      begin = end + 1;
    }
    return files;
  };
  return steps;
}

batch::Rendered convert(const std::string& bytes) {
  const ScratchFolder scratch;
  const auto converter = batch::DocumentConverter::start(steps(), {&kJson}, batch::Isolation::kAuto);
  BOOST_REQUIRE(converter.has_value());
  batch::Input input;
  input.path = "document.txt";
  input.file = scratch.write("document.txt", bytes).string();
  return converter->convert(input);
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_answer_that_fits_the_request_is_taken) {
  const batch::Rendered rendered = convert(".page");
  BOOST_TEST((rendered.record.outcome == plan::Outcome::kConverted));
  BOOST_TEST(rendered.files.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_file_that_nobody_asked_for_is_not_taken) {
  for (const std::string bytes : {"/../../home/.profile", ".exe", ".json", ".page .page", "x.page"}) {
    const batch::Rendered rendered = convert(bytes);
    BOOST_TEST((rendered.record.outcome == plan::Outcome::kFailed), bytes);
    BOOST_REQUIRE(rendered.record.error.has_value());
    BOOST_TEST((rendered.record.error->code == ErrorCode::kInternal), bytes);
    BOOST_TEST(rendered.files.empty());
  }
}
