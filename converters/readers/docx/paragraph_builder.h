// SPDX-License-Identifier: GPL-3.0-or-later
// What: builds one paragraph from its runs: text, styles, heading level and list label.
// In:   properties and characters in the order of the XML. Out: layout::Paragraph, with what is struck out or hidden
//       aside.
// Never: puts a printed list number into the text.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/table.h"
#include "readers/docx/character_properties.h"
#include "readers/docx/numbering_definitions.h"
#include "readers/docx/set_aside.h"
#include "readers/docx/styles.h"

namespace pactable::readers::docx {

/// A private sign for which no table has a Unicode one, and the font it was set in.
struct UnknownSign {
  char32_t code = 0;
  std::string font;
  auto operator<=>(const UnknownSign&) const = default;
};

class ParagraphBuilder {
 public:
  /// `ground`: the colour that lies below the paragraph.
  ParagraphBuilder(const Styles& styles, const PartPlace& place, const Paint& ground)
      : styles_(styles), place_(place), ground_(ground) {}

  void set_style(std::string id) { style_ = std::move(id); }
  void set_outline_level(std::optional<int> level) { outline_level_ = level; }
  void set_numbering(const NumberingReference& own) { own_numbering_ = own; }
  void set_shading(const Paint& own) { own_shading_ = own; }
  /// Fixes the label; lists advance in the order of these calls. Later calls do nothing.
  void take_label(NumberingDefinitions& numbering);

  void append(std::string_view utf8, const RunProperties& run);
  /// A character of a font that is named with it (w:sym).
  void append_sign(char32_t code, const std::string& font, const RunProperties& run);

  /// True where the style hides the paragraph and its mark.
  [[nodiscard]] bool hidden_by_style() const { return styles_.paragraph(style_).hidden.value_or(false); }
  [[nodiscard]] const std::vector<UnknownSign>& unknown_signs() const { return unknown_signs_; }
  [[nodiscard]] const PartPlace& place() const { return place_; }
  /// 1-based; 0: no heading.
  [[nodiscard]] int heading_level() const;
  /// `struck_mark`: the mark of the paragraph is struck out, and with it the label of a paragraph without live text.
  [[nodiscard]] layout::Paragraph finish(OpenEnds open, bool struck_mark);

 private:
  /// How characters come out, from the run, its style, the paragraph's style and the document.
  struct Look {
    bool bold = false, italic = false, superscript = false;
    int size = 0, position = 0;
    Seen seen = Seen::kLive;
    std::string font, high_font;
  };
  /// Text above the line; superscript if it is smaller than what stands on the line.
  struct Raised {
    std::size_t begin = 0, end = 0;
    int size = 0;
  };

  [[nodiscard]] Look look_of(const RunProperties& run) const;
  [[nodiscard]] Seen seen_of(const RunProperties& run, const StyleProperties& paragraph,
                             const StyleProperties& character) const;
  void add(std::string_view utf8, const Look& look);
  void add_style(std::size_t begin, layout::Style style, bool on);
  void note_unknown(std::string_view utf8, const std::string& font);
  void settle_raised();

  const Styles& styles_;
  PartPlace place_;
  Paint ground_;
  std::optional<Paint> own_shading_;
  std::string style_;
  std::optional<int> outline_level_;
  NumberingReference own_numbering_;
  std::string label_;
  int list_level_ = 0;
  bool label_taken_ = false;
  WholeText whole_;
  std::array<std::vector<layout::StyleSpan>, 3> spans_;  // by style
  std::vector<Raised> raised_;
  int size_on_line_ = 0;  // the largest
  std::vector<UnknownSign> unknown_signs_;
};

}  // namespace pactable::readers::docx
