// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells people which outputs of earlier runs were taken away, and which stay for they were changed.
#pragma once

#include "batch/leftovers.h"
#include "cli/console.h"

namespace pactable::cli {

void note_leftovers(const batch::Leftovers& leftovers, const Console& console);

}  // namespace pactable::cli
