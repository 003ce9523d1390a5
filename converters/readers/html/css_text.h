// SPDX-License-Identifier: GPL-3.0-or-later
// What: the few steps below the grammar of CSS that its reader shares: letters, lengths, and cutting at signs that
// stand
//       in no string and in no bracket (CSS Syntax 3).
// In:   views into a style sheet. Out: views into it, or plain strings.
// Never: fails; what is broken gives what is there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pactable::readers::html::css {

/// ASCII letters in lower case.
[[nodiscard]] std::string lower(std::string_view text);

/// Without comments (/* … */) and without <!-- and -->, which old pages put around their style sheets.
[[nodiscard]] std::string without_comments(std::string_view text);

/// The place of the first of `signs` from `from` on that stands in no string and in no round or square bracket; its
/// size where there is none. One pass.
[[nodiscard]] std::size_t find_open(std::string_view text, std::string_view signs, std::size_t from = 0);

/// The stretches between these signs, trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string_view> split_open(std::string_view text, std::string_view signs);

/// The text of a string in quotes with its escapes resolved; of other text, the text.
[[nodiscard]] std::string unquoted(std::string_view text);

/// A length or percentage in pixels, as a browser takes it at 16 pixels a letter; percentages give nothing.
[[nodiscard]] std::optional<double> pixels(std::string_view text);

}  // namespace pactable::readers::html::css
