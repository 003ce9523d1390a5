// SPDX-License-Identifier: GPL-3.0-or-later
// TXT-HOMOGLYPH: a printed code is spelled with look-alike letters of another script and no repair says so.
#include <fmt/format.h>

#include "audit/checks.h"
#include "audit/code_fields.h"
#include "core/unicode.h"
#include "values/legend.h"

namespace pactable::audit {
namespace {

/// "В (U+0412)" for a text of one code point, else the text.
std::string named(const std::string& text) {
  const std::u32string points = unicode::to_code_points(text);
  if (points.size() != 1) return fmt::format("\"{}\"", text);
  return fmt::format("\"{}\" (U+{:04X})", text, static_cast<unsigned>(points.front()));
}

}  // namespace

void check_homoglyphs(plan::Plan& plan, const grammar::Family& /*family*/) {
  const CodesByRole roles = codes_by_role(plan);
  PrintedCodes found;
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const auto codes = roles.find(field.role);
      if (codes == roles.end() || field.repair) continue;
      const auto reading = values::read_code(field.printed, codes->second);
      if (reading && reading->look_alike) found.add(field.role, field.printed, item.id);
    }
  }
  for (const PrintedCode& group : found.groups()) {
    const auto reading = values::read_code(group.printed, roles.at(group.role));
    plan.findings.push_back(
        {"TXT-HOMOGLYPH",
         plan::Level::kWarning,
         group.items,
         fmt::format("{} {} looks like the code {} of the legend but is spelled with other characters", group.role,
                     named(group.printed), named(reading->code)),
         std::nullopt,
         {}});
  }
}

}  // namespace pactable::audit
