// SPDX-License-Identifier: GPL-3.0-or-later
// What: the checks that audit/rules.cpp lists, one file each.
// In:   a finished plan. Out: findings appended to it (and references by the first).
// Never: changes an item; reports a field that a repair already covers.
#pragma once

#include "plan/plan.h"

namespace pactable::audit {

void check_prefixes(plan::Plan& plan);         // NUM-PREFIX
void check_missing_legends(plan::Plan& plan);  // CODE-NO-LEGEND
void check_references(plan::Plan& plan);       // REF-UNRESOLVED; fills plan.references
void check_unknown_codes(plan::Plan& plan);    // CODE-UNKNOWN
void check_mixed_codes(plan::Plan& plan);      // CODE-MIXED
void check_homoglyphs(plan::Plan& plan);       // TXT-HOMOGLYPH
void check_irregular_dates(plan::Plan& plan);  // DATE-IRREGULAR
void check_order_law(plan::Plan& plan);        // ORDER-LAW

}  // namespace pactable::audit
