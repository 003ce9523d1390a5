// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "decisions/change.h"

namespace pactable::decisions {
namespace {

std::string quoted(const std::optional<std::string>& text) {
  return text ? fmt::format("\"{}\"", *text) : std::string("nothing");
}

bool same_effect(const plan::Decision& a, const plan::Decision& b) {
  const auto sets = [](const plan::Decision& d) { return d.value.has_value(); };
  return a.value == b.value && (a.verdict == b.verdict || (sets(a) && sets(b)));
}

bool same(const plan::Decision& a, const plan::Decision& b) {
  return same_effect(a, b) && a.reviewer == b.reviewer && a.when == b.when && a.note == b.note;
}

/// Of a column that is called so there would be another rule.
bool is_on_text(const plan::Decision& decision) {
  return (decision.field == kRowField && decision.rule == "ROW-SPLIT") ||
         (decision.field == kTextField && decision.rule == "CODE-MIXED");
}

class Replay {
 public:
  Replay(plan::Plan& plan, const numbering::Scheme& scheme) : plan_(plan), scheme_(scheme) {
    for (std::size_t i = 0; i < plan.items.size(); ++i) places_.emplace(plan.items[i].id, i);
  }

  /// The decisions on one value, those of the same reviewer and time only once.
  void settle(const std::vector<plan::Decision>& decisions) {
    const bool agreed = std::all_of(decisions.begin(), decisions.end(),
                                    [&](const auto& other) { return same_effect(decisions.front(), other); });
    if (!agreed) {
      for (const plan::Decision& decision : decisions) refuse(decision, "the decisions on it contradict each other");
      return;
    }
    const auto place = places_.find(decisions.front().item);
    bool changed = false;
    for (plan::Decision decision : decisions) {
      if (place == places_.end()) {
        stale(decision, "there is no such row");
      } else if (changed || apply(place->second, decision)) {
        changed = true;
        record(std::move(decision));
      }
    }
  }

  /// The decisions that one table is a plan; it was read before, or not at all.
  void settle_table(const std::vector<plan::Decision>& decisions) {
    const std::string& table = decisions.front().table;
    const bool was_read = std::any_of(plan_.judgements.begin(), plan_.judgements.end(), [&](const auto& judgement) {
      return judgement.id == table && judgement.verdict == plan::TableVerdict::kPlan;
    });
    for (const plan::Decision& decision : decisions) {
      if (was_read) {
        record(decision);
      } else {
        report(
            "DECISION-STALE", decision,
            fmt::format("{} decided that {} is a plan; there is no such table to read, and the decision is not applied",
                        decision.reviewer, table));
      }
    }
  }

  /// Those about tables, then in the order of the items, as repairs are.
  void finish() {
    const auto rank = [this](const plan::Decision& decision) {
      return decision.table.empty() ? places_[decision.item] + 1 : 0;
    };
    std::stable_sort(plan_.decisions.begin(), plan_.decisions.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    for (std::size_t i = 0; i < plan_.decisions.size(); ++i) plan_.decisions[i].id = fmt::format("dec{}", i + 1);
    for (const auto& [reviewer, id] : activities_) {
      const auto uses = [id = id](const plan::Repair& repair) { return repair.by == id; };
      const auto count = std::count_if(plan_.repairs.begin(), plan_.repairs.end(), uses);
      if (count == 0) continue;
      plan_.activities.push_back({id, "review", {fmt::format("reviewer: {}", reviewer)}});
    }
  }

 private:
  [[nodiscard]] std::optional<Standing> standing(const plan::Item& item, const plan::Decision& decision) const {
    if (decision.field == kNumberField) return number_standing(item);
    if (is_on_text(decision)) return Standing{item.text, std::nullopt};
    return field_standing(item, decision.field);
  }

  bool apply(std::size_t at, plan::Decision& decision) {
    const auto found = standing(plan_.items[at], decision);
    if (!found) {
      stale(decision, "the row has no such value");
      return false;
    }
    if (found->printed != decision.printed || found->machine != decision.machine) {
      stale(decision, fmt::format("here {} is printed and read as {}", quoted(found->printed), quoted(found->machine)));
      return false;
    }
    if (decision.verdict == plan::Verdict::kAccept) return true;
    if (is_on_text(decision)) {
      refuse(decision, decision.field == kRowField ? "a decision cannot part a row that was joined"
                                                   : "a decision cannot change the text of a row");
      return false;
    }
    const std::string by = activity_of(decision.reviewer);
    const Status changed = decision.field == kNumberField ? change_number(plan_, at, decision, by, scheme_)
                                                          : change_field(plan_, at, decision, by);
    if (!changed) refuse(decision, changed.error().message);
    return changed.has_value();
  }

  std::string activity_of(const std::string& reviewer) {
    for (const auto& [name, id] : activities_) {
      if (name == reviewer) return id;
    }
    return activities_.emplace_back(reviewer, fmt::format("review{}", activities_.size() + 1)).second;
  }

  void record(plan::Decision decision) { plan_.decisions.push_back(std::move(decision)); }

  void stale(const plan::Decision& decision, const std::string& why) {
    report(
        "DECISION-STALE", decision,
        fmt::format("{} of {} was decided by {} on {} read as {}; {}, and the decision is not applied", decision.field,
                    decision.item, decision.reviewer, quoted(decision.printed), quoted(decision.machine), why));
  }

  void refuse(const plan::Decision& decision, const std::string& why) {
    const std::string value = decision.value ? fmt::format(" {}", quoted(decision.value)) : std::string();
    report("DECISION-REFUSED", decision,
           fmt::format("the decision of {} on {} of {} ({}{}) is not applied: {}", decision.reviewer, decision.field,
                       decision.item, to_string(decision.verdict), value, why));
  }

  void report(const char* rule, const plan::Decision& decision, std::string message) {
    plan::Finding finding{rule, plan::Level::kWarning, {}, std::move(message), std::nullopt, {}};
    if (places_.contains(decision.item)) finding.items.push_back(decision.item);
    plan_.findings.push_back(std::move(finding));
  }

  plan::Plan& plan_;
  const numbering::Scheme& scheme_;
  std::map<std::string, std::size_t> places_;                    // of items, by id
  std::vector<std::pair<std::string, std::string>> activities_;  // reviewer and id
};

}  // namespace

void replay(plan::Plan& plan, const std::vector<Entry>& entries, const numbering::Scheme& scheme) {
  using Value = std::pair<std::string, std::string>;  // item and field; of a table nothing and its id
  std::vector<Value> order;
  std::map<Value, std::vector<plan::Decision>> by_value;
  for (const Entry& entry : entries) {
    if (entry.source != plan.source.sha256) continue;
    const plan::Decision& decision = entry.decision;
    const auto [group, first] =
        by_value.try_emplace(decision.table.empty() ? Value(decision.item, decision.field) : Value({}, decision.table));
    if (first) order.push_back(group->first);
    const auto known = [&](const plan::Decision& other) { return same(decision, other); };
    if (std::none_of(group->second.begin(), group->second.end(), known)) group->second.push_back(decision);
  }
  Replay replay(plan, scheme);
  for (const Value& value : order) {
    const std::vector<plan::Decision>& decisions = by_value[value];
    if (decisions.front().table.empty()) {
      replay.settle(decisions);
    } else {
      replay.settle_table(decisions);
    }
  }
  replay.finish();
}

}  // namespace pactable::decisions
