// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/forms.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/unicode.h"
#include "parser/label_shape.h"

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

std::size_t fitting(const std::vector<std::string>& labels, const std::vector<grammar::FormRule>& forms,
                    const grammar::Vocabulary& words) {
  const numbering::Scheme scheme = scheme_of(forms, words);
  return static_cast<std::size_t>(std::count_if(labels.begin(), labels.end(), [&](const std::string& label) {
    return !numbering::read_label(label, scheme).empty();
  }));
}

// A form that no grammar names is learned from number cells that have it twice, or from texts where a fifth of those
// that might begin with a number do: "COVID-19" and "A4" begin texts too.
constexpr std::size_t kMinLearned = 2;
constexpr double kMinTextShare = 0.2;

bool same_form(const numbering::Form& a, const numbering::Form& b) {
  return a.depth == b.depth && a.lead == b.lead && a.tail == b.tail && a.separator == b.separator &&
         a.figures == b.figures;
}

struct Learned {
  numbering::Form form;
  std::size_t sure = 0, possible = 0;
};

// True where the letter at the end only puts the number in behind another one.
bool is_inserted(const LabelShape& shape, std::string_view label, const std::set<std::string>& labels) {
  if (shape.suffix.empty()) return false;
  const std::string base = shape.form.lead.ends_with(' ')
                               ? std::string(label.substr(shape.form.lead.size(), shape.base - shape.form.lead.size()))
                               : std::string(label.substr(0, shape.base));
  return shape.form.depth > 1 || shape.suffix.size() > 1 || labels.contains(base);
}

// Without brackets, final point and lead word, for finding the number that another one stands behind.
std::string bare_label(std::string_view label, const grammar::WordSet& leads) {
  const auto shape = leading_shape(label, leads);
  if (!shape) return std::string(label);
  std::string_view bare = label.substr(0, shape->base);
  if (shape->form.lead.ends_with(' ')) bare.remove_prefix(std::min(bare.size(), shape->form.lead.size()));
  if (bare.starts_with('(') || bare.starts_with('[')) bare.remove_prefix(1);
  return std::string(bare) + shape->suffix;
}

std::vector<grammar::FormRule> learned_forms(const FoundLabels& labels, const grammar::WordSet& leads) {
  std::set<std::string> bare;
  for (const auto* list : {&labels.sure, &labels.possible}) {
    for (const std::string& label : *list) bare.insert(bare_label(label, leads));
  }
  std::vector<Learned> found;
  const auto count = [&](const std::string& label, bool sure) {
    const auto shape = leading_shape(label, leads);
    if (!shape || shape->length != label.size()) return;
    numbering::Form form = shape->form;
    if (!shape->suffix.empty() && !is_inserted(*shape, label, bare)) {
      // "IG2a" where there is no IG2: the letter is a level of its own.
      form.depth = 2;
      form.separator.clear();
      form.figures = {numbering::Figure::kDecimal, numbering::Figure::kLetterLower};
    }
    auto known = std::find_if(found.begin(), found.end(), [&](const Learned& l) { return same_form(l.form, form); });
    if (known == found.end()) {
      found.push_back({form, 0, 0});
      known = std::prev(found.end());
    }
    ++(sure ? known->sure : known->possible);
  };
  for (const std::string& label : labels.sure) count(label, true);
  for (const std::string& label : labels.possible) count(label, false);
  std::vector<grammar::FormRule> forms;
  // A1, A2, B1: one letter is a section of the same series, which may have one action only.
  std::size_t lettered = 0;
  const auto is_lettered = [](const Learned& learned) { return learned.form.lead.size() == 1; };
  for (const Learned& learned : found) lettered += is_lettered(learned) ? learned.sure : 0;
  for (const Learned& learned : found) {
    const bool by_texts = static_cast<double>(learned.possible) >= kMinTextShare * static_cast<double>(labels.texts);
    // Levels of one code share its letters: "MT-1.1" stands for "MT-1" too.
    const std::size_t enough = learned.sure + (by_texts ? learned.possible : 0);
    if (enough < kMinLearned && !(is_lettered(learned) && learned.sure > 0 && lettered >= kMinLearned)) continue;
    forms.push_back({learned.form, std::nullopt});
  }
  return forms;
}

