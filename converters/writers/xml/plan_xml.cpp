// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/xml/plan_xml.h"

namespace pactable::writers::xml {

std::string write_plan(const plan::Plan&) { return {}; }

}  // namespace pactable::writers::xml
