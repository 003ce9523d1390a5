// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/plan_json.h"

#include "writers/format/json_stream.h"
#include "writers/format/scalars.h"
#include "writers/json/members.h"
#include "writers/json/plan_parts.h"

namespace pactable::writers::json {
namespace {

using format::JsonStream;
using enum JsonStream::Shape;

void write_candidate(JsonStream& out, const plan::Candidate& candidate) {
  out.begin_object(kLine);
  out.member("value", candidate.value);
  write_probability(out, "p", candidate.p);
  out.end_object();
}

void write_candidates(JsonStream& out, std::string_view name, const std::vector<plan::Candidate>& candidates) {
  if (candidates.empty()) return;
  out.key(name);
  out.begin_array();
  for (const plan::Candidate& candidate : candidates) write_candidate(out, candidate);
  out.end_array();
}

void write_source(JsonStream& out, const plan::Source& source) {
  out.key("source");
  out.begin_object();
  out.member("file", source.file);
  out.member("sha256", source.sha256);
  out.member("mediaType", source.media_type);
  out.member("layer", to_string(source.layer));
  write_strings(out, "layerEvidence", source.layer_evidence);
  out.end_object();
}

void write_metadata(JsonStream& out, const plan::Plan& plan) {
  const plan::Metadata& metadata = plan.metadata;
  out.key("metadata");
  out.begin_object();
  write_optional(out, "title", metadata.title);
  if (format::is_present(metadata.period_printed) || format::is_present(metadata.period_edtf)) {
    out.key("temporal");
    out.begin_object();
    write_optional(out, "printed", metadata.period_printed);
    write_optional(out, "edtf", metadata.period_edtf);
    out.end_object();
  }
  out.member("language", plan.language);
  out.member("type", format::kDocumentType);
  out.member("source", plan.source.file);
  write_optional(out, "status", metadata.status);
  write_optional(out, "vision", metadata.vision);
  write_optional(out, "goal", metadata.goal);
  write_strings(out, "objectives", metadata.objectives);
  if (!metadata.footnotes.empty()) {
    out.key("footnotes");
    out.begin_array();
    for (const plan::Footnote& footnote : metadata.footnotes) {
      out.begin_object();
      write_optional(out, "mark", footnote.mark);
      out.member("printed", footnote.printed);
      write_places(out, "derivedFrom", footnote.derived_from);
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
}

void write_code_list(JsonStream& out, const plan::CodeList& list) {
  out.member("role", list.role);
  out.member("printed", list.printed);
  out.key("codes");
  out.begin_array();
  for (const plan::Code& code : list.codes) {
    out.begin_object();
    out.member("code", code.code);
    out.member("label", code.label);
    write_optional(out, "definition", code.definition);
    out.end_object();
  }
  out.end_array();
  write_places(out, "derivedFrom", list.derived_from);
}

void write_table(JsonStream& out, const plan::Table& table) {
  out.member("id", table.id);
  write_optional(out, "caption", table.caption);
  write_optional(out, "period", table.period);
  if (!table.columns.empty()) {
    out.key("columns");
    out.begin_array();
    for (const plan::Column& column : table.columns) {
      out.begin_object(kLine);
      out.member("role", column.role);
      write_optional(out, "header", column.header);
      out.end_object();
    }
    out.end_array();
  }
  write_places(out, "derivedFrom", table.derived_from);
}

void write_number(JsonStream& out, const plan::Number& number) {
  out.key("number");
  out.begin_object();
  write_optional(out, "printed", number.printed);
  write_optional(out, "canonical", number.canonical);
  if (!number.path.empty()) {
    out.key("path");
    out.begin_array(kLine);
    for (const int level : number.path) out.integer(level);
    out.end_array();
  }
  out.member("status", to_string(number.status));
  out.member("origin", format::origin_name(number.origin));
  if (number.confidence) write_probability(out, "confidence", *number.confidence);
  write_optional(out, "repair", number.repair);
  if (number.suggested) {
    out.key("suggested");
    write_candidate(out, *number.suggested);
  }
  write_candidates(out, "candidates", number.candidates);
  write_strings(out, "marks", number.marks);
  write_optional(out, "state", number.state);
  write_places(out, "derivedFrom", number.derived_from);
  out.end_object();
}

void write_value(JsonStream& out, const std::string& value) {
  if (!value.empty()) out.member("value", value);
}

void write_value(JsonStream& out, const std::vector<std::string>& value) { write_strings(out, "value", value); }

void write_value(JsonStream& out, const plan::Timeframe& value) {
  out.member("kind", to_string(value.kind));
  write_optional(out, "edtf", value.edtf);
  write_optional(out, "note", value.note);
}

void write_fields(JsonStream& out, const plan::Item& item) {
  if (item.fields.empty()) return;
  const std::vector<std::string> names = format::field_names(item);
  out.key("fields");
  out.begin_object();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const plan::Field& field = item.fields[i];
    out.key(names[i]);
    out.begin_object();
    out.member("printed", field.printed);
    if (field.value) std::visit([&out](const auto& value) { write_value(out, value); }, *field.value);
    write_optional(out, "label", field.label);
    write_optional(out, "repair", field.repair);
    write_strings(out, "marks", field.marks);
    if (field.inherited) {
      out.key("inherited");
      out.boolean(true);
    }
    write_places(out, "derivedFrom", field.derived_from);
    out.end_object();
  }
  out.end_object();
}

void write_item(JsonStream& out, const plan::Item& item) {
  out.member("id", item.id);
  out.member("table", item.table);
  out.member("kind", to_string(item.kind));
  write_optional(out, "parent", item.parent);
  if (item.number) write_number(out, *item.number);
  write_optional(out, "text", item.text);
  if (!item.styles.empty()) {
    out.key("styles");
    write_list_of_styles(out, item.styles);
  }
  write_places(out, "textDerivedFrom", item.text_from);
  write_fields(out, item);
  write_places(out, "derivedFrom", item.derived_from());
}

void write_repair(JsonStream& out, const plan::Repair& repair, const plan::Source& source) {
  out.member("id", repair.id);
  out.member("item", repair.item);
  out.member("field", repair.field);
  out.member("rule", repair.rule);
  out.member("layer", format::repair_layer(repair, source));
  if (!repair.from.empty()) out.member("from", repair.from);
  out.member("to", repair.to);
  write_probability(out, "confidence", repair.confidence);
  write_candidates(out, "alternatives", repair.alternatives);
  write_strings(out, "evidence", repair.evidence);
  out.member("by", repair.by);
}

void write_decision(JsonStream& out, const plan::Decision& decision, const plan::Source& source) {
  out.member("id", decision.id);
  if (decision.table.empty()) {
    out.member("item", decision.item);
    out.member("field", decision.field);
    out.member("rule", decision.rule);
  } else {
    out.member("table", decision.table);
  }
  out.member("verdict", to_string(decision.verdict));
  write_optional(out, "printed", decision.printed);
  write_optional(out, "machine", decision.machine);
  write_optional(out, "value", decision.value);
  out.member("reviewer", decision.reviewer);
  write_optional(out, "when", decision.when);
  write_optional(out, "note", decision.note);
  if (!decision.overruled) return;
  out.key("overruled");
  out.begin_object();
  write_repair(out, *decision.overruled, source);
  out.end_object();
}

void write_finding(JsonStream& out, const plan::Finding& finding) {
  out.member("rule", finding.rule);
  out.member("level", to_string(finding.level));
  write_strings(out, "items", finding.items);
  out.member("message", finding.message);
  if (finding.suggestion) {
    out.key("suggestion");
    write_candidate(out, *finding.suggestion);
  }
  write_places(out, "derivedFrom", finding.places);
}

void write_reference(JsonStream& out, const plan::Reference& reference) {
  out.member("from", reference.from);
  out.member("printed", reference.printed);
  out.member("start", reference.start);
  out.member("end", reference.end);
  write_strings(out, "targets", reference.targets);
}

void write_activity(JsonStream& out, const plan::Activity& activity) {
  out.member("id", activity.id);
  out.member("label", activity.label);
  write_strings(out, "details", activity.details);
}

void write_discarded(JsonStream& out, const plan::Discarded& discarded) {
  out.member("reason", discarded.reason);
  out.member("text", discarded.text);
  write_places(out, "derivedFrom", discarded.derived_from);
}

void write_judged_column(JsonStream& out, const plan::ColumnJudgement& column) {
  out.begin_object(kLine);
  write_optional(out, "header", column.header);
  out.member("role", column.role);
  write_optional(out, "runnerUp", column.runner_up);
  out.key("margin");
  out.literal(format::print_points(column.margin));
  out.end_object();
}

void write_judgement(JsonStream& out, const plan::TableJudgement& judgement) {
  out.member("id", judgement.id);
  out.member("verdict", to_string(judgement.verdict));
  out.key("score");
  out.literal(format::print_points(judgement.score));
  write_optional(out, "caption", judgement.caption);
  out.member("rows", judgement.rows);
  if (!judgement.columns.empty()) {
    out.key("columns");
    out.begin_array();
    for (const plan::ColumnJudgement& column : judgement.columns) write_judged_column(out, column);
    out.end_array();
  }
  write_strings(out, "reasons", judgement.reasons);
  write_places(out, "derivedFrom", judgement.derived_from);
}

template <class Entry, class Write>
void write_list(JsonStream& out, std::string_view name, const std::vector<Entry>& entries, Write write) {
  out.key(name);
  out.begin_array();
  for (const Entry& entry : entries) {
    out.begin_object();
    write(out, entry);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

void write_members(JsonStream& out, const plan::Item& item) { write_item(out, item); }
void write_members(JsonStream& out, const plan::Repair& repair, const plan::Source& source) {
  write_repair(out, repair, source);
}
void write_members(JsonStream& out, const plan::Decision& decision, const plan::Source& source) {
  write_decision(out, decision, source);
}
void write_members(JsonStream& out, const plan::Finding& finding) { write_finding(out, finding); }
void write_members(JsonStream& out, const plan::Reference& reference) { write_reference(out, reference); }
void write_members(JsonStream& out, const plan::TableJudgement& judgement) { write_judgement(out, judgement); }

std::string write_plan(const plan::Plan& plan) {
  JsonStream out;
  out.begin_object();
  out.member("format", format::kPlanFormat);
  out.member("language", plan.language);
  out.member("family", plan.family);
  write_source(out, plan.source);
  write_metadata(out, plan);
  write_list(out, "codeLists", plan.code_lists, write_code_list);
  write_list(out, "tables", plan.tables, write_table);
  write_list(out, "items", plan.items, write_item);
  write_list(out, "repairs", plan.repairs,
             [&plan](JsonStream& stream, const plan::Repair& repair) { write_repair(stream, repair, plan.source); });
  if (!plan.decisions.empty()) {
    write_list(out, "decisions", plan.decisions, [&plan](JsonStream& stream, const plan::Decision& decision) {
      write_decision(stream, decision, plan.source);
    });
  }
  write_list(out, "findings", plan.findings, write_finding);
  write_list(out, "references", plan.references, write_reference);
  write_list(out, "activities", plan.activities, write_activity);
  write_list(out, "discarded", plan.discarded, write_discarded);
  if (!plan.judgements.empty()) write_list(out, "judgements", plan.judgements, write_judgement);
  out.end_object();
  return out.take();
}

}  // namespace pactable::writers::json
