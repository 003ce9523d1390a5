// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merge.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "exports/export.h"

namespace pactable::cli {

int merge(const MergeArguments& arguments, const Console& console) {
  const Result<std::size_t> merged = batch::merge(arguments.shards, arguments.output);
  if (!merged) {
    report(console, merged.error());
    return exit_code(merged.error());
  }
  console.err << fmt::format("{} documents of {} shards\n", *merged, arguments.shards.size());
  // Those that lie there are of another corpus.
  if (const Status removed = exports::remove_exports(arguments.output); !removed) {
    report(console, removed.error());
    return exit_code(removed.error());
  }
  return kAllDone;
}

}  // namespace pactable::cli