// "1.0" reads as a section in N.0 and as child 0 of 1: a form is kept for the labels that no earlier form reads. Where
// letters and romans both read some, the one that reads more goes first.
std::vector<grammar::FormRule> forms_in_use(const std::vector<std::string>& labels,
                                            std::vector<grammar::FormRule> candidates,
                                            const grammar::Vocabulary& words) {
  std::vector<std::size_t> support;
  for (const grammar::FormRule& rule : candidates) support.push_back(fitting(labels, {rule}, words));
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

numbering::Scheme scheme_of(const std::vector<grammar::FormRule>& forms, const grammar::Vocabulary& words) {
  numbering::Scheme scheme;
  scheme.joining_words = words.and_words.phrases();
  int deepest = 1;
  for (const grammar::FormRule& rule : forms) {
    scheme.forms.push_back(rule.form);
    deepest = std::max(deepest, rule.form.depth);
  }
  scheme.max_depth = deepest;
  return scheme;
}

void FoundLabels::add(const FoundLabels& other) {
  sure.insert(sure.end(), other.sure.begin(), other.sure.end());
  possible.insert(possible.end(), other.possible.begin(), other.possible.end());
  bare.insert(bare.end(), other.bare.begin(), other.bare.end());
  texts += other.texts;
}

std::set<std::string> heads_of(const FoundLabels& labels, const grammar::Vocabulary& words) {
  std::set<std::string> heads;
  for (const auto* list : {&labels.sure, &labels.possible}) {
    for (const std::string& label : *list) {
      const auto shape = leading_shape(label, words.number_leads);
      if (!shape) continue;
      const std::string whole = bare_label(label, words.number_leads);
      for (std::size_t at = whole.find('.'); at != std::string::npos; at = whole.find('.', at + 1)) {
        heads.insert(whole.substr(0, at));
      }
      if (shape->form.lead.size() == 1) heads.insert(shape->form.lead);
    }
  }
  return heads;
}

std::vector<grammar::FormRule> settle_forms(const FoundLabels& found, const grammar::Family& family,
                                            const grammar::Vocabulary& words) {
  std::vector<std::string> labels = found.sure;
  labels.insert(labels.end(), found.possible.begin(), found.possible.end());
  const double own = static_cast<double>(fitting(labels, family.forms, words));
  if (family.id != grammar::kGenericFamily && own >= kOwnFormsShare * static_cast<double>(labels.size())) {
    return family.forms;
  }
  std::vector<grammar::FormRule> candidates = family.wider_forms.empty() ? family.forms : family.wider_forms;
  for (grammar::FormRule& learned : learned_forms(found, words.number_leads)) {
    const bool known = std::any_of(candidates.begin(), candidates.end(),
                                   [&](const grammar::FormRule& rule) { return same_form(rule.form, learned.form); });
    if (!known) candidates.push_back(std::move(learned));
  }
  return forms_in_use(labels, std::move(candidates), words);
}

void mark_inserted(Draft& draft, const grammar::Vocabulary& words) {
  std::set<std::string> labels;
  for (const DraftItem& item : draft.items) labels.insert(bare_label(item.printed_label(), words.number_leads));
  for (DraftItem& item : draft.items) {
    const std::string label = item.printed_label();
    const auto shape = leading_shape(label, words.number_leads);
    if (!shape || shape->length != label.size() || !is_inserted(*shape, label, labels)) continue;
    std::string base = bare_label(label, words.number_leads);
    base.resize(base.size() - shape->suffix.size());
    item.inserted_after = base;
  }
}

plan::ItemKind kind_by_depth(int depth, int action_depth) {
  if (depth < action_depth) return plan::ItemKind::kSection;
  return depth == action_depth ? plan::ItemKind::kAction : plan::ItemKind::kSubTask;
}

}  // namespace pactable::parser
