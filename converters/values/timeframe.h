// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads a printed time ("Dec 2018 (first issue)", "Oct 2022 – March - 2023", "Ongoing") as kind and EDTF.
// In:   the printed text of one cell, in a language of the grammar. Out: plan::Timeframe.
// Never: guesses a date that is not printed; changes the printed text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/vocabulary.h"
#include "plan/plan.h"

namespace pactable::values {

struct TimeframeReading {
  plan::Timeframe timeframe;
  /// Why the printed form is irregular (a stray hyphen, a sentence), in plain words; empty where it is regular.
  std::string irregular;
  /// It is a time, but one that only the plan's own calendar dates: "Year 2", "1/2/3", "by CoP15".
  bool relative = false;
};

/// Reads a time cell; every non-empty text yields at least kind text. Returns nothing for an empty text.
[[nodiscard]] std::optional<TimeframeReading> read_timeframe(std::string_view printed,
                                                             const grammar::Vocabulary& words);

/// A span of time inside a title or caption: "… (2021-2025)" → printed "2021-2025", edtf "2021/2025";
/// "CMP ACTION PLAN – OCT 2022-2024" → "2022-10/2024".
struct Period {
  std::string printed;
  std::string edtf;
};
[[nodiscard]] std::optional<Period> find_period(std::string_view text, const grammar::Vocabulary& words);

}  // namespace pactable::values
