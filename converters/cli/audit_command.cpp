// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <deque>
#include <fstream>
#include <string_view>
#include <thread>
#include <vector>

#include "batch/document_converter.h"
#include "batch/inputs.h"
#include "batch/workers.h"
#include "cli/arguments.h"
#include "cli/audit_explain.h"
#include "cli/audit_json.h"
#include "cli/audit_report.h"
#include "cli/commands.h"
#include "cli/conversion_steps.h"
#include "cli/terminal_paint.h"
#include "cli/trace_report.h"
#include "writers/json/plan_json.h"
#include "writers/sarif/sarif.h"

namespace pactable::cli {
namespace {

constexpr std::string_view kPlanExtension = ".json";
constexpr std::string_view kPlanMediaType = "application/json";

void skip_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// True for JSON with the member "format": "pactable/1". Inside a JSON string the quotes would be escaped, so that the
/// bytes "format" with both quotes can only be a member's name or a whole value.
bool is_plan_file(std::string_view bytes) {
  constexpr std::string_view kMember = "\"format\"", kValue = "\"pactable/1\"";
  skip_space(bytes);
  if (!bytes.starts_with('{')) return false;
  for (std::size_t at = bytes.find(kMember); at != std::string_view::npos; at = bytes.find(kMember, at + 1)) {
    std::string_view rest = bytes.substr(at + kMember.size());
    skip_space(rest);
    if (!rest.starts_with(':')) continue;
    rest.remove_prefix(1);
    skip_space(rest);
    if (rest.starts_with(kValue)) return true;
  }
  return false;
}

Result<pipeline::Conversion> read_plan_file(std::string_view bytes) {
  return writers::json::read_plan(bytes).map([](plan::Plan plan) {
    pipeline::Conversion conversion{std::string(kPlanMediaType), plan.source.layer, {}};
    const auto partial = std::find_if(plan.findings.begin(), plan.findings.end(),
                                      [](const plan::Finding& finding) { return finding.rule == plan::kPartialRule; });
    if (partial != plan.findings.end()) {
      conversion.part = pipeline::Part{{ErrorCode::kDamaged, partial->message}, 0, 0};
    }
    conversion.plan = std::move(plan);
    return conversion;
  });
}

/// The steps of a conversion, with a converted file taken as what it is.
batch::Steps with_plan_files(batch::Steps steps) {
  batch::Steps both = steps;
  both.recognise = [recognise = std::move(steps.recognise)](std::string_view bytes) {
    return is_plan_file(bytes) ? Result<std::string>(kPlanMediaType) : recognise(bytes);
  };
  both.convert = [convert = std::move(steps.convert)](std::string_view bytes, const batch::Task& task,
                                                      const scans::Aids& aids) {
    return is_plan_file(bytes) ? read_plan_file(bytes) : convert(bytes, task, aids);
  };
  return both;
}

/// Of the JSON files in a folder only plans are taken: the manifest lies beside them.
bool is_other_json(const batch::Input& input) {
  if (input.named || input.error || std::filesystem::path(input.file).extension() != kPlanExtension) return false;
  const Result<std::string> bytes = batch::read_file(input.file);
  return bytes && !is_plan_file(*bytes);
}

bool at_least(plan::Level level, plan::Level threshold) { return level <= threshold; }  // kError is the first

bool has_finding(const batch::Document& document, plan::Level threshold) {
  return document.plan && std::any_of(document.plan->findings.begin(), document.plan->findings.end(),
                                      [&](const auto& finding) { return at_least(finding.level, threshold); });
}

int outcome_code(const std::vector<batch::Document>& documents, std::optional<plan::Level> fail_on) {
  int code = documents.empty() ? kNotAll : kAllDone;
  for (const batch::Document& document : documents) {
    if (!document.plan || document.record.outcome != plan::Outcome::kConverted) return kNotAll;
    if (fail_on && has_finding(document, *fail_on)) code = kFindings;
  }
  return code;
}

/// The plan comes back as the JSON that convert would write.
batch::Document audited(const batch::DocumentConverter& converter, const batch::Input& input) {
  batch::Rendered rendered = converter.convert(input);
  batch::Document document{std::move(rendered.record), {}, {}, std::move(rendered.trace)};
  if (rendered.files.empty()) return document;
  Result<plan::Plan> plan = writers::json::read_plan(rendered.files.front().bytes);
  if (plan) {
    document.plan = std::move(*plan);
  } else {
    batch::fail_record(document.record, plan.error());
  }
  return document;
}

/// What is odd in a document without a plan, as far as its record keeps it.
plan::Plan findings_alone(const plan::CorpusRecord& record) {
  plan::Plan plan;
  plan.source.media_type = record.media_type.value_or("");
  plan.source.sha256 = record.sha256.value_or("");
  plan.findings = record.findings;
  return plan;
}

std::string sarif_of(const std::vector<batch::Document>& documents) {
  std::vector<writers::sarif::Document> list;
  std::deque<plan::Plan> without_plan;
  for (const batch::Document& document : documents) {
    const plan::Plan* plan = document.plan ? &*document.plan : nullptr;
    if (plan == nullptr && !document.record.findings.empty()) {
      plan = &without_plan.emplace_back(findings_alone(document.record));
    }
    list.push_back({document.record.path, plan, document.record.error});
  }
  const std::string version = program_version();
  return writers::sarif::write_sarif(list, version.substr(version.find(' ') + 1));
}

int write_sarif_file(const std::filesystem::path& path, const std::vector<batch::Document>& documents,
                     const Console& console) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << sarif_of(documents);
  file.close();
  if (file) return kAllDone;
  report(console, path.string(), Error{ErrorCode::kWriteFailed, "cannot be written"});
  return kNotAll;
}

Status write_trace(const AuditArguments& arguments, const std::vector<batch::Document>& documents,
                   const Console& console) {
  TraceReport trace(console);
  if (const Status opened = trace.open(arguments.trace); !opened) return opened;
  for (const batch::Document& document : documents) trace.write(document.record.path, document.trace);
  return trace.close();
}

/// What goes to standard output: SARIF, JSON, the explanation of a row, or the report.
int write_answer(const AuditArguments& arguments, const std::vector<batch::Document>& documents,
                 const Console& console) {
  if (arguments.sarif == "-") return write_out(console, sarif_of(documents));
  if (arguments.json) return write_out(console, audit_json(documents));
  const Paint paint = paint_for(console);
  if (arguments.explain.empty()) return write_out(console, audit_report(documents, paint));
  const auto explained = explain_items(documents, arguments.explain, paint);
  if (explained) return write_out(console, *explained);
  report(console, Error{ErrorCode::kNotFound, "no item has the id or number " + arguments.explain});
  return kNotAll;
}

}  // namespace

