// SPDX-License-Identifier: GPL-3.0-or-later
// What: the style sheets inside of a page: which declarations hold for an element.
// In:   the text of its style elements; the open elements. Out: declarations in the order of the cascade (CSS Cascade
// 4,
//       by specificity, then by place).
// Reads: rules, @media as a wide screen sees them, @supports and @layer as if they held. Not read, and reported by
// `unread`:
//        style sheets elsewhere (@import), selectors that css_selectors.h does not know, what is beyond the limits.
// Never: fetches anything; does more than kMaxSteps tests a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readers/html/css_selectors.h"
#include "readers/html/css_values.h"

namespace pactable::readers::html::css {

class StyleSheet {
 public:
  /// Adds rules behind those that are there.
  void add(std::string_view text);

  struct Match {
    std::uint32_t specificity = 0, order = 0;
    const std::vector<Declaration>* declarations = nullptr;
  };
  struct Matches {
    std::vector<Match> own, before;  // weakest first
  };
  /// What holds for the last element of `path`, which is not empty. The declarations live as long as the style sheet.
  [[nodiscard]] Matches matches(const std::vector<Node>& path);

  [[nodiscard]] bool empty() const { return selectors_.empty(); }
  /// Some selector asks for attributes other than id and class.
  [[nodiscard]] bool tests_attributes() const { return tests_attributes_; }
  /// Rules were not read that may show, hide or number text, or matching came to its limit.
  [[nodiscard]] bool unread() const { return unread_ || steps_ == 0; }
  /// Rules were not read that may paint behind a text.
  [[nodiscard]] bool unread_paint() const { return unread_ || unread_paint_; }

 private:
  struct Indexed {
    Selector selector;
    std::size_t rule;
  };
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  void add_rules(std::string_view text, int depth);
  void add_rule(std::string_view selectors, std::string_view block);
  void add_at_rule(std::string_view prelude, std::string_view block, int depth);
  void try_all(const std::vector<std::uint32_t>& candidates, const std::vector<Node>& path, Matches& out);

  // Tests of one element against one compound. A page of a hundred thousand rows with a few rules a cell needs some
  // millions; this many take a few seconds.
  static constexpr std::size_t kMaxSteps = 100'000'000;

  std::vector<std::vector<Declaration>> rules_;
  std::vector<Indexed> selectors_;
  Index by_id_, by_class_, by_tag_;
  std::vector<std::uint32_t> for_all_;
  std::size_t steps_ = kMaxSteps;
  bool unread_ = false, unread_paint_ = false, tests_attributes_ = false;
};

/// Whether a style sheet elsewhere is one of those that only bring fonts, by its address: they say nothing of texts.
[[nodiscard]] bool holds_fonts_only(std::string_view address);

/// Whether a list of media queries holds for a wide screen.
[[nodiscard]] bool holds_for_screen(std::string_view media);

}  // namespace pactable::readers::html::css
