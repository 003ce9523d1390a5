// SPDX-License-Identifier: GPL-3.0-or-later
// What: builds one paragraph from its runs: text, styles, heading level and list label.
// In:   properties and characters in the order of the XML. Out: layout::Paragraph and the hidden text aside.
// Never: puts a printed list number or a note number into the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/table.h"
#include "readers/docx/numbering_definitions.h"
#include "readers/docx/styles.h"

namespace pactable::readers::docx {

/// What w:rPr says itself; the style adds the rest.
struct RunProperties {
  std::optional<bool> bold, italic, superscript, hidden;
  std::string style;
};

class ParagraphBuilder {
 public:
  ParagraphBuilder(const Styles& styles, const PartPlace& place) : styles_(styles), place_(place) {}

  void set_style(std::string id) { style_ = std::move(id); }
  void set_outline_level(std::optional<int> level) { outline_level_ = level; }
  void set_numbering(const NumberingReference& own) { own_numbering_ = own; }
  /// Fixes the label; lists advance in the order of these calls. Later calls do nothing.
  void take_label(NumberingDefinitions& numbering);

  void append(std::string_view utf8, const RunProperties& run);

  /// True where the style hides the paragraph and its mark.
  [[nodiscard]] bool hidden_by_style() const { return styles_.paragraph(style_).hidden.value_or(false); }
  [[nodiscard]] const std::string& label() const { return label_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& hidden_text() const { return hidden_; }
  [[nodiscard]] const PartPlace& place() const { return place_; }
  [[nodiscard]] layout::Paragraph finish();

 private:
  void add_style(std::size_t begin, layout::Style style, bool on);

  const Styles& styles_;
  PartPlace place_;
  std::string style_;
  std::optional<int> outline_level_;
  NumberingReference own_numbering_;
  std::string label_;
  int list_level_ = 0;
  bool label_taken_ = false;
  std::string text_;
  std::string hidden_;
  std::vector<layout::StyleSpan> spans_;
};

}  // namespace pactable::readers::docx
