// SPDX-License-Identifier: GPL-3.0-or-later
// Documents are read in processes of their own: what names a reader is handed to batch::DocumentConverter, and nothing
// else of the program does.
#include <boost/test/unit_test.hpp>
#include <set>

#include "structure/source_files.h"

namespace {

using namespace structure;

/// Whoever includes these can read a document.
const std::vector<std::string> kReading = {"readers/", "overlay/overlay.h", "docx/", "tables/"};
/// Stages that work on the bytes of a document wherever they are called.
const std::vector<std::string> kWorking = {"readers",     "pipeline", "scans",   "overlay", "pages/review",
                                           "recognition", "tables",   "columns", "parser",  "assembly"};
/// What makes steps of them, for the process of a document.
const std::set<std::string> kDoors = {"cli/conversion_steps.cpp", "cli/document_steps.cpp", "cli/document_steps.h"};
/// Calls that read; the families' examples are no documents.
const std::vector<std::string> kCalls = {"read_tables(", "draw_pages(", "write_packet(", "convert_bytes(",
                                         "convert_input("};

bool begins(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const auto& one) { return text.starts_with(one); });
}

bool works(const SourceFile& file) {
  return std::any_of(kWorking.begin(), kWorking.end(),
                     [&](const auto& stage) { return file.path.starts_with(stage + "/"); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(only_the_doors_of_the_program_name_a_reader) {
  std::size_t doors = 0;
  for (const SourceFile& file : source_files()) {
    if (works(file)) continue;
    if (kDoors.contains(file.path)) {
      ++doors;
      continue;
    }
    for (const Include& include : file.includes) {
      BOOST_TEST((include.angled || !begins(include.target, kReading)),
                 file.path << ":" << include.line << " includes " << include.target);
    }
  }
  BOOST_TEST(doors == kDoors.size());
}

BOOST_AUTO_TEST_CASE(only_batch_calls_what_reads_a_document) {
  for (const SourceFile& file : source_files()) {
    if (works(file) || kDoors.contains(file.path)) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string& line = file.lines[i];
      for (const std::string& call : kCalls) {
        const bool in_batch = file.path == "batch/document.cpp" || file.path == "batch/document.h" ||
                              file.path == "batch/document_converter.cpp";
        BOOST_TEST((in_batch || line.find(call) == std::string::npos), file.path << ":" << i + 1 << ": " << line);
      }
    }
  }
}
