// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "audit/audit.h"
#include "audit/checks.h"

namespace pactable::audit {
namespace {

using plan::Level;

constexpr Rule kRules[] = {
    {"REF-UNRESOLVED", Level::kWarning, "A text names an action that is not in the plan.", check_references},
    {"NUM-PREFIX", Level::kWarning, "A number does not begin with the number of the item above it.", check_prefixes},
    {"CODE-NO-LEGEND", Level::kNote, "Codes that no legend of the document explains.", check_missing_legends},
    {"CODE-UNKNOWN", Level::kWarning, "A code is not in the document's own legend.", check_unknown_codes},
    {"CODE-SLIP", Level::kWarning, "A rating is one letter away from another one of its column.", check_code_slips},
    {"CODE-MIXED", Level::kNote, "Codes of two systems or two scripts stand side by side.", check_mixed_codes},
    {"TXT-HOMOGLYPH", Level::kWarning, "A code is spelled with look-alike letters.", check_homoglyphs},
    {"DATE-IRREGULAR", Level::kNote, "A printed time is irregular or a sentence.", check_irregular_dates},
    {"DATE-UNLIKELY", Level::kWarning, "A time holds a figure that is no year.", check_unlikely_dates},
    {"PARTY-JOINED", Level::kNote, "A party of the data may be two in print.", check_joined_parties},
    {"ORDER-LAW", Level::kNote, "A row breaks the order that the other sections keep.", check_order_law},
};

/// Checking a plan twice adds nothing; what stood in it before stays as it is.
void drop_repeated(std::vector<plan::Finding>& findings, std::size_t from) {
  std::set<std::tuple<std::string, std::vector<std::string>, std::string>> seen;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool fresh = seen.emplace(findings[i].rule, findings[i].items, findings[i].message).second;
    if (i >= from && !fresh) continue;
    if (kept != i) findings[kept] = std::move(findings[i]);
    ++kept;
  }
  findings.resize(kept);
}

/// Findings of the document as a whole come first, those of an item that is not there last.
void sort_findings(plan::Plan& plan) {
  std::map<std::string_view, std::size_t> positions;
  for (const plan::Item& item : plan.items) positions.try_emplace(item.id, positions.size() + 1);
  const auto position = [&](const plan::Finding& finding) {
    if (finding.items.empty()) return std::size_t{0};
    const auto at = positions.find(finding.items.front());
    return at == positions.end() ? positions.size() + 1 : at->second;
  };
  std::stable_sort(plan.findings.begin(), plan.findings.end(), [&](const plan::Finding& a, const plan::Finding& b) {
    return std::pair{position(a), std::string_view(a.rule)} < std::pair{position(b), std::string_view(b.rule)};
  });
}

}  // namespace

std::span<const Rule> rules() { return kRules; }

void check(plan::Plan& plan, const grammar::Family& family) {
  const std::size_t found_before = plan.findings.size();
  for (const Rule& rule : rules()) rule.check(plan, family);
  drop_repeated(plan.findings, found_before);
  sort_findings(plan);
}

}  // namespace pactable::audit
