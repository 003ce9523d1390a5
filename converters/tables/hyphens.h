// SPDX-License-Identifier: GPL-3.0-or-later
// What: decides what becomes of a hyphen at the end of a line, by the document's own words.
// Never: takes a printed hyphen away without an oddity PDF-HYPHEN that names both forms.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/document.h"

namespace pactable::tables {

class Hyphens {
 public:
  /// `oddities` may be null; then a printed hyphen always stays.
  Hyphens(const std::vector<layout::Page>& pages, std::vector<layout::Oddity>* oddities)
      : pages_(pages), oddities_(oddities) {}

  /// True where the hyphen that ends `above` only parts a word whose rest begins `below`. Notes the removal.
  [[nodiscard]] bool removes(std::string_view above, std::string_view below, const Place& place);

 private:
  [[nodiscard]] bool known(const std::string& word, int at_least = 1);

  const std::vector<layout::Page>& pages_;
  std::vector<layout::Oddity>* oddities_;
  std::unordered_map<std::string, int> words_;  // folded, with their counts; filled when first asked
};

}  // namespace pactable::tables
