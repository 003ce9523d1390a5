// SPDX-License-Identifier: GPL-3.0-or-later
// What: a plan as XML (namespace of pactable-1.xsd; pactable-1.rng demands more), the same model as the JSON.
#pragma once

#include <string>

#include "plan/plan.h"

namespace pactable::writers::xml {

[[nodiscard]] std::string write_plan(const plan::Plan& plan);

}  // namespace pactable::writers::xml
