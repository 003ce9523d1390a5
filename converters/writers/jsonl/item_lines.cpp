// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/jsonl/item_lines.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "writers/format/json_stream.h"
#include "writers/format/scalars.h"
#include "writers/json/plan_parts.h"

namespace pactable::writers::jsonl {
namespace {

using format::JsonStream;

// A printed tree has five levels; what lies deeper in a plan somebody altered is cut, so that a line stays a line.
constexpr std::size_t kMaxParents = 32;

/// What is said of each item elsewhere in the plan.
struct Related {
  std::vector<const plan::Repair*> repairs;
  std::vector<const plan::Finding*> findings;
  std::vector<const plan::Reference*> references;
};

class ItemLines {
 public:
  explicit ItemLines(const CorpusDocument& document) : document_(document), plan_(*document.plan) {
    for (const plan::Item& item : plan_.items) items_.emplace(item.id, &item);
    for (const plan::Table& table : plan_.tables) tables_.emplace(table.id, &table);
    for (const plan::Repair& repair : plan_.repairs) related_[repair.item].repairs.push_back(&repair);
    for (const plan::Finding& finding : plan_.findings) {
      for (const std::string& item : finding.items) related_[item].findings.push_back(&finding);
    }
    for (const plan::Reference& reference : plan_.references) related_[reference.from].references.push_back(&reference);
  }

  std::string write() {
    std::string lines;
    for (const plan::Item& item : plan_.items) {
      out_.begin_object(JsonStream::Shape::kLine);
      write_document();
      write_table(item.table);
      write_parents(item);
      out_.key("item");
      out_.begin_object();
      json::write_members(out_, item);
      out_.end_object();
      write_related(item.id);
      out_.end_object();
      lines += out_.take();
    }
    return lines;
  }

 private:
  void member(std::string_view name, const std::optional<std::string>& text) {
    if (format::is_present(text)) out_.member(name, *text);
  }

  void write_document() {
    out_.key("document");
    out_.begin_object();
    out_.key("id");
    out_.integer(document_.id);
    out_.member("path", document_.record.path);
    out_.member("sha256", plan_.source.sha256);
    member("title", plan_.metadata.title);
    out_.member("language", plan_.language);
    out_.member("family", plan_.family);
    member("period", plan_.metadata.period_edtf);
    out_.end_object();
  }

  void write_table(const std::string& id) {
    out_.key("table");
    out_.begin_object();
    out_.member("id", id);
    if (const auto found = tables_.find(id); found != tables_.end()) {
      member("caption", found->second->caption);
      member("period", found->second->period);
    }
    out_.end_object();
  }

  void write_parents(const plan::Item& item) {
    std::vector<const plan::Item*> parents;  // from the item upwards
    for (const plan::Item* at = &item; at->parent && parents.size() < kMaxParents;) {
      const auto found = items_.find(*at->parent);
      if (found == items_.end() || std::find(parents.begin(), parents.end(), found->second) != parents.end()) break;
      at = found->second;
      parents.push_back(at);
    }
    out_.key("parents");
    out_.begin_array();
    for (auto parent = parents.rbegin(); parent != parents.rend(); ++parent) {
      out_.begin_object();
      out_.member("id", (*parent)->id);
      out_.member("kind", to_string((*parent)->kind));
      if ((*parent)->number) member("number", (*parent)->number->canonical);
      member("text", (*parent)->text);
      out_.end_object();
    }
    out_.end_array();
  }

  template <class Entry, class Write>
  void write_list(std::string_view name, const std::vector<const Entry*>& entries, Write write) {
    if (entries.empty()) return;
    out_.key(name);
    out_.begin_array();
    for (const Entry* entry : entries) {
      out_.begin_object();
      write(*entry);
      out_.end_object();
    }
    out_.end_array();
  }

  void write_related(const std::string& id) {
    const auto found = related_.find(id);
    if (found == related_.end()) return;
    write_list("repairs", found->second.repairs,
               [this](const plan::Repair& repair) { json::write_members(out_, repair, plan_.source); });
    write_list("findings", found->second.findings,
               [this](const plan::Finding& finding) { json::write_members(out_, finding); });
    write_list("references", found->second.references,
               [this](const plan::Reference& reference) { json::write_members(out_, reference); });
  }

  const CorpusDocument& document_;
  const plan::Plan& plan_;
  std::map<std::string_view, const plan::Item*> items_;
  std::map<std::string_view, const plan::Table*> tables_;
  std::map<std::string_view, Related> related_;
  JsonStream out_;
};

}  // namespace

std::string write_items(const CorpusDocument& document) {
  return document.plan == nullptr ? std::string() : ItemLines(document).write();
}

}  // namespace pactable::writers::jsonl
