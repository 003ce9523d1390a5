// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "cli/terminal_text.h"

namespace pactable::cli {

void report(const Console& console, const Error& error) {
  console.err << "pactable: " << to_string(error.code) << ": " << printable(error.message) << '\n';
}

void report(const Console& console, std::string_view file, const Error& error) {
  console.err << "pactable: " << printable(file) << ": " << to_string(error.code) << ": " << printable(error.message)
              << '\n';
}

int exit_code(const Error& error) { return error.code == ErrorCode::kUsage ? kWrongUsage : kNotAll; }

int write_out(const Console& console, std::string_view bytes) {
  console.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  console.out.flush();
  if (console.out.good()) return kAllDone;
  report(console, Error{ErrorCode::kWriteFailed, "standard output cannot be written"});
  return kNotAll;
}

}  // namespace pactable::cli
