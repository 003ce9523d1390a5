// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts the events of markup together to paragraphs and tables as they stand in the page.
// In:   starts, ends and texts. Out: contents in reading order; tables may hold tables.
// Never: drops visible text; knows the grid of a table.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.h"
#include "layout/document.h"
#include "readers/html/markup.h"

namespace pactable::readers::html {

struct PageTable;
using Content = std::variant<layout::TextBlock, std::unique_ptr<PageTable>>;

struct PageCell {
  int row_span = 1, column_span = 1;  // as the markup says; 0 rows: to the end of the section
  bool header = false;
  std::optional<layout::Colour> shading;
  std::vector<Content> contents;
};

enum class Section { kHead, kBody, kFoot };

struct PageRow {
  Section section = Section::kBody;
  int group = 0;  // rows of one thead, tbody or tfoot element have one number
  std::vector<PageCell> cells;
};

struct PageTable {
  std::vector<PageRow> rows;
  std::vector<layout::Paragraph> caption;
  std::vector<Content> stray;  // what stands in the table and in none of its cells; printed before it
};

class PageFlow final : public MarkupHandler {
 public:
  explicit PageFlow(std::vector<layout::Oddity>& oddities);

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view utf8) override;
  [[nodiscard]] bool wants_more() const override { return status_.has_value(); }

  /// Fails with limit-exceeded where tables are nested too deeply.
  [[nodiscard]] Result<std::vector<Content>> finish();

 private:
  /// What the start of an element did, to be undone at its end.
  struct Element {
    std::string name;
    bool skips = false, hides = false, keeps_space = false, list = false, item = false, table_part = false,
         block = false;
    int heading = 0;
    std::optional<layout::Style> style;
  };
  struct OpenTable {
    std::unique_ptr<PageTable> table;
    Section section = Section::kBody;
    int group = 0;
    int index = 0;  // 0-based, of all tables of the page
    bool in_row = false, in_cell = false, in_caption = false;
    int paragraphs = 0;  // of the open cell
  };
  struct List {
    std::string format;  // as in core/number_formats.h, "alpha" or "ALPHA"; empty: bullets
    int next = 1, step = 1;
  };

  void begin_style(Element& element, const Attributes& attributes);
  void begin_list(bool ordered, const Attributes& attributes);
  void begin_item(const Attributes& attributes);
  void begin_table_part(Element& element, const Attributes& attributes);
  void begin_cell(bool header, const Attributes& attributes);
  void end_table_part(const std::string& name);
  void end_element(const Element& element);
  void close_cell();
  void append(std::string_view piece);
  void break_line();
  void print_bare_label();
  void flush();
  void add(Content content);
  void note_hidden();
  [[nodiscard]] PartPlace here();
  [[nodiscard]] int& depth_of(layout::Style style) { return style_depths_[static_cast<std::size_t>(style)]; }

  std::shared_ptr<const std::string> part_;
  std::vector<layout::Oddity>& oddities_;
  Status status_;
  std::vector<Element> elements_;
  std::vector<OpenTable> tables_;
  std::vector<List> lists_;
  std::vector<Content> contents_;
  int skipped_ = 0, hidden_ = 0, keeping_space_ = 0, heading_ = 0;
  int table_count_ = 0, cell_count_ = 0, body_paragraphs_ = 0;
  bool in_title_ = false;
  std::vector<int> style_depths_;
  std::string text_, hidden_text_, label_;
  int label_level_ = 0;
  std::vector<layout::StyleSpan> spans_;
};

}  // namespace pactable::readers::html
