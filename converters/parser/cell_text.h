// SPDX-License-Identifier: GPL-3.0-or-later
// What: the text of a cell as one string, only when it is needed as one: of an item, of a field, of a list of parties.
// In:   a cell with its paragraphs, lines, list labels and styles. Out: texts that keep their places.
// Never: drops a list label; takes a note mark for a part of a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/table.h"

namespace pactable::parser {

/// Between paragraphs of a text in which lines count. Lines inside a paragraph end with "\n".
inline constexpr std::string_view kParagraphEnd = "\u2029";
/// Where a page's layout does not say whether a line was ended on purpose or for want of room.
inline constexpr std::string_view kSoftLineEnd = "\u2028";

/// Single spaces; list labels of the paragraphs stand before them ("a) walk all plots b) mark the spikes").
[[nodiscard]] layout::Text cell_text(const layout::Cell& cell);

/// The same with kParagraphEnd between paragraphs, "\n" and kSoftLineEnd at line breaks; no list labels.
[[nodiscard]] layout::Text cell_lines(const layout::Cell& cell);

struct Unmarked {
  layout::Text text;
  std::vector<std::string> marks;  // "1", "a", "*", without brackets, in the order of the text
};

/// Takes note references off a value: raised figures and letters, ¹ ² ³, [1], * † ‡ behind a word. "m²", "1st" and
/// "10³" are no marks where letters or figures make them one.
[[nodiscard]] Unmarked without_marks(const layout::Text& text);

/// The mark of a note that a text begins with: a sign, a raised figure or a raised stretch; empty where none stands
/// there or nothing stands behind it.
[[nodiscard]] std::string leading_mark(const layout::Text& text);
/// "*", "**", "†" at the begin of a note, and at the end of the text that it explains; empty where none stands there.
[[nodiscard]] std::string leading_signs(std::string_view text);
[[nodiscard]] std::string trailing_signs(std::string_view text);

}  // namespace pactable::parser
