// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/forms.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/unicode.h"

namespace pactable::parser {
namespace {

// Half of the labels: below that the family's own forms are not those of this document, damage and slips included (the
// worst page seen has 9 of 17 numbers damaged, the worst document 20 of 139).
constexpr double kOwnFormsShare = 0.5;

// A form must recur: one label of its kind among many is a slip or dirt.
constexpr double kMinFormShare = 0.02;

// Letters before the figures of a code: "IG2a", "MON-01". Longer words are lead words and stand in the grammar.
constexpr std::size_t kMaxPrefixLetters = 6;

bool fits(const std::string& label, const grammar::FormRule& rule) {
  numbering::Scheme one;
  one.forms.push_back(rule.form);
  return !numbering::read_label(label, one).empty();
}

std::size_t fitting(const std::vector<std::string>& labels, const std::vector<grammar::FormRule>& forms) {
  const numbering::Scheme scheme = scheme_of(forms);
  return static_cast<std::size_t>(std::count_if(labels.begin(), labels.end(), [&](const std::string& label) {
    return !numbering::read_label(label, scheme).empty();
  }));
}

// The letters before the first figure, with a joining hyphen: "MON-" of "MON-01"; empty where there are none.
std::string code_prefix(std::string_view label) {
  std::size_t letters = 0;
  while (letters < label.size() && label[letters] >= 'A' && label[letters] <= 'Z') ++letters;
  if (letters == 0 || letters > kMaxPrefixLetters) return {};
  std::size_t end = letters;
  if (end < label.size() && (label[end] == '-' || label[end] == '.')) ++end;
  if (end >= label.size() || label[end] < '0' || label[end] > '9') return {};
  return std::string(label.substr(0, end));
}

// Forms of prefix codes as this document writes them: one per prefix that recurs.
std::vector<grammar::FormRule> prefix_forms(const std::vector<std::string>& labels) {
  std::map<std::string, int> count;
  for (const std::string& label : labels) {
    if (const std::string prefix = code_prefix(label); !prefix.empty()) ++count[prefix];
  }
  std::vector<grammar::FormRule> forms;
  for (const auto& [prefix, occurrences] : count) {
    if (occurrences < 2) continue;
    for (int depth = 1; depth <= 3; ++depth) {
      grammar::FormRule rule;
      rule.form.depth = depth;
      rule.form.lead = prefix;
      forms.push_back(rule);
    }
    grammar::FormRule lettered;
    lettered.form.depth = 2;
    lettered.form.lead = prefix;
    lettered.form.separator = "";
    lettered.form.figures = {numbering::Figure::kDecimal, numbering::Figure::kLetterLower};
    forms.push_back(lettered);
  }
  return forms;
}

// "1.0" reads as a section in N.0 and as child 0 of 1: a form is kept for the labels that no earlier form reads. Where
// letters and romans both read some, the one that reads more goes first.
std::vector<grammar::FormRule> forms_in_use(const std::vector<std::string>& labels,
                                            std::vector<grammar::FormRule> candidates) {
  std::vector<std::size_t> support;
  for (const grammar::FormRule& rule : candidates) support.push_back(fitting(labels, {rule}));
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return support[a] > support[b]; });

  const auto least =
      std::max<std::size_t>(1, static_cast<std::size_t>(kMinFormShare * static_cast<double>(labels.size())));
  std::set<std::size_t> kept;
  std::vector<bool> read(labels.size(), false);
  for (const std::size_t i : order) {
    if (support[i] == 0) break;  // none of the later ones reads a label either
    std::size_t fresh = 0;
    for (std::size_t l = 0; l < labels.size(); ++l) {
      if (!read[l] && fits(labels[l], candidates[i])) ++fresh;
    }
    const bool section_tail = !candidates[i].form.tail.empty() && support[i] >= 2;
    if (fresh < least && !section_tail) continue;
    kept.insert(i);
    for (std::size_t l = 0; l < labels.size(); ++l) {
      if (fits(labels[l], candidates[i])) read[l] = true;
    }
  }
  std::vector<grammar::FormRule> forms;
  for (const std::size_t i : kept) forms.push_back(candidates[i]);
  return forms;
}

}  // namespace

numbering::Scheme scheme_of(const std::vector<grammar::FormRule>& forms) {
  numbering::Scheme scheme;
  int deepest = 1;
  for (const grammar::FormRule& rule : forms) {
    scheme.forms.push_back(rule.form);
    deepest = std::max(deepest, rule.form.depth);
  }
  scheme.max_depth = deepest;
  return scheme;
}

std::vector<grammar::FormRule> settle_forms(const std::vector<std::string>& labels, const grammar::Family& family) {
  const double own = static_cast<double>(fitting(labels, family.forms));
  if (family.id != grammar::kGenericFamily && own >= kOwnFormsShare * static_cast<double>(labels.size()))
    return family.forms;
  std::vector<grammar::FormRule> candidates = family.wider_forms.empty() ? family.forms : family.wider_forms;
  for (grammar::FormRule& rule : prefix_forms(labels)) candidates.push_back(std::move(rule));
  return forms_in_use(labels, std::move(candidates));
}

plan::ItemKind kind_by_depth(int depth, int action_depth) {
  if (depth < action_depth) return plan::ItemKind::kSection;
  return depth == action_depth ? plan::ItemKind::kAction : plan::ItemKind::kSubTask;
}

}  // namespace pactable::parser
