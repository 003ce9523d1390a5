// SPDX-License-Identifier: GPL-3.0-or-later
// What: the time that the marks of a period matrix say together: x below 2025 and 2026 is 2025/2026.
#pragma once

#include <string>
#include <vector>

#include "plan/plan.h"

namespace pactable::parser {

struct MarkedPeriod {
  std::string edtf;    // of the column; empty where its header names no date ("Year 1")
  std::string header;  // as printed
  bool marked = false;
};

/// `periods`: all columns of the matrix, left to right. Where the marked ones do not follow each other there is no one
/// interval: all of them stand in the note then. Nothing is marked: kind text.
[[nodiscard]] plan::Timeframe timeframe_of(const std::vector<MarkedPeriod>& periods);

}  // namespace pactable::parser
