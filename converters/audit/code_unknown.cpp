// SPDX-License-Identifier: GPL-3.0-or-later
// CODE-UNKNOWN: a code that the document's own legend of this role does not define.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "audit/checks.h"
#include "audit/code_fields.h"
#include "core/unicode.h"
#include "values/legend.h"

namespace pactable::audit {
namespace {

bool parts_codes(char32_t c) {
  return c == ',' || c == '/' || c == ';' || c == '-' || c == 0x2013 || c == '&' || c == '+';
}

/// "1/2", "A, B", "1–2": every part is a code of the list.
bool all_parts_known(const std::string& printed, const std::vector<plan::Code>& codes) {
  std::vector<std::string> parts(1);
  for (const char32_t c : unicode::to_code_points(printed)) {
    if (parts_codes(c)) {
      parts.emplace_back();
    } else {
      unicode::append_utf8(parts.back(), c);
    }
  }
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
           return values::read_code(part, codes).has_value();
         });
}

}  // namespace

void check_unknown_codes(plan::Plan& plan, const grammar::Family& /*family*/) {
  const CodesByRole roles = codes_by_role(plan);
  PrintedCodes unknown;
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const auto codes = roles.find(field.role);
      const auto code = code_of(field);
      if (codes == roles.end() || field.repair || !code || !unicode::has_word_character(*code)) continue;
      if (values::read_code(*code, codes->second) || all_parts_known(*code, codes->second)) continue;
      unknown.add(field.role, field.printed, item.id);
    }
  }
  for (const PrintedCode& group : unknown.groups()) {
    std::vector<std::string> known;
    for (const plan::Code& code : roles.at(group.role)) known.push_back(code.code);
    plan.findings.push_back(
        {"CODE-UNKNOWN",
         plan::Level::kWarning,
         group.items,
         fmt::format("{} \"{}\" is no code of the legend ({})", group.role, group.printed, fmt::join(known, ", ")),
         std::nullopt,
         {}});
  }
}

}  // namespace pactable::audit
