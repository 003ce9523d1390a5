// SPDX-License-Identifier: GPL-3.0-or-later
// What: columns side by side whose headers are years, quarters or months and whose cells hold marks: one time together.
// In:   a header and the profiles of its columns. Out: which columns, and the time that a mark in each stands for.
// Never: supplies a year that no level of the header prints.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "columns/logical_table.h"
#include "columns/profile.h"

namespace pactable::columns {

struct PeriodMatrix {
  std::size_t first = 0, count = 0;  // columns
  std::vector<std::string> periods;  // EDTF; empty where the header names no date ("Year 1")
};

[[nodiscard]] std::vector<PeriodMatrix> find_period_matrices(const Header& header, std::span<const Profile> profiles,
                                                             const grammar::Vocabulary& words);

}  // namespace pactable::columns
