// SPDX-License-Identifier: GPL-3.0-or-later
// What: marks header rows by how they are set. Never: reads the meaning of a word.
#pragma once

#include <string_view>

#include "layout/table.h"

namespace pactable::tables {

/// Marks the first rows of a table as header where they are set apart (bold or shaded, unlike the rows below) and hold
/// neither numbers nor long texts. Rows that are marked already stay as they are.
void mark_header_rows(layout::Table& table);

/// True where both rows hold the same texts in the same columns, but for case and white space.
[[nodiscard]] bool same_row(const layout::Table& a, int row_a, const layout::Table& b, int row_b);

/// True where the text has letters and none of them is a lower-case one.
[[nodiscard]] bool is_capitals(std::string_view text);

}  // namespace pactable::tables
