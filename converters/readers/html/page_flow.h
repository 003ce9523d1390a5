// SPDX-License-Identifier: GPL-3.0-or-later
// What: puts the events of markup together to paragraphs and tables as they stand in the page.
// In:   starts, ends and texts; the page's style sheet. Out: contents in reading order; tables may hold tables.
// Never: drops visible text; knows the grid of a table.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/document.h"
#include "readers/html/controls.h"
#include "readers/html/counters.h"
#include "readers/html/element_styles.h"
#include "readers/html/list_numbers.h"
#include "readers/html/markup.h"
#include "readers/html/page_content.h"
#include "readers/html/page_tables.h"
#include "readers/html/paragraph_text.h"

namespace pactable::readers::html {

class PageFlow final : public MarkupHandler {
 public:
  /// `outer_styles`: the page has style sheets elsewhere.
  PageFlow(css::StyleSheet sheet, bool outer_styles, std::vector<layout::Oddity>& oddities);

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view utf8) override;
  [[nodiscard]] bool wants_more() const override { return tables_.status().has_value(); }

  /// Fails with limit-exceeded where tables are nested too deeply.
  [[nodiscard]] Result<std::vector<Content>> finish();

 private:
  /// What the start of an element did, to be undone at its end.
  struct Element {
    std::string name;
    bool skips = false, list = false, item = false, table_part = false, no_table = false, block = false, label = false,
         mark = false, frame = false;
    int heading = 0;
    std::optional<std::size_t> note_from;  // of the link to a note
    bool note_sure = false;
  };

  void begin_part(Element& element, const Attributes& attributes, const OwnStyle& own);
  void begin_other(Element& element, const Attributes& attributes, const OwnStyle& own);
  void begin_numbers(Element& element, const Attributes& attributes, const OwnStyle& own);
  void begin_control(const Element& element, const Attributes& attributes);
  void end_element(const Element& element);
  void end_selection();
  void end_list_mark();
  void end_note_link(const Element& element);
  void set_label(ListLabel label, std::size_t owner);
  void append(std::string_view piece) { paragraph_.append(piece, styles_.look(), tables_.here()); }
  /// Ends a paragraph. A number without a text waits for one, unless `bare`.
  void flush(bool bare = false);
  /// Gives what is set aside and belongs to no live paragraph to a neighbour, and ends the account of a cell.
  void close_container();
  void give_set_aside();
  void quote(const std::vector<layout::SetAside>& set_aside);
  void report_set_aside();
  void note_picture(std::string_view name, const Attributes& attributes);
  void note_once(const char* rule, const char* message);
  void note_hidden_table();
  void note_page();
  /// Puts the numbers of lists that count down from their end to their places.
  void resolve_labels(std::vector<Content>& contents);

  std::vector<layout::Oddity>& oddities_;
  bool outer_styles_;
  ElementStyles styles_;
  Counters counters_;
  ListNumbers lists_;
  PageTables tables_;
  ParagraphText paragraph_;
  std::vector<Element> elements_;
  std::optional<Selection> selection_;
  struct Label {
    int paragraph = 0;  // as in paragraphs_
    std::size_t begin = 0;
  };
  [[nodiscard]] std::size_t label_begin() const {
    return labels_.back().paragraph == paragraphs_ ? labels_.back().begin : 0;
  }
  std::vector<Label> labels_;  // where the texts of open <label> elements begin
  int paragraphs_ = 0;         // ended so far
  int skipped_ = 0, heading_ = 0, without_table_ = 0, pictures_ = 0, frames_ = 0;
  int hidden_rows_ = 0;          // of the table that is not displayed
  std::size_t label_owner_ = 0;  // in elements_: at its end a number without a text is printed alone
  bool in_title_ = false;
  int list_mark_ = 0;      // open elements around a number that Word printed
  std::string mark_text_;  // that number
  bool mark_bullet_ = false;
  std::string struck_, hidden_;  // of the open cell, for its report
  std::optional<PartPlace> struck_place_, hidden_place_;
  std::set<std::string> noted_;
};

}  // namespace pactable::readers::html
