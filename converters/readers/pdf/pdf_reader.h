// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads PDF files: words, rulings, fills and pictures of each page, and where the text came from.
// In:   the bytes of a file. Out: layout::Document with pages.
// What a page can hold, and what becomes of it:
//   letters          words, by gaps that are learnt (gaps.h); fonts without widths (widths.h); accents and ligatures
//   put
//                    together; signs of symbol fonts as Unicode; letters without a character as U+FFFD, reported
//   printed again    bold, shadows and layers count once (repeats.h)
//   not seen         set aside and reported (unseen.h); struck words are marked, their lines are no rules (strikes.h)
//   turned content   turned upright (turn.h); places are those of the turned page, see layout::as_displayed
//   forms            text fields as they look; check boxes and radio buttons as words (form_marks.h)
//   beside the text  line numbers and stamps (beside.h)
//   pictures         places; pictures of tables are reported (picture_tables.h)
//   dropped          links, optional content that is switched off, patterns and shadings, tags of structure
// Never: makes tables, reads pictures, opens a file or throws.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::pdf {

/// True where the bytes look like this format, by content alone.
[[nodiscard]] bool recognises(std::string_view bytes);
struct Choices {
  int last_page = 0;                   // 1-based; pages behind it are not read and are missing; 0: all are read
  std::vector<std::string> passwords;  // tried in order after the empty one
};

/// Fails with encrypted (none of the passwords opens it), damaged (no page can be reached) or limit-exceeded. A
/// document of which some pages are missing is none that failed: see layout::PageCount.
[[nodiscard]] Result<layout::Document> read(std::string_view bytes, const Choices& choices = {});

}  // namespace pactable::readers::pdf
