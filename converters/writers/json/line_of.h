// SPDX-License-Identifier: GPL-3.0-or-later
// What: where in the bytes of a JSON document a value stands (the parser keeps no positions).
// In:   well-formed JSON and JSON pointers (RFC 6901). Out: lines.
// Never: builds a tree; recurses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pactable::writers::json {

/// `pointer` + "/" + the escaped name.
[[nodiscard]] std::string append_pointer(const std::string& pointer, std::string_view name);

/// For each pointer the 1-based line on which its value begins, 0 where there is no such value. One pass.
[[nodiscard]] std::vector<int> lines_of(std::string_view bytes, const std::vector<std::string>& pointers);

/// "line 3, column 14: not JSON": `byte` is 1-based, the last byte read; columns count code points.
[[nodiscard]] std::string describe_position(std::string_view bytes, std::size_t byte);

}  // namespace pactable::writers::json
