// SPDX-License-Identifier: GPL-3.0-or-later
// What: checks a JSON plan or corpus manifest: its schema, then what a schema cannot say (ids are unique, every id that
//       is named exists).
// In:   bytes. Out: problems with line and JSON pointer, in document order.
// Never: fetches anything; throws.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "writers/format/problem.h"

namespace pactable::writers::json {

/// Fails with damaged where it does not parse, unknown-type where "format" names neither.
[[nodiscard]] Result<std::vector<Problem>> validate_json(std::string_view bytes);

}  // namespace pactable::writers::json
