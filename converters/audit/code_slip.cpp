// SPDX-License-Identifier: GPL-3.0-or-later
// CODE-SLIP: a rating in words that stands once and is one slip of the pen away from another rating of its column.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "audit/checks.h"
#include "audit/code_fields.h"
#include "core/unicode.h"
#include "grammar/family.h"
#include "grammar/vocabulary.h"

namespace pactable::audit {
namespace {

// Shorter words are one letter from too many others.
constexpr std::size_t kShortestWord = 4;
// A scale has a few steps, and some rows slip; a column with more different texts is none.
constexpr std::size_t kMostRatings = 40;

}  // namespace

void check_code_slips(plan::Plan& plan, const grammar::Family& family) {
  const CodesByRole explained = codes_by_role(plan);
  std::map<std::string, std::map<std::string, std::vector<std::string>>> ratings;  // items, by role and folded word
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const grammar::ColumnRule* rule = family.column(field.role);
      const auto code = code_of(field);
      if (rule == nullptr || rule->value != grammar::ColumnValue::kCode || !code || explained.contains(field.role))
        continue;
      ratings[field.role][unicode::fold(*code)].push_back(item.id);
    }
  }
  for (const auto& [role, words] : ratings) {
    if (words.size() > kMostRatings) continue;
    for (const auto& [word, items] : words) {
      if (items.size() != 1 || unicode::length(word) < kShortestWord || family.words->scale.holds(word)) continue;
      const auto usual = std::find_if(words.begin(), words.end(), [&family, &word = word](const auto& other) {
        const bool known = other.second.size() > 1 || family.words->scale.holds(other.first);
        return known && unicode::is_slip_away(word, other.first);
      });
      if (usual == words.end()) continue;
      plan.findings.push_back({"CODE-SLIP",
                               plan::Level::kWarning,
                               items,
                               fmt::format("{} \"{}\" may stand for \"{}\"", role, word, usual->first),
                               std::nullopt,
                               {}});
    }
  }
}

}  // namespace pactable::audit