int audit(const AuditArguments& arguments, const Console& console) {
  const auto conversion = conversion_steps(arguments.options, arguments.grammar);
  if (!conversion) {
    report(console, conversion.error());
    return exit_code(conversion.error());
  }
  const auto converter = batch::DocumentConverter::start(with_plan_files(*conversion), {writers::find_writer("json")},
                                                         arguments.isolation);
  if (!converter) {
    report(console, converter.error());
    return exit_code(converter.error());
  }
  batch::SearchRules rules = search_rules({});
  rules.extensions.push_back(kPlanExtension);
  rules.with_outputs = true;
  std::vector<batch::Input> inputs = batch::find_inputs(arguments.inputs, rules).inputs;
  inputs.erase(std::remove_if(inputs.begin(), inputs.end(), is_other_json), inputs.end());

  std::vector<batch::Document> documents(inputs.size());
  batch::work_through(inputs.size(), static_cast<int>(std::thread::hardware_concurrency()),
                      [&](std::size_t i) { documents[i] = audited(*converter, inputs[i]); });
  for (const batch::Document& document : documents) {
    // The text says so itself, on the same terminal.
    const bool is_said = !arguments.json && arguments.explain.empty() && arguments.sarif != "-";
    if (!is_said && document.record.error) report(console, document.record.path, *document.record.error);
  }
  if (const Status traced = write_trace(arguments, documents, console); !traced) {
    report(console, traced.error());
    return exit_code(traced.error());
  }
  if (documents.empty()) console.err << "no document was found\n";
  const bool to_file = !arguments.sarif.empty() && arguments.sarif != "-";
  const int filed = to_file ? write_sarif_file(arguments.sarif, documents, console) : kAllDone;
  const int written = write_answer(arguments, documents, console);
  return std::max({filed, written, outcome_code(documents, arguments.fail_on)});
}

}  // namespace pactable::cli
