// SPDX-License-Identifier: GPL-3.0-or-later
// What: the families of the source tree, loaded once for all tests.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "grammar/family.h"

namespace pactable::test {

inline const std::vector<grammar::Family>& families() {
  static const std::vector<grammar::Family> loaded = [] {
    const std::vector<std::filesystem::path> folders = {std::filesystem::path(PACTABLE_SOURCE_DIR) / "grammar"};
    auto result = grammar::load_families(folders);
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
  }();
  return loaded;
}

inline const grammar::Family& family(std::string_view id) {
  for (const grammar::Family& each : families()) {
    if (each.id == id) return each;
  }
  throw std::runtime_error("no such family");
}

inline const grammar::Family& generic() { return family(grammar::kGenericFamily); }

}  // namespace pactable::test
