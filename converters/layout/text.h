// SPDX-License-Identifier: GPL-3.0-or-later
// What: a text that knows where each stretch of it came from and how it was set.
// In:   readers append pieces. Out: slices and joins that keep places and styles.
// Never: changes characters by itself. Offsets are bytes into `utf8`, always at code point borders.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.h"

namespace pactable::layout {

enum class Style { kBold, kItalic, kSuperscript };

struct StyleSpan {
  std::size_t begin = 0, end = 0;
  Style style = Style::kBold;
  bool operator==(const StyleSpan&) const = default;
};

/// `utf8[begin, end)` stood at `place`. Where a place carries offsets (lines, paragraphs), they count the code points
/// of exactly this stretch; a page box covers the whole stretch.
struct Fragment {
  std::size_t begin = 0, end = 0;
  Place place;
};

/// Invariants: fragments are in order and do not overlap; characters between fragments (a joining space) have no
/// source.
class Text {
 public:
  Text() = default;
  Text(std::string utf8, Place place);

  [[nodiscard]] const std::string& utf8() const { return utf8_; }
  [[nodiscard]] bool empty() const { return utf8_.empty(); }
  [[nodiscard]] const std::vector<Fragment>& fragments() const { return fragments_; }
  [[nodiscard]] const std::vector<StyleSpan>& styles() const { return styles_; }
  /// Source places of the whole text, merged (see merge_places).
  [[nodiscard]] std::vector<Place> places() const;

  /// Appends a stretch that stood at `place`.
  void append(std::string_view utf8, const Place& place);
  /// Appends characters that have no source of their own, such as the space that joins two lines.
  void append_joint(std::string_view utf8);
  /// Appends another text with its fragments and styles.
  void append(const Text& other);
  void add_style(std::size_t begin, std::size_t end, Style style);

  /// The part [begin, end) with places and styles cut to it.
  [[nodiscard]] Text slice(std::size_t begin, std::size_t end) const;
  /// Without white space at both ends.
  [[nodiscard]] Text trimmed() const;
  /// Runs of white space become one space, none at the ends; places and styles follow.
  [[nodiscard]] Text collapsed() const;
  /// True where every character that is not white space is set in `style` (false for an empty text).
  [[nodiscard]] bool is_all(Style style) const;

 private:
  std::string utf8_;
  std::vector<Fragment> fragments_;
  std::vector<StyleSpan> styles_;  // sorted by begin; neighbours of one style are merged
};

/// The texts with `joint` between them, empty ones left out.
[[nodiscard]] Text join(const std::vector<Text>& texts, std::string_view joint);

}  // namespace pactable::layout
