// SPDX-License-Identifier: GPL-3.0-or-later
// What: lines outside of tables: paragraphs, notes, and lines that name a section between rows; labels.
// In:   lines. Out: text blocks, and yes or no.
// Never: looks at words of a language.
#pragma once

#include <string>
#include <string_view>

#include "layout/table.h"
#include "readers/text/decode.h"
#include "readers/text/markup.h"

namespace pactable::readers::text {

/// The mark that a note begins with, e.g. "²", "*", "[3]", "[^3]" or U+FFFD (a reference mark that an export lost);
/// empty if none.
[[nodiscard]] std::string note_mark(std::string_view text);

/// True for the label of an item or section: "1", "2.3.", "C-2:", "A.", "IV)". A letter needs a sign behind it.
[[nodiscard]] bool is_label(std::string_view word);

/// True where a label, or one behind a first word ("Objective 2: …"), begins the text, and more comes behind it.
[[nodiscard]] bool begins_with_label(std::string_view text);

/// True where the line begins a note. A single "*" is a bullet where a neighbouring line begins with one too.
[[nodiscard]] bool begins_note(Lines lines, std::size_t index);

/// A line outside of tables. In Markdown, "# " before it makes it a heading.
[[nodiscard]] layout::TextBlock text_block(Lines lines, std::size_t index, Markup markup = Markup::kPlain);

/// True where the lines [begin, end), which stand between two rows, name sections: few and short, no note among them.
/// `apart`: blank lines stand around them; then each must begin with a label ("1. Beaches", "Objective 2: …"), because
/// running heads, captions and legends stand so too.
[[nodiscard]] bool name_sections(Lines lines, std::size_t begin, std::size_t end, bool apart);

}  // namespace pactable::readers::text
