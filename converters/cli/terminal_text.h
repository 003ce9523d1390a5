// SPDX-License-Identifier: GPL-3.0-or-later
// What: text for a terminal: printable characters, widths, columns, wrapped paragraphs.
// In:   UTF-8 of any content. Out: lines of at most `kTerminalWidth` columns.
// Never: lets a control, format or direction character of a document through; asks the terminal or the locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pactable::cli {

/// The width every terminal has; output does not depend on the one in use.
inline constexpr int kTerminalWidth = 80;

/// Characters that do not print, or that change how others are shown, as \u{202E}; malformed bytes as U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// Columns that a printable text takes: 2 for a wide East Asian character, 0 for a combining mark, else 1.
[[nodiscard]] int display_width(std::string_view text);

/// At most `width` columns (at least 5): the middle gives way to "...".
[[nodiscard]] std::string shorten_middle(std::string_view text, int width);

/// At most `width` columns (at least 5): "..." stands for what is cut off at the end.
[[nodiscard]] std::string shorten_end(std::string_view text, int width);

/// Paragraph of `text`, broken between words (a longer word anywhere); the first line begins with `lead`, the others
/// with `indent` spaces. Every line ends with a line break.
[[nodiscard]] std::string wrap(std::string_view lead, std::string_view text, int indent);

enum class Align { kLeft, kRight };

struct ColumnStyle {
  Align align = Align::kLeft;
  int width = 0;  // columns of the terminal; a longer cell is shortened in its middle
};

/// One line of cells, two spaces between them, none at its end, with a line break.
[[nodiscard]] std::string align_row(const std::vector<std::string>& cells, const std::vector<ColumnStyle>& columns);

/// Spaces between two columns.
inline constexpr int kColumnGap = 2;

}  // namespace pactable::cli
