// SPDX-License-Identifier: GPL-3.0-or-later
// What: the action-plan model: everything that is known of one document after recovery. Data only.
// In:   filled by assembly, enriched by audit. Out: read by every writer.
// Never: holds a value without what was printed; holds a clock, an absolute path or a locale.
// An absent field is absent: an empty string would be a claim.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/label_origin.h"
#include "core/place.h"

namespace pactable::plan {

/// How the text of the document came to be.
enum class Layer { kOcr, kBornDigital, kMixed, kUnknown };
[[nodiscard]] std::string_view to_string(Layer layer);  // "ocr" "born-digital" "mixed" "unknown"

enum class ItemKind { kGroup, kSection, kAction, kSubTask, kPlaceholder, kLandscape, kNote };
[[nodiscard]] std::string_view to_string(ItemKind kind);  // "group" … "sub-task" …
[[nodiscard]] std::optional<ItemKind> item_kind_from(std::string_view name);

enum class NumberStatus { kAsPrinted, kRepaired, kDisputed, kAmbiguous, kMissing };
[[nodiscard]] std::string_view to_string(NumberStatus status);  // "as-printed" …

enum class Level { kError, kWarning, kNote };
[[nodiscard]] std::string_view to_string(Level level);

/// A value with its probability (0..1).
struct Candidate {
  std::string value;
  double p = 0;
};

/// The number of an item. `canonical` has no final dot and no lead word ("4.1.1", "3.0", "IG2a"); it is absent where
/// the number is ambiguous or missing. `path` holds the numbers of the levels from the top: {3, 2} for 3.2, {3}
/// for 3.0.
struct Number {
  std::optional<std::string> printed;  // absent only where the status is missing
  std::optional<std::string> canonical;
  std::vector<int> path;
  NumberStatus status = NumberStatus::kAsPrinted;
  LabelOrigin origin = LabelOrigin::kTyped;
  std::optional<double> confidence;    // of a repair
  std::optional<std::string> repair;   // id of the repair; set exactly where the status is repaired
  std::optional<Candidate> suggested;  // disputed
  std::vector<Candidate> candidates;   // ambiguous or missing, best first
  std::vector<Place> derived_from;
  std::vector<std::string> marks = {};    // note references behind it, as printed without brackets: "a", "1", "*"
  std::optional<std::string> state = {};  // what else stands in the number cell: "(new)", "(Rev. CoP14)"
};

enum class TimeframeKind { kDate, kInterval, kOpenInterval, kOngoing, kDuration, kCode, kText };
[[nodiscard]] std::string_view to_string(TimeframeKind kind);  // "date" … "open-interval" …

/// A time as printed and as EDTF (ISO 8601-2 level 1); no EDTF for "Ongoing" or a sentence without a date.
struct Timeframe {
  TimeframeKind kind = TimeframeKind::kText;
  std::optional<std::string> edtf;
  std::optional<std::string> note;  // what is left of the printed text beside the date: "first issue"
};

/// std::string: a code or a plain value; vector: responsible parties in printed order.
using FieldValue = std::variant<std::string, std::vector<std::string>, Timeframe>;

/// A field of an item. `role` is one of urgency, timescale, timeframe, responsible, progress, a role of the family, or
/// a slug of the printed header.
struct Field {
  std::string role;
  std::string printed;
  std::optional<FieldValue> value;
  std::optional<std::string> label;   // of a code, from the document's own legend: "Urgent"
  std::optional<std::string> repair;  // id of the repair where `value` is not what was printed
  std::vector<Place> derived_from;
  std::vector<std::string> marks = {};  // note references in it, which are no part of `printed`
  bool inherited = false;               // stands in a cell that is merged from an earlier row, where it was printed
};

enum class TextStyle { kBold, kItalic, kSuperscript };
[[nodiscard]] std::string_view to_string(TextStyle style);

/// `start` and `end` are code points into the item's text.
struct TextStyleSpan {
  int start = 0, end = 0;
  TextStyle style = TextStyle::kItalic;
};

/// One item in reading order. `id` is positional: "t1.r27" (table, 0-based grid row with the header row as 0), with
/// ".c2" where the number stands in a cell of the row and ".p1" where one cell holds several items (paragraph of the
/// cell); "t1.h" for a section that stands as a heading above its table.
struct Item {
  std::string id;
  std::string table;  // id of the table
  ItemKind kind = ItemKind::kAction;
  std::optional<std::string> parent;  // id of the item above it in the tree
  std::optional<Number> number;       // absent where no number is expected (groups, "Etc.")
  std::optional<std::string> text;
  std::vector<TextStyleSpan> styles;
  std::vector<Field> fields;     // in column order
  std::vector<Place> text_from;  // of the text
  /// Of number, text and fields together, merged.
  [[nodiscard]] std::vector<Place> derived_from() const;
};

struct Code {
  std::string code;                       // "1"
  std::string label;                      // "Urgent"
  std::optional<std::string> definition;  // "crucial for preventing population extirpation"
};

/// A closed list of codes that a legend of the document defines.
struct CodeList {
  std::string role;         // of the field it decodes
  std::string printed;      // the legend as printed
  std::vector<Code> codes;  // in printed order
  std::vector<Place> derived_from;
};

struct Column {
  std::string role;
  std::optional<std::string> header;  // as printed; absent where the header cell is blank
};

struct Table {
  std::string id;  // "t1"
  std::optional<std::string> caption;
  std::optional<std::string> period;  // EDTF interval
  std::vector<Column> columns;        // of its first header row
  std::vector<Place> derived_from;    // one place per page, part table, or first and last line
};

/// The rule of a repair that a reviewer made.
inline constexpr std::string_view kReviewRule = "REVIEW";

/// One change: `from` was printed, `to` is the value. Of numbers only those of layer ocr are changed, but by a
/// reviewer.
struct Repair {
  std::string id;  // "rep1"
  std::string item;
  std::string field;     // "number" or a field role
  std::string rule;      // "NUM-OCR", "TXT-HOMOGLYPH", "REVIEW"
  std::string from, to;  // `from` is empty where a reviewer set a number that is not printed
  double confidence = 0;
  std::vector<Candidate> alternatives;
  std::vector<std::string> evidence;
  std::string by;  // id of the activity
};

enum class Verdict { kAccept, kReject, kChoose, kSet, kPlan };
[[nodiscard]] std::string_view to_string(Verdict verdict);  // "accept" …

/// What a reviewer decided about one value, and was done. `rule` is that of the repair or finding it answers; `printed`
/// and `machine` are what it was made on: the value of the source and that of the program. A decision about a table has
/// `table` and the verdict kPlan, and neither item, field, rule nor values.
struct Decision {
  std::string id;  // "dec1"
  std::string item;
  std::string field;  // "number", a field role, or "row" where it is about a joined row
  std::string rule;
  Verdict verdict = Verdict::kAccept;
  std::optional<std::string> printed, machine;
  std::optional<std::string> value;  // chosen or set
  std::string reviewer;
  std::optional<std::string> when, note;  // as the reviewer's browser gave them
  std::optional<Repair> overruled;        // the program's repair that is no longer in force
  std::string table = {};                 // id of a judged table that is to be read as a plan: "table-3"
};

/// Something odd. `rule` ids are stable and never reused (docs/rules.md lists them).
struct Finding {
  std::string rule;
  Level level = Level::kWarning;
  std::vector<std::string> items;  // ids, may be empty
  std::string message;             // plain words
  std::optional<Candidate> suggestion;
  std::vector<Place> places;  // where there is no item to point at
};

enum class TableVerdict { kPlan, kDoubtful, kNoPlan };
[[nodiscard]] std::string_view to_string(TableVerdict verdict);  // "plan" "doubtful" "no-plan"

struct ColumnJudgement {
  std::optional<std::string> header;  // as printed
  std::string role;
  std::optional<std::string> runner_up;  // role that came second
  double margin = 0;                     // points of the role before the runner-up; two decimals are written
};

/// What was decided about one printed table of the document, and why. `id` counts all tables of the document in reading
/// order ("table-3"), so that --as-plan can name it.
struct TableJudgement {
  std::string id;
  TableVerdict verdict = TableVerdict::kNoPlan;
  double score = 0;  // points; two decimals are written
  std::optional<std::string> caption;
  int rows = 0;  // of data
  std::vector<ColumnJudgement> columns;
  std::vector<std::string> reasons;  // in plain words, the weightiest first
  std::vector<Place> derived_from;
};

/// The rule of the finding, of level error, that says which pages are missing from a plan.
inline constexpr std::string_view kPartialRule = "PLAN-PARTIAL";

/// The rule of a finding, of level error, on a text of the document that is in no item and not among those discarded.
inline constexpr std::string_view kTextLostRule = "TEXT-LOST";

/// A mention of other actions in the text of an item; `start` and `end` are code points into that text.
struct Reference {
  std::string from;
  std::string printed;
  int start = 0, end = 0;
  std::vector<std::string> targets;  // item ids; empty where unresolved
};

/// What made values: named by repairs.
struct Activity {
  std::string id;                    // "act1"
  std::string label;                 // "recover-numbers"
  std::vector<std::string> details;  // e.g. "page 3 damage rate 0.33"
};

/// A text that became no item. Reasons: title, prose, caption, header-row, repeated-header, column-numbers,
/// repeated-cell, running-head, noise, frame, struck, hidden, other-table (a table that holds no actions).
struct Discarded {
  std::string reason;
  std::string text;
  std::vector<Place> derived_from;
};

struct Footnote {
  std::optional<std::string> mark;  // canonical: "1", "*"
  std::string printed;              // whole text as printed, mark included
  std::vector<Place> derived_from;
};

struct Metadata {
  std::optional<std::string> title, status, vision, goal;
  std::optional<std::string> period_printed, period_edtf;  // "2021-2025", "2021/2025"
  std::vector<std::string> objectives;
  std::vector<Footnote> footnotes;
};

struct Source {
  std::string file;  // name without folders
  std::string sha256;
  std::string media_type;
  Layer layer = Layer::kUnknown;
  std::vector<std::string> layer_evidence;
};

struct Plan {
  std::string language = "und";  // BCP 47
  std::string family;            // id of the grammar that read it
  Source source;
  Metadata metadata;
  std::vector<CodeList> code_lists;
  std::vector<Table> tables;
  std::vector<Item> items;
  std::vector<Repair> repairs;      // in force
  std::vector<Decision> decisions;  // of reviewers, in the order of the items
  std::vector<Finding> findings;
  std::vector<Reference> references;
  std::vector<Activity> activities;
  std::vector<Discarded> discarded;
  /// Of tables that may be plans and were not read, and why; and of those that were read because somebody asked for it.
  std::vector<TableJudgement> judgements;
};

/// True where there is an item that is more than a note. A document without one is not converted.
[[nodiscard]] bool holds_items(const Plan& plan);

}  // namespace pactable::plan
