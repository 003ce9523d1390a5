// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/references.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "writers/json/line_of.h"

namespace pactable::writers::json {
namespace {

using Ids = std::map<std::string, const nlohmann::json*>;

class ReferenceCheck {
 public:
  explicit ReferenceCheck(const nlohmann::json& document) : document_(document) {}

  /// The entries of a list by id; says where an id stands twice.
  Ids collect(const std::string& list) {
    Ids ids;
    const nlohmann::json& entries = document_[list];
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto& name = entries[i]["id"].get_ref<const std::string&>();
      if (!ids.emplace(name, &entries[i]).second) {
        report(fmt::format("/{}/{}/id", list, i), fmt::format("\"{}\" stands a second time", name));
      }
    }
    return ids;
  }

  void expect(const Ids& ids, const nlohmann::json& name, const std::string& pointer, std::string_view what) {
    const auto& id = name.get_ref<const std::string&>();
    if (!ids.contains(id)) report(pointer, fmt::format("there is no {} \"{}\"", what, id));
  }

  void report(std::string pointer, std::string message) {
    problems_.push_back({0, std::move(pointer), std::move(message)});
  }

  void check_plan();
  std::vector<Problem> take() { return std::move(problems_); }

 private:
  void check_item(const nlohmann::json& item, const std::string& pointer);
  void check_repair_of(const nlohmann::json& holder, const nlohmann::json& item, std::string_view field,
                       const std::string& pointer);
  void check_tree();
  void check_spans(const nlohmann::json& entry, const std::string& pointer);

  const nlohmann::json& document_;
  Ids tables_, items_, repairs_, activities_;
  std::vector<Problem> problems_;
};

/// A repair that a number or field names has to exist and to be about just that number or field.
void ReferenceCheck::check_repair_of(const nlohmann::json& holder, const nlohmann::json& item, std::string_view field,
                                     const std::string& pointer) {
  if (!holder.contains("repair")) return;
  const auto& id = holder["repair"].get_ref<const std::string&>();
  const auto found = repairs_.find(id);
  if (found == repairs_.end()) {
    report(pointer + "/repair", fmt::format("there is no repair \"{}\"", id));
    return;
  }
  const nlohmann::json& repair = *found->second;
  if (repair["item"] != item["id"] || repair["field"] != field) {
    report(pointer + "/repair",
           fmt::format("repair \"{}\" is about {} of \"{}\"", id, repair["field"].get_ref<const std::string&>(),
                       repair["item"].get_ref<const std::string&>()));
  }
}

void ReferenceCheck::check_spans(const nlohmann::json& entry, const std::string& pointer) {
  if (entry["start"].get<double>() > entry["end"].get<double>())
    report(pointer + "/end", "the end lies before the start");
}

void ReferenceCheck::check_item(const nlohmann::json& item, const std::string& pointer) {
  expect(tables_, item["table"], pointer + "/table", "table");
  if (item.contains("parent")) {
    expect(items_, item["parent"], pointer + "/parent", "item");
  }
  if (item.contains("number")) check_repair_of(item["number"], item, "number", pointer + "/number");
  if (item.contains("styles")) {
    const nlohmann::json& styles = item["styles"];
    for (std::size_t i = 0; i < styles.size(); ++i) check_spans(styles[i], fmt::format("{}/styles/{}", pointer, i));
  }
  if (!item.contains("fields")) return;
  for (const auto& [role, field] : item["fields"].items()) {
    check_repair_of(field, item, role, append_pointer(pointer + "/fields", role));
  }
}

/// Every chain of parents has to end: an item on a circle would stand nowhere in the tree.
void ReferenceCheck::check_tree() {
  std::set<const nlohmann::json*> grounded;  // their chain is known to end, or its circle is reported
  const nlohmann::json& items = document_["items"];
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::set<const nlohmann::json*> chain;
    const nlohmann::json* item = &items[i];
    while (item != nullptr && !grounded.contains(item)) {
      if (!chain.insert(item).second) {
        report(fmt::format("/items/{}/parent", i), "the chain of parents comes back to itself");
        break;
      }
      const auto parent = item->contains("parent") ? items_.find((*item)["parent"].get<std::string>()) : items_.end();
      item = parent == items_.end() ? nullptr : parent->second;
    }
    grounded.insert(chain.begin(), chain.end());
  }
}

void ReferenceCheck::check_plan() {
  tables_ = collect("tables");
  items_ = collect("items");
  repairs_ = collect("repairs");
  activities_ = collect("activities");
  const Ids judgements = document_.contains("judgements") ? collect("judgements") : Ids();
  const auto each = [this](const char* list, auto check) {
    const nlohmann::json& entries = document_[list];
    for (std::size_t i = 0; i < entries.size(); ++i) check(entries[i], fmt::format("/{}/{}", list, i));
  };
  const auto each_name = [this](const nlohmann::json& entry, const char* list, const std::string& pointer) {
    if (!entry.contains(list)) return;
    for (std::size_t i = 0; i < entry[list].size(); ++i) {
      expect(items_, entry[list][i], fmt::format("{}/{}/{}", pointer, list, i), "item");
    }
  };
  each("items", [this](const auto& item, const std::string& pointer) { check_item(item, pointer); });
  check_tree();
  each("repairs", [this](const auto& repair, const std::string& pointer) {
    expect(items_, repair["item"], pointer + "/item", "item");
    expect(activities_, repair["by"], pointer + "/by", "activity");
  });
  if (document_.contains("decisions")) {
    each("decisions", [&](const auto& decision, const std::string& pointer) {
      if (decision.contains("table")) {
        expect(judgements, decision["table"], pointer + "/table", "judgement of");
      } else {
        expect(items_, decision["item"], pointer + "/item", "item");
      }
    });
  }
  each("findings", [&](const auto& finding, const std::string& pointer) { each_name(finding, "items", pointer); });
  each("references", [&](const auto& reference, const std::string& pointer) {
    expect(items_, reference["from"], pointer + "/from", "item");
    check_spans(reference, pointer);
    each_name(reference, "targets", pointer);
  });
}

}  // namespace

std::vector<Problem> check_plan_references(const nlohmann::json& plan) {
  ReferenceCheck check(plan);
  check.check_plan();
  return check.take();
}

std::vector<Problem> check_corpus_references(const nlohmann::json& corpus) {
  std::vector<Problem> problems;
  std::set<std::string> seen;
  const nlohmann::json& documents = corpus["documents"];
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!documents[i].contains("outputs")) continue;
    const nlohmann::json& outputs = documents[i]["outputs"];
    for (std::size_t j = 0; j < outputs.size(); ++j) {
      const auto& name = outputs[j].get_ref<const std::string&>();
      if (seen.insert(name).second) continue;
      problems.push_back({0, fmt::format("/documents/{}/outputs/{}", i, j),
                          fmt::format("\"{}\" is the output of a second document", name)});
    }
  }
  return problems;
}

}  // namespace pactable::writers::json
