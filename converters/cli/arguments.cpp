// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/terminal_text.h"

namespace pactable::cli {
namespace {

constexpr int kMaxShards = 10000;
// A document may wait as long as it may compute.
constexpr int kWallPerCpu = 10;

std::string called(const CommandLine& line) {
  for (const CLI::App* command : line.app.get_subcommands()) return "pactable " + command->get_name();
  return "pactable";
}

Stop wrong_usage(const CommandLine& line, const std::string& message) {
  return {kWrongUsage, "", fmt::format("pactable: {} ({} --help shows how)\n", printable(message), called(line))};
}

Paths paths(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

struct Formats {
  std::vector<const writers::Writer*> of_documents;
  std::vector<const exports::CorpusFormat*> of_corpus;
};

template <class Format>
void add_once(std::vector<const Format*>& formats, const Format* format) {
  if (format != nullptr && std::find(formats.begin(), formats.end(), format) == formats.end()) {
    formats.push_back(format);
  }
}

Result<Formats> read_formats(const std::string& list) {
  Formats formats;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string id = list.substr(begin, end - begin);
    const writers::Writer* of_document = writers::find_writer(id);
    const exports::CorpusFormat* of_corpus = exports::find_corpus_format(id);
    if (of_document == nullptr && of_corpus == nullptr) {
      return fail(ErrorCode::kUsage, fmt::format("--formats: no format is called \"{}\"", id));
    }
    add_once(formats.of_documents, of_document);
    add_once(formats.of_corpus, of_corpus);
    begin = end + 1;
  }
  return formats;
}

std::optional<plan::Shard> read_shard(const std::string& text) {
  plan::Shard shard;
  const char* const end = text.data() + text.size();
  const auto [slash, error] = std::from_chars(text.data(), end, shard.index);
  if (error != std::errc() || slash == end || *slash != '/') return std::nullopt;
  const auto [rest, second_error] = std::from_chars(slash + 1, end, shard.count);
  const bool fits = second_error == std::errc() && rest == end && shard.count >= 1 && shard.count <= kMaxShards &&
                    shard.index >= 1 && shard.index <= shard.count;
  return fits ? std::optional(shard) : std::nullopt;
}

/// A time that was named holds for every document, recognised or not.
batch::Limits limits_of(const Raw& raw) {
  batch::Limits limits;
  limits.memory_bytes = static_cast<std::uint64_t>(raw.memory) << 20U;
  if (raw.timeout == 0) return limits;
  limits.cpu_seconds = limits.scan_cpu_seconds = raw.timeout;
  limits.wall_seconds = raw.timeout * kWallPerCpu;
  return limits;
}

batch::Overwrite overwrite_of(const Raw& raw) {
  return raw.overwrite ? batch::Overwrite::kAll : batch::Overwrite::kOwn;
}

/// CLI11 has "true" for a flag without a value.
std::string trace_target(const std::string& value) { return value == "true" ? "-" : value; }

Command convert_command_of(const CommandLine& line, const pipeline::ConvertOptions& options) {
  const Raw& raw = line.raw;
  auto formats = read_formats(raw.formats);
  if (!formats) return wrong_usage(line, formats.error().message);
  // What holds the whole corpus is made of the plans' JSON.
  if (!formats->of_corpus.empty()) add_once(formats->of_documents, writers::find_writer("json"));
  if (raw.output.empty()) return wrong_usage(line, "the name of the output folder is empty");
  if (raw.inputs.empty() && raw.files_from.empty()) return wrong_usage(line, "INPUT is required");
  const bool one_only = raw.output == "-";
  if (one_only && (formats->of_documents.size() != 1 || !formats->of_corpus.empty())) {
    return wrong_usage(line, "--output - writes one format: add --formats json, for example");
  }
  if (raw.force && raw.resume) return wrong_usage(line, "--force and --resume exclude each other");
  if (one_only && (raw.stream || !raw.shard.empty() || raw.resume)) {
    return wrong_usage(line, "--output - goes with neither --stream, --shard nor --resume");
  }
  ConvertArguments arguments{
      paths(raw.inputs), raw.output, formats->of_documents, options, raw.jobs, paths(raw.grammar), {}, {}, {}, {}};
  arguments.corpus_formats = formats->of_corpus;
  if (!raw.files_from.empty()) arguments.files_from = raw.files_from;
  if (!raw.shard.empty()) {
    arguments.shard = read_shard(raw.shard);
    if (!arguments.shard) return wrong_usage(line, "--shard: two numbers are wanted, 1/4 to 4/4 for example");
  }
  arguments.isolation = kIsolations.at(raw.isolation);
  arguments.overlay = raw.overlay;
  arguments.decisions = paths(raw.decisions);
  arguments.limits = limits_of(raw);
  arguments.start_over = raw.force;
  arguments.must_resume = raw.resume;
  arguments.stream = raw.stream;
  arguments.quiet = raw.quiet;
  arguments.overwrite = overwrite_of(raw);
  arguments.skip_unsupported = raw.skip_unsupported;
  if (!raw.password_file.empty()) arguments.password_file = raw.password_file;
  if (!raw.use_report.empty()) arguments.use_report = raw.use_report;
  arguments.trace = trace_target(raw.trace);
  return arguments;
}

Command export_command_of(const CommandLine& line) {
  const auto formats = read_formats(line.raw.formats);
  if (!formats) return wrong_usage(line, formats.error().message);
  const std::filesystem::path corpus = line.raw.inputs.front();
  const std::filesystem::path output = line.raw.output.empty() ? corpus : std::filesystem::path(line.raw.output);
  return ExportArguments{corpus, output, formats->of_documents, formats->of_corpus, overwrite_of(line.raw)};
}

Command command_of(const CommandLine& line) {
  const Raw& raw = line.raw;
  if (std::find(raw.inputs.begin(), raw.inputs.end(), "") != raw.inputs.end()) {
    return wrong_usage(line, "the name of a file is empty");
  }
  const scans::Options scans{kOcr.at(raw.ocr), raw.ocr_languages, {}};
  pipeline::ConvertOptions options{raw.family, kLayers.at(raw.layer), kRevisions.at(raw.revisions), scans};
  options.as_plan = raw.as_plan;
  options.trace = !raw.trace.empty();
  if (*line.convert) return convert_command_of(line, options);
  if (*line.export_formats) return export_command_of(line);
  if (*line.merge) return MergeArguments{paths(raw.inputs), raw.output, overwrite_of(raw)};
  if (*line.site) {
    if (raw.output.empty()) return wrong_usage(line, "the name of the output folder is empty");
    return SiteArguments{raw.inputs.front(), raw.output, raw.documents, raw.title, overwrite_of(raw)};
  }
  if (*line.doctor) return DoctorArguments{};
  if (*line.review) {
    if (line.raw.output.empty()) return wrong_usage(line, "the name of the output folder is empty");
    return ReviewArguments{paths(raw.inputs), raw.output,          options,
                           raw.jobs,          paths(raw.grammar),  kIsolations.at(raw.isolation),
                           overwrite_of(raw), raw.skip_unsupported};
  }
  if (*line.audit) {
    const int to_output = (raw.json ? 1 : 0) + (raw.sarif == "-" ? 1 : 0) + (raw.explain.empty() ? 0 : 1);
    if (to_output > 1) return wrong_usage(line, "of --json, --sarif - and --explain only one can be written");
    return AuditArguments{paths(raw.inputs),
                          raw.json,
                          kFailOn.at(raw.fail_on),
                          options,
                          paths(raw.grammar),
                          raw.explain,
                          raw.sarif,
                          kIsolations.at(raw.isolation),
                          trace_target(raw.trace)};
  }
  if (*line.tables)
    return TablesArguments{raw.inputs.front(), kTableFormats.at(raw.table_format), raw.join,      raw.overlay, scans,
                           overwrite_of(raw),  kIsolations.at(raw.isolation),      limits_of(raw)};
  if (*line.validate) return ValidateArguments{paths(raw.inputs)};
  if (*line.families) return FamiliesArguments{paths(raw.grammar), raw.check};
  return Stop{kWrongUsage, "", line.app.help()};
}

}  // namespace

std::string program_version() { return "pactable " PACTABLE_VERSION; }

Command parse_arguments(int argc, const char* const* argv) {
  CommandLine line;
  build(line);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Stop{kAllDone, line.app.help(), ""};
  } catch (const CLI::CallForVersion&) {
    return Stop{kAllDone, program_version() + "\n", ""};
  } catch (const CLI::ParseError& error) {
    return wrong_usage(line, error.what());
  }
  return command_of(line);
}

}  // namespace pactable::cli
