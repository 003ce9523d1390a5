// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/timeframe.h"

namespace pactable::values {

std::optional<TimeframeReading> read_timeframe(std::string_view) { return std::nullopt; }

std::optional<Period> find_period(std::string_view) { return std::nullopt; }

}  // namespace pactable::values
