// SPDX-License-Identifier: GPL-3.0-or-later
// What: the pieces of a legend around its codes: the footnote mark in front, the lead, label and definition.
// In:   code points of one paragraph. Out: positions and UTF-8 pieces.
// Never: decides whether a paragraph is a legend.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "grammar/vocabulary.h"

namespace pactable::values {

using Points = std::u32string;
using PointsView = std::u32string_view;

struct NoteMark {
  std::string mark;     // canonical: "²" → "2", "*"
  std::size_t end = 0;  // where the text begins; 0 where there is no mark
};

/// A mark that cannot be a code: superscript figures, "*", "†", "‡", "[1]".
[[nodiscard]] NoteMark read_note_mark(PointsView text);
/// Plain figures before a word: "1 Urgency", "1Urgency". A code only where no legend follows.
[[nodiscard]] NoteMark read_plain_mark(PointsView text);

/// Without the marks that part a lead from the codes.
[[nodiscard]] PointsView strip_lead(PointsView lead);

struct LabelText {
  std::string label, definition;
};

/// "Urgent (crucial for …)." → label and inside of the bracket; without a bracket the part behind a colon, a dash or a
/// full stop. Behind the bracket of the `last` code nothing more belongs to it.
[[nodiscard]] LabelText read_label_text(PointsView text, bool last, const grammar::Vocabulary& words);

[[nodiscard]] std::size_t skip_space(PointsView text, std::size_t at);
[[nodiscard]] bool is_quote(char32_t c);
[[nodiscard]] bool is_bullet(char32_t c);
[[nodiscard]] int figure_value(PointsView figures);

}  // namespace pactable::values
