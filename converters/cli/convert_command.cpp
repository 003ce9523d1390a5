// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <optional>

#include "batch/document_converter.h"
#include "batch/run.h"
#include "cli/commands.h"
#include "cli/conversion_steps.h"
#include "cli/decision_files.h"
#include "cli/document_steps.h"
#include "cli/interruption.h"
#include "cli/leftovers_note.h"
#include "cli/overlay_pages.h"
#include "cli/passwords.h"
#include "cli/progress.h"
#include "cli/summary_table.h"
#include "cli/trace_report.h"
#include "cli/use_report.h"
#include "exports/export.h"
#include "writers/json/plan_json.h"

namespace pactable::cli {
namespace {

constexpr const char* kStandardOutput = "-";
constexpr const char* kStandardInput = "-";
// More rows than this nobody reads; what was not converted goes first.
constexpr std::size_t kMaxRows = 1000;

/// What is written beside the documents.
struct Reports {
  UseReport use;
  TraceReport trace;
};

int to_standard_output(const ConvertArguments& arguments, const batch::Input& input,
                       const batch::DocumentConverter& converter, UnmetDecisions unmet, Reports& reports,
                       const Console& console) {
  batch::Rendered rendered = converter.convert(input);
  reports.use.add(rendered);
  reports.trace.write(rendered.record.path, rendered.trace);
  int code = kNotAll;
  if (!rendered.files.empty()) {
    const bool converted = rendered.record.outcome == plan::Outcome::kConverted;
    code = std::max<int>(write_out(console, rendered.files.front().bytes), converted ? kAllDone : kNotAll);
  }
  unmet.meet(rendered.record);
  plan::Corpus corpus;
  corpus.documents.push_back(std::move(rendered.record));
  if (!arguments.quiet) console.err << summary_table(corpus);
  return std::max(code, unmet.report(console));
}

/// The rows that are shown at the end, and the totals of all.
class Summary {
 public:
  explicit Summary(std::size_t total) : all_(total <= kMaxRows) {}

  void add(const plan::CorpusRecord& record) {
    totals_.add(record);
    const bool shown = all_ || record.outcome != plan::Outcome::kConverted;
    if (shown && shown_.documents.size() < kMaxRows) shown_.documents.push_back(record);
  }
  [[nodiscard]] std::string text() const { return summary_table(shown_, totals_); }

 private:
  bool all_;
  plan::Corpus shown_;
  Totals totals_;
};

Status read_list(std::istream& stream, Paths& inputs) {
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) inputs.emplace_back(line);
  }
  if (stream.bad()) return fail(ErrorCode::kUnreadable, "--files-from: the list cannot be read to its end");
  return {};
}

Result<Paths> inputs_of(const ConvertArguments& arguments) {
  Paths inputs = arguments.inputs;
  Status read;
  if (arguments.files_from == kStandardInput) {
    read = read_list(std::cin, inputs);
  } else if (arguments.files_from) {
    std::ifstream stream(*arguments.files_from);
    if (!stream) return fail(ErrorCode::kUsage, fmt::format("--files-from {}: no such file", *arguments.files_from));
    read = read_list(stream, inputs);
  }
  if (!read) return tl::unexpected<Error>(read.error());
  return inputs;
}

Result<std::string> settings_of(const ConvertArguments& arguments, const batch::DocumentConverter& converter,
                                const DecisionFiles& decisions) {
  return grammar_digest(arguments.grammar).map([&](const std::string& grammar) {
    std::string text =
        fmt::format("{}\n{}\n{} {} {}\n{} {}\n", program_version(), grammar, arguments.options.family,
                    static_cast<int>(arguments.options.layer), static_cast<int>(arguments.options.revisions),
                    arguments.limits.cpu_seconds, arguments.limits.memory_bytes);
    text += fmt::format("{}", static_cast<int>(arguments.options.scans.ocr));
    for (const std::string& language : arguments.options.scans.languages) text += ' ' + language;
    for (const std::string& table : arguments.options.as_plan) text += ' ' + table;
    text += '\n';
    for (const writers::Writer* format : arguments.formats) text += fmt::format("{} ", format->id);
    for (const std::string& layer : converter.layers()) text += layer + ' ';
    text += decisions.digest + ' ';
    if (arguments.shard) text += fmt::format("{}/{}", arguments.shard->index, arguments.shard->count);
    return text;
  });
}

int finish(const batch::RunReport& ended, const ConvertArguments& arguments, const Summary& summary,
           const batch::Search& search, const Console& console) {
  if (ended.complete && !arguments.quiet) {
    console.err << summary.text();
    if (search.inputs.size() == search.skipped) console.err << "no document was found\n";
    note_leftovers(ended.leftovers, console);
  }
  if (ended.reason) report(console, arguments.output, *ended.reason);
  if (!ended.complete) {
    console.err << fmt::format("stopped after {} of {} documents; the same command goes on from there\n",
                               ended.progress.done, ended.progress.total);
  } else if (ended.unwritten > 0) {
    console.err << fmt::format("{} documents could not be written; the same command tries only these again\n",
                               ended.unwritten);
  }
  const std::size_t good = ended.converted + (arguments.skip_unsupported ? ended.skipped : 0);
  // Of a shard nothing may be left, of a whole batch something has to be.
  const bool nothing = !arguments.shard && search.inputs.size() == search.skipped;
  return ended.complete && good == ended.progress.total && !nothing ? kAllDone : kNotAll;
}

