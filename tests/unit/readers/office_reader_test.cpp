// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/office/office_reader.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "readers/reader.h"

using namespace pactable;

namespace {

std::string compound(std::string_view stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (const char c : stream) bytes += {c, '\0'};
  return bytes;
}

std::string open_document(const std::string& type) { return "PK\x03\x04" + std::string(26, '\0') + "mimetype" + type; }

}  // namespace

BOOST_AUTO_TEST_CASE(old_documents_are_told_by_their_streams_and_types) {
  BOOST_TEST((*readers::recognise(compound("WordDocument")))->id == "doc");
  BOOST_TEST(!readers::recognise(compound("Workbook")).has_value());
  const std::string text = "application/vnd.oasis.opendocument.text";
  BOOST_TEST((*readers::recognise(open_document(text) + "PK"))->id == "odt");
  BOOST_TEST(!readers::office::recognises_odt(open_document(text + "-master")));
  BOOST_TEST(!readers::office::recognises_odt(open_document("application/vnd.oasis.opendocument.spreadsheet")));
}

BOOST_AUTO_TEST_CASE(what_is_read_through_another_program_has_its_extension) {
  BOOST_TEST(readers::office::extension_of(compound("WordDocument")) == ".doc");
  BOOST_TEST(readers::office::extension_of(open_document("application/vnd.oasis.opendocument.text") + "PK") == ".odt");
  BOOST_TEST(readers::office::extension_of("{\\rtf1 Survey}") == ".rtf");
  BOOST_TEST((*readers::recognise("{\\rtf1 Survey}"))->id == "rtf");
  const std::string locked = open_document("application/vnd.oasis.opendocument.text") + "manifest:encryption-data";
  for (const std::string& other : {locked, std::string("%PDF-1.4"), std::string("1.1 text"), compound("Workbook")}) {
    BOOST_TEST(readers::office::extension_of(other).empty());
  }
}

BOOST_AUTO_TEST_CASE(a_document_of_which_no_docx_was_made_is_not_read) {
  const auto document = readers::office::read_doc(compound("WordDocument"));
  BOOST_REQUIRE(!document.has_value());
  BOOST_TEST((document.error().code == ErrorCode::kUnsupported));
}

BOOST_AUTO_TEST_CASE(an_encrypted_document_is_told_before_anything_is_started) {
  const auto document = readers::office::read_odt("manifest:encryption-data");
  BOOST_TEST((document.error().code == ErrorCode::kEncrypted));
}

BOOST_AUTO_TEST_CASE(the_docx_that_was_made_of_a_document_is_read_in_its_place_while_it_lives) {
  std::ifstream in(PACTABLE_SOURCE_DIR "/fixtures/docx/saiga-typed-damage.docx", std::ios::binary);
  std::ostringstream docx;
  docx << in.rdbuf();
  const std::string bytes = docx.str();
  {
    const readers::office::MadeDocx made(bytes);
    const auto document = readers::office::read_rtf("{\\rtf1 }");
    BOOST_REQUIRE(document.has_value());
    BOOST_TEST(document->media_type == "application/rtf");
    BOOST_TEST(!document->blocks.empty());
    BOOST_TEST(std::any_of(document->oddities.begin(), document->oddities.end(),
                           [](const auto& oddity) { return oddity.rule == "OFFICE-CONVERTED"; }));
  }
  BOOST_TEST(!readers::office::read_rtf("{\\rtf1 }").has_value());
}
