// SPDX-License-Identifier: GPL-3.0-or-later
// What: turns stretches of lines into texts that know their places.
// In:   a line and byte offsets into it. Out: layout::Text with LinePlace; tabs count the cells, whatever the dump
// kind. Never: changes a character; counts a line's code points twice.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/place.h"
#include "layout/text.h"
#include "readers/text/decode.h"

namespace pactable::readers::text {

/// The stretches between tabs, at least one. The index of a stretch is LinePlace::cell.
[[nodiscard]] std::vector<std::string_view> split_tabs(const Line& line);

/// Finds places in one line. Stretches are asked for from left to right, so that a long line is counted once.
class LineCursor {
 public:
  explicit LineCursor(const Line& line) : line_(&line) {}

  /// Appends the bytes [begin, end) without white space around them, `joint` before them where both sides hold text. A
  /// tab inside becomes a space.
  void append(layout::Text& text, std::size_t begin, std::size_t end, std::string_view joint = {});
  /// The same with the white space at its ends, and without a joint.
  void append_whole(layout::Text& text, std::size_t begin, std::size_t end);
  [[nodiscard]] const Line& line() const { return *line_; }

 private:
  void advance(std::size_t to);

  const Line* line_;
  std::size_t at_ = 0;
  int cell_ = 0, code_points_ = 0;
};

/// The joint of a text that goes on in the next line: nothing where a word was cut behind a hyphen, else a space.
[[nodiscard]] std::string_view wrap_joint(std::string_view before, std::string_view after);

}  // namespace pactable::readers::text
