// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the grammar of a family, read from a folder as every grammar is.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "grammar/family.h"

namespace {

/// Removed as the program ends.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("pactable-fuzz-grammar-" + std::to_string(::getpid()));
  Folder() { std::filesystem::create_directories(path / "family"); }
  ~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path, error);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  {
    std::ofstream file(folder.path / "family" / "family.xml", std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  }
  static_cast<void>(pactable::grammar::load_families({&folder.path, 1}));
  return 0;
}
