// SPDX-License-Identifier: GPL-3.0-or-later
// What: datapackage.json of the CSV files of a corpus (Frictionless tabular data package, version 1 of the profile).
// In:   size and digest of each file. Out: names, types, keys and the rules of the cells, for programs that load them.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "writers/rows/relations.h"

namespace pactable::writers::csv {

struct FileFigures {
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// "items.csv"
[[nodiscard]] std::string file_name(const rows::Description& relation);
[[nodiscard]] std::string write_data_package(const std::array<FileFigures, rows::kRelationCount>& files);

}  // namespace pactable::writers::csv
