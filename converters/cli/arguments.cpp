// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <thread>

#include "cli/console.h"
#include "cli/terminal_text.h"

namespace pactable::cli {
namespace {

// More threads than this only take memory: each holds a whole document.
constexpr int kMaxJobs = 256;
constexpr int kMaxSeconds = 24 * 3600;
constexpr int kMinMebibytes = 128, kMaxMebibytes = 1024 * 1024;  // the program itself takes some 60
constexpr int kMaxShards = 10000;
// A document may wait as long as it may compute.
constexpr int kWallPerCpu = 2;

const std::map<std::string, pipeline::LayerChoice> kLayers = {{"auto", pipeline::LayerChoice::kAuto},
                                                              {"ocr", pipeline::LayerChoice::kOcr},
                                                              {"typed", pipeline::LayerChoice::kTyped}};
const std::map<std::string, Revisions> kRevisions = {{"final", Revisions::kFinal}, {"original", Revisions::kOriginal}};
const std::map<std::string, std::optional<plan::Level>> kFailOn = {{"error", plan::Level::kError},
                                                                   {"warning", plan::Level::kWarning},
                                                                   {"note", plan::Level::kNote},
                                                                   {"never", std::nullopt}};
const std::map<std::string, scans::Ocr> kOcr = {
    {"auto", scans::Ocr::kAuto}, {"never", scans::Ocr::kNever}, {"always", scans::Ocr::kAlways}};
const std::map<std::string, batch::Isolation> kIsolations = {
    {"auto", batch::Isolation::kAuto}, {"full", batch::Isolation::kFull}, {"none", batch::Isolation::kNone}};
const std::map<std::string, TableFormat> kTableFormats = {
    {"json", TableFormat::kJson}, {"html", TableFormat::kHtml}, {"csv", TableFormat::kCsv}};

/// What CLI11 fills in; words are looked up afterwards.
struct Raw {
  std::vector<std::string> inputs, grammar, decisions;
  std::string output, formats = "json,xml", family = "auto", layer = "auto", revisions = "final", fail_on = "never",
                      table_format = "json", documents, title = "Action plans", overlay, explain, sarif, ocr = "auto";
  std::vector<std::string> ocr_languages;
  int jobs = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMaxJobs);
  std::string password_file, use_report, files_from, shard, isolation = "auto";
  int timeout = batch::Limits().cpu_seconds, memory = static_cast<int>(batch::Limits().memory_bytes >> 20U);
  bool json = false, join = false, check = false, force = false, resume = false, stream = false, quiet = false;
};

// Names become names of files: "eng", "chi_sim", "script/Latin".
std::string check_language(const std::string& name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/';
  };
  const bool good = !name.empty() && name.front() != '/' && std::all_of(name.begin(), name.end(), allowed);
  return good ? "" : name + " is no language of a recogniser: eng, fra, spa, rus for example";
}

template <class Map>
CLI::IsMember words(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return CLI::IsMember(names);
}

struct CommandLine {
  CLI::App app{"Action plans and work programmes of conservation bodies as auditable data", "pactable"};
  Raw raw;
  CLI::App *convert = nullptr, *audit = nullptr, *tables = nullptr, *validate = nullptr, *families = nullptr,
           *merge = nullptr, *doctor = nullptr, *export_formats = nullptr, *site = nullptr, *review = nullptr;
};

void add_grammar(CLI::App& command, Raw& raw) {
  command.add_option("--grammar", raw.grammar, "Folder of more family grammars; may be repeated")
      ->option_text("DIR")
      ->allow_extra_args(false);
}

void add_ocr_options(CLI::App& command, Raw& raw) {
  command.add_option("--ocr", raw.ocr, "Pages to recognise (default auto)")
      ->option_text("auto|never|always")
      ->check(words(kOcr));
  command.add_option("--ocr-lang", raw.ocr_languages, "Languages of scans (default: by the text)")
      ->option_text("eng,fra")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::Validator(check_language, "LANGUAGE"));
}

