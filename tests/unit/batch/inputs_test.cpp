// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/inputs.h"

#include <sys/stat.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "unit/batch/scratch_folder.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::ScratchFolder;

namespace {

batch::Search find(const std::vector<fs::path>& named, std::optional<fs::path> output = {}) {
  return batch::find_inputs(named, {{".pdf", ".txt"}, std::move(output)});
}

batch::Search find_all(const std::vector<fs::path>& named) {
  batch::SearchRules rules{{".pdf", ".txt"}, {}};
  rules.with_skipped = true;
  return batch::find_inputs(named, rules);
}

std::vector<std::string> paths(const batch::Search& search) {
  std::vector<std::string> out;
  for (const batch::Input& input : search.inputs) out.push_back(input.path);
  return out;
}

void check_paths(const batch::Search& search, const std::vector<std::string>& expected) {
  const auto found = paths(search);
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_folder_is_searched_through_and_paths_are_relative_to_it) {
  const ScratchFolder folder;
  folder.write("in/b.PDF", "b");
  folder.write("in/sub/deep/a.txt", "a");
  folder.write("in/.hidden/x.txt", "x");
  folder.write("in/.x.txt", "x");
  folder.write("in/notes.odt", "x");
  check_paths(find({folder.path() / "in"}), {"b.PDF", "sub/deep/a.txt"});
  check_paths(find({folder.path() / "in/"}), {"b.PDF", "sub/deep/a.txt"});
}

BOOST_AUTO_TEST_CASE(whatever_is_passed_over_is_said_with_its_reason) {
  const ScratchFolder folder;
  folder.write("in/a.txt", "a");
  folder.write("in/book.xlsx", "x");
  folder.write("in/README", "x");
  folder.write("in/.hidden/x.txt", "x");
  folder.write("in/.x.txt", "x");
  folder.write("in/.pactable-journal", "x");
  folder.write("empty/sub/notes.odp", "x");
  fs::create_directory_symlink(folder.path() / "empty", folder.path() / "in/linked");
  const fs::path huge = folder.write("in/huge.pdf", "x");
  fs::resize_file(huge, (std::uintmax_t{1} << 30U) + 1);
  const batch::Search search = find_all({folder.path() / "in", folder.path() / "empty"});
  check_paths(search,
              {".hidden", ".x.txt", "README", "a.txt", "book.xlsx", "empty", "huge.pdf", "linked", "sub/notes.odp"});
  const std::vector<ErrorCode> codes = {ErrorCode::kHidden,   ErrorCode::kHidden,      ErrorCode::kUnknownType,
                                        ErrorCode::kInternal, ErrorCode::kUnknownType, ErrorCode::kNotFound,
                                        ErrorCode::kLimit,    ErrorCode::kLinked,      ErrorCode::kUnknownType};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (search.inputs[i].path == "a.txt") continue;
    BOOST_TEST(search.inputs[i].skipped);
    BOOST_TEST((search.inputs[i].error->code == codes[i]), search.inputs[i].path);
  }
  BOOST_TEST(search.skipped == 8U);
  // What was named is taken, and no longer passed over.
  BOOST_TEST(find_all({folder.path() / "in", folder.path() / "in/README"}).skipped == 5U);
}

BOOST_AUTO_TEST_CASE(files_that_an_earlier_run_wrote_are_no_inputs_and_no_list_hides_a_document) {
  const ScratchFolder folder;
  for (const char* name : {"a.txt", "a.txt.json", "sub/b.txt.xml", "notes.json"})
    folder.write(fs::path("in") / name, "x");
  const std::string digest(64, '0');
  folder.write("in/corpus.json",
               "{\"format\": \"pactable-corpus/1\", \"documents\": [{\"path\": \"a.txt\", "
               "\"outputs\": [\"a.txt.json\", \"sub/b.txt.xml\", \"a.txt\"], \"outputDigests\": [\"" +
                   digest + "\", \"" + digest + "\", \"" + digest + "\"]}]}");
  check_paths(find_all({folder.path() / "in"}), {"a.txt", "notes.json"});
  folder.write("in/corpus.json", "{\"format\": \"another\"}");
  check_paths(find_all({folder.path() / "in"}), {"a.txt", "a.txt.json", "corpus.json", "notes.json", "sub/b.txt.xml"});
}

BOOST_AUTO_TEST_CASE(inputs_of_one_path_have_names_of_their_own_by_their_content) {
  const ScratchFolder folder;
  const fs::path one = folder.write("x/a.txt", "one"), two = folder.write("y/a.txt", "two"),
                 again = folder.write("z/a.txt", "one");
  BOOST_TEST(find({one}).inputs[0].output_name() == "a.txt");
  const batch::Search both = find({one, two});
  const batch::Search all = find({again, two, one});
  std::set<std::string> names;
  for (const batch::Input& input : all.inputs) names.insert(input.output_name());
  BOOST_TEST(names.size() == 3U);
  for (const batch::Input& input : both.inputs) BOOST_TEST(names.contains(input.output_name()));
}

