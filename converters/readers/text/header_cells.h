// SPDX-License-Identifier: GPL-3.0-or-later
// What: which cells of a sequence may be the names of columns.
// In:   a sequence. Out: yes or no.
// Never: looks at words of a language.
#pragma once

#include <cstddef>

#include "readers/text/cell_sequence.h"

namespace pactable::readers::text {

/// Short, no label, time or list, no sentence.
[[nodiscard]] bool is_header_cell(const CellSequence& sequence, std::size_t cell);
/// So many header cells from `begin` on, no two of them alike.
[[nodiscard]] bool is_header_run(const CellSequence& sequence, std::size_t begin, std::size_t count);
/// "#", "No.", "N°", "№": what stands above a column of numbers and nowhere else.
[[nodiscard]] bool is_number_sign(const CellSequence& sequence, std::size_t cell);
/// A short word may stand there as well: "Code", "Ref".
[[nodiscard]] bool may_head_labels(const CellSequence& sequence, std::size_t cell);

}  // namespace pactable::readers::text
