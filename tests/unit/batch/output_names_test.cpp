// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_names.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "core/sha256.h"
#include "core/unicode.h"

using namespace pactable;
using batch::output_name;

namespace {

/// The name of a part that cannot stand alone.
std::string marked(const std::string& name, const std::string& part) {
  return name + "~" + sha256_hex(part).substr(0, 8);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_name_is_the_path_of_the_document_with_its_whole_file_name) {
  BOOST_TEST(output_name("saiga.pdf") == "saiga.pdf");
  BOOST_TEST(output_name("plans/2021/saiga-2021.v2.pdf") == "plans/2021/saiga-2021.v2.pdf");
  BOOST_TEST(output_name("план действий.docx") == "план действий.docx");
  BOOST_TEST(output_name("noextension") == "noextension");
}

BOOST_AUTO_TEST_CASE(an_unsafe_part_is_made_safe_and_marked) {
  BOOST_TEST(output_name("-rf.pdf") == marked("_rf.pdf", "-rf.pdf"));
  BOOST_TEST(output_name("...-x.pdf") == marked("____x.pdf", "...-x.pdf"));
  BOOST_TEST(output_name("a\\b:c\nd.pdf") == marked("a_b_c_d.pdf", "a\\b:c\nd.pdf"));
  BOOST_TEST(output_name("x\u202Efdp.txt") == marked("x_fdp.txt", "x\u202Efdp.txt"));
  BOOST_TEST(output_name("trailing. ") == marked("trailing", "trailing. "));
  BOOST_TEST(output_name(" ") == marked("document", " "));
  BOOST_TEST(output_name("sub. /a.pdf") == marked("sub", "sub. ") + "/a.pdf");
  BOOST_TEST(output_name("../a.pdf") == marked("__", "..") + "/a.pdf");
}

BOOST_AUTO_TEST_CASE(no_name_is_that_of_a_device_of_windows) {
  for (const std::string device : {"con.pdf", "nul", "aux.tar.pdf", "com1.pdf", "lpt9", "prn .txt", "com\u00B9.pdf"}) {
    BOOST_TEST(output_name(device).starts_with("_" + device.substr(0, 3)), device);
  }
  BOOST_TEST(output_name("console.pdf") == "console.pdf");
  BOOST_TEST(output_name("com10.pdf") == "com10.pdf");
}

BOOST_AUTO_TEST_CASE(names_that_file_systems_take_for_the_same_are_marked_whether_or_not_they_meet) {
  const std::vector<std::string> alike = {
      "caf\u00E9.pdf", "Caf\u00E9.pdf", "CAF\u00C9.pdf", "cafe\u0301.pdf", "caf\u00E9.pdf.", "stra\u00DFe", "strasse",
      "STRASSE",       "a_b",           "a:b",           "a\u200Bb",       "\uFB01le",       "file",        "FILE"};
  std::set<std::string> names;
  for (const std::string& one : alike) names.insert(unicode::fold(output_name(one)));
  BOOST_TEST(names.size() == alike.size());
  BOOST_TEST(output_name("caf\u00E9.pdf") == "caf\u00E9.pdf");
  BOOST_TEST(output_name("Saiga.pdf") == marked("Saiga.pdf", "Saiga.pdf"));
}

BOOST_AUTO_TEST_CASE(a_long_name_is_cut_at_a_character_and_still_its_own) {
  std::string path = "x";
  for (int i = 0; i < 130; ++i) path += "ж";
  const std::string one = output_name(path + "a.pdf"), other = output_name(path + "b.pdf");
  BOOST_TEST(one != other);
  for (const std::string& name : {one, other}) {
    BOOST_TEST(name.size() <= 200U);
    BOOST_TEST(unicode::is_valid_utf8(name));
  }
}

BOOST_AUTO_TEST_CASE(no_document_takes_a_name_of_the_program_s_own) {
  BOOST_TEST(output_name("corpus") == marked("corpus", "corpus"));
  BOOST_TEST(output_name("corpus.pdf") == "corpus.pdf");
  BOOST_TEST(output_name("csv/a.pdf") == marked("csv", "csv") + "/a.pdf");
  BOOST_TEST(output_name("a.pdf.json/b.pdf") == marked("a.pdf.json", "a.pdf.json") + "/b.pdf");
  // "a.akn" as XML would be a.akn.xml, as "a" is as Akoma Ntoso.
  BOOST_TEST(output_name("a.akn") == marked("a.akn", "a.akn"));
  const std::string decoy = output_name("Saiga.pdf");
  BOOST_TEST(output_name(unicode::fold(decoy)) != decoy);
  BOOST_TEST(unicode::fold(output_name(unicode::fold(decoy))) != unicode::fold(decoy));
}

BOOST_AUTO_TEST_CASE(a_flat_name_is_one_file_and_still_its_own) {
  BOOST_TEST(batch::flat_name("plans/2021/a.pdf") == "plans~2021~a.pdf");
  BOOST_TEST(batch::flat_name(output_name("a/b.pdf")) != batch::flat_name(output_name("a~b.pdf")));
  BOOST_TEST(batch::flat_name(output_name("X/a.pdf")) !=
             batch::flat_name(output_name("x/" + sha256_hex("X").substr(0, 8) + "/a.pdf")));
  std::string deep;
  for (int i = 0; i < 30; ++i) deep += "folder-of-plans/";
  const std::string one = batch::flat_name(deep + "a.pdf"), other = batch::flat_name(deep + "b.pdf");
  BOOST_TEST(one.size() <= 200U);
  BOOST_TEST(one != other);
}

BOOST_AUTO_TEST_CASE(a_name_that_leads_elsewhere_is_no_output) {
  for (const std::string good : {"a.json", "sub/a.pdf.json", "a~1.xml"}) BOOST_TEST(batch::is_output_name(good), good);
  for (const std::string bad : {"", "/a", "a/", "a//b", "../a", "a/../b", ".hidden", "sub/.hidden", "corpus.json"}) {
    BOOST_TEST(!batch::is_output_name(bad), bad);
  }
}
