// SPDX-License-Identifier: GPL-3.0-or-later
// What: takes inline markup and invisible characters off a text.
// In:   the raw text of a cell or paragraph, with places. Out: a paragraph: live text, styles, struck stretches aside.
// Never: takes a mark without its partner for markup; drops a visible character of the text itself.
#pragma once

#include "layout/table.h"
#include "layout/text.h"

namespace pactable::readers::text {

enum class Markup {
  kPlain,     // <i> and <b> alone
  kMarkdown,  // **, __, *, _, `, ~~, ^x^, backslash escapes, <br>, <sup>, <del> and character references
};

/// Soft hyphens, zero-width breaks and direction marks are dropped, U+2011 becomes "-". A line break in a cell becomes
/// "\n". Linear in the text; a text with more marks than kMaxMarks keeps them as they are.
[[nodiscard]] layout::Paragraph with_markup(layout::Text raw, Markup markup);

/// More pairs of marks than any cell carries; styles of one text are kept sorted, which costs their square.
inline constexpr std::size_t kMaxMarks = 2000;

}  // namespace pactable::readers::text
