// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merge.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/leftovers_note.h"
#include "exports/export.h"

namespace pactable::cli {

int merge(const MergeArguments& arguments, const Console& console) {
  const Result<batch::Merged> merged = batch::merge(arguments.shards, arguments.output, arguments.overwrite);
  if (!merged) {
    report(console, merged.error());
    return exit_code(merged.error());
  }
  console.err << fmt::format("{} documents of {} shards\n", merged->documents, arguments.shards.size());
  note_leftovers(merged->leftovers, console);
  // Those that lie there are of another corpus.
  if (const Status removed = exports::remove_exports(arguments.output); !removed) {
    report(console, removed.error());
    return exit_code(removed.error());
  }
  return kAllDone;
}

}  // namespace pactable::cli
