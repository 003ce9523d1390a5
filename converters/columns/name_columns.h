// SPDX-License-Identifier: GPL-3.0-or-later
// What: the roles of a header's columns, once their kinds are settled: rules of the family, or slugs of the header.
// In:   header, kinds, evidence. Out: columns with roles that differ within the header.
// Never: gives a field column a role that the margin does not carry.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "columns/assign.h"
#include "columns/period_matrix.h"
#include "columns/prior.h"
#include "columns/roles.h"

namespace pactable::columns {

/// Lower-case words joined by hyphens: "Threat or concern addressed" → "threat-or-concern-addressed".
[[nodiscard]] std::string slug(std::string_view header);

/// Bare text of each level of a header column.
[[nodiscard]] std::vector<std::string> bare_levels(const HeaderColumn& column);
/// The same, where a level has one character wrong as the known words have it.
[[nodiscard]] std::vector<std::string> known_levels(const HeaderColumn& column, const HeaderWords& words);

/// `assigned` and `evidence` have one entry for each column of the header (those of a period matrix are all alike).
[[nodiscard]] Columns name_columns(const Header& header, std::span<const Assigned> assigned,
                                   std::span<const ColumnEvidence> evidence, std::span<const PeriodMatrix> matrices,
                                   const HeaderWords& words);

}  // namespace pactable::columns
