// SPDX-License-Identifier: GPL-3.0-or-later
#include "grammar/vocabulary.h"

#include <algorithm>

#include "core/unicode.h"
#include "grammar/family.h"

namespace pactable::grammar {

std::vector<std::string> WordSet::phrases() const {
  std::vector<std::string> sorted(phrases_.begin(), phrases_.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

void WordSet::add(std::string_view phrase) {
  std::string words = comparable(phrase);
  if (words.empty()) return;
  longest_ = std::max(longest_, unicode::split_space(words).size());
  phrases_.insert(std::move(words));
}

const ColumnRule* Vocabulary::role(std::string_view id) const {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const ColumnRule& rule) { return rule.role == id; });
  return found == roles.end() ? nullptr : &*found;
}

std::string Vocabulary::role_id(std::string_view name) const {
  if (role(name) != nullptr) return std::string(name);
  for (const ColumnRule& rule : roles) {
    if (std::find(rule.synonyms.begin(), rule.synonyms.end(), name) != rule.synonyms.end()) return rule.role;
  }
  return std::string(name);
}

}  // namespace pactable::grammar
