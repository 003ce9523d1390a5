// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a reviewer of a plan is asked: every repair, disputed, ambiguous and missing number, joined row, odd code.
// In:   a checked plan. Out: one question for each value in doubt, in reading order.
// Never: offers a value that the program did not have or the document's legend does not define.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace pactable::pages::review {

/// A value that can be chosen. `p` is absent where the program gives no probability.
struct Choice {
  std::string value;
  std::optional<double> p;
  std::string note;  // "recovered", "as printed", the label of a code
};

/// `field`, `rule`, `printed` and `machine` as in decisions::Entry. `printed` and `machine` are absent where there is
/// nothing.
struct Question {
  std::size_t item = 0;  // index into the plan's items
  std::string field, rule;
  std::optional<std::string> printed, machine;
  std::optional<double> confidence;
  bool can_reject = false;  // there is a repair to take back
  bool can_object = false;  // there is nothing to change, but a reviewer may say that it is wrong
  bool can_set = false;
  std::vector<Choice> choices;
  std::vector<std::string> evidence;
  std::vector<std::string> messages;  // of the findings that ask it
  std::vector<Place> marks;           // of the value
  std::vector<Place> second_half;     // of a joined row
};

[[nodiscard]] std::vector<Question> questions(const plan::Plan& plan);

}  // namespace pactable::pages::review
