// SPDX-License-Identifier: GPL-3.0-or-later
// What: the whole program but for the process: command line in, exit code out.
#pragma once

#include "cli/console.h"

namespace pactable::cli {

[[nodiscard]] int run_program(int argc, const char* const* argv, const Console& console);

}  // namespace pactable::cli
