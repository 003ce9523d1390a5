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

/// One letter more, less or other, or two neighbours swapped.
bool is_slip(std::u32string_view a, std::u32string_view b) {
  if (a == b) return false;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace

void check_code_slips(plan::Plan& plan, const grammar::Family& family) {
  const CodesByRole explained = codes_by_role(plan);
  std::map<std::string, std::map<std::u32string, std::vector<std::string>>> ratings;  // items, by role and folded word
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const grammar::ColumnRule* rule = family.column(field.role);
      const auto code = code_of(field);
      if (rule == nullptr || rule->value != grammar::ColumnValue::kCode || !code || explained.contains(field.role))
        continue;
      ratings[field.role][unicode::to_code_points(unicode::fold(*code))].push_back(item.id);
    }
  }
  for (const auto& [role, words] : ratings) {
    for (const auto& [word, items] : words) {
      if (items.size() != 1 || word.size() < kShortestWord || family.words->scale.holds(unicode::to_utf8(word)))
        continue;
      const auto usual = std::find_if(words.begin(), words.end(),
                                      [&word = word](const auto& other) { return is_slip(word, other.first); });
      if (usual == words.end()) continue;
      const bool known = usual->second.size() > 1 || family.words->scale.holds(unicode::to_utf8(usual->first));
      if (!known) continue;
      plan.findings.push_back(
          {"CODE-SLIP",
           plan::Level::kWarning,
           items,
           fmt::format("{} \"{}\" may stand for \"{}\"", role, unicode::to_utf8(word), unicode::to_utf8(usual->first)),
           std::nullopt,
           {}});
    }
  }
}

}  // namespace pactable::audit
