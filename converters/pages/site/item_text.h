// SPDX-License-Identifier: GPL-3.0-or-later
// What: the text of a row with its italics, bold and raised letters, and links to the rows that it mentions.
// In:   an item and what its plan knows of mentions. Out: HTML.
// Never: changes a letter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/look/html.h"
#include "plan/plan.h"

namespace pactable::pages::site {

/// What rows are called, and what they mention, by their ids.
class Mentions {
 public:
  /// `plan` has to outlive it.
  explicit Mentions(const plan::Plan& plan);
  [[nodiscard]] const std::vector<const plan::Reference*>& from(std::string_view item) const;
  /// "3.2", or the id where a row has no number.
  [[nodiscard]] std::string name_of(std::string_view item) const;
  [[nodiscard]] look::Html link_to(std::string_view item) const;

 private:
  std::map<std::string_view, std::vector<const plan::Reference*>> references_;
  std::map<std::string_view, const plan::Item*> items_;
};

[[nodiscard]] look::Html item_text(const plan::Item& item, const Mentions& mentions);

}  // namespace pactable::pages::site
