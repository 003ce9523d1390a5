// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/sarif/sarif.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "writers/sarif/rule_help.h"

namespace pactable::writers::sarif {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr int kIndent = 2;

Json message(const std::string& text) { return {{"text", text}}; }

/// A relative reference (RFC 3986): every byte but the unreserved ones and '/' is escaped.
std::string uri_of(const std::string& path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~' || c == '/';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

class Rules {
 public:
  Rules() {
    for (const RuleHelp& rule : rule_help()) {
      add(rule.id, {{"id", rule.id},
                    {"shortDescription", message(rule.when)},
                    {"help", message(rule.when + " Example: " + rule.example)},
                    {"defaultConfiguration", {{"level", rule.level}}}});
    }
  }

  std::size_t index_of(const std::string& id) {
    const auto found = index_.find(id);
    if (found != index_.end()) return found->second;
    add(id, {{"id", id}});
    return index_.at(id);
  }

  [[nodiscard]] const Json& list() const { return list_; }

 private:
  void add(const std::string& id, Json descriptor) {
    index_.emplace(id, list_.size());
    list_.push_back(std::move(descriptor));
  }

  Json list_ = Json::array();
  std::map<std::string, std::size_t> index_;
};

/// What a place says beyond the artifact: a region for text lines, properties for pages and parts.
void add_place(const Place& place, Json& location) {
  if (const auto* line = std::get_if<LinePlace>(&place)) {
    location["physicalLocation"]["region"] = {{"startLine", line->line}};
    location["properties"] = {{"cell", line->cell}};
  } else if (const auto* page = std::get_if<PagePlace>(&place)) {
    location["properties"] = {{"page", page->page}, {"box", {page->box.x0, page->box.y0, page->box.x1, page->box.y1}}};
  } else {
    const auto& part = std::get<PartPlace>(place);
    location["properties"] = {{"part", *part.part}, {"paragraph", part.paragraph}};
    if (part.table >= 0) location["properties"].update({{"table", part.table}, {"row", part.row}, {"cell", part.cell}});
  }
}

class DocumentResults {
 public:
  DocumentResults(const Document& document, std::size_t artifact, Rules& rules, Json& results)
      : document_(document), artifact_(artifact), rules_(rules), results_(results) {
    for (const plan::Item& item : document.plan->items) items_.emplace(item.id, &item);
  }

  void add_repair(const plan::Repair& repair) {
    const std::string text = fmt::format("{} \"{}\" is read as \"{}\" (confidence {:.6g}): {}", repair.field,
                                         repair.from, repair.to, repair.confidence, fmt::join(repair.evidence, "; "));
    Json result = begin_result(repair.rule, plan::Level::kNote, text);
    result["locations"] = Json::array({item_location(repair.item, repair.field == "number")});
    result["properties"] = {
        {"repair", repair.id}, {"from", repair.from}, {"to", repair.to}, {"confidence", repair.confidence}};
    results_.push_back(std::move(result));
  }

  void add_finding(const plan::Finding& finding) {
    Json result = begin_result(finding.rule, finding.level, finding.message);
    result["locations"] = Json::array();
    for (const std::string& item : finding.items) result["locations"].push_back(item_location(item, false));
    for (const Place& place : finding.places) {
      Json location = artifact_location();
      add_place(place, location);
      result["locations"].push_back(std::move(location));
    }
    if (result["locations"].empty()) result["locations"].push_back(artifact_location());
    if (finding.suggestion)
      result["properties"] = {{"suggestion", finding.suggestion->value}, {"p", finding.suggestion->p}};
    results_.push_back(std::move(result));
  }

 private:
  Json begin_result(const std::string& rule, plan::Level level, const std::string& text) {
    return {{"ruleId", rule},
            {"ruleIndex", rules_.index_of(rule)},
            {"level", std::string(plan::to_string(level))},
            {"message", message(text)}};
  }

  [[nodiscard]] Json artifact_location() const {
    return {{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(document_.path)}, {"index", artifact_}}}}}};
  }

  [[nodiscard]] Json item_location(const std::string& id, bool of_number) const {
    Json location = artifact_location();
    Json logical = {{"fullyQualifiedName", id}, {"kind", "element"}};
    const auto found = items_.find(id);
    if (found != items_.end()) {
      const plan::Item& item = *found->second;
      if (item.number && item.number->printed) logical["name"] = *item.number->printed;
      const bool own_place = of_number && item.number && !item.number->derived_from.empty();
      const std::vector<Place> places = own_place ? item.number->derived_from : item.derived_from();
      if (!places.empty()) add_place(places.front(), location);
    }
    location["logicalLocations"] = Json::array({std::move(logical)});
    return location;
  }

  const Document& document_;
  std::size_t artifact_;
  Rules& rules_;
  Json& results_;
  std::map<std::string, const plan::Item*> items_;
};

Json artifact_of(const Document& document) {
  Json artifact = {{"location", {{"uri", uri_of(document.path)}}}};
  if (document.plan == nullptr) return artifact;
  if (!document.plan->source.media_type.empty()) artifact["mimeType"] = document.plan->source.media_type;
  if (!document.plan->source.sha256.empty()) artifact["hashes"] = {{"sha-256", document.plan->source.sha256}};
  return artifact;
}

}  // namespace

std::string write_sarif(std::span<const Document> documents, const std::string& version) {
  Rules rules;
  Json artifacts = Json::array(), results = Json::array(), notifications = Json::array();
  for (const Document& document : documents) {
    const Json described = artifact_of(document);
    const auto same = std::find(artifacts.begin(), artifacts.end(), described);
    const auto artifact = static_cast<std::size_t>(same - artifacts.begin());
    if (same == artifacts.end()) artifacts.push_back(described);
    if (document.error) {
      const Json place = {{"artifactLocation", {{"uri", uri_of(document.path)}, {"index", artifact}}}};
      notifications.push_back(
          {{"level", "error"},
           {"message", message(fmt::format("{}: {}", to_string(document.error->code), document.error->message))},
           {"locations", Json::array({{{"physicalLocation", place}}})}});
    }
    if (document.plan == nullptr) continue;
    DocumentResults writer(document, artifact, rules, results);
    for (const plan::Repair& repair : document.plan->repairs) writer.add_repair(repair);
    for (const plan::Finding& finding : document.plan->findings) writer.add_finding(finding);
  }
  const Json invocation = {{"executionSuccessful", notifications.empty()},
                           {"toolExecutionNotifications", notifications}};
  const Json driver = {{"name", "pactable"}, {"version", version}, {"rules", rules.list()}};
  const Json run = {{"tool", {{"driver", driver}}},
                    {"invocations", Json::array({invocation})},
                    {"artifacts", std::move(artifacts)},
                    {"results", std::move(results)},
                    {"columnKind", "unicodeCodePoints"}};
  const Json log = {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pactable::writers::sarif
