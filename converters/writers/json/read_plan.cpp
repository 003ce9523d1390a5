// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "writers/format/scalars.h"
#include "writers/json/line_of.h"
#include "writers/json/node.h"
#include "writers/json/plan_json.h"
#include "writers/json/read_parts.h"

namespace pactable::writers::json {
namespace {

class PlanReader {
 public:
  plan::Plan read(const Node& root);

 private:
  plan::Item read_item(const Node& node);
  plan::Number read_number(const Node& node);
  std::vector<plan::Field> read_fields(const Node& node);
  plan::Metadata read_metadata(const Node& node);
  std::vector<Place> read_places(const Node& node, std::string_view name = "derivedFrom") {
    return places_.read(node, name);
  }

  PlaceReader places_;
};

plan::Number PlanReader::read_number(const Node& node) {
  node.expect_members({"printed", "canonical", "path", "status", "origin", "confidence", "repair", "suggested",
                       "candidates", "marks", "state", "derivedFrom"});
  plan::Number number;
  number.printed = node.optional_text("printed");
  number.canonical = node.optional_text("canonical");
  number.path = node.optional_list("path", [](const Node& level) { return level.integer(); });
  number.status = node.member("status").one_of(plan::NumberStatus::kMissing,
                                               [](plan::NumberStatus status) { return to_string(status); });
  number.origin = node.member("origin").one_of(LabelOrigin::kUnknown, format::origin_name);
  if (node.has("confidence")) number.confidence = node.member("confidence").number();
  number.repair = node.optional_text("repair");
  if (node.has("suggested")) number.suggested = read_candidate(node.member("suggested"));
  number.candidates = node.optional_list("candidates", read_candidate);
  number.marks = node.texts("marks");
  number.state = node.optional_text("state");
  number.derived_from = read_places(node);
  return number;
}

std::optional<plan::FieldValue> read_value(const Node& node) {
  if (node.has("kind")) {
    plan::Timeframe time;
    time.kind = node.member("kind").one_of(plan::TimeframeKind::kText,
                                           [](plan::TimeframeKind kind) { return to_string(kind); });
    time.edtf = node.optional_text("edtf");
    time.note = node.optional_text("note");
    return time;
  }
  if (!node.has("value")) return std::nullopt;
  if (node.member("value").is_array()) return node.texts("value");
  return node.text("value");
}

std::vector<plan::Field> PlanReader::read_fields(const Node& node) {
  std::vector<plan::Field> fields;
  if (!node.has("fields")) return fields;
  const Node list = node.member("fields");
  for (const auto& [role, value] : list.object().items()) {
    const Node entry = list.member(role);
    entry.expect_members(
        {"printed", "value", "kind", "edtf", "note", "label", "repair", "marks", "inherited", "derivedFrom"});
    plan::Field field;
    field.role = role;
    field.printed = entry.text("printed");
    field.value = read_value(entry);
    field.label = entry.optional_text("label");
    field.repair = entry.optional_text("repair");
    field.marks = entry.texts("marks");
    field.inherited = entry.has("inherited") && entry.member("inherited").boolean();
    field.derived_from = read_places(entry);
    fields.push_back(std::move(field));
  }
  return fields;
}

plan::TextStyleSpan read_style(const Node& node) {
  node.expect_members({"start", "end", "style"});
  return {node.member("start").integer(), node.member("end").integer(),
          node.member("style").one_of(plan::TextStyle::kSuperscript,
                                      [](plan::TextStyle style) { return to_string(style); })};
}

plan::Item PlanReader::read_item(const Node& node) {
  node.expect_members(
      {"id", "table", "kind", "parent", "number", "text", "styles", "textDerivedFrom", "fields", "derivedFrom"});
  plan::Item item;
  item.id = node.text("id");
  item.table = node.text("table");
  item.kind = node.member("kind").one_of(plan::ItemKind::kNote, [](plan::ItemKind kind) { return to_string(kind); });
  item.parent = node.optional_text("parent");
  if (node.has("number")) item.number = read_number(node.member("number"));
  item.text = node.optional_text("text");
  item.styles = node.optional_list("styles", read_style);
  item.text_from = read_places(node, "textDerivedFrom");
  item.fields = read_fields(node);
  return item;
}

plan::Metadata PlanReader::read_metadata(const Node& node) {
  node.expect_members(
      {"title", "temporal", "language", "type", "source", "status", "vision", "goal", "objectives", "footnotes"});
  plan::Metadata metadata;
  metadata.title = node.optional_text("title");
  if (node.has("temporal")) {
    const Node temporal = node.member("temporal");
    temporal.expect_members({"printed", "edtf"});
    metadata.period_printed = temporal.optional_text("printed");
    metadata.period_edtf = temporal.optional_text("edtf");
  }
  metadata.status = node.optional_text("status");
  metadata.vision = node.optional_text("vision");
  metadata.goal = node.optional_text("goal");
  metadata.objectives = node.texts("objectives");
  metadata.footnotes = node.optional_list("footnotes", [this](const Node& note) {
    note.expect_members({"mark", "printed", "derivedFrom"});
    return plan::Footnote{note.optional_text("mark"), note.text("printed"), read_places(note)};
  });
  return metadata;
}

plan::Source read_source(const Node& node) {
  node.expect_members({"file", "sha256", "mediaType", "layer", "layerEvidence"});
  return {node.text("file"), node.text("sha256"), node.text("mediaType"),
          node.member("layer").one_of(plan::Layer::kUnknown, [](plan::Layer layer) { return to_string(layer); }),
          node.texts("layerEvidence")};
}

plan::Code read_code(const Node& node) {
  node.expect_members({"code", "label", "definition"});
  return {node.text("code"), node.text("label"), node.optional_text("definition")};
}

plan::Column read_column(const Node& node) {
  node.expect_members({"role", "header"});
  return {node.text("role"), node.optional_text("header")};
}

plan::Repair read_repair(const Node& node) {
  node.expect_members(
      {"id", "item", "field", "rule", "layer", "from", "to", "confidence", "alternatives", "evidence", "by"});
  return {node.text("id"),
          node.text("item"),
          node.text("field"),
          node.text("rule"),
          node.optional_text("from").value_or(""),
          node.text("to"),
          node.member("confidence").number(),
          node.optional_list("alternatives", read_candidate),
          node.texts("evidence"),
          node.text("by")};
}

plan::Decision read_decision(const Node& node) {
  node.expect_members({"id", "item", "field", "rule", "table", "verdict", "printed", "machine", "value", "reviewer",
                       "when", "note", "overruled"});
  plan::Decision decision;
  decision.id = node.text("id");
  if (node.has("table")) {
    decision.table = node.text("table");
  } else {
    decision.item = node.text("item");
    decision.field = node.text("field");
    decision.rule = node.text("rule");
  }
  decision.verdict =
      node.member("verdict").one_of(plan::Verdict::kPlan, [](plan::Verdict verdict) { return to_string(verdict); });
  decision.printed = node.optional_text("printed");
  decision.machine = node.optional_text("machine");
  decision.value = node.optional_text("value");
  decision.reviewer = node.text("reviewer");
  decision.when = node.optional_text("when");
  decision.note = node.optional_text("note");
  if (node.has("overruled")) decision.overruled = read_repair(node.member("overruled"));
  return decision;
}

plan::Reference read_reference(const Node& node) {
  node.expect_members({"from", "printed", "start", "end", "targets"});
  return {node.text("from"), node.text("printed"), node.member("start").integer(), node.member("end").integer(),
          node.texts("targets")};
}

plan::Activity read_activity(const Node& node) {
  node.expect_members({"id", "label", "details"});
  return {node.text("id"), node.text("label"), node.texts("details")};
}

plan::Plan PlanReader::read(const Node& root) {
  root.expect_members({"format", "language", "family", "source", "metadata", "codeLists", "tables", "items", "repairs",
                       "decisions", "findings", "references", "activities", "discarded", "judgements"});
  if (root.text("format") != format::kPlanFormat) {
    root.member("format").reject(fmt::format("the format is not \"{}\"", format::kPlanFormat));
  }
  const auto list = [&root](std::string_view name, auto read_entry) {
    static_cast<void>(root.member(name));
    return root.optional_list(name, read_entry);
  };
  plan::Plan plan;
  plan.language = root.text("language");
  plan.family = root.text("family");
  plan.source = read_source(root.member("source"));
  plan.metadata = read_metadata(root.member("metadata"));
  plan.code_lists = list("codeLists", [this](const Node& node) {
    node.expect_members({"role", "printed", "codes", "derivedFrom"});
    return plan::CodeList{node.text("role"), node.text("printed"), node.optional_list("codes", read_code),
                          read_places(node)};
  });
  plan.tables = list("tables", [this](const Node& node) {
    node.expect_members({"id", "caption", "period", "columns", "derivedFrom"});
    return plan::Table{node.text("id"), node.optional_text("caption"), node.optional_text("period"),
                       node.optional_list("columns", read_column), read_places(node)};
  });
  plan.items = list("items", [this](const Node& node) { return read_item(node); });
  plan.repairs = list("repairs", read_repair);
  plan.decisions = root.optional_list("decisions", read_decision);
  plan.findings = list("findings", [this](const Node& node) { return read_finding(node, places_); });
  plan.references = list("references", read_reference);
  plan.activities = list("activities", read_activity);
  plan.discarded = list("discarded", [this](const Node& node) {
    node.expect_members({"reason", "text", "derivedFrom"});
    return plan::Discarded{node.text("reason"), node.text("text"), read_places(node)};
  });
  plan.judgements =
      root.optional_list("judgements", [this](const Node& node) { return read_judgement(node, places_); });
  return plan;
}

/// Whoever goes from an item to the one above it has to come to an end.
void refuse_circles(const plan::Plan& plan) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < plan.items.size(); ++i) index.emplace(plan.items[i].id, i);
  std::vector<bool> ends(plan.items.size(), false);
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    std::vector<std::size_t> chain;
    std::set<std::size_t> met;
    for (std::size_t at = i; !ends[at];) {
      if (!met.insert(at).second) {
        throw WrongShape{fmt::format("/items/{}/parent", i), "the chain of parents comes back to itself"};
      }
      chain.push_back(at);
      const auto& parent = plan.items[at].parent;
      const auto above = parent ? index.find(*parent) : index.end();
      if (above == index.end()) break;
      at = above->second;
    }
    for (const std::size_t at : chain) ends[at] = true;
  }
}

}  // namespace

Result<plan::Plan> read_plan(std::string_view bytes) {
  try {
    const nlohmann::ordered_json parsed = nlohmann::ordered_json::parse(bytes);
    plan::Plan plan = PlanReader().read(Node(parsed, ""));
    refuse_circles(plan);
    return plan;
  } catch (const nlohmann::ordered_json::parse_error& error) {
    return fail(ErrorCode::kDamaged, describe_position(bytes, error.byte));
  } catch (const WrongShape& wrong) {
    return fail(ErrorCode::kInvalid, fmt::format("{}: {}", wrong.pointer.empty() ? "/" : wrong.pointer, wrong.message));
  } catch (const std::exception& error) {
    return fail(ErrorCode::kInternal, error.what());
  }
}

}  // namespace pactable::writers::json
