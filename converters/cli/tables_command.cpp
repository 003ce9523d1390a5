// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "batch/inputs.h"
#include "batch/output_names.h"
#include "cli/commands.h"
#include "cli/loaded_recogniser.h"
#include "cli/table_output.h"
#include "overlay/overlay.h"
#include "pipeline/converter.h"

namespace pactable::cli {

int tables(const TablesArguments& arguments, const Console& console) {
  const std::string name = arguments.file.string();
  scans::Options scans = arguments.scans;
  scans.aids.recogniser = loaded_recogniser;
  const Result<std::string> written =
      batch::read_file(arguments.file)
          .and_then([&](const std::string& bytes) { return pipeline::read_tables(bytes, arguments.join, scans); })
          .and_then([&](const std::vector<layout::Table>& found) { return write_tables(found, arguments.format); });
  if (!written) {
    report(console, name, written.error());
    return exit_code(written.error());
  }
  int overlays = kAllDone;
  if (!arguments.overlay.empty()) {
    const Result<int> drawn = batch::read_file(arguments.file).and_then([&](const std::string& bytes) {
      return overlay::write_pages(bytes, arguments.overlay, batch::safe_name(name));
    });
    if (!drawn) {
      report(console, name, drawn.error());
      overlays = exit_code(drawn.error());
    }
  }
  return std::max(write_out(console, *written), overlays);
}

}  // namespace pactable::cli
