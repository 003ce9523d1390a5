// SPDX-License-Identifier: GPL-3.0-or-later
// What: the words of the source tree, loaded once for all tests.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <vector>

#include "grammar/vocabulary.h"

namespace pactable::test {

inline const grammar::Vocabulary& words() {
  static const grammar::Vocabulary loaded = [] {
    const std::vector<std::filesystem::path> folders = {std::filesystem::path(PACTABLE_SOURCE_DIR) / "grammar"};
    auto result = grammar::load_vocabulary(folders);
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
  }();
  return loaded;
}

}  // namespace pactable::test
