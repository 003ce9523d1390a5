// SPDX-License-Identifier: GPL-3.0-or-later
// What: the places of the items in which something occurs, as text that a script decodes quickly.
// In:   places (0-based, over all plans) in ascending order. Out: the differences, five bits a character.
#pragma once

#include <cstdint>
#include <string>

namespace pactable::pages::site {

/// A difference is written lowest bits first, in characters of base64url (RFC 4648, section 5); those from 32 on have
/// more bits behind them. The first difference is to -1.
class Postings {
 public:
  /// The same place again is taken once.
  void add(std::uint32_t place);
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::uint32_t count() const { return count_; }

 private:
  std::string text_;
  std::uint32_t next_ = 0;  // the lowest place that may still come
  std::uint32_t count_ = 0;
};

}  // namespace pactable::pages::site
