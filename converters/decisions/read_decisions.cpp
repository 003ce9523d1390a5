// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "decisions/decisions.h"

namespace pactable::decisions {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "pactable-decisions/1";
constexpr int kValueVerdicts = 4;  // the last one is that of a table

std::optional<plan::Verdict> verdict_of(std::string_view name) {
  for (int i = 0; i < kValueVerdicts; ++i) {
    const auto verdict = static_cast<plan::Verdict>(i);
    if (to_string(verdict) == name) return verdict;
  }
  return std::nullopt;
}

/// Reads the members of one entry and remembers the first thing that is wrong.
class EntryReader {
 public:
  explicit EntryReader(const json& entry) : entry_(entry) {}

  std::optional<std::string> optional_text(const char* name) {
    const auto found = entry_.find(name);
    if (found == entry_.end()) return std::nullopt;
    if (!found->is_string() || found->get_ref<const std::string&>().empty()) {
      reject(name, "is no text");
      return std::nullopt;
    }
    return found->get<std::string>();
  }

  std::string text(const char* name) {
    if (!entry_.contains(name)) reject(name, "is missing");
    return optional_text(name).value_or("");
  }

  Entry read() {
    Entry entry;
    plan::Decision& decision = entry.decision;
    entry.source = text("source");
    decision.reviewer = text("reviewer");
    decision.when = optional_text("when");
    decision.note = optional_text("note");
    if (entry_.contains("table")) {
      read_on_table(decision);
    } else {
      read_on_value(decision);
    }
    return entry;
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  void read_on_table(plan::Decision& decision) {
    decision.table = text("table");
    decision.verdict = plan::Verdict::kPlan;
    if (text("verdict") != to_string(decision.verdict)) reject("verdict", "of a table is plan");
    for (const char* name : {"item", "field", "rule", "printed", "machine", "value"}) {
      if (entry_.contains(name)) reject(name, "does not stand with table");
    }
  }

  void read_on_value(plan::Decision& decision) {
    decision.item = text("item");
    decision.field = text("field");
    decision.rule = text("rule");
    decision.printed = optional_text("printed");
    decision.machine = optional_text("machine");
    decision.value = optional_text("value");
    const auto verdict = verdict_of(text("verdict"));
    if (!verdict) reject("verdict", "is none of accept, reject, choose, set");
    decision.verdict = verdict.value_or(plan::Verdict::kAccept);
    const bool needs_value = decision.verdict == plan::Verdict::kChoose || decision.verdict == plan::Verdict::kSet;
    if (needs_value != decision.value.has_value()) reject("value", "stands with choose and set, and with no other");
  }

  void reject(std::string_view name, std::string_view what) {
    if (problem_.empty()) problem_ = fmt::format("\"{}\" {}", name, what);
  }

  const json& entry_;
  std::string problem_;
};

Result<std::vector<Entry>> read_list(const json& list) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].is_object()) return fail(ErrorCode::kInvalid, fmt::format("/decisions/{}: an object is expected", i));
    EntryReader reader(list[i]);
    entries.push_back(reader.read());
    if (!reader.problem().empty()) {
      return fail(ErrorCode::kInvalid, fmt::format("/decisions/{}: {}", i, reader.problem()));
    }
  }
  return entries;
}

}  // namespace

std::vector<std::string> tables_to_read(const std::vector<Entry>& entries, std::string_view source) {
  std::vector<std::string> tables;
  for (const Entry& entry : entries) {
    const std::string& table = entry.decision.table;
    if (entry.source != source || table.empty()) continue;
    if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
  }
  return tables;
}

Result<std::vector<Entry>> read_decisions(std::string_view bytes) {
  try {
    const json document = json::parse(bytes);
    if (!document.is_object() || document.value("format", json()) != kFormat) {
      return fail(ErrorCode::kInvalid, fmt::format("the format is not \"{}\"", kFormat));
    }
    const auto list = document.find("decisions");
    if (list == document.end() || !list->is_array()) return fail(ErrorCode::kInvalid, "/decisions: a list is expected");
    return read_list(*list);
  } catch (const json::parse_error& error) {
    return fail(ErrorCode::kDamaged, fmt::format("no JSON from byte {} on", error.byte));
  } catch (const json::exception& error) {
    return fail(ErrorCode::kInvalid, error.what());
  }
}

}  // namespace pactable::decisions
