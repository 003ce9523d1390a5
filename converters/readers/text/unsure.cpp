// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/unsure.h"

#include <fmt/format.h>

namespace pactable::readers::text {
namespace {

constexpr std::size_t kNamedLines = 5;  // enough to find the place; the count says how many there are

}  // namespace

void UnsureLines::add(int line) {
  ++count_;
  if (first_.size() < kNamedLines) first_.push_back(line);
}

void UnsureLines::report(layout::Document& document, std::string_view what, std::string_view rule) {
  if (count_ == 0) return;
  const std::string more = count_ > first_.size() ? ", …" : "";
  document.oddities.push_back({std::string(rule),
                               fmt::format("{} ({}{}) {}", count_ == 1 ? "1 line" : fmt::format("{} lines", count_),
                                           fmt::join(first_, ", "), more, what),
                               LinePlace{first_.front(), 0, 0, 0}});
  first_.clear();
  count_ = 0;
}

}  // namespace pactable::readers::text
