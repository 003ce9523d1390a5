// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/parties.h"

namespace pactable::values {

std::vector<std::string> split_parties(std::string_view printed) { return {std::string(printed)}; }

}  // namespace pactable::values
