// SPDX-License-Identifier: GPL-3.0-or-later
// DATE-UNLIKELY: a time that holds a figure no year has: "20205", "2205".
#include <fmt/format.h>

#include "audit/checks.h"
#include "grammar/family.h"

namespace pactable::audit {
namespace {

// Plans look a few decades back and ahead.
constexpr int kFirstYear = 1900, kLastYear = 2150;

/// The first run of digits that is too long for a year, or a year that no plan has; empty where there is none.
std::string_view unlikely_year(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const std::string_view run = text.substr(begin, end - begin);
    constexpr std::size_t kYearDigits = 4, kCompactDate = 8;  // 20251231
    if (run.size() > kYearDigits && run.size() != kCompactDate) return run;
    if (run.size() == kYearDigits) {
      const int year = std::stoi(std::string(run));
      if (year < kFirstYear || year > kLastYear) return run;
    }
    begin = end + 1;
  }
  return {};
}

}  // namespace

void check_unlikely_dates(plan::Plan& plan, const grammar::Family& family) {
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const grammar::ColumnRule* rule = family.column(field.role);
      if (rule == nullptr || rule->value != grammar::ColumnValue::kTimeframe) continue;
      const std::string_view figure = unlikely_year(field.printed);
      if (figure.empty()) continue;
      plan.findings.push_back({"DATE-UNLIKELY",
                               plan::Level::kWarning,
                               {item.id},
                               fmt::format("{} \"{}\": {} is no year of a plan", field.role, field.printed, figure),
                               std::nullopt,
                               {}});
    }
  }
}

}  // namespace pactable::audit
