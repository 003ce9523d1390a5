// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells plain text from binary content and turns its bytes into numbered lines.
// In:   bytes in UTF-8 (with or without byte order mark) or UTF-16 (with one); LF, CRLF or CR ends a line.
// Out:  lines as UTF-8 in normalization form C; all offsets of the reader refer to this form.
// Never: guesses an encoding that is not declared, or replaces a malformed byte.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace pactable::readers::text {

struct Line {
  std::string_view utf8;  // NFC, without the end of the line and without leading form feeds
  int number = 1;         // 1-based
  bool blank = false;     // nothing but white space, and no tab
  bool new_page = false;  // a form feed stood before its text
  bool tab = false;       // a tab stands in it

  [[nodiscard]] bool has_tab() const { return tab; }
};

using Lines = std::span<const Line>;

/// The lines of a file; they are views into `text`, which is held apart so that the whole can be moved.
struct DecodedText {
  std::unique_ptr<std::string> text;
  std::vector<Line> lines;
};

/// True where the bytes may be plain text: no NUL outside of UTF-16, few control characters, no known markup language.
[[nodiscard]] bool looks_like_text(std::string_view bytes);

/// Fails with damaged; the message names the byte offset of the first malformed sequence.
[[nodiscard]] Result<DecodedText> decode(std::string_view bytes);

}  // namespace pactable::readers::text
