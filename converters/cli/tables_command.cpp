// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/inputs.h"
#include "cli/commands.h"
#include "cli/table_output.h"
#include "pipeline/converter.h"

namespace pactable::cli {

int tables(const TablesArguments& arguments, const Console& console) {
  const Result<std::string> written =
      batch::read_file(arguments.file)
          .and_then([&](const std::string& bytes) { return pipeline::read_tables(bytes, arguments.join); })
          .and_then([&](const std::vector<layout::Table>& found) { return write_tables(found, arguments.format); });
  if (written) return write_out(console, *written);
  report(console, arguments.file.string(), written.error());
  return exit_code(written.error());
}

}  // namespace pactable::cli
