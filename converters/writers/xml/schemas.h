// SPDX-License-Identifier: GPL-3.0-or-later
// What: the XML schemas of this folder as they were when the program was built.
#pragma once

#include <string_view>

namespace pactable::writers::xml {

extern const std::string_view kXsd;      // pactable-1.xsd
extern const std::string_view kRelaxNg;  // pactable-1.rng

}  // namespace pactable::writers::xml
