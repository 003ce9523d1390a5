// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.h"
#include "pages/site/site.h"

namespace pactable::cli {

int site(const SiteArguments& arguments, const Console& console) {
  const Result<pages::site::Report> written = pages::site::write_site(
      {arguments.corpus, arguments.output, arguments.documents, arguments.title, arguments.overwrite});
  if (!written) {
    report(console, written.error());
    return exit_code(written.error());
  }
  console.err << fmt::format("{} plans of {} documents, {} rows; open {}\n", written->plans, written->documents,
                             written->items, (arguments.output / "index.html").string());
  return kAllDone;
}

}  // namespace pactable::cli
