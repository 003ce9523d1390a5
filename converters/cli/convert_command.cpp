// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "batch/run.h"
#include "cli/commands.h"
#include "cli/conversion_steps.h"
#include "cli/overlay_pages.h"
#include "cli/summary_table.h"

namespace pactable::cli {
namespace {

constexpr const char* kStandardOutput = "-";

bool all_converted(const plan::Corpus& corpus) {
  return std::all_of(corpus.documents.begin(), corpus.documents.end(),
                     [](const auto& record) { return record.outcome == plan::Outcome::kConverted; });
}

int to_standard_output(const ConvertArguments& arguments, const batch::Input& input, const batch::Steps& steps,
                       const Console& console) {
  batch::Document document = batch::convert_input(input, steps);
  int code = kNotAll;
  if (document.plan) code = write_out(console, arguments.formats.front()->write(*document.plan));
  plan::Corpus corpus;
  corpus.documents.push_back(std::move(document.record));
  console.err << summary_table(corpus);
  return code;
}

void note_what_was_passed_over(const batch::Search& search, const Console& console) {
  if (search.inputs.empty()) console.err << "no document was found\n";
  if (search.other_files > 0) console.err << fmt::format("passed over, of other types: {}\n", search.other_files);
  if (search.linked_folders > 0) console.err << fmt::format("passed over, linked folders: {}\n", search.linked_folders);
}

}  // namespace

int convert(const ConvertArguments& arguments, const Console& console) {
  const bool to_stdout = arguments.output == kStandardOutput;
  const batch::SearchRules rules =
      search_rules(to_stdout ? std::optional<std::filesystem::path>() : std::filesystem::path(arguments.output));
  const batch::Search search = batch::find_inputs(arguments.inputs, rules);
  if (to_stdout && search.inputs.size() != 1) {
    console.err << fmt::format("pactable: --output - takes one document, not {} (pactable convert --help shows how)\n",
                               search.inputs.size());
    return kWrongUsage;
  }
  const auto steps = conversion_steps(arguments.options, arguments.grammar);
  if (!steps) {
    report(console, steps.error());
    return exit_code(steps.error());
  }
  const int overlays = arguments.overlay.empty() ? kAllDone : draw_overlays(search.inputs, arguments.overlay, console);
  if (to_stdout) {
    return std::max(to_standard_output(arguments, search.inputs.front(), *steps, console), overlays);
  }
  const auto corpus =
      batch::run(search.inputs, {arguments.output, arguments.formats, arguments.jobs, program_version()}, *steps);
  if (!corpus) {
    report(console, arguments.output, corpus.error());
    return exit_code(corpus.error());
  }
  console.err << summary_table(*corpus);
  note_what_was_passed_over(search, console);
  return all_converted(*corpus) ? overlays : kNotAll;
}

}  // namespace pactable::cli
