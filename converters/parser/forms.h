// SPDX-License-Identifier: GPL-3.0-or-later
// What: which number forms a document uses: those of its family, or those of the wider family that its labels fit.
// In:   labels as printed. Out: form rules in the order of the grammar, deepest rules kept apart.
// Never: keeps a form that no label of the document has.
#pragma once

#include <string>
#include <vector>

#include "grammar/family.h"
#include "numbering/numbering.h"

namespace pactable::parser {

[[nodiscard]] std::vector<grammar::FormRule> settle_forms(const std::vector<std::string>& labels,
                                                          const grammar::Family& family);

[[nodiscard]] numbering::Scheme scheme_of(const std::vector<grammar::FormRule>& forms);

/// The kind of the items that carry numbers of this form, where the grammar leaves it open: judged by the depth among
/// the forms and by which depth carries the fields.
[[nodiscard]] plan::ItemKind kind_by_depth(int depth, int action_depth);

}  // namespace pactable::parser
