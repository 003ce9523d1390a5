// SPDX-License-Identifier: GPL-3.0-or-later
// What: how far a run is, for people: a bar that is drawn over on a terminal, a line now and then elsewhere.
// Never: writes anything for a run that takes a few seconds only, or to standard output.
#pragma once

#include <chrono>
#include <string>

#include "batch/run.h"
#include "cli/console.h"

namespace pactable::cli {

/// "1200 of 10000 (12%), 85.0 a second, 3 failed, 1:43 left", at most `kTerminalWidth` - 1 columns, with a bar before
/// it where one is wanted.
[[nodiscard]] std::string progress_text(const batch::Progress& progress, double seconds, bool bar);

class ProgressDisplay {
 public:
  /// `terminal`: standard error is one.
  ProgressDisplay(const Console& console, bool terminal) : console_(console), terminal_(terminal) {}
  void show(const batch::Progress& progress);
  /// Takes the bar away.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Console& console_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
};

}  // namespace pactable::cli
