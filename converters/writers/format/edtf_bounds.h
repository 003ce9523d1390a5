// SPDX-License-Identifier: GPL-3.0-or-later
// What: the first and the last day that an EDTF value (ISO 8601-2, level 1) can mean, for comparing and sorting.
// In:   "2022-10/2023-03", "2018-12", "../2026", "202X", "2022~", "2022-21". Out: "2022-10-01" and "2023-03-31".
// Never: bounds an open or unknown side, or a season by more than its year (its months depend on the hemisphere).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pactable::writers::format {

struct DayBounds {
  std::optional<std::string> earliest, latest;  // YYYY-MM-DD
};

/// Both absent where the value is none that is known.
[[nodiscard]] DayBounds edtf_bounds(std::string_view edtf);

}  // namespace pactable::writers::format