BOOST_AUTO_TEST_CASE(paths_do_not_depend_on_the_current_folder) {
  const ScratchFolder folder;
  folder.write("in/sub/a.txt", "a");
  const fs::path before = fs::current_path();
  fs::current_path(folder.path() / "in");
  const auto here = paths(find({"."}));
  const auto below = paths(find({"sub/../sub/a.txt"}));
  fs::current_path(before);
  BOOST_TEST(here == std::vector<std::string>{"sub/a.txt"});
  BOOST_TEST(below == std::vector<std::string>{"a.txt"});
}

BOOST_AUTO_TEST_CASE(linked_folders_are_not_followed_and_linked_files_are_taken) {
  const ScratchFolder folder;
  folder.write("elsewhere/a.txt", "a");
  folder.write("in/b.txt", "b");
  fs::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "in/linked");
  fs::create_directory_symlink(folder.path() / "in", folder.path() / "in/loop");
  fs::create_symlink(folder.path() / "elsewhere/a.txt", folder.path() / "in/c.txt");
  const batch::Search search = find({folder.path() / "in"});
  check_paths(search, {"b.txt", "c.txt"});
  check_paths(find({folder.path() / "in/linked"}), {"a.txt"});
}

BOOST_AUTO_TEST_CASE(the_output_folder_inside_an_input_folder_is_not_searched) {
  const ScratchFolder folder;
  folder.write("in/a.txt", "a");
  folder.write("in/output/old.txt", "old");
  check_paths(find({folder.path() / "in"}, folder.path() / "in/./output"), {"a.txt"});
  check_paths(find({folder.path() / "in"}, folder.path() / "in/not-yet"), {"a.txt", "output/old.txt"});
  check_paths(find({folder.path() / "in/output/old.txt"}, folder.path() / "in/output"), {"old.txt"});
}

BOOST_AUTO_TEST_CASE(a_file_that_is_named_is_taken_whatever_its_name) {
  const ScratchFolder folder;
  const batch::Search search = find({folder.write(".plan", "x"), folder.write("plan.doc", "x")});
  check_paths(search, {".plan", "plan.doc"});
  BOOST_TEST(search.inputs[0].named);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_an_input_with_an_error) {
  const ScratchFolder folder;
  folder.write("in/a.txt", "a");
  fs::create_symlink("nowhere", folder.path() / "in/broken.pdf");
  BOOST_REQUIRE(::mkfifo((folder.path() / "in/pipe.txt").c_str(), 0600) == 0);
  const batch::Search search = find({folder.path() / "in", folder.path() / "missing.pdf"});
  check_paths(search, {"a.txt", "broken.pdf", "missing.pdf", "pipe.txt"});
  BOOST_TEST(!search.inputs[0].error);
  BOOST_TEST((search.inputs[1].error->code == ErrorCode::kNotFound));
  BOOST_TEST((search.inputs[2].error->code == ErrorCode::kNotFound));
  BOOST_TEST((search.inputs[3].error->code == ErrorCode::kUnreadable));
}

BOOST_AUTO_TEST_CASE(the_order_of_the_command_line_does_not_show) {
  const ScratchFolder folder;
  std::vector<fs::path> named = {folder.write("x/a.txt", "one"), folder.write("y/a.txt", "two"),
                                 folder.write("z/a.txt", "three"), folder.write("b.txt", "b")};
  const batch::Search forwards = find(named);
  std::reverse(named.begin(), named.end());
  const batch::Search backwards = find(named);
  check_paths(forwards, {"a.txt", "a.txt", "a.txt", "b.txt"});
  for (std::size_t i = 0; i < 4; ++i) BOOST_TEST(forwards.inputs[i].file == backwards.inputs[i].file);
}

BOOST_AUTO_TEST_CASE(one_file_under_one_path_counts_once) {
  const ScratchFolder folder;
  const fs::path file = folder.write("in/a.txt", "a");
  folder.write("in/z.doc", "z");
  const batch::Search search = find({folder.path() / "in", file, file, folder.path() / "in/z.doc"});
  check_paths(search, {"a.txt", "z.doc"});
  BOOST_TEST(search.inputs[0].named);
  BOOST_TEST(search.skipped == 0U);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_are_written_as_escapes) {
  const ScratchFolder folder;
  folder.write("in/caf\xE9.txt", "x");
  folder.write("in/caf\xC3\xA9.txt", "x");
  check_paths(find({folder.path() / "in"}), {"caf\\xE9.txt", "caf\u00E9.txt"});
}

BOOST_AUTO_TEST_CASE(a_file_is_read_whole_and_a_folder_is_not_read) {
  const ScratchFolder folder;
  const std::string bytes("a\0\r\n\xFF", 5);
  BOOST_TEST(batch::read_file(folder.write("a.txt", bytes)).value() == bytes);
  BOOST_TEST((batch::read_file(folder.path()).error().code == ErrorCode::kUnreadable));
  BOOST_TEST((batch::read_file(folder.path() / "none").error().code == ErrorCode::kNotFound));
}
