// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/paragraph_builder.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

constexpr int kBodyText = 9;  // outline level of text that is no heading

// Toggle properties (17.7.3): set in the paragraph's style and in the run's style, they take each other off; what the
// run says itself holds.
bool toggled(const std::optional<bool>& own, const std::optional<bool>& paragraph,
             const std::optional<bool>& character) {
  return own ? *own : paragraph.value_or(false) != character.value_or(false);
}

}  // namespace

void ParagraphBuilder::take_label(NumberingDefinitions& numbering) {
  if (label_taken_) return;
  label_taken_ = true;
  const StyleProperties& style = styles_.paragraph(style_);
  const bool from_style = !own_numbering_.num_id;
  const int num_id = from_style ? style.numbering.num_id.value_or(0) : *own_numbering_.num_id;
  if (num_id == 0) return;
  if (own_numbering_.level)
    list_level_ = *own_numbering_.level;
  else if (style.numbering.level)
    list_level_ = *style.numbering.level;
  else if (from_style)
    list_level_ = numbering.level_of_style(num_id, style.numbering_style);
  label_ = numbering.next_label(num_id, list_level_);
}

void ParagraphBuilder::add_style(std::size_t begin, layout::Style style, bool on) {
  if (!on) return;
  const auto last = std::find_if(spans_.rbegin(), spans_.rend(), [&](const auto& span) { return span.style == style; });
  if (last != spans_.rend() && last->end == begin)
    last->end = text_.size();
  else
    spans_.push_back({begin, text_.size(), style});
}

void ParagraphBuilder::append(std::string_view utf8, const RunProperties& run) {
  const StyleProperties& paragraph = styles_.paragraph(style_);
  const StyleProperties& character = styles_.character(run.style);
  const std::string piece = unicode::nfc(utf8);
  if (toggled(run.hidden, paragraph.hidden, character.hidden)) {
    hidden_ += piece;
    return;
  }
  const std::size_t begin = text_.size();
  text_ += piece;
  const auto superscript = run.superscript         ? run.superscript
                           : character.superscript ? character.superscript
                                                   : paragraph.superscript;
  add_style(begin, layout::Style::kBold, toggled(run.bold, paragraph.bold, character.bold));
  add_style(begin, layout::Style::kItalic, toggled(run.italic, paragraph.italic, character.italic));
  add_style(begin, layout::Style::kSuperscript, superscript.value_or(false));
}

layout::Paragraph ParagraphBuilder::finish() {
  layout::Paragraph paragraph;
  place_.start = 0;
  place_.end = static_cast<int>(unicode::length(text_));
  paragraph.text = layout::Text(std::move(text_), place_);
  for (const layout::StyleSpan& span : spans_) paragraph.text.add_style(span.begin, span.end, span.style);
  paragraph.list_label = label_;
  paragraph.list_level = list_level_;
  const int outline = outline_level_.value_or(styles_.paragraph(style_).outline_level.value_or(kBodyText));
  paragraph.heading_level = outline >= 0 && outline < kBodyText ? outline + 1 : 0;
  return paragraph;
}

}  // namespace pactable::readers::docx
