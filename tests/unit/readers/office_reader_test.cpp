// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/office/office_reader.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>

#include "readers/office/office_program.h"
#include "readers/reader.h"

using namespace pactable;

namespace {

boost::test_tools::assertion_result has_office(boost::unit_test::test_unit_id) {
  return !readers::office::find_program("soffice").empty();
}

std::string compound(std::string_view stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (const char c : stream) bytes += {c, '\0'};
  return bytes;
}

std::string open_document(const std::string& type) { return "PK\x03\x04" + std::string(26, '\0') + "mimetype" + type; }

// The variable is put back when the test ends.
class OtherPath {
 public:
  explicit OtherPath(const char* path) : before_(std::getenv("PATH") == nullptr ? "" : std::getenv("PATH")) {
    setenv("PATH", path, 1);
  }
  ~OtherPath() { setenv("PATH", before_.c_str(), 1); }
  OtherPath(const OtherPath&) = delete;
  OtherPath& operator=(const OtherPath&) = delete;

 private:
  std::string before_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(old_documents_are_told_by_their_streams_and_types) {
  BOOST_TEST((*readers::recognise(compound("WordDocument")))->id == "doc");
  BOOST_TEST(!readers::recognise(compound("Workbook")).has_value());
  const std::string text = "application/vnd.oasis.opendocument.text";
  BOOST_TEST((*readers::recognise(open_document(text) + "PK"))->id == "odt");
  BOOST_TEST(!readers::office::recognises_odt(open_document(text + "-master")));
  BOOST_TEST(!readers::office::recognises_odt(open_document("application/vnd.oasis.opendocument.spreadsheet")));
}

BOOST_AUTO_TEST_CASE(without_the_program_the_error_names_its_package) {
  const OtherPath path("/nowhere");
  const auto document = readers::office::read_doc(compound("WordDocument"));
  BOOST_REQUIRE(!document.has_value());
  BOOST_TEST((document.error().code == ErrorCode::kUnsupported));
  BOOST_TEST(document.error().message.find("libreoffice-writer") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_encrypted_document_is_told_before_anything_is_started) {
  const auto document = readers::office::read_odt("manifest:encryption-data");
  BOOST_TEST((document.error().code == ErrorCode::kEncrypted));
}

BOOST_TEST_DECORATOR(*boost::unit_test::precondition(has_office))
BOOST_AUTO_TEST_CASE(a_text_that_the_program_understands_is_read_through_it) {
  // The simplest document that the program takes under the name .doc is RTF.
  const auto document = readers::office::read_doc("{\\rtf1 Survey the herds\\par}");
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document ? "" : document.error().message));
  const auto& block = std::get<layout::TextBlock>(document->blocks.at(0));
  BOOST_TEST(block.paragraph.text.utf8() == "Survey the herds");
  BOOST_TEST(document->media_type == "application/msword");
  BOOST_TEST(std::any_of(document->oddities.begin(), document->oddities.end(),
                         [](const auto& oddity) { return oddity.rule == "OFFICE-CONVERTED"; }));
}
