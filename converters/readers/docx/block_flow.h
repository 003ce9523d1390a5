// SPDX-License-Identifier: GPL-3.0-or-later
// What: the flow of paragraphs, tables, rows and cells of a story, put together to blocks.
// In:   begins and ends in the order of the XML. Out: blocks in reading order with their places.
// Rules: a text box follows the paragraph that anchors it; a table in a cell is flattened into the cell; a paragraph
// whose
//        mark is not printed goes on in the next one.
// Aside: what is struck out or hidden stays in its paragraph, cell and row, set aside; one oddity a cell, a paragraph
//        outside of cells, or a hidden row.
// Never: knows XML; drops visible text.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/result.h"
#include "layout/document.h"
#include "readers/docx/numbering_definitions.h"
#include "readers/docx/paragraph_builder.h"
#include "readers/docx/styles.h"
#include "readers/docx/table_builder.h"

namespace pactable::readers::docx {

/// What is said of the mark that ends a paragraph. Without a printed mark it runs on into the next paragraph, which
/// gives its number; a run-in heading (17.3.2.36) keeps its own.
struct ParagraphMark {
  bool removed = false;  // by a tracked change
  std::optional<bool> hidden;
  bool run_in = false;
  bool struck = false;
};

struct OpenParagraph {
  ParagraphBuilder builder;
  RunProperties run;
  NumberingReference numbering;
  ParagraphMark mark;
};

class BlockFlow {
 public:
  BlockFlow(const std::string& part, const Styles& styles, NumberingDefinitions& numbering,
            std::vector<layout::Oddity>& oddities)
      : part_(std::make_shared<const std::string>(part)), styles_(styles), numbering_(numbering), oddities_(oddities) {}

  /// The page has a colour of its own.
  void colour_page() { paper_ = page_ = kUnknownPaint; }
  /// Drawings float over and under the text: what lies below a paragraph outside of tables is not known.
  void float_over_page() { page_ = kUnknownPaint; }
  /// Place of the open paragraph, else of the next one.
  [[nodiscard]] PartPlace place() const;

  void begin_paragraph();
  /// The innermost open paragraph, or null. Valid until the next begin or end of a paragraph.
  [[nodiscard]] OpenParagraph* paragraph() { return paragraphs_.empty() ? nullptr : &paragraphs_.back(); }
  [[nodiscard]] bool in_text_box() const { return paragraphs_.size() > 1; }
  void end_paragraph_properties();
  void end_paragraph();

  void begin_table();
  void add_grid_column(int width);
  /// Of the table that was begun last, before its first row.
  void set_table_style(const std::string& id);
  void set_table_shading(const Paint& paint);
  void end_table();
  /// False where a row, or a cell, cannot begin here: outside of a table, or in one that is flattened.
  bool begin_row();
  bool begin_cell();
  [[nodiscard]] bool row_discarded() const { return row_discarded_; }
  void mark_header() { table_->mark_header(); }
  void set_grid_before(int columns) { table_->set_grid_before(columns); }
  void discard_row();
  void hide_row() { row_hidden_ = true; }
  [[nodiscard]] CellProperties& cell_properties() { return cell_properties_; }
  void end_cell();
  void end_row();

  /// Blocks of another document that is set into this one. In a cell, their tables are flattened.
  void add_embedded(std::vector<layout::Block> blocks);
  /// A picture that is not read; a tiny one counts only where it is all that stands in a cell.
  void note_picture(layout::Oddity oddity, bool tiny);

  [[nodiscard]] std::size_t block_count() const { return blocks_.size(); }
  [[nodiscard]] const Status& status() const { return status_; }
  [[nodiscard]] std::vector<layout::Block> finish();
  /// Edges of the columns of each table among the blocks, in their order (see TableBuilder::edges).
  [[nodiscard]] const std::vector<std::vector<int>>& table_edges() const { return table_edges_; }

 private:
  void add_to_cell(layout::Paragraph paragraph, bool direct);
  void add_to_blocks(layout::Paragraph paragraph, bool direct);
  [[nodiscard]] PartPlace here() const;
  [[nodiscard]] Paint ground() const;
  void note_second_number(const layout::Paragraph& paragraph, const PartPlace& place);
  void note_unknown_signs(const ParagraphBuilder& builder);
  void note_nested_table();
  void carry_on(layout::Paragraph& paragraph);
  void end_carrying();
  void take_label(OpenParagraph& paragraph);
  [[nodiscard]] static bool runs_on(const OpenParagraph& paragraph);

  std::shared_ptr<const std::string> part_;
  const Styles& styles_;
  NumberingDefinitions& numbering_;
  std::vector<layout::Oddity>& oddities_;
  Status status_;

  std::vector<layout::Block> blocks_;
  std::vector<layout::Block> deferred_;    // blocks of text boxes, until their paragraph is done
  std::vector<OpenParagraph> paragraphs_;  // text boxes stand inside the paragraphs that anchor them
  // Text of paragraphs without a printed mark, until the paragraph that they run on into; the second: of the paragraph
  // around a table in a text box.
  std::optional<layout::Paragraph> carried_, carried_around_table_;
  std::set<UnknownSign> unknown_signs_;
  int body_paragraph_count_ = 0;

  std::optional<TableBuilder> table_;
  std::size_t table_base_ = 0;  // paragraphs that are open around the table
  int nested_tables_ = 0;
  int table_count_ = 0, row_index_ = -1, cell_index_ = 0, cell_paragraph_count_ = 0;
  bool in_row_ = false, in_cell_ = false, row_discarded_ = false, row_hidden_ = false;
  Paint page_ = kPaper, paper_ = kPaper;  // below text outside of tables, and in cells
  Paint table_ground_;
  std::vector<std::vector<int>> table_edges_, deferred_edges_;
  std::vector<layout::Paragraph> hidden_row_;      // what a hidden row holds, for its oddity
  std::optional<layout::Oddity> pending_picture_;  // a tiny one in the open cell
  CellProperties cell_properties_;
  std::vector<layout::Paragraph> cell_paragraphs_, cell_deferred_;
};

}  // namespace pactable::readers::docx
