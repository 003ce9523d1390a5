// SPDX-License-Identifier: GPL-3.0-or-later
// What: walks the rows of one printed table, which may come in several pieces, and drafts its items.
// In:   the pieces in reading order. Out: items, discarded texts and joined rows in the draft.
// Never: looks ahead for a better number; leaves a text of a row unaccounted for.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/table.h"
#include "numbering/numbering.h"
#include "parser/columns.h"
#include "parser/draft.h"
#include "parser/row_parts.h"

namespace pactable::parser {

class TableWalk {
 public:
  /// `table` indexes draft.tables; `scheme` holds the number forms of the document.
  TableWalk(Draft& draft, int table, const grammar::Family& family, const numbering::Scheme& scheme, Columns columns);

  /// Reads one piece; `origin` is that of its text.
  void read(const layout::Table& piece, LabelOrigin origin);

  /// Reads the text right above the table that is its section (see find_section_above).
  void read_section_above(const layout::TextBlock& block);

 private:
  struct Segment {
    layout::Text label, text;
    std::string automatic_label;
    const layout::Paragraph* first = nullptr;
    bool placeholder = false;
    [[nodiscard]] bool labelled() const { return !label.empty() || !automatic_label.empty(); }
  };

  int read_header(const layout::Table& piece, int row);
  void add_columns(const Columns& columns);
  void read_data_row(const layout::Table& piece, int row, RowParts parts);
  void read_spanning(const layout::Table& piece, int row, const RowParts& parts);
  void read_numbered_row(const layout::Table& piece, int row, RowParts parts);
  [[nodiscard]] bool is_heading_in_number_cell(const layout::Text& label) const;
  layout::Text without_repeated_label(const std::string& label, layout::Text text);
  void read_unnumbered_row(const layout::Table& piece, int row, RowParts parts, layout::Text text);
  void read_celled_row(const layout::Table& piece, int row, RowParts parts);

  bool keep_legend(const layout::Text& text);
  int add_item(DraftItem item);
  DraftItem new_item(const layout::Table& piece, int row) const;
  std::vector<Segment> split_cell(const layout::Cell& cell, const ColumnRole& role) const;
  void cut_label(Segment& segment) const;
  /// The form whose lead word names a level ("Objective 2."), whatever the column; null where there is none.
  [[nodiscard]] const grammar::FormRule* named_level(const Segment& segment) const;
  [[nodiscard]] bool tells_level(const ColumnRole& role) const;
  std::vector<int> add_segments(const layout::Table& piece, int row, const ItemCell& cell,
                                const std::vector<Segment>& segments);
  bool continues(int item, const layout::Text& text) const;
  void append_to(int row, int item, const layout::Text& text, std::vector<DraftField> fields);
  void attach_fields(const RowParts& parts, const std::vector<int>& deepest, int above);
  [[nodiscard]] bool is_placeholder(std::string_view text) const;
  [[nodiscard]] bool repeats(int item, const layout::Text& text) const;
  void discard(std::string reason, const layout::Text& text);
  void discard_row(const std::string& reason, const RowParts& parts);
  [[nodiscard]] std::string row_id(int row) const;
  [[nodiscard]] bool continues_cell(int item, const layout::Text& text) const;
  [[nodiscard]] bool continues_field(const RowParts& parts) const;
  [[nodiscard]] int above_column(const ColumnRole& role) const;

  Draft& draft_;
  int table_;
  const grammar::Family& family_;
  const numbering::Scheme& scheme_;
  Columns columns_;
  LabelOrigin origin_ = LabelOrigin::kTyped;
  int row_base_ = 0;                           // rows of the earlier pieces
  std::vector<std::string> headers_seen_;      // texts of the header rows so far, folded
  bool behind_break_ = false;                  // no row of data yet since the last page break
  int last_item_ = -1;                         // last item of a row with a number column, or of a spanning row
  int last_section_ = -1;                      // last item of a spanning row
  int field_owner_ = -1;                       // item that the fields of the last row went to
  std::map<std::string, int> last_in_column_;  // by role
};

/// Reads the lead of a frame row or paragraph ("Vision: …"): the frame and the offset of the text behind the colon.
struct FrameLead {
  grammar::Frame frame = grammar::Frame::kVision;
  std::size_t text_begin = 0;
};
[[nodiscard]] std::optional<FrameLead> read_frame_lead(std::string_view text, const grammar::Family& family);

/// Stores the text of a frame in the metadata unless an earlier one stands there.
void keep_frame(plan::Metadata& metadata, grammar::Frame frame, const std::string& text);

}  // namespace pactable::parser
