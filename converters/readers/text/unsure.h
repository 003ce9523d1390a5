// SPDX-License-Identifier: GPL-3.0-or-later
// What: collects the lines of a dump whose columns, rows or kind are not sure, for one finding each.
// In:   line numbers. Out: an oddity that names the first of them and how many there are.
// Never: grows with the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/document.h"

namespace pactable::readers::text {

inline constexpr std::string_view kColumnsUnsure = "TEXT-COLUMNS-UNSURE";

class UnsureLines {
 public:
  void add(int line);
  [[nodiscard]] std::size_t count() const { return count_; }
  /// "3 lines (12, 15, 40) " + what; nothing where no line was added. Begins anew.
  void report(layout::Document& document, std::string_view what, std::string_view rule = kColumnsUnsure);

 private:
  std::vector<int> first_;
  std::size_t count_ = 0;
};

}  // namespace pactable::readers::text