void add_reading_options(CLI::App& command, Raw& raw) {
  command.add_option("--family", raw.family, "Family of the documents; see pactable families")->option_text("auto|ID");
  command.add_option("--layer", raw.layer, "How the text of the documents came to be")
      ->option_text("auto|ocr|typed")
      ->check(words(kLayers));
  command.add_option("--revisions", raw.revisions, "Side of tracked changes (default final)")
      ->option_text("final|original")
      ->check(words(kRevisions));
  add_ocr_options(command, raw);
  add_grammar(command, raw);
}

void add_inputs(CLI::App& command, Raw& raw, const std::string& name, const std::string& summary) {
  command.add_option(name, raw.inputs, summary)->option_text("...")->required();
}

void add_isolation(CLI::App& command, Raw& raw) {
  command.add_option("--isolation", raw.isolation, "What keeps a document from harm (default auto)")
      ->option_text("auto|full|none")
      ->check(words(kIsolations));
}

void add_batch_options(CLI::App& command, Raw& raw) {
  command.add_option("--files-from", raw.files_from, "File with an INPUT on each line; - for standard input")
      ->option_text("FILE");
  command.add_option("--shard", raw.shard, "Only the documents of part I of N; see pactable merge")->option_text("I/N");
  command.add_flag("--resume", raw.resume, "Fail where there is no unfinished run to go on with");
  command.add_flag("--force", raw.force, "Start over, whatever an unfinished run has done");
  add_isolation(command, raw);
  command.add_option("--timeout", raw.timeout, "CPU time for one document, in seconds (default 60)")
      ->option_text("N")
      ->check(CLI::Range(1, kMaxSeconds));
  command.add_option("--memory", raw.memory, "Memory for one document, in MiB (default 2048)")
      ->option_text("N")
      ->check(CLI::Range(kMinMebibytes, kMaxMebibytes));
  command.add_flag("--stream", raw.stream, "A line of JSON for each document, on standard output");
  command.add_option("--password-file", raw.password_file, "Passwords, a line each")->option_text("FILE");
  command.add_option("--report", raw.use_report, "Add what each document cost to FILE")->option_text("FILE");
  command.add_flag("--quiet", raw.quiet, "No progress, no summary");
}

void add_overlay(CLI::App& command, Raw& raw) {
  command.add_option("--overlay", raw.overlay, "Folder for pictures of the pages with the tables")->option_text("DIR");
}

std::string formats_footer() {
  std::string text = "Formats:";
  for (const writers::Writer& writer : writers::writers()) text += fmt::format(" {}", writer.id);
  text += "; of the whole corpus:";
  for (const exports::CorpusFormat& format : exports::corpus_formats()) text += fmt::format(" {}", format.id);
  return text;
}

