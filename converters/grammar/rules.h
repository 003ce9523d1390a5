// SPDX-License-Identifier: GPL-3.0-or-later
// What: the rules that grammar files state: what a column holds, how numbers are written, what frames a plan.
// In:   grammar/roles.xml, grammar/languages, grammar/<family>. Out: read by families, vocabulary and the parser.
// Never: says how a rule is used.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numbering/numbering.h"
#include "plan/plan.h"

namespace pactable::grammar {

/// What a column holds. kItem: the text of an action (or of what stands above or below it); the rest are fields.
enum class ColumnValue { kNumber, kItem, kText, kCode, kTimeframe, kParties };

/// A role of grammar/roles.xml, or a column of a family.
struct ColumnRule {
  std::string role;
  ColumnValue value = ColumnValue::kText;
  std::optional<int> depth;              // of the numbers that stand in its cells
  std::optional<plan::ItemKind> kind;    // of the items that its cells are
  std::optional<std::string> otherwise;  // role where the values do not fit `value` (dates below "Timescale")
  bool numbered = true;                  // false: its items carry no numbers (landscapes)
  bool evidence = false;                 // such a column speaks for a plan
  int level = 0;                         // of item columns: 1 stands above 2; 0 has no place in the order
  std::vector<std::string> synonyms;     // further names that families may call the role by
  int most = 1;                          // columns of one table that may have the role
  std::vector<std::string> headers;      // header words, as `comparable` gives them
  std::vector<std::string> second;       // header words that mean the role only where the values say so
  std::vector<std::string> legends;      // words that lead a legend of its codes; the headers count too
};

struct FormRule {
  numbering::Form form;
  std::optional<plan::ItemKind> kind;
};

enum class Frame { kVision, kGoal, kObjectives };

struct FrameRule {
  Frame frame = Frame::kVision;
  std::vector<std::string> leads;  // as `comparable` gives them
};

}  // namespace pactable::grammar
