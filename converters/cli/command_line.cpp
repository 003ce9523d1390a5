// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include <fmt/format.h>

namespace pactable::cli {
namespace {

constexpr int kMaxSeconds = 24 * 3600;
constexpr int kMinMebibytes = 128, kMaxMebibytes = 1024 * 1024;  // the program itself takes some 60

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

// As the judgements of a document count its tables.
std::string check_table(const std::string& name) {
  constexpr std::string_view kBegin = "table-";
  const std::string digits = name.starts_with(kBegin) ? name.substr(kBegin.size()) : "";
  const bool good = !digits.empty() && digits.front() != '0' &&
                    std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return good ? "" : name + " is no table: table-3, for example, as the judgements of a document name it";
}

void add_trace(CLI::App& command, Raw& raw) {
  // Its FILE stands behind a sign of equality: an INPUT behind it would be taken for one.
  command.add_flag("--trace", raw.trace, "Show by which rule each row became what it is")->option_text("[=FILE]");
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

void add_limits(CLI::App& command, Raw& raw) {
  command.add_option("--timeout", raw.timeout, "CPU seconds for one document (default 60)")
      ->option_text("N")
      ->check(CLI::Range(1, kMaxSeconds));
  command.add_option("--memory", raw.memory, "Memory for one document, in MiB (default 2048)")
      ->option_text("N")
      ->check(CLI::Range(kMinMebibytes, kMaxMebibytes));
}

void add_skipping(CLI::App& command, Raw& raw) {
  command.add_flag("--skip-unsupported", raw.skip_unsupported, "Files that are passed over are no failure");
}

void add_overwrite(CLI::App& command, Raw& raw) {
  command.add_flag("--overwrite", raw.overwrite, "Write over files that this program did not write");
}

void add_batch_options(CLI::App& command, Raw& raw) {
  command.add_option("--files-from", raw.files_from, "File with an INPUT on each line; - for standard input")
      ->option_text("FILE");
  command.add_option("--shard", raw.shard, "Only the documents of part I of N; see pactable merge")->option_text("I/N");
  command.add_flag("--resume", raw.resume, "Fail where there is no unfinished run to go on with");
  command.add_flag("--force", raw.force, "Start over, whatever an unfinished run has done");
  add_isolation(command, raw);
  add_limits(command, raw);
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
  add_overwrite(*line.convert, line.raw);
  add_skipping(*line.convert, line.raw);
  line.convert->add_option("--decisions", line.raw.decisions, "Decisions of reviewers to replay; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  line.convert->add_option("--as-plan", line.raw.as_plan, "Table to read as a plan; may be repeated")
      ->option_text("TABLE")
      ->allow_extra_args(false)
      ->check(CLI::Validator(check_table, "TABLE"));
  add_trace(*line.convert, line.raw);
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
  add_overwrite(*line.review, line.raw);
  add_skipping(*line.review, line.raw);
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
  add_trace(*line.audit, line.raw);
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
  add_isolation(*line.tables, line.raw);
  add_limits(*line.tables, line.raw);
  add_overwrite(*line.tables, line.raw);
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
  add_overwrite(*line.merge, line.raw);
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
  add_overwrite(*line.export_formats, line.raw);
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
  add_overwrite(*line.site, line.raw);
  line.site->footer("Example:\n  pactable site corpus --output library --documents ../documents");
}

void add_doctor(CommandLine& line) {
  line.doctor = line.app.add_subcommand("doctor", "Show what this system has of what is needed");
  line.doctor->footer("Example:\n  pactable doctor");
}

}  // namespace

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

}  // namespace pactable::cli
