// SPDX-License-Identifier: GPL-3.0-or-later
// What: field values: codes against the document's legend, times as EDTF, parties as a list.
#pragma once

#include "assembly/evidence.h"
#include "grammar/vocabulary.h"
#include "parser/draft.h"
#include "plan/plan.h"

namespace pactable::assembly {

/// A field with its value. A look-alike of a code is read as the code only where the text is OCR, and so is what else a
/// recogniser read there where that is one code of the list; `repair` then receives the record (without ids), and stays
/// untouched otherwise.
[[nodiscard]] plan::Field read_field(const parser::DraftField& field, const grammar::Vocabulary& words,
                                     const std::vector<plan::CodeList>& code_lists, LabelOrigin origin,
                                     const Witnesses& witnesses, std::optional<plan::Repair>& repair);

}  // namespace pactable::assembly
