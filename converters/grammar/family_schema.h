// SPDX-License-Identifier: GPL-3.0-or-later
// What: checks a grammar file against grammar/family.xsd, which is compiled into the program.
// Out:  bad-grammar with "<file>:<line>: <what is wrong>". Never: fetches anything.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace pactable::grammar {

extern const std::string_view kFamilySchema;  // grammar/family.xsd as it was when the program was built

[[nodiscard]] Status check_family_file(std::string_view bytes, const std::string& file_name);

}  // namespace pactable::grammar
