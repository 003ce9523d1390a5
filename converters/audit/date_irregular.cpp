// SPDX-License-Identifier: GPL-3.0-or-later
// DATE-IRREGULAR: a printed time that reads only around an oddity, or says a date in a sentence.
#include <fmt/format.h>

#include "audit/checks.h"
#include "values/timeframe.h"

namespace pactable::audit {

void check_irregular_dates(plan::Plan& plan, const grammar::Family& family) {
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const bool time = field.value && std::holds_alternative<plan::Timeframe>(*field.value);
      if (!time) continue;
      const auto reading = values::read_timeframe(field.printed, *family.words);
      if (!reading || reading->irregular.empty()) continue;
      const auto& edtf = reading->timeframe.edtf;
      const std::string read_as = edtf ? fmt::format("; read as {}", *edtf) : "; kept as text";
      plan.findings.push_back({"DATE-IRREGULAR",
                               plan::Level::kNote,
                               {item.id},
                               fmt::format("\"{}\": {}{}", field.printed, reading->irregular, read_as),
                               std::nullopt,
                               {}});
    }
  }
}

}  // namespace pactable::audit
