// SPDX-License-Identifier: GPL-3.0-or-later
// What: a date, an interval or an open interval at a place in a text: "2022-24", "by 2026", "Oct 2022 – Mar 2023".
// In:   tokens and a position. Out: kind, EDTF and where it ends.
// Never: supplies a part of a date that is not printed; reads what stands behind the expression.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "plan/plan.h"
#include "values/time_tokens.h"

namespace pactable::values {

struct TimeRange {
  plan::TimeframeKind kind = plan::TimeframeKind::kDate;
  std::string edtf;   // empty where the printed form has no single reading; `irregular` then says why
  std::string first;  // EDTF of the start, empty where it is open
  std::string note;   // printed words that EDTF level 1 cannot say
  std::string irregular;
  bool within_a_month = false;  // both ends are days of one month
  std::size_t begin = 0, next = 0;
};

[[nodiscard]] std::optional<TimeRange> read_range(const Tokens& tokens, std::size_t at, std::string_view text);

/// "Next issue" → "next issue", "SC meeting" unchanged.
[[nodiscard]] std::string lower_first(const std::string& text);

}  // namespace pactable::values
