// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_folder.h"

#include <boost/test/unit_test.hpp>

#include "unit/batch/scratch_folder.h"

using namespace pactable;
namespace fs = std::filesystem;
using test::ScratchFolder;

namespace {

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_is_written_whole_and_no_temporary_file_stays) {
  const ScratchFolder scratch;
  const fs::path target = scratch.path() / "new/folder";
  const auto folder = batch::OutputFolder::open(target);
  BOOST_REQUIRE(folder.has_value());
  BOOST_TEST(folder->write("a.json", "first").has_value());
  BOOST_TEST(folder->write("a.json", "second").has_value());
  BOOST_TEST(test::content(target / "a.json") == "second");
  // The list of files that are ours lies beside it.
  BOOST_TEST(entries(target) == 2U);
}

BOOST_AUTO_TEST_CASE(a_name_with_folders_makes_them_and_takes_them_away) {
  const ScratchFolder scratch;
  const auto folder = batch::OutputFolder::open(scratch.path() / "out");
  BOOST_TEST(folder->write("a/b/c.json", "bytes").has_value());
  BOOST_TEST(test::content(scratch.path() / "out/a/b/c.json") == "bytes");
  scratch.write("out/a/own.txt", "somebody's own");
  BOOST_TEST(folder->remove("a/b/c.json").value());
  BOOST_TEST(!fs::exists(scratch.path() / "out/a/b"));
  BOOST_TEST(fs::exists(scratch.path() / "out/a/own.txt"));
}

BOOST_AUTO_TEST_CASE(no_link_on_the_way_to_a_file_is_followed) {
  const ScratchFolder scratch;
  scratch.write("elsewhere/c.json", "precious");
  fs::create_directories(scratch.path() / "out");
  fs::create_directory_symlink(scratch.path() / "elsewhere", scratch.path() / "out/a");
  const auto folder = batch::OutputFolder::open(scratch.path() / "out", batch::Overwrite::kAll);
  BOOST_TEST((folder->write("a/c.json", "bytes").error().code == ErrorCode::kOutputExists));
  BOOST_TEST(!folder->remove("a/c.json").value());
  BOOST_TEST(!folder->read("a/c.json").has_value());
  BOOST_TEST(test::content(scratch.path() / "elsewhere/c.json") == "precious");
}

BOOST_AUTO_TEST_CASE(a_file_is_ours_by_its_name_and_its_bytes_over_openings) {
  const ScratchFolder scratch;
  const fs::path out = scratch.path() / "out";
  for (const char* bytes : {"first", "second"}) {
    const auto folder = batch::OutputFolder::open(out);
    BOOST_TEST(folder->write("a.json", bytes).has_value());
  }
  // The same bytes under another name are somebody's own.
  scratch.write("out/b.json", "second");
  scratch.write("out/c.json", "other");
  const auto folder = batch::OutputFolder::open(out);
  BOOST_TEST((folder->write("b.json", "third").error().code == ErrorCode::kOutputExists));
  BOOST_TEST(!folder->remove("b.json").value());
  BOOST_TEST(folder->remove("a.json").value());
  BOOST_TEST(test::content(out / "b.json") == "second");
}

BOOST_AUTO_TEST_CASE(a_link_at_the_name_is_somebody_s_own_until_it_may_be_written_over) {
  const ScratchFolder scratch;
  const fs::path precious = scratch.write("precious.txt", "precious");
  fs::create_directories(scratch.path() / "out");
  fs::create_symlink(precious, scratch.path() / "out/a.json");
  BOOST_TEST(!batch::OutputFolder::open(scratch.path() / "out")->write("a.json", "new").has_value());
  const auto folder = batch::OutputFolder::open(scratch.path() / "out", batch::Overwrite::kAll);
  BOOST_TEST(folder->write("a.json", "new").has_value());
  BOOST_TEST(test::content(precious) == "precious");
  BOOST_TEST(!fs::is_symlink(scratch.path() / "out/a.json"));
  BOOST_TEST(test::content(scratch.path() / "out/a.json") == "new");
}

BOOST_AUTO_TEST_CASE(a_write_that_fails_leaves_nothing_behind) {
  const ScratchFolder scratch;
  scratch.write("out/a.json/inside", "a folder of that name");
  const auto folder = batch::OutputFolder::open(scratch.path() / "out");
  const Status written = folder->write("a.json", "bytes");
  BOOST_REQUIRE(!written.has_value());
  BOOST_TEST((written.error().code == ErrorCode::kOutputExists));
  BOOST_TEST(entries(scratch.path() / "out") == 1U);
  BOOST_TEST(!folder->remove("a.json").value());
}

BOOST_AUTO_TEST_CASE(removing_what_is_not_there_is_no_failure) {
  const ScratchFolder scratch;
  const auto folder = batch::OutputFolder::open(scratch.path());
  BOOST_TEST(folder->write("a.json", "x").has_value());
  BOOST_TEST(folder->remove("a.json").value());
  BOOST_TEST(!folder->remove("a.json").value());
  BOOST_TEST(!fs::exists(scratch.path() / "a.json"));
}

BOOST_AUTO_TEST_CASE(two_runs_do_not_share_a_folder) {
  const ScratchFolder scratch;
  {
    const auto first = batch::OutputFolder::open(scratch.path());
    const auto second = batch::OutputFolder::open(scratch.path());
    BOOST_REQUIRE(!second.has_value());
    BOOST_TEST((second.error().code == ErrorCode::kWriteFailed));
  }
  BOOST_TEST(batch::OutputFolder::open(scratch.path()).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_is_no_output_folder) {
  const ScratchFolder scratch;
  BOOST_TEST(!batch::OutputFolder::open(scratch.write("file", "x")).has_value());
}
