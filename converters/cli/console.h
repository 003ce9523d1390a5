// SPDX-License-Identifier: GPL-3.0-or-later
// What: where a command writes, and the exit codes that scripts rely on.
// Never: standard output carries a word that is not the result of the command.
#pragma once

#include <ostream>
#include <string_view>

#include "core/result.h"

namespace pactable::cli {

/// Published, and never given another meaning. Where two apply, the higher one is returned.
enum ExitCode : int {
  kAllDone = 0,      // every document was converted, every file is valid
  kFindings = 1,     // audit only: findings at or above --fail-on
  kNotAll = 2,       // at least one document could not be converted, one file is invalid, one output not written
  kWrongUsage = 64,  // nothing was done
};

struct Console {
  std::ostream& out;  // results
  std::ostream& err;  // everything for people beside them
};

/// "pactable: <code>: <message>" on one line of printable characters.
void report(const Console& console, const Error& error);
/// The same with the file that it is about, as it was named.
void report(const Console& console, std::string_view file, const Error& error);
/// kNotAll, or kWrongUsage for the code usage.
[[nodiscard]] int exit_code(const Error& error);

/// Writes a result; kAllDone, or kNotAll where standard output took not all of it (the reason is reported).
[[nodiscard]] int write_out(const Console& console, std::string_view bytes);

}  // namespace pactable::cli
