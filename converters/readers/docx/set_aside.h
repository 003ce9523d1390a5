// SPDX-License-Identifier: GPL-3.0-or-later
// What: parts what stands in a paragraph into its live text and what was struck out or is not shown.
// In:   everything that the paragraph holds, in stretches. Out: clean text, the rest set aside, both with their places.
// Never: joins two words that a stretch stood between; takes a struck-out space for struck-out text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/document.h"

namespace pactable::readers::docx {

enum class Seen {
  kLive,
  kStruck,
  kHidden,  // takes no room: what stands on both sides of it touches
  kUnseen,  // of the colour of its ground: takes the room of its letters
};

/// Bytes [begin, end) of everything that a paragraph holds.
struct Stretch {
  std::size_t begin = 0, end = 0;
  Seen seen = Seen::kLive;
};

struct WholeText {
  std::string utf8;
  std::vector<Stretch> stretches;         // in order, without gaps
  std::vector<layout::StyleSpan> styles;  // sorted by begin; those of one style do not overlap
};

/// Ends of a paragraph that run on into another one: their white space parts words.
struct OpenEnds {
  bool left = false, right = false;
};

/// Fills in text and set_aside. Offsets of `place` count the code points of the whole text, whatever is live of it.
void part_text(WholeText&& whole, PartPlace place, OpenEnds open, layout::Paragraph& to);

/// One oddity for all that is struck out in these paragraphs and one for all that is hidden; `fallback` is the place of
/// what has none of its own.
void note_set_aside(const std::vector<layout::Paragraph>& paragraphs, const Place& fallback,
                    std::vector<layout::Oddity>& oddities);

/// All of a paragraph becomes hidden.
void hide(layout::Paragraph& paragraph);

/// At most as much of a text as a line for people holds.
[[nodiscard]] std::string quoted(std::string_view utf8);

}  // namespace pactable::readers::docx
