// SPDX-License-Identifier: GPL-3.0-or-later
// What: the counters of CSS (CSS Lists 3, 4): named numbers that elements reset, count on and print.
// In:   starts and ends of elements with what their rules say. Out: values.
// Google Docs counts with counters named lst-ctn-kix_… through the whole document; its export means them so even where
// a
//       scope of CSS would end, at the end of a table cell. They have no scope here.
// Never: lays out numbers; see list_numbers.h.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readers/html/css_values.h"

namespace pactable::readers::html {

class Counters {
 public:
  using Changes = std::vector<css::CounterChange>;

  /// Begins an element: resets, then increments, then sets.
  void open(const Changes& reset, const Changes& increment, const Changes& set);
  /// More changes at the element that was begun last, by its ::before.
  void change(const Changes& reset, const Changes& increment, const Changes& set);
  /// Ends the element that was begun last: counters that its children made are gone.
  void close();
  /// Sets a counter that has no scope.
  void set_global(const std::string& name, int value) { values_[name] = {{0, value}}; }
  /// The values in force, outermost first; one 0 where nobody made the counter.
  [[nodiscard]] std::vector<int> values(const std::string& name) const;

  [[nodiscard]] static bool is_global(std::string_view name) { return name.starts_with("lst-ctn-kix_"); }

 private:
  struct Value {
    std::size_t depth = 0;  // of the parent of the element that made it: where that ends, it is gone
    int value = 0;
  };

  int& make(const std::string& name);
  int& in_force(const std::string& name);

  std::unordered_map<std::string, std::vector<Value>> values_;
  std::vector<std::vector<std::string>> made_ = {{}};  // by the children of each open element
};

}  // namespace pactable::readers::html
