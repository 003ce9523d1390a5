// SPDX-License-Identifier: GPL-3.0-or-later
// What: the selectors of CSS that pages use for text: by tag, class, id and attribute, :first-child and :nth-child(),
//       with descendant and child combinators, and ::before (Selectors 4).
// In:   the text before a rule's brace; the open elements of a page. Out: selectors, and whether one matches.
// Never: matches what it does not know: such a selector is no selector (see parse_selectors).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/markup.h"

namespace pactable::readers::html::css {

struct AttributeTest {
  std::string name, value;
  char kind = 0;  // 0: is there; '=': is the value; '~', '^', '$', '*', '|': as in CSS
};

/// Tests of one element.
struct Compound {
  std::string tag, id;  // empty: any
  std::vector<std::string> classes;
  std::vector<AttributeTest> attributes;
  std::optional<std::pair<int, int>> nth;  // a and b of :nth-child(an+b)
  bool child = false;                      // of the compound to its left, not only a descendant
};

struct Selector {
  std::vector<Compound> compounds;  // never empty; the last is the element's own
  std::uint32_t specificity = 0;    // ids, classes and tags, each capped at 255, as in CSS
  bool before = false;              // of the element's ::before
};

struct Selectors {
  std::vector<Selector> all;
  bool unread = false;  // some of the list are not known here
};

/// An open element.
struct Node {
  std::string name, id;
  std::vector<std::string> classes;
  Attributes attributes;
  int position = 1;  // among its parent's elements
  int children = 0;  // begun so far
};

[[nodiscard]] Selectors parse_selectors(std::string_view text);

/// `path` is not empty: the open elements, outermost first. `steps` is what may be spent on tests; at 0 nothing
/// matches.
[[nodiscard]] bool matches(const Selector& selector, const std::vector<Node>& path, std::size_t& steps);

}  // namespace pactable::readers::html::css
