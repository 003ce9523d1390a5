// SPDX-License-Identifier: GPL-3.0-or-later
// What: a plan as Akoma Ntoso 3.0 (OASIS LegalDocML), for archives of legal documents: sections, and actions as
// hcontainers.
// In:   a plan. Out: a `doc` that is valid against akomantoso30.xsd.
// Never: claims a date, author or country that the plan does not say; gives a number other than the page: damage by
// a recogniser is repaired with the raw value beside it, a slip of the authors stays, with the suggestion beside it.
#pragma once

#include <string>

#include "plan/plan.h"

namespace pactable::writers::akn {

[[nodiscard]] std::string write_plan(const plan::Plan& plan);

}  // namespace pactable::writers::akn
