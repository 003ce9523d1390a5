// SPDX-License-Identifier: GPL-3.0-or-later
// What: documents that others wrote, beside the project and no part of it: ../shared/documents, or the folder that the
//       variable PACTABLE_DOCUMENTS names. Tests that need them are skipped where they are absent.
#pragma once

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace pactable::test {

inline std::filesystem::path others_document(const std::string& name) {
  const char* folder = std::getenv("PACTABLE_DOCUMENTS");
  const auto root = folder != nullptr ? std::filesystem::path(folder)
                                      : std::filesystem::path(PACTABLE_SOURCE_DIR) / ".." / "shared" / "documents";
  return root / name;
}

inline boost::test_tools::assertion_result has_others_documents(boost::unit_test::test_unit_id) {
  std::error_code error;
  return std::filesystem::is_directory(others_document(""), error);
}

inline std::string read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace pactable::test
