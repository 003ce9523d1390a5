// SPDX-License-Identifier: GPL-3.0-or-later
// What: the cells of one line of a text dump, and the paragraphs outside of tables.
// In:   a line. Out: texts with places, inline markup turned into styles.
// Never: treats anything but <i>…</i> and <b>…</b> as markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/table.h"
#include "readers/text/decode.h"

namespace pactable::readers::text {

/// The stretches between tabs, at least one. The index of a stretch is LinePlace::cell.
[[nodiscard]] std::vector<std::string_view> split_tabs(const Line& line);

/// A stretch of a line as text, trimmed. Places count the code points of the stretch as it stands in the line, markup
/// included. A tag without its partner in the same stretch stays text.
[[nodiscard]] layout::Text cell_text(std::string_view stretch, int line, int cell);

/// The mark that a note begins with, e.g. "²", "*", "[3]" or U+FFFD (a reference mark that an export lost); empty if
/// none.
[[nodiscard]] std::string note_mark(std::string_view text);

/// True where the line begins a note. A single "*" is a bullet where a neighbouring line begins with one too.
[[nodiscard]] bool begins_note(const std::vector<Line>& lines, std::size_t index);

/// A line outside of tables.
[[nodiscard]] layout::TextBlock text_block(const std::vector<Line>& lines, std::size_t index);

}  // namespace pactable::readers::text
