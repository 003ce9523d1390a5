// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the parser hands on: rows as items with their printed labels, before any number is recovered. Data only.
// Out:  read by assembly, which asks numbering for the paths and builds the plan.
// Never: holds a number that is not printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/label_origin.h"
#include "grammar/family.h"
#include "layout/document.h"
#include "layout/text.h"
#include "plan/plan.h"

namespace pactable::parser {

struct DraftField {
  std::string role;
  grammar::ColumnValue value = grammar::ColumnValue::kText;
  layout::Text text;
};

struct DraftItem {
  std::string id;                      // as in plan::Item
  int table = 0;                       // index into Draft::tables
  std::optional<plan::ItemKind> kind;  // absent: the form of the number decides
  layout::Text label;                  // as printed; empty where none is, or where it is automatic
  std::string automatic_label;         // printed by the word processor's list definitions
  bool number_expected = true;
  LabelOrigin origin = LabelOrigin::kTyped;
  std::optional<int> grid_depth;  // depth that the column asks for
  bool section_like = false;      // spans the table or stands alone in its row
  bool codes_present = false;     // a code or time field of this row is filled
  int page = 0;
  int parent_hint = -1;  // item above it by the grid, where no number tells: index into Draft::items
  layout::Text text;
  std::vector<DraftField> fields;  // filled ones only, in column order

  [[nodiscard]] std::string printed_label() const { return automatic_label.empty() ? label.utf8() : automatic_label; }
};

struct DraftTable {
  plan::Table table;                       // id, caption, period, columns
  std::vector<std::string> unknown_roles;  // roles of columns that no family knows
};

/// Two fragments of a cut row that were joined; `item` indexes Draft::items, `row` is that of the second half.
struct JoinedRow {
  int item = 0;
  int row = 0;
  std::vector<Place> fragment;  // of the second half
};

struct Draft {
  const grammar::Family* family = nullptr;
  std::string language = "und";
  plan::Metadata metadata;
  std::vector<plan::CodeList> code_lists;
  std::vector<layout::TextBlock> notes;  // footnotes and legends, in reading order
  std::vector<DraftTable> tables;
  std::vector<DraftItem> items;          // reading order, row-major over the grid
  std::vector<grammar::FormRule> forms;  // the number forms that occur in this document
  std::vector<plan::Discarded> discarded;
  std::vector<plan::Discarded> noise;  // rows without a word; also in `discarded`
  std::vector<JoinedRow> joined;
  LabelOrigin origin = LabelOrigin::kTyped;
  std::vector<std::string> origin_evidence;
};

}  // namespace pactable::parser
