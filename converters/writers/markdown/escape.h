// SPDX-License-Identifier: GPL-3.0-or-later
// What: a text of a document as Markdown (CommonMark, GitHub's tables and footnotes) that shows just that text.
// In:   a text of any content. Out: one line.
// Never: lets the text become markup, a link, a footnote, or a character that acts (shown as \u{202E}).
#pragma once

#include <string>
#include <string_view>

namespace pactable::writers::markdown {

/// Line ends become `line_end`, tabs a space.
[[nodiscard]] std::string escape(std::string_view text, std::string_view line_end = " ");

}  // namespace pactable::writers::markdown
