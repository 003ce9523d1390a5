// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.h"
#include "exports/export.h"

namespace pactable::cli {

int export_formats(const ExportArguments& arguments, const Console& console) {
  const Result<exports::Report> exported = exports::export_corpus(
      {arguments.corpus, arguments.output, arguments.document_formats, arguments.corpus_formats, arguments.overwrite});
  if (!exported) {
    report(console, exported.error());
    return exit_code(exported.error());
  }
  console.err << fmt::format("{} plans of {} documents\n", exported->plans, exported->documents);
  if (exported->doubtful > 0) {
    console.err << fmt::format("not read, though they look like plans: {}; corpus.json says why\n", exported->doubtful);
  }
  return kAllDone;
}

}  // namespace pactable::cli
