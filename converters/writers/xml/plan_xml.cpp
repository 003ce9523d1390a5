// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/xml/plan_xml.h"

#include <fmt/format.h>

#include "writers/format/scalars.h"
#include "writers/format/xml_stream.h"

namespace pactable::writers::xml {
namespace {

using format::XmlStream;
using enum XmlStream::Shape;

constexpr std::string_view kNamespace = "urn:pactable:plan:1";

void optional_attribute(XmlStream& out, std::string_view name, const std::optional<std::string>& value) {
  if (format::is_present(value)) out.attribute(name, *value);
}

void optional_element(XmlStream& out, std::string_view name, const std::optional<std::string>& value) {
  if (format::is_present(value)) out.element(name, *value);
}

void write_elements(XmlStream& out, std::string_view name, const std::vector<std::string>& values) {
  for (const std::string& value : values) out.element(name, value);
}

void write_place(XmlStream& out, const PagePlace& place) {
  out.attribute("page", place.page);
  if (!format::is_finite(place.box)) return;
  const Box& box = place.box;
  out.attribute("bbox", fmt::format("{} {} {} {}", format::print_coordinate(box.x0), format::print_coordinate(box.y0),
                                    format::print_coordinate(box.x1), format::print_coordinate(box.y1)));
}

void write_place(XmlStream& out, const PartPlace& place) {
  out.attribute("part", place.part ? std::string_view(*place.part) : std::string_view());
  if (place.table >= 0) out.attribute("table", place.table);
  if (place.row >= 0) out.attribute("row", place.row);
  if (place.cell >= 0) out.attribute("cell", place.cell);
  out.attribute("paragraph", place.paragraph);
  out.attribute("start", place.start);
  out.attribute("end", place.end);
}

void write_place(XmlStream& out, const LinePlace& place) {
  out.attribute("line", place.line);
  out.attribute("cell", place.cell);
  out.attribute("start", place.start);
  out.attribute("end", place.end);
}

/// `of` is empty for the places of the whole element, else "number", "text" or "field" (with the field's name).
void write_places(XmlStream& out, const std::vector<Place>& places, std::string_view of = {},
                  std::string_view name = {}) {
  for (const Place& place : places) {
    out.open("from");
    if (!of.empty()) out.attribute("of", of);
    if (!name.empty()) out.attribute("name", name);
    std::visit([&out](const auto& known) { write_place(out, known); }, place);
    out.close();
  }
}

void write_candidate(XmlStream& out, std::string_view name, const plan::Candidate& candidate) {
  out.open(name);
  out.attribute("value", candidate.value);
  out.attribute("p", format::print_number(candidate.p));
  out.close();
}

void write_candidates(XmlStream& out, std::string_view name, const std::vector<plan::Candidate>& candidates) {
  for (const plan::Candidate& candidate : candidates) write_candidate(out, name, candidate);
}

void write_source(XmlStream& out, const plan::Source& source) {
  out.open("source");
  out.attribute("file", source.file);
  out.attribute("sha256", source.sha256);
  out.attribute("mediaType", source.media_type);
  out.attribute("layer", to_string(source.layer));
  write_elements(out, "layerEvidence", source.layer_evidence);
  out.close();
}

void write_metadata(XmlStream& out, const plan::Plan& plan) {
  const plan::Metadata& metadata = plan.metadata;
  out.open("metadata");
  optional_element(out, "title", metadata.title);
  if (format::is_present(metadata.period_printed) || format::is_present(metadata.period_edtf)) {
    out.open("temporal");
    optional_attribute(out, "printed", metadata.period_printed);
    optional_attribute(out, "edtf", metadata.period_edtf);
    out.close();
  }
  out.element("language", plan.language);
  out.element("type", format::kDocumentType);
  out.element("source", plan.source.file);
  optional_element(out, "status", metadata.status);
  optional_element(out, "vision", metadata.vision);
  optional_element(out, "goal", metadata.goal);
  write_elements(out, "objective", metadata.objectives);
  for (const plan::Footnote& footnote : metadata.footnotes) {
    out.open("footnote");
    optional_attribute(out, "mark", footnote.mark);
    out.element("printed", footnote.printed);
    write_places(out, footnote.derived_from);
    out.close();
  }
  out.close();
}

void write_code_list(XmlStream& out, const plan::CodeList& list) {
  out.open("codeList");
  out.attribute("role", list.role);
  out.element("printed", list.printed);
  for (const plan::Code& code : list.codes) {
    out.open("code");
    out.attribute("value", code.code);
    out.element("label", code.label);
    optional_element(out, "definition", code.definition);
    out.close();
  }
  write_places(out, list.derived_from);
  out.close();
}

void write_table(XmlStream& out, const plan::Table& table) {
  out.open("table");
  out.attribute("id", table.id);
  optional_attribute(out, "period", table.period);
  optional_element(out, "caption", table.caption);
  for (const plan::Column& column : table.columns) {
    out.open("column");
    out.attribute("role", column.role);
    optional_attribute(out, "header", column.header);
    out.close();
  }
  write_places(out, table.derived_from);
  out.close();
}

/// A mark is a sign or two: spaces stand between them, none in one.
void write_marks(XmlStream& out, const std::vector<std::string>& marks) {
  if (!marks.empty()) out.attribute("marks", fmt::format("{}", fmt::join(marks, " ")));
}

void write_number(XmlStream& out, const plan::Number& number) {
  out.open("number");
  optional_attribute(out, "printed", number.printed);
  out.attribute("status", to_string(number.status));
  out.attribute("origin", format::origin_name(number.origin));
  if (number.confidence) out.attribute("confidence", format::print_number(*number.confidence));
  optional_attribute(out, "repair", number.repair);
  if (!number.path.empty()) out.attribute("path", fmt::format("{}", fmt::join(number.path, " ")));
  write_marks(out, number.marks);
  optional_attribute(out, "state", number.state);
  if (number.canonical) out.text(*number.canonical);
  out.close();
  if (number.suggested) write_candidate(out, "suggested", *number.suggested);
  write_candidates(out, "candidate", number.candidates);
}

void write_field(XmlStream& out, const plan::Field& field, const std::string& name) {
  out.open("field", kLine);
  out.attribute("name", name);
  out.attribute("printed", field.printed);
  if (field.value) {
    if (const auto* time = std::get_if<plan::Timeframe>(&*field.value)) {
      out.attribute("kind", to_string(time->kind));
      optional_attribute(out, "edtf", time->edtf);
      optional_attribute(out, "note", time->note);
    }
  }
  optional_attribute(out, "label", field.label);
  optional_attribute(out, "repair", field.repair);
  write_marks(out, field.marks);
  if (field.inherited) out.attribute("inherited", "true");
  if (field.value) {
    if (const auto* value = std::get_if<std::string>(&*field.value)) out.text(*value);
    if (const auto* values = std::get_if<std::vector<std::string>>(&*field.value))
      write_elements(out, "value", *values);
  }
  out.close();
}

void write_item(XmlStream& out, const plan::Item& item) {
  out.open("item");
  out.attribute("id", item.id);
  out.attribute("table", item.table);
  out.attribute("kind", to_string(item.kind));
  optional_attribute(out, "parent", item.parent);
  if (item.number) write_number(out, *item.number);
  optional_element(out, "text", item.text);
  for (const plan::TextStyleSpan& span : item.styles) {
    out.open("style");
    out.attribute("start", span.start);
    out.attribute("end", span.end);
    out.attribute("kind", to_string(span.style));
    out.close();
  }
  const std::vector<std::string> names = format::field_names(item);
  for (std::size_t i = 0; i < names.size(); ++i) write_field(out, item.fields[i], names[i]);
  write_places(out, item.derived_from());
  if (item.number) write_places(out, item.number->derived_from, "number");
  write_places(out, item.text_from, "text");
  for (std::size_t i = 0; i < names.size(); ++i) write_places(out, item.fields[i].derived_from, "field", names[i]);
  out.close();
}

void write_repair(XmlStream& out, const plan::Repair& repair, const plan::Source& source) {
  out.open("repair");
  out.attribute("id", repair.id);
  out.attribute("item", repair.item);
  out.attribute("field", repair.field);
  out.attribute("rule", repair.rule);
  out.attribute("layer", format::repair_layer(repair, source));
  if (!repair.from.empty()) out.attribute("from", repair.from);
  out.attribute("to", repair.to);
  out.attribute("confidence", format::print_number(repair.confidence));
  out.attribute("by", repair.by);
  write_candidates(out, "alternative", repair.alternatives);
  write_elements(out, "evidence", repair.evidence);
  out.close();
}

void write_decision(XmlStream& out, const plan::Decision& decision, const plan::Source& source) {
  out.open("decision");
  out.attribute("id", decision.id);
  if (decision.table.empty()) {
    out.attribute("item", decision.item);
    out.attribute("field", decision.field);
    out.attribute("rule", decision.rule);
  } else {
    out.attribute("table", decision.table);
  }
  out.attribute("verdict", to_string(decision.verdict));
  optional_attribute(out, "printed", decision.printed);
  optional_attribute(out, "machine", decision.machine);
  optional_attribute(out, "value", decision.value);
  out.attribute("reviewer", decision.reviewer);
  optional_attribute(out, "when", decision.when);
  optional_attribute(out, "note", decision.note);
  if (decision.overruled) write_repair(out, *decision.overruled, source);
  out.close();
}

void write_item_names(XmlStream& out, std::string_view element, const std::vector<std::string>& items) {
  for (const std::string& item : items) {
    out.open(element);
    out.attribute("item", item);
    out.close();
  }
}

void write_finding(XmlStream& out, const plan::Finding& finding) {
  out.open("finding");
  out.attribute("rule", finding.rule);
  out.attribute("level", to_string(finding.level));
  write_item_names(out, "about", finding.items);
  out.element("message", finding.message);
  if (finding.suggestion) write_candidate(out, "suggestion", *finding.suggestion);
  write_places(out, finding.places);
  out.close();
}

void write_reference(XmlStream& out, const plan::Reference& reference) {
  out.open("reference");
  out.attribute("from", reference.from);
  out.attribute("printed", reference.printed);
  out.attribute("start", reference.start);
  out.attribute("end", reference.end);
  write_item_names(out, "target", reference.targets);
  out.close();
}

void write_activity(XmlStream& out, const plan::Activity& activity) {
  out.open("activity");
  out.attribute("id", activity.id);
  out.attribute("label", activity.label);
  write_elements(out, "detail", activity.details);
  out.close();
}

void write_discarded(XmlStream& out, const plan::Discarded& discarded) {
  out.open("fragment");
  out.attribute("reason", discarded.reason);
  out.element("text", discarded.text);
  write_places(out, discarded.derived_from);
  out.close();
}

void write_judgement(XmlStream& out, const plan::TableJudgement& judgement) {
  out.open("judgement");
  out.attribute("id", judgement.id);
  out.attribute("verdict", to_string(judgement.verdict));
  out.attribute("score", format::print_points(judgement.score));
  out.attribute("rows", judgement.rows);
  optional_element(out, "caption", judgement.caption);
  for (const plan::ColumnJudgement& column : judgement.columns) {
    out.open("column");
    out.attribute("role", column.role);
    optional_attribute(out, "header", column.header);
    optional_attribute(out, "runnerUp", column.runner_up);
    out.attribute("margin", format::print_points(column.margin));
    out.close();
  }
  write_elements(out, "reason", judgement.reasons);
  write_places(out, judgement.derived_from);
  out.close();
}

template <class Entry, class Write>
void write_list(XmlStream& out, std::string_view name, const std::vector<Entry>& entries, Write write) {
  out.open(name);
  for (const Entry& entry : entries) write(out, entry);
  out.close();
}

}  // namespace

std::string write_plan(const plan::Plan& plan) {
  XmlStream out;
  out.open("plan");
  out.attribute("xmlns", kNamespace);
  out.attribute("format", format::kPlanFormat);
  out.attribute("language", plan.language);
  out.attribute("family", plan.family);
  write_source(out, plan.source);
  write_metadata(out, plan);
  write_list(out, "codeLists", plan.code_lists, write_code_list);
  write_list(out, "tables", plan.tables, write_table);
  write_list(out, "items", plan.items, write_item);
  write_list(out, "repairs", plan.repairs,
             [&plan](XmlStream& stream, const plan::Repair& repair) { write_repair(stream, repair, plan.source); });
  if (!plan.decisions.empty()) {
    write_list(out, "decisions", plan.decisions, [&plan](XmlStream& stream, const plan::Decision& decision) {
      write_decision(stream, decision, plan.source);
    });
  }
  write_list(out, "findings", plan.findings, write_finding);
  write_list(out, "references", plan.references, write_reference);
  write_list(out, "activities", plan.activities, write_activity);
  write_list(out, "discarded", plan.discarded, write_discarded);
  if (!plan.judgements.empty()) write_list(out, "judgements", plan.judgements, write_judgement);
  out.close();
  return out.take();
}

}  // namespace pactable::writers::xml
