// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/paragraph_builder.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

constexpr int kBodyText = 9;  // outline level of text that is no heading

// Styles that are based on each other through more steps than this are no styles that people made.
constexpr int kMaxStyleSteps = 64;

// Toggle properties (17.7.3): set in the paragraph's style and in the run's style, they take each other off; what the
// run says itself holds, and what the document sets for all.
bool toggled(const std::optional<bool>& own, const std::optional<bool>& paragraph, const std::optional<bool>& character,
             const std::optional<bool>& defaults) {
  return own ? *own : defaults.value_or(false) || paragraph.value_or(false) != character.value_or(false);
}

// The level at which a style numbers: the one that is tied to it, else the one that it names; else as its base does
// (17.3.1.19, 17.9.23).
int level_by_style(const Styles& styles, const NumberingDefinitions& numbering, int num_id, std::string id) {
  if (id.empty()) id = styles.default_paragraph();
  for (int step = 0; step < kMaxStyleSteps; ++step) {
    const Styles::Style* style = styles.own(id);
    if (style == nullptr) break;
    if (const auto tied = numbering.level_of_style(num_id, id)) return *tied;
    if (style->own.numbering.level) return *style->own.numbering.level;
    if (style->based_on.empty()) break;
    id = style->based_on;
  }
  return 0;
}

}  // namespace

void ParagraphBuilder::take_label(NumberingDefinitions& numbering) {
  if (label_taken_) return;
  label_taken_ = true;
  const auto inherited = styles_.paragraph(style_).numbering.num_id;
  const int num_id = own_numbering_.num_id.value_or(inherited.value_or(0));
  if (num_id == 0) return;
  list_level_ = own_numbering_.level ? *own_numbering_.level : level_by_style(styles_, numbering, num_id, style_);
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
  const StyleProperties& defaults = styles_.defaults();
  const std::string piece = unicode::nfc(utf8);
  if (toggled(run.hidden, paragraph.hidden, character.hidden, defaults.hidden)) {
    hidden_ += piece;
    return;
  }
  const std::size_t begin = text_.size();
  text_ += piece;
  const auto superscript = run.superscript         ? run.superscript
                           : character.superscript ? character.superscript
                                                   : paragraph.superscript;
  add_style(begin, layout::Style::kBold, toggled(run.bold, paragraph.bold, character.bold, defaults.bold));
  add_style(begin, layout::Style::kItalic, toggled(run.italic, paragraph.italic, character.italic, defaults.italic));
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