void add_convert(CommandLine& line) {
  line.convert = line.app.add_subcommand("convert", "Convert documents to JSON, XML and more");
  line.convert->add_option("INPUT", line.raw.inputs, "Files, or folders that are searched through")->option_text("...");
  line.convert->add_option("--output", line.raw.output, "Folder to write into; - for standard output")
      ->option_text("DIR")
      ->required();
  line.convert->add_option("--formats", line.raw.formats, "Formats to write, with commas (default json,xml)")
      ->option_text("LIST");
  line.convert->add_option("--jobs", line.raw.jobs, "Threads (default: as the machine has)")
      ->option_text("N")
      ->check(CLI::Range(1, kMaxJobs));
  add_batch_options(*line.convert, line.raw);
  line.convert->add_option("--decisions", line.raw.decisions, "Decisions of reviewers to replay; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  add_overlay(*line.convert, line.raw);
  add_reading_options(*line.convert, line.raw);
  line.convert->footer(formats_footer() +
                       "\n\nExample:\n  pactable convert documents/ --output corpus --formats json,xml");
}

void add_review(CommandLine& line) {
  line.review = line.app.add_subcommand("review", "Write pages on which a reviewer decides");
  add_inputs(*line.review, line.raw, "INPUT", "Files, or folders that are searched through");
  line.review->add_option("--output", line.raw.output, "Folder to write into")->option_text("DIR")->required();
  line.review->add_option("--jobs", line.raw.jobs, "Threads (default: as the machine has)")
      ->option_text("N")
      ->check(CLI::Range(1, kMaxJobs));
  add_isolation(*line.review, line.raw);
  add_reading_options(*line.review, line.raw);
  line.review->footer("Example:\n  pactable review plan.pdf --output packet");
}

void add_audit(CommandLine& line) {
  line.audit = line.app.add_subcommand("audit", "Show what was repaired and what is odd");
  add_inputs(*line.audit, line.raw, "INPUT", "Files, converted JSON files, or folders");
  line.audit->add_flag("--json", line.raw.json, "One JSON object instead of text");
  line.audit->add_option("--explain", line.raw.explain, "Why a row is what it is, by id (t1.r27) or number")
      ->option_text("ITEM");
  line.audit->add_option("--sarif", line.raw.sarif, "Also write SARIF 2.1.0; - for standard output")
      ->option_text("FILE");
  line.audit->add_option("--fail-on", line.raw.fail_on, "Exit with 1 where a finding is at least this")
      ->option_text("error|warning|note|never")
      ->check(words(kFailOn));
  add_isolation(*line.audit, line.raw);
  add_reading_options(*line.audit, line.raw);
  line.audit->footer("Example:\n  pactable audit plan.pdf --fail-on warning");
}

void add_tables(CommandLine& line) {
  line.tables = line.app.add_subcommand("tables", "Write every table of a document as a grid");
  line.tables->add_option("FILE", line.raw.inputs, "Document")->option_text(" ")->required()->expected(1);
  line.tables->add_option("--format", line.raw.table_format, "Format (default json)")
      ->option_text("json|html|csv")
      ->check(words(kTableFormats));
  line.tables->add_flag("--join", line.raw.join, "Join what page breaks cut");
  add_overlay(*line.tables, line.raw);
  add_ocr_options(*line.tables, line.raw);
  line.tables->footer("Example:\n  pactable tables plan.pdf --format html --join > tables.html");
}

void add_validate(CommandLine& line) {
  line.validate = line.app.add_subcommand("validate", "Check written files against their schemas");
  add_inputs(*line.validate, line.raw, "FILE", "JSON or XML files written by convert or export");
  line.validate->footer("Example:\n  pactable validate corpus/*.json corpus/*.xml");
}

void add_families(CommandLine& line) {
  line.families = line.app.add_subcommand("families", "List the document families that are known");
  add_grammar(*line.families, line.raw);
  line.families->add_flag("--check", line.raw.check, "Run the examples of every family");
  line.families->footer("Example:\n  pactable families --grammar my-grammars --check");
}

void add_merge(CommandLine& line) {
  line.merge = line.app.add_subcommand("merge", "Join the folders of all shards of a batch");
  add_inputs(*line.merge, line.raw, "DIR", "Folders that were written by convert --shard");
  line.merge->add_option("--output", line.raw.output, "Folder to write into")->option_text("DIR")->required();
  line.merge->footer("Example:\n  pactable merge shard1 shard2 shard3 --output corpus");
}

void add_export(CommandLine& line) {
  line.export_formats = line.app.add_subcommand("export", "Write a converted corpus in more formats");
  line.export_formats->add_option("CORPUS", line.raw.inputs, "Folder that was written by convert")
      ->option_text(" ")
      ->required()
      ->expected(1);
  line.export_formats->add_option("--formats", line.raw.formats, "Formats to write, with commas")
      ->option_text("LIST")
      ->required();
  line.export_formats->add_option("--output", line.raw.output, "Folder to write into (default CORPUS)")
      ->option_text("DIR");
  line.export_formats->footer(formats_footer() +
                              "\n\nExample:\n  pactable export corpus --formats csv,sqlite --output data");
}

void add_site(CommandLine& line) {
  line.site = line.app.add_subcommand("site", "Write a converted corpus as a data library to browse");
  line.site->add_option("CORPUS", line.raw.inputs, "Folder that was written by convert")
      ->option_text(" ")
      ->required()
      ->expected(1);
  line.site->add_option("--output", line.raw.output, "Folder to write into")->option_text("DIR")->required();
  line.site->add_option("--documents", line.raw.documents, "Where the documents lie: web address, or folder from DIR")
      ->option_text("ADDRESS");
  line.site->add_option("--title", line.raw.title, "What the library is called")->option_text("TEXT");
  line.site->footer("Example:\n  pactable site corpus --output library --documents ../documents");
}

void add_doctor(CommandLine& line) {
  line.doctor = line.app.add_subcommand("doctor", "Show what this system has of what is needed");
  line.doctor->footer("Example:\n  pactable doctor");
}

void build(CommandLine& line) {
  line.app.set_help_flag("-h,--help", "Show this help");
  line.app.set_version_flag("--version", program_version(), "Show the version");
  line.app.require_subcommand(0, 1);
  line.app.footer(
      "Example:\n  pactable convert plan.pdf --output corpus\n\nA command's own help: pactable convert --help");
  line.app.get_formatter()->column_width(26);
  add_convert(line);
  add_review(line);
  add_audit(line);
  add_tables(line);
  add_validate(line);
  add_families(line);
  add_merge(line);
  add_export(line);
  add_site(line);
  add_doctor(line);
}

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
  arguments.limits = {raw.timeout, raw.timeout * kWallPerCpu, static_cast<std::uint64_t>(raw.memory) << 20U};
  arguments.start_over = raw.force;
  arguments.must_resume = raw.resume;
  arguments.stream = raw.stream;
  arguments.quiet = raw.quiet;
  if (!raw.password_file.empty()) arguments.password_file = raw.password_file;
  if (!raw.use_report.empty()) arguments.use_report = raw.use_report;
  return arguments;
}

