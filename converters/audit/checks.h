// SPDX-License-Identifier: GPL-3.0-or-later
// What: the checks that audit/rules.cpp lists, one file each.
// In:   a finished plan, the family that read it, which knows what columns hold and the words of all languages. Out:
// findings appended to it (and references by the first). Never: changes an item; reports a field that a repair already
// covers.
#pragma once

#include "grammar/family.h"
#include "plan/plan.h"

namespace pactable::audit {

void check_prefixes(plan::Plan& plan, const grammar::Family& family);         // NUM-PREFIX
void check_missing_legends(plan::Plan& plan, const grammar::Family& family);  // CODE-NO-LEGEND
void check_references(plan::Plan& plan, const grammar::Family& family);       // REF-UNRESOLVED; fills plan.references
void check_code_slips(plan::Plan& plan, const grammar::Family& family);       // CODE-SLIP
void check_joined_parties(plan::Plan& plan, const grammar::Family& family);   // PARTY-JOINED
void check_unlikely_dates(plan::Plan& plan, const grammar::Family& family);   // DATE-UNLIKELY
void check_unknown_codes(plan::Plan& plan, const grammar::Family& family);    // CODE-UNKNOWN
void check_mixed_codes(plan::Plan& plan, const grammar::Family& family);      // CODE-MIXED
void check_homoglyphs(plan::Plan& plan, const grammar::Family& family);       // TXT-HOMOGLYPH
void check_irregular_dates(plan::Plan& plan, const grammar::Family& family);  // DATE-IRREGULAR
void check_order_law(plan::Plan& plan, const grammar::Family& family);        // ORDER-LAW

}  // namespace pactable::audit
