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
  layout::Text text;                         // single spaces, without note marks
  std::vector<std::string> lines;            // of parties: the text split where paragraphs and lines of the cell end
  std::vector<std::string> marks;            // note references that stood in it
  bool inherited = false;                    // the cell is merged from an earlier row, or a ditto mark stands in it
  std::optional<std::string> same_as;        // value of a ditto mark: that of the row above
  std::optional<plan::Timeframe> timeframe;  // of a period matrix: what its marks say
  std::optional<layout::Colour> colour;      // the cell says it by its fill alone
  std::string colour_name;                   // "#00b050", printed for such a value
  std::vector<const layout::Cell*> cells;    // of this row that it stands in, for the ledger
};

/// How an item heads those that follow it, by the layout alone.
enum class Heading {
  kNone,
  kRow,    // a row of the table, or a merged cell left of its rows
  kBlock,  // a line above the table
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
  Heading heading = Heading::kNone;
  std::vector<std::string> marks;    // note references behind the number
  std::string inserted_after;        // "1.3" of a number 1.3a that was put in later; empty for all others
  std::optional<std::string> state;  // what else stands in the number cell
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
  bool sub_row = false;         // a row of further values, not the rest of one that a page cut
  std::vector<Place> fragment;  // of the second half
};

/// Why a row became what it is: rule and evidence, for --trace.
struct TraceLine {
  std::string row;  // "t1.r14"
  std::string_view rule;
  std::string evidence;
  std::string text;
};

/// Something odd that the parser met, about items (indices) or places.
struct DraftFinding {
  std::string rule;
  std::vector<int> items;
  std::string message;
  std::vector<Place> places;
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
  std::vector<DraftFinding> findings;
  std::vector<TraceLine> trace;
  std::vector<plan::TableJudgement> judgements;  // of all tables that may be plans
  std::vector<std::string> chosen;  // ids of judgements that were read because someone said so, not by their verdict
  plan::TableVerdict verdict = plan::TableVerdict::kNoPlan;  // the best of the tables
  LabelOrigin origin = LabelOrigin::kTyped;
  std::vector<std::string> origin_evidence;
};

}  // namespace pactable::parser
