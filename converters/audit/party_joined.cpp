// SPDX-License-Identifier: GPL-3.0-or-later
// PARTY-JOINED: one party in the data that may be two in print: "Fishers and the coast guard".
#include <fmt/format.h>

#include "audit/checks.h"
#include "grammar/family.h"
#include "values/parties.h"

namespace pactable::audit {

void check_joined_parties(plan::Plan& plan, const grammar::Family& family) {
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const auto* parties = field.value ? std::get_if<std::vector<std::string>>(&*field.value) : nullptr;
      if (parties == nullptr) continue;
      for (const std::string& party : *parties) {
        if (!values::may_be_several(party, *family.words)) continue;
        plan.findings.push_back({"PARTY-JOINED",
                                 plan::Level::kNote,
                                 {item.id},
                                 fmt::format("{} \"{}\" is kept as one party and may be two", field.role, party),
                                 std::nullopt,
                                 {}});
      }
    }
  }
}

}  // namespace pactable::audit
