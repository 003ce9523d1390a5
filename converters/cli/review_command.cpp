// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "batch/document_converter.h"
#include "batch/output_folder.h"
#include "batch/run.h"
#include "cli/audit_explain.h"
#include "cli/audit_report.h"
#include "cli/commands.h"
#include "cli/conversion_steps.h"
#include "cli/document_steps.h"
#include "cli/interruption.h"
#include "cli/leftovers_note.h"
#include "cli/progress.h"
#include "cli/summary_table.h"
#include "pages/review/packet.h"
#include "writers/sarif/rule_help.h"

namespace pactable::cli {
namespace {

// No document's page is called so, whatever its name: it ends in .review.html.
constexpr const char* kIndex = "index.html";

pages::review::Words words() {
  pages::review::Words words;
  words.evidence = evidence_in_words;
  words.place = place_name;
  for (const writers::sarif::RuleHelp& rule : writers::sarif::rule_help()) {
    words.rules.emplace(rule.id, pages::review::RuleText{rule.when, rule.example});
  }
  words.made_by = program_version();
  return words;
}

/// What the index says of the pages, as the documents are done.
class Index {
 public:
  /// Takes the summary from among the files.
  void note(batch::Rendered& rendered) {
    const auto summary = std::find_if(rendered.files.begin(), rendered.files.end(),
                                      [](const batch::OutputFile& file) { return file.extension == kReviewSummary; });
    if (summary == rendered.files.end()) return;
    const std::lock_guard lock(mutex_);
    summaries_[key_of(rendered.record)] = std::move(summary->bytes);
    rendered.files.erase(summary);
  }

  /// In the order of the inputs.
  void take(const plan::CorpusRecord& record) {
    entries_.push_back({record, record.outputs.empty() ? std::string() : record.outputs.front(), {}});
  }

  [[nodiscard]] std::string html() {
    for (pages::review::IndexEntry& entry : entries_) entry.summary = summaries_[key_of(entry.record)];
    return pages::review::write_index(entries_, program_version());
  }

 private:
  static std::pair<std::string, std::string> key_of(const plan::CorpusRecord& record) {
    return {record.path, record.sha256.value_or("")};
  }

  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, std::string> summaries_;  // by path and content
  std::vector<pages::review::IndexEntry> entries_;
};

Status write_index_file(const ReviewArguments& arguments, const std::string& html) {
  return batch::OutputFolder::open(arguments.output, arguments.overwrite)
      .and_then([&](const batch::OutputFolder& opened) { return opened.write(kIndex, html); });
}

/// Before anything is done that would end without its index.
Status check_index(const ReviewArguments& arguments) {
  return batch::OutputFolder::open(arguments.output, arguments.overwrite)
      .and_then([](const batch::OutputFolder& opened) { return opened.may_write(kIndex); });
}

}  // namespace

int review(const ReviewArguments& arguments, const Console& console) {
  const auto refuse = [&](const Error& error) {
    report(console, error);
    return exit_code(error);
  };
  auto steps = conversion_steps(arguments.options, arguments.grammar);
  if (!steps) return refuse(steps.error());
  const auto converter =
      batch::DocumentConverter::start(review_steps(std::move(*steps), words()), {}, arguments.isolation);
  if (!converter) return refuse(converter.error());
  if (const Status free = check_index(arguments); !free) return refuse(free.error());
  const batch::Search search = batch::find_inputs(arguments.inputs, search_rules(arguments.output, true));
  if (search.inputs.size() == search.skipped) console.err << "no document was found\n";

  const Interruption interruption;
  ProgressDisplay display(console, ::isatty(STDERR_FILENO) == 1);
  Index index;
  plan::Corpus corpus;
  batch::RunOptions options;
  options.output = arguments.output;
  options.jobs = arguments.jobs;
  options.program = program_version();
  options.isolation = converter->layers();
  options.settings = "review " + program_version();
  options.start_over = true;  // the index needs what every document says of itself
  options.overwrite = arguments.overwrite;
  options.flat = true;  // a page finds the index beside itself
  options.stop = &Interruption::happened();
  options.progress = [&](const batch::Progress& progress) { display.show(progress); };
  options.take = [&](const plan::CorpusRecord& record) {
    index.take(record);
    corpus.documents.push_back(record);
  };
  const auto ended = batch::run(search.inputs, options, [&](const batch::Input& input) {
    batch::Rendered rendered = converter->convert(input);
    index.note(rendered);
    return rendered;
  });
  display.clear();
  if (!ended) {
    report(console, arguments.output.string(), ended.error());
    return exit_code(ended.error());
  }
  console.err << summary_table(corpus);
  note_leftovers(ended->leftovers, console);
  if (ended->reason) report(console, arguments.output.string(), *ended->reason);
  if (!ended->complete) {
    console.err << fmt::format("stopped after {} of {} documents\n", ended->progress.done, ended->progress.total);
    return kNotAll;
  }
  if (const Status written = write_index_file(arguments, index.html()); !written) return refuse(written.error());
  const std::size_t good = ended->converted + (arguments.skip_unsupported ? ended->skipped : 0);
  return good == ended->progress.total && search.inputs.size() > search.skipped ? kAllDone : kNotAll;
}

}  // namespace pactable::cli