Command export_command_of(const CommandLine& line) {
  const auto formats = read_formats(line.raw.formats);
  if (!formats) return wrong_usage(line, formats.error().message);
  const std::filesystem::path corpus = line.raw.inputs.front();
  const std::filesystem::path output = line.raw.output.empty() ? corpus : std::filesystem::path(line.raw.output);
  return ExportArguments{corpus, output, formats->of_documents, formats->of_corpus};
}

Command command_of(const CommandLine& line) {
  const Raw& raw = line.raw;
  if (std::find(raw.inputs.begin(), raw.inputs.end(), "") != raw.inputs.end()) {
    return wrong_usage(line, "the name of a file is empty");
  }
  const scans::Options scans{kOcr.at(raw.ocr), raw.ocr_languages, {}};
  const pipeline::ConvertOptions options{raw.family, kLayers.at(raw.layer), kRevisions.at(raw.revisions), scans};
  if (*line.convert) return convert_command_of(line, options);
  if (*line.export_formats) return export_command_of(line);
  if (*line.merge) return MergeArguments{paths(raw.inputs), raw.output};
  if (*line.site) {
    if (raw.output.empty()) return wrong_usage(line, "the name of the output folder is empty");
    return SiteArguments{raw.inputs.front(), raw.output, raw.documents, raw.title};
  }
  if (*line.doctor) return DoctorArguments{};
  if (*line.review) {
    if (line.raw.output.empty()) return wrong_usage(line, "the name of the output folder is empty");
    return ReviewArguments{paths(line.raw.inputs), line.raw.output,         options,
                           line.raw.jobs,          paths(line.raw.grammar), kIsolations.at(line.raw.isolation)};
  }
  if (*line.audit) {
    const int to_output = (raw.json ? 1 : 0) + (raw.sarif == "-" ? 1 : 0) + (raw.explain.empty() ? 0 : 1);
    if (to_output > 1) return wrong_usage(line, "of --json, --sarif - and --explain only one can be written");
    return AuditArguments{paths(raw.inputs), raw.json,  kFailOn.at(raw.fail_on),      options, paths(raw.grammar),
                          raw.explain,       raw.sarif, kIsolations.at(raw.isolation)};
  }
  if (*line.tables)
    return TablesArguments{raw.inputs.front(), kTableFormats.at(raw.table_format), raw.join, raw.overlay, scans};
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
