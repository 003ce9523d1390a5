// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that need a recogniser, and files of another one beside them.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <set>

#include "batch/document_converter.h"
#include "unit/batch/scratch_folder.h"
#include "unit/scans/fake_recogniser.h"

using namespace pactable;
using test::ScratchFolder;

namespace {

batch::SearchRules rules() {
  batch::SearchRules rules{{".pdf", ".hocr", ".png"}, {}};
  rules.scan_extensions = {".pdf", ".png"};
  rules.ocr_extensions = {".hocr", ".alto.xml", ".xml"};
  rules.is_ocr_file = [](std::string_view bytes) { return bytes.starts_with("words"); };
  return rules;
}

int loads_of_this_process = 0;

/// "scan rus": asks for a recogniser of that language. The family says who converted it: loads in this process and its
/// forebears, the file beside the document.
batch::Steps steps() {
  batch::Steps steps;
  steps.recognise = [](std::string_view) -> Result<std::string> { return std::string("text/plain"); };
  steps.recogniser = [](std::span<const std::string> languages) -> Result<recognition::Recogniser*> {
    static test::FakeRecogniser fake;
    static std::set<std::string> loaded;
    if (languages.front() == "none") return fail(ErrorCode::kUnsupported, "install tesseract-ocr-none");
    if (loaded.insert(languages.front()).second) ++loads_of_this_process;
    return &fake;
  };
  steps.convert = [](std::string_view bytes, const batch::Task&,
                     const scans::Aids& aids) -> Result<pipeline::Conversion> {
    pipeline::Conversion conversion{"text/plain", plan::Layer::kOcr, plan::Plan()};
    conversion.plan->family = "loads " + std::to_string(loads_of_this_process);
    conversion.plan->items.resize(1);
    if (bytes.starts_with("scan ")) {
      const std::vector<std::string> languages = {std::string(bytes.substr(5))};
      const auto recogniser = aids.recogniser(languages);
      if (!recogniser) return tl::unexpected<Error>(recogniser.error());
      conversion.plan->family = "loads " + std::to_string(loads_of_this_process) + " " + (*recogniser)->name();
    }
    if (!aids.ocr_file.bytes.empty()) {
      conversion.plan->family = aids.ocr_file.name + ": " + std::string(aids.ocr_file.bytes);
    }
    return conversion;
  };
  return steps;
}

class Batch {
 public:
  explicit Batch(batch::Isolation isolation) : converter_(batch::DocumentConverter::start(steps(), {}, isolation)) {
    BOOST_REQUIRE(converter_.has_value());
  }
  plan::CorpusRecord convert(const std::string& bytes, const std::string& beside = {}) {
    const std::string stem = "document" + std::to_string(count_++);
    batch::Input input{stem + ".pdf", folder_.write(stem + ".pdf", bytes).string(), true, {}, {}};
    if (!beside.empty()) input.ocr_file = folder_.write(stem + ".hocr", beside).string();
    return converter_->convert(input).record;
  }

 private:
  ScratchFolder folder_;
  Result<batch::DocumentConverter> converter_;
  int count_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_recogniser_is_loaded_with_the_first_document_that_needs_it_and_stays) {
  Batch isolated(batch::Isolation::kAuto);
  BOOST_TEST(isolated.convert("text").family.value_or("") == "loads 0");
  BOOST_TEST(isolated.convert("scan eng").family.value_or("") == "loads 1 fake 1.0, eng");
  BOOST_TEST(isolated.convert("scan eng").family.value_or("") == "loads 1 fake 1.0, eng");
  BOOST_TEST(isolated.convert("scan rus").family.value_or("") == "loads 2 fake 1.0, eng");
  BOOST_TEST(isolated.convert("scan eng").family.value_or("") == "loads 2 fake 1.0, eng");
  // Where nothing is asked for nothing was loaded, nor in the process that started all this.
  BOOST_TEST(isolated.convert("text").family.value_or("") == "loads 0");
  BOOST_TEST(loads_of_this_process == 0);
}

BOOST_AUTO_TEST_CASE(what_is_missing_fails_the_document_that_needs_it_alone) {
  Batch isolated(batch::Isolation::kAuto);
  const plan::CorpusRecord record = isolated.convert("scan none");
  BOOST_REQUIRE(record.error.has_value());
  BOOST_TEST((record.error->code == ErrorCode::kUnsupported));
  BOOST_TEST(record.error->message == "install tesseract-ocr-none");
  BOOST_TEST(record.sha256.has_value());
  BOOST_TEST(isolated.convert("text").family.value_or("") == "loads 0");
}

BOOST_AUTO_TEST_CASE(the_file_of_another_recogniser_comes_with_its_document) {
  for (const batch::Isolation isolation : {batch::Isolation::kAuto, batch::Isolation::kNone}) {
    Batch batch(isolation);
    BOOST_TEST(batch.convert("text", "words of page 1").family.value_or("") == "document0.hocr: words of page 1");
    BOOST_TEST(batch.convert("scan eng", "words").family.value_or("") == "document1.hocr: words");
  }
}

BOOST_AUTO_TEST_CASE(files_beside_scans_are_found_by_name_and_content_and_are_no_documents) {
  const ScratchFolder folder;
  folder.write("in/a.pdf", "pdf");
  folder.write("in/a.hocr", "words");
  folder.write("in/b.pdf", "pdf");
  folder.write("in/b.alto.xml", "words");
  folder.write("in/c.pdf", "pdf");
  folder.write("in/c.xml", "a plan");
  folder.write("in/d.hocr", "words");
  folder.write("in/e.png", "png");
  folder.write("in/e.xml", "words");
  const std::vector<std::filesystem::path> named = {folder.path() / "in"};
  const batch::Search search = batch::find_inputs(named, rules());
  std::vector<std::string> found;
  for (const batch::Input& input : search.inputs) found.push_back(input.path + " " + input.ocr_file_name());
  const std::vector<std::string> expected = {"a.pdf a.hocr", "b.pdf b.alto.xml", "c.pdf ", "d.hocr ", "e.png e.xml"};
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
  const std::vector<std::filesystem::path> both = {folder.path() / "in/a.pdf", folder.path() / "in/a.hocr"};
  BOOST_TEST(batch::find_inputs(both, rules()).inputs.size() == 2U);
}
