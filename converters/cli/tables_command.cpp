// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "batch/document_converter.h"
#include "batch/inputs.h"
#include "cli/commands.h"
#include "cli/document_steps.h"
#include "cli/overlay_pages.h"

namespace pactable::cli {

int tables(const TablesArguments& arguments, const Console& console) {
  const auto refuse = [&](const Error& error) {
    report(console, error);
    return exit_code(error);
  };
  const auto converter =
      batch::DocumentConverter::start(table_steps(arguments), {}, arguments.isolation, arguments.limits);
  if (!converter) return refuse(converter.error());
  std::optional<batch::DocumentConverter> drawer;
  if (!arguments.overlay.empty()) {
    auto started = batch::DocumentConverter::start(overlay_steps(), {}, arguments.isolation, arguments.limits);
    if (!started) return refuse(started.error());
    drawer.emplace(std::move(*started));
  }
  const std::vector<std::filesystem::path> named = {arguments.file};
  const batch::Search search = batch::find_inputs(named, {});
  if (search.inputs.size() != 1) {
    report(console, arguments.file.string(), Error{ErrorCode::kUnreadable, "a folder, not a file"});
    return kNotAll;
  }
  const batch::Rendered rendered = converter->convert(search.inputs.front());
  if (rendered.record.error || rendered.files.size() != 1) {
    const Error none{ErrorCode::kInternal, "the process that read the document was ended from outside"};
    const Error& error = rendered.record.error ? *rendered.record.error : none;
    report(console, arguments.file.string(), error);
    return exit_code(error);
  }
  const int overlays =
      drawer ? draw_overlays(*drawer, search.inputs, {arguments.overlay, arguments.overwrite}, console) : kAllDone;
  return std::max(write_out(console, rendered.files.front().bytes), overlays);
}

}  // namespace pactable::cli
