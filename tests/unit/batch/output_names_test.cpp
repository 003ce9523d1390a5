// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_names.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "core/sha256.h"
#include "core/unicode.h"

using namespace pactable;

namespace {

std::vector<std::string> names(std::vector<std::string> paths) {
  std::sort(paths.begin(), paths.end());
  return batch::output_names(paths);
}

std::string suffixed(const std::string& name, const std::string& path) {
  return name + "-" + sha256_hex(path).substr(0, 8);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_name_is_that_of_the_file_without_its_extension) {
  BOOST_TEST(batch::safe_name("sub/saiga-2021.v2.pdf") == "saiga-2021.v2");
  BOOST_TEST(batch::safe_name("План действий.docx") == "План действий");
  BOOST_TEST(batch::safe_name("noextension") == "noextension");
}

BOOST_AUTO_TEST_CASE(an_unsafe_name_is_made_safe) {
  BOOST_TEST(batch::safe_name("-rf.pdf") == "_rf");
  BOOST_TEST(batch::safe_name("sub/.hidden.pdf") == "_hidden");
  BOOST_TEST(batch::safe_name("...-x.pdf") == "____x");
  BOOST_TEST(batch::safe_name("a\\b:c\nd.pdf") == "a_b_c_d");
  BOOST_TEST(batch::safe_name("x\u202Efdp.txt") == "x_fdp");
  BOOST_TEST(batch::safe_name("trailing. .pdf") == "trailing");
  BOOST_TEST(batch::safe_name(" .pdf") == "document");
  BOOST_TEST(batch::safe_name("..pdf") == "_");
}

BOOST_AUTO_TEST_CASE(a_long_name_is_cut_at_a_character) {
  std::string path = "x";
  for (int i = 0; i < 130; ++i) path += "ж";
  const std::string name = batch::safe_name(path + ".pdf");
  BOOST_TEST(name.size() == 199U);
  BOOST_TEST(unicode::is_valid_utf8(name));
  const auto both = names({path + "a.pdf", path + "b.pdf"});
  BOOST_TEST(both[0] != both[1]);
  for (const std::string& one : both) {
    BOOST_TEST(one.size() <= 200U);
    BOOST_TEST(unicode::is_valid_utf8(one));
  }
}

BOOST_AUTO_TEST_CASE(all_members_of_a_colliding_group_get_the_hash_of_their_path) {
  const auto found = names({"a/plan.pdf", "b/plan.pdf", "b/Plan.docx", "other.pdf"});
  const std::vector<std::string> expected = {suffixed("plan", "a/plan.pdf"), suffixed("Plan", "b/Plan.docx"),
                                             suffixed("plan", "b/plan.pdf"), "other"};
  BOOST_TEST(found == expected);
}

BOOST_AUTO_TEST_CASE(composed_and_decomposed_letters_collide) {
  const auto found = names({"caf\u00E9.pdf", "cafe\u0301.pdf"});
  BOOST_TEST(found[0].size() == found[1].size());
  BOOST_TEST(found[0] != found[1]);
  BOOST_TEST(found[0].starts_with("caf\u00E9-"));
  BOOST_TEST(found[1].starts_with("caf\u00E9-"));
}

BOOST_AUTO_TEST_CASE(no_document_takes_the_name_of_the_manifest) {
  BOOST_TEST(names({"Corpus.pdf"}) == std::vector<std::string>{suffixed("Corpus", "Corpus.pdf")});
}

BOOST_AUTO_TEST_CASE(a_plain_name_that_looks_like_a_suffixed_one_is_suffixed_too) {
  const std::string decoy = suffixed("plan", "a/plan.pdf");
  const auto found = names({"a/plan.pdf", "b/plan.pdf", decoy + ".pdf"});
  const std::set<std::string> different(found.begin(), found.end());
  BOOST_TEST(different.size() == 3U);
  BOOST_TEST(found[0] == decoy);
}

BOOST_AUTO_TEST_CASE(equal_paths_are_counted) {
  const std::string first = suffixed("a", "a.txt");
  BOOST_TEST(names({"a.txt", "a.txt", "a.txt"}) == (std::vector<std::string>{first, first + "-2", first + "-3"}));
}

BOOST_AUTO_TEST_CASE(names_depend_on_no_other_documents_than_those_that_collide) {
  const std::vector<std::string> some = {"a/x.pdf", "b/x.pdf", "y.pdf"};
  const auto alone = names(some);
  const auto among = names({"a/x.pdf", "aa.pdf", "b/x.pdf", "c/q.pdf", "y.pdf", "zz.pdf"});
  BOOST_TEST(among[0] == alone[0]);
  BOOST_TEST(among[2] == alone[1]);
  BOOST_TEST(among[4] == alone[2]);
}

BOOST_AUTO_TEST_CASE(a_name_that_would_end_like_an_extension_of_two_parts_gets_a_suffix) {
  const auto got = names({"a.txt", "a.akn.txt", "b.AKN.txt"});
  BOOST_TEST(got[0] == suffixed("a.akn", "a.akn.txt"));
  BOOST_TEST(got[1] == "a");
  BOOST_TEST(got[2] == suffixed("b.AKN", "b.AKN.txt"));
}
