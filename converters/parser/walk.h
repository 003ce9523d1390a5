// SPDX-License-Identifier: GPL-3.0-or-later
// What: walks the rows of one logical table and drafts its items, by an ordered list of named rules.
// In:   a table with its roles. Out: items, discarded texts, joined rows and trace lines in the draft.
// Never: looks ahead for a better number; leaves a cell of a row unaccounted for.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "columns/roles.h"
#include "grammar/vocabulary.h"
#include "numbering/numbering.h"
#include "parser/draft.h"
#include "parser/ledger.h"
#include "parser/row_view.h"

namespace pactable::parser {

/// A stretch of a cell that is one item: a number, if there is one, and its text.
struct Segment {
  layout::Text label, text;
  std::string automatic_label;
  std::vector<std::string> marks;    // of notes
  std::vector<std::string> in_text;  // numbers that begin lines of it and number nothing: they stand inside a sentence
  bool placeholder = false;
  [[nodiscard]] bool labelled() const { return !label.empty() || !automatic_label.empty(); }
};

/// What all tables of a document share.
struct WalkContext {
  Draft& draft;
  Ledger& ledger;
  const grammar::Family& family;
  const grammar::Vocabulary& words;
  const numbering::Scheme& scheme;     // the number forms of the document
  const std::set<std::string>& heads;  // numbers that stand above others: see heads_of
};

/// The state of the walk, and what the rules do to the draft. Indices are of Draft::items, -1 for none.
class Walk {
 public:
  /// `table` indexes draft.tables.
  Walk(const WalkContext& context, int table, const columns::ReadTable& read, std::span<const layout::Block> blocks);

  /// Reads the rows of one piece; pieces in order.
  void read_piece(int piece);
  /// Reads the line above the table that heads its rows.
  void read_heading(const layout::TextBlock& block);

  // -- what rules ask
  [[nodiscard]] const columns::Columns& columns() const { return *columns_; }
  [[nodiscard]] bool has_number_column() const;
  [[nodiscard]] bool values_are_the_rule() const { return values_are_the_rule_; }
  [[nodiscard]] bool has_groups_inside_pages() const { return groups_inside_; }
  [[nodiscard]] Segment segment_of(layout::Text text, const std::string& automatic_label) const;
  /// The same for a heading: a bare number counts too where others stand below it ("1 Beaches" above 1.1).
  [[nodiscard]] Segment heading_of(layout::Text text, const std::string& automatic_label) const;
  [[nodiscard]] std::vector<Segment> segments_of(const layout::Cell& cell, const columns::Column& column) const;
  /// True where `text` is the rest of the item's: by its beginning, the end of the item's text, the break between.
  [[nodiscard]] bool continues(int item, const layout::Text& text, bool behind_break) const;
  [[nodiscard]] bool is_placeholder(std::string_view text) const;
  /// True where the text of the item is printed again, "(cont.)" or the like aside.
  [[nodiscard]] bool repeats(int item, const layout::Text& text) const;
  [[nodiscard]] bool is_heading_phrase(const layout::Text& text) const;
  [[nodiscard]] const DraftItem& item(int index) const { return draft_.items[static_cast<std::size_t>(index)]; }
  DraftItem& item(int index) { return draft_.items[static_cast<std::size_t>(index)]; }

  // -- what rules do
  DraftItem new_item(const RowView& view) const;
  int add_item(DraftItem item, const RowView& view, std::string_view rule, std::string evidence);
  void append_to(const RowView& view, int item, const layout::Text& text, std::vector<DraftField> fields, bool sub_row,
                 std::string_view rule, std::string evidence);
  void report(std::string rule, int item, std::string message);
  bool keep_legend(const layout::Text& text, const layout::Cell& cell);
  void keep_note(const layout::Text& text, std::string mark, const layout::Cell& cell);
  void discard(std::string reason, const layout::Text& text);
  void discard_cell(std::string reason, const layout::Cell& cell);
  void spend(const layout::Cell* cell, Use use);
  [[nodiscard]] bool spent(const layout::Cell& cell) const { return ledger_.spent(reader_.source_of(cell)); }
  void spend_field(const DraftField& field);
  void trace(const RowView& view, std::string_view rule, std::string evidence, const layout::Text& text);
  /// Gives ditto marks their value and adds what is merged from above; remembers the values for the next row.
  std::vector<DraftField> settle_fields(RowView& view);

  int last_item = -1;                         // of a row with a number column, or of a spanning row
  int last_section = -1;                      // last item of a heading row
  int last_group = -1;                        // last heading row without a number
  int field_owner = -1;                       // item that the fields of the last row went to
  std::map<std::string, int> last_in_column;  // by role
  std::map<std::string, int> last_topic;      // by role, of topic columns

  [[nodiscard]] Draft& draft() { return draft_; }
  [[nodiscard]] const grammar::Family& family() const { return family_; }
  [[nodiscard]] const grammar::Vocabulary& words() const { return words_; }
  [[nodiscard]] const numbering::Scheme& scheme() const { return scheme_; }

 private:
  void read_row(std::size_t index);
  void spend_header(std::size_t index);
  void look_through();
  void add_columns(const columns::Columns& columns);
  void set_asides(std::size_t index, const std::string& row);
  void cut_label(Segment& segment) const;
  [[nodiscard]] std::string row_id(int row) const;
  [[nodiscard]] bool is_ditto(std::string_view text) const;
  void count_text(const DraftItem& item);

  Draft& draft_;
  Ledger& ledger_;
  const grammar::Family& family_;
  const grammar::Vocabulary& words_;
  const numbering::Scheme& scheme_;
  const std::set<std::string>& heads_;
  int table_;
  const columns::ReadTable& read_;
  std::size_t next_row_ = 0;
  RowReader reader_;
  const columns::Columns* columns_;
  LabelOrigin origin_ = LabelOrigin::kTyped;
  std::map<std::string, DraftField> last_values_;  // by role, for ditto marks
  bool groups_inside_ = false;                     // a phrase without number and values stands inside a page
  bool values_are_the_rule_ = false;               // most rows of data hold a value beside number and text
  std::size_t texts_ = 0, closed_ = 0;  // items with a text in this table, and those that end like a sentence
};

}  // namespace pactable::parser
