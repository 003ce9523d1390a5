// SPDX-License-Identifier: GPL-3.0-or-later
// What: the text of one paragraph as it grows: what is live, what is struck out or hidden, and how it is set.
// In:   pieces of text with their look. Out: a layout paragraph.
// White space collapses as in a browser. Soft hyphens, zero-width breaks and marks of direction are left out, a
// no-break hyphen is a hyphen. Letters of Symbol and Wingdings become the signs that these fonts draw. Never: drops a
// letter: what is not live is set aside.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.h"
#include "layout/table.h"
#include "readers/html/element_styles.h"

namespace pactable::readers::html {

class ParagraphText {
 public:
  /// `place` is where the paragraph stands; used for what is set aside.
  void append(std::string_view utf8, const Look& look, const PartPlace& place);
  /// A line break; before any live text it is nothing.
  void break_line(const Look& look);
  /// A gap as between boxes: white space that collapses.
  void gap();

  /// Bytes of live text so far.
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] std::string_view text_from(std::size_t begin) const {
    return std::string_view(text_).substr(std::min(begin, text_.size()));
  }
  /// Sets the live text from `begin` on as raised.
  void raise_from(std::size_t begin);
  /// Puts live text before what stands at `begin`.
  void insert(std::size_t begin, std::string_view utf8);

  /// The number that the browser or Word prints before the paragraph; printed also where no text follows.
  void set_label(std::string label, int level);
  [[nodiscard]] bool has_label() const { return !label_.empty(); }
  /// True where something visible stands in its live text.
  [[nodiscard]] bool has_text() const;
  [[nodiscard]] bool has_set_aside() const { return !set_aside_.empty() || !aside_.empty(); }
  /// Signs of a font of signs were left as letters, because they make words.
  [[nodiscard]] bool has_words_in_signs() const { return words_in_signs_; }

  /// Ends a block of text that is only set aside: what follows is another one.
  void end_aside();
  /// White space alone is nothing: begins anew, but for the number and for what is set aside.
  void clear_space();
  /// The paragraph so far; begins anew. Where all of it is set aside, so is its number.
  [[nodiscard]] layout::Paragraph take(PartPlace place);
  [[nodiscard]] std::vector<layout::SetAside> take_set_aside();
  void put_back(std::vector<layout::SetAside> set_aside) { set_aside_ = std::move(set_aside); }

 private:
  void append_live(std::string_view utf8, const Look& look);
  void append_aside(std::string_view utf8, layout::SetAside::Reason reason, const PartPlace& place);
  void keep_words_apart();
  void add_span(std::size_t begin, layout::Style style);
  void drop_bullet();
  void trim();

  std::string text_, label_;
  int level_ = 0;
  std::size_t label_aside_ = 0;  // what was set aside before the number came
  std::vector<layout::StyleSpan> spans_;
  bool bullet_first_ = false;  // the paragraph begins with a bullet of a font of signs
  std::vector<layout::SetAside> set_aside_;
  std::string aside_;  // of the run that is open
  layout::SetAside::Reason reason_ = layout::SetAside::Reason::kStruck;
  PartPlace aside_place_;
  bool words_in_signs_ = false;
};

}  // namespace pactable::readers::html
