// SPDX-License-Identifier: GPL-3.0-or-later
// What: colours for text that is laid out already: by level, bold, faint.
// Never: paints where it was not asked to; takes part in the width of a line.
#pragma once

#include <string>
#include <string_view>

#include "cli/console.h"
#include "plan/plan.h"

namespace pactable::cli {

class Paint {
 public:
  explicit Paint(bool on = false) : on_(on) {}

  [[nodiscard]] std::string bold(std::string_view text) const { return in("1", text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return in("2", text); }
  [[nodiscard]] std::string good(std::string_view text) const { return in("32", text); }
  [[nodiscard]] std::string level(plan::Level level, std::string_view text) const;

 private:
  [[nodiscard]] std::string in(std::string_view code, std::string_view text) const;
  bool on_;
};

/// On where results go to a terminal that knows colours (TERM is not "dumb") and NO_COLOR is not set (no-color.org).
[[nodiscard]] Paint paint_for(const Console& console);

}  // namespace pactable::cli
