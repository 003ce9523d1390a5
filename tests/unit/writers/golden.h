// SPDX-License-Identifier: GPL-3.0-or-later
// What: frozen outputs under tests/unit/writers/golden. With PACTABLE_UPDATE_GOLDEN set they are written anew.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace pactable {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(PACTABLE_SOURCE_DIR "/tests/unit/writers/golden/") + name;
  if (std::getenv("PACTABLE_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  return read_file(path);
}

}  // namespace pactable
