// SPDX-License-Identifier: GPL-3.0-or-later
// What: the numbers that a browser prints before the items of lists and before elements with counters.
// In:   starts and ends of lists and items, with their attributes and styles. Out: labels ("3.", "iv.", "2.1").
// Source: HTML 4.4.5 to 4.4.8 (start, value, type, reversed), CSS Counter Styles 3, 6. Lists that Google Docs exports
// carry
//         their level in a class (lst-kix_ID-LEVEL) and the number of their first item in `start`, also where no scope
//         of CSS counters reaches.
// Never: prints a number for a bullet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/counters.h"
#include "readers/html/element_styles.h"
#include "readers/html/markup.h"

namespace pactable::readers::html {

/// A value as a counter style prints it, without a sign behind it; empty for bullets and for "none". `known` becomes
/// false where the style is not known and decimal is given.
[[nodiscard]] std::string format_counter(int value, std::string_view style, bool* known = nullptr);

/// True for what stands for a number that is not known before the end of its list (see ListNumbers::resolved).
[[nodiscard]] bool is_stand_in(std::string_view label);

struct ListLabel {
  std::string text;  // empty: none
  int level = 0;
};

class ListNumbers {
 public:
  /// Begins and ends an ol or ul.
  void begin_list(bool ordered, const Attributes& attributes, Counters& counters);
  void end_list();
  /// Begins an item; counts it.
  [[nodiscard]] ListLabel begin_item(const Attributes& attributes, const Look& look, const OwnStyle& own);
  /// What the ::before of an element prints, where a counter is in it.
  [[nodiscard]] std::optional<ListLabel> before_label(const OwnStyle& own, const Counters& counters);

  /// Lists inside of a table cell have levels of their own.
  void begin_cell() { bases_.push_back(lists_.size()); }
  void end_cell() {
    if (!bases_.empty()) bases_.pop_back();
  }

  /// Lists that count down from the number of their items carry a stand-in, which this replaces when the page was read.
  [[nodiscard]] bool has_stand_ins() const { return !counted_down_.empty(); }
  [[nodiscard]] std::string resolved(const std::string& label) const;
  /// A style that is not known printed decimal numbers.
  [[nodiscard]] bool unknown_style() const { return unknown_style_; }

 private:
  struct List {
    int next = 1, step = 1;
    int last = 0;  // of the item that was begun last
    int level = -1;
    std::optional<std::size_t> counted_down;  // in counted_down_
    bool known = false;                       // an item said its number
  };

  [[nodiscard]] int level() const;
  std::string format(int value, std::string_view style);

  std::vector<List> lists_;
  std::vector<std::size_t> bases_;
  std::vector<int> counted_down_;  // items of each such list
  bool unknown_style_ = false;
};

}  // namespace pactable::readers::html
