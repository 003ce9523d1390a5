// SPDX-License-Identifier: GPL-3.0-or-later
// What: a corpus as relations: their columns, types and keys, said once for every format that has tables.
// In:   nothing. Out: descriptions. The rows themselves are made by rows/plan_rows.h.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace pactable::writers::rows {

enum class Relation {
  kDocuments,
  kCodeLists,
  kCodes,
  kFootnotes,
  kTables,
  kColumns,
  kItems,
  kCandidates,
  kFields,
  kParties,
  kActivities,
  kRepairs,
  kAlternatives,
  kJudgements,
  kJudgedColumns,
  kDecisions,
  kFindings,
  kFindingItems,
  kReferences,
  kReferenceTargets,
  kDiscarded,
};
inline constexpr std::size_t kRelationCount = static_cast<std::size_t>(Relation::kDiscarded) + 1;

enum class Type {
  kInteger,
  kNumber,  // a double
  kText,    // numbers of actions too: 3.10 is not 3.1
  kList,    // a JSON array as text
  kDay,     // YYYY-MM-DD
};

struct Column {
  std::string_view name;
  Type type = Type::kText;
  bool required = false;
  std::string_view about;
};

struct ForeignKey {
  std::vector<std::string_view> columns;
  Relation target = Relation::kDocuments;
  std::vector<std::string_view> target_columns;  // its primary key
};

struct Description {
  Relation relation = Relation::kDocuments;
  std::string_view name;
  std::string_view about;
  std::vector<Column> columns;
  std::vector<std::string_view> primary_key;
  std::vector<ForeignKey> foreign_keys;
};

/// All of them, in the order of Relation; no relation but items and fields names a later one.
[[nodiscard]] std::span<const Description> relations();
[[nodiscard]] const Description& describe(Relation relation);

}  // namespace pactable::writers::rows
