// SPDX-License-Identifier: GPL-3.0-or-later
// What: the open tables of a page, and where what comes next belongs.
// In:   starts and ends of table, caption, thead, tbody, tfoot, tr, td and th; contents. Out: contents in reading
// order. Never: knows the grid of a table (see grid.h); drops a content.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "readers/html/markup.h"
#include "readers/html/page_content.h"

namespace pactable::readers::html {

/// What the style of a part of a table says.
struct PartStyle {
  bool gone = false;
  std::optional<layout::Colour> background;
};

class PageTables {
 public:
  [[nodiscard]] static bool is_part(std::string_view name);

  /// Whoever calls has ended the paragraph before.
  void begin_part(std::string_view name, const Attributes& attributes, const PartStyle& style);
  void end_part(std::string_view name);
  void add(Content content);

  [[nodiscard]] bool in_table() const { return !tables_.empty(); }
  [[nodiscard]] bool in_cell() const { return !tables_.empty() && tables_.back().in_cell; }
  [[nodiscard]] bool in_caption() const { return !tables_.empty() && tables_.back().in_caption; }
  /// Where the next paragraph stands.
  [[nodiscard]] PartPlace here() const;
  /// The paragraph that was added last where the next one stands; null where there is none.
  [[nodiscard]] layout::Paragraph* last_paragraph();
  [[nodiscard]] const Status& status() const { return status_; }
  [[nodiscard]] std::vector<Content> take() { return std::move(contents_); }

 private:
  struct OpenTable {
    std::unique_ptr<PageTable> table = std::make_unique<PageTable>();
    Section section = Section::kBody;
    int group = 0;
    int index = 0;  // 0-based, of all tables of the page
    bool in_row = false, in_cell = false, in_caption = false;
    bool section_gone = false;
    std::optional<layout::Colour> section_background, row_background;
    int paragraphs = 0;  // of the open cell
  };

  void begin_table();
  void begin_row(const PartStyle& style);
  void begin_cell(bool header, const Attributes& attributes, const PartStyle& style);
  [[nodiscard]] std::vector<Content>& container();

  std::shared_ptr<const std::string> part_ = std::make_shared<const std::string>("html");
  Status status_;
  std::vector<OpenTable> tables_;
  std::vector<Content> contents_;
  int table_count_ = 0, cell_count_ = 0, body_paragraphs_ = 0;
};

}  // namespace pactable::readers::html