/// The formats of the whole corpus, from what was written just now; those of an earlier run are gone in any case.
int write_exports(const batch::RunReport& ended, const ConvertArguments& arguments, const Console& console) {
  Status done = exports::remove_exports(arguments.output);
  if (done && ended.complete && !arguments.corpus_formats.empty()) {
    done =
        exports::export_corpus({arguments.output, arguments.output, {}, arguments.corpus_formats, arguments.overwrite})
            .map([](const exports::Report&) {});
  }
  if (done) return kAllDone;
  report(console, arguments.output, done.error());
  return exit_code(done.error());
}

int to_folder(const ConvertArguments& arguments, const batch::Search& search, const batch::DocumentConverter& converter,
              const DecisionFiles& decisions, Reports& reports, const Console& console) {
  const Result<std::string> settings = settings_of(arguments, converter, decisions);
  if (!settings) {
    report(console, settings.error());
    return exit_code(settings.error());
  }
  const Interruption interruption;
  Summary summary(search.inputs.size());
  UnmetDecisions unmet(decisions);
  ProgressDisplay display(console, ::isatty(STDERR_FILENO) == 1);
  int stream_code = kAllDone;

  batch::RunOptions options;
  options.output = arguments.output;
  options.jobs = arguments.jobs;
  options.program = program_version();
  options.isolation = converter.layers();
  options.shard = arguments.shard;
  options.settings = *settings;
  options.start_over = arguments.start_over;
  options.must_resume = arguments.must_resume;
  options.overwrite = arguments.overwrite;
  options.stop = &Interruption::happened();
  options.take = [&](const plan::CorpusRecord& record) {
    summary.add(record);
    unmet.meet(record);
    reports.trace.take(record);
    if (arguments.stream && stream_code == kAllDone) {
      stream_code = write_out(console, writers::json::write_record_line(record));
    }
  };
  if (!arguments.quiet) options.progress = [&](const batch::Progress& progress) { display.show(progress); };

  const auto ended = batch::run(search.inputs, options, [&](const batch::Input& input) {
    batch::Rendered rendered = converter.convert(input);
    reports.use.add(rendered);
    reports.trace.note(rendered);
    return rendered;
  });
  display.clear();
  if (!ended) {
    report(console, arguments.output, ended.error());
    return exit_code(ended.error());
  }
  if (!arguments.quiet && ended->started_over) {
    console.err << "an unfinished run with other settings was there; everything was done again\n";
  }
  if (!arguments.quiet && ended->progress.resumed > 0) {
    console.err << fmt::format("{} documents were done by an earlier run\n", ended->progress.resumed);
  }
  const int exported = write_exports(*ended, arguments, console);
  // Of a part of the batch nobody can say that a document is missing.
  const int unmet_code = ended->complete && !arguments.shard ? unmet.report(console) : kAllDone;
  return std::max({stream_code, exported, unmet_code, finish(*ended, arguments, summary, search, console)});
}

}  // namespace

int convert(const ConvertArguments& arguments, const Console& console) {
  const auto refuse = [&](const Error& error) {
    report(console, error);
    return exit_code(error);
  };
  const Result<DecisionFiles> decisions = read_decision_files(arguments.decisions);
  if (!decisions) return refuse(decisions.error());
  pipeline::ConvertOptions options = arguments.options;
  options.decisions = decisions->entries;
  auto passwords = arguments.password_file ? read_passwords(*arguments.password_file) : std::vector<Password>();
  if (!passwords) return refuse(passwords.error());
  auto steps = conversion_steps(options, arguments.grammar, std::move(*passwords));
  if (!steps) return refuse(steps.error());
  // Before anything large is in memory, and before there is a second thread.
  const auto converter =
      batch::DocumentConverter::start(std::move(*steps), arguments.formats, arguments.isolation, arguments.limits);
  if (!converter) return refuse(converter.error());
  std::optional<batch::DocumentConverter> drawer;
  if (!arguments.overlay.empty()) {
    auto started = batch::DocumentConverter::start(overlay_steps(), {}, arguments.isolation, arguments.limits);
    if (!started) return refuse(started.error());
    drawer.emplace(std::move(*started));
  }
  const auto inputs = inputs_of(arguments);
  if (!inputs) return refuse(inputs.error());

  const bool to_stdout = arguments.output == kStandardOutput;
  const batch::SearchRules rules =
      to_stdout ? search_rules({}) : search_rules(std::filesystem::path(arguments.output), true);
  const batch::Search search = batch::find_inputs(*inputs, rules);
  if (to_stdout && search.inputs.size() != 1) {
    console.err << fmt::format("pactable: --output - takes one document, not {} (pactable convert --help shows how)\n",
                               search.inputs.size());
    return kWrongUsage;
  }
  if (!arguments.options.as_plan.empty() && search.inputs.size() - search.skipped != 1) {
    console.err << fmt::format("pactable: --as-plan takes one document, not {} (pactable convert --help shows how)\n",
                               search.inputs.size() - search.skipped);
    return kWrongUsage;
  }
  const int overlays =
      drawer ? draw_overlays(*drawer, search.inputs, {arguments.overlay, arguments.overwrite}, console) : kAllDone;
  Reports reports{UseReport(), TraceReport(console)};
  if (arguments.use_report) {
    if (const Status opened = reports.use.open(*arguments.use_report); !opened) return refuse(opened.error());
  }
  if (const Status opened = reports.trace.open(arguments.trace); !opened) return refuse(opened.error());
  const int code = to_stdout ? to_standard_output(arguments, search.inputs.front(), *converter,
                                                  UnmetDecisions(*decisions), reports, console)
                             : to_folder(arguments, search, *converter, *decisions, reports, console);
  if (const Status closed = reports.use.close(); !closed) return refuse(closed.error());
  if (const Status closed = reports.trace.close(); !closed) return refuse(closed.error());
  return std::max(code, overlays);
}

}  // namespace pactable::cli
