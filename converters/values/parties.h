// SPDX-License-Identifier: GPL-3.0-or-later
// What: splits a printed list of responsible parties: "SWG-CMP, Secretariat" → two names, in printed order.
// Never: splits inside brackets, expands a code, or drops a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pactable::values {

[[nodiscard]] std::vector<std::string> split_parties(std::string_view printed);

}  // namespace pactable::values
