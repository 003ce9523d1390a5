// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/paragraph_builder.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "core/unicode.h"
#include "readers/docx/symbol_fonts.h"

namespace pactable::readers::docx {
namespace {

constexpr int kBodyText = 9;  // outline level of text that is no heading

// Styles that are based on each other through more steps than this are no styles that people made.
constexpr int kMaxStyleSteps = 64;

// Half points, where nothing says otherwise (17.3.2.38).
constexpr int kDefaultSize = 20;

// Toggle properties (17.7.3): set in the paragraph's style and in the run's style, they take each other off; what the
// run says itself holds, and what the document sets for all.
bool toggled(const std::optional<bool>& own, const std::optional<bool>& paragraph, const std::optional<bool>& character,
             const std::optional<bool>& defaults) {
  return own ? *own : defaults.value_or(false) || paragraph.value_or(false) != character.value_or(false);
}

// All other properties: what stands nearest to the run holds.
template <class Value>
const Value* nearest(std::initializer_list<const std::optional<Value>*> levels) {
  const auto said = std::find_if(levels.begin(), levels.end(), [](const auto* level) { return level->has_value(); });
  return said == levels.end() ? nullptr : &(*said)->value();
}

template <class Value>
Value nearest_or(std::initializer_list<const std::optional<Value>*> levels, Value fallback) {
  const Value* found = nearest(levels);
  return found == nullptr ? fallback : *found;
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
  std::vector<layout::StyleSpan>& spans = spans_[static_cast<std::size_t>(style)];
  if (!spans.empty() && spans.back().end == begin)
    spans.back().end = whole_.utf8.size();
  else
    spans.push_back({begin, whole_.utf8.size(), style});
}

Seen ParagraphBuilder::seen_of(const RunProperties& run, const StyleProperties& paragraph,
                               const StyleProperties& character) const {
  const StyleProperties& defaults = styles_.defaults();
  if (toggled(run.hidden, paragraph.hidden, character.hidden, defaults.hidden)) return Seen::kHidden;
  const Paint text = nearest_or<Paint>({&run.colour, &character.colour, &paragraph.colour, &defaults.colour}, {});
  const bool effect = nearest_or<bool>({&run.effect, &character.effect, &paragraph.effect, &defaults.effect}, false);
  if (text.kind == Paint::Kind::kColour && !effect) {
    const auto lies_under = [](const Paint* paint) {
      return paint != nullptr && paint->kind != Paint::Kind::kAutomatic;
    };
    const Paint* ground = &ground_;
    for (const Paint* nearer : {nearest<Paint>({&own_shading_, &paragraph.ground}),
                                nearest<Paint>({&run.shading, &character.shading, &paragraph.shading}),
                                nearest<Paint>({&run.highlight, &character.highlight, &paragraph.highlight})}) {
      if (lies_under(nearer)) ground = nearer;
    }
    if (is_unseen(text, *ground)) return Seen::kUnseen;
  }
  const bool struck =
      toggled(run.struck, paragraph.struck, character.struck, defaults.struck) ||
      nearest_or<bool>(
          {&run.double_struck, &character.double_struck, &paragraph.double_struck, &defaults.double_struck}, false);
  return struck ? Seen::kStruck : Seen::kLive;
}

ParagraphBuilder::Look ParagraphBuilder::look_of(const RunProperties& run) const {
  const StyleProperties& paragraph = styles_.paragraph(style_);
  const StyleProperties& character = styles_.character(run.style);
  const StyleProperties& defaults = styles_.defaults();
  Look look;
  look.seen = seen_of(run, paragraph, character);
  look.bold = toggled(run.bold, paragraph.bold, character.bold, defaults.bold);
  look.italic = toggled(run.italic, paragraph.italic, character.italic, defaults.italic);
  look.superscript = nearest_or<bool>({&run.superscript, &character.superscript, &paragraph.superscript}, false);
  look.size = nearest_or<int>({&run.size, &character.size, &paragraph.size, &defaults.size}, kDefaultSize);
  look.position = nearest_or<int>({&run.position, &character.position, &paragraph.position}, 0);
  look.font = nearest_or<std::string>({&run.font, &character.font, &paragraph.font, &defaults.font}, {});
  look.high_font =
      nearest_or<std::string>({&run.high_font, &character.high_font, &paragraph.high_font, &defaults.high_font}, {});
  return look;
}

void ParagraphBuilder::append(std::string_view utf8, const RunProperties& run) {
  const Look look = look_of(run);
  const std::string shown = shown_signs(utf8, look.font, look.high_font);
  note_unknown(shown, look.high_font);
  add(shown, look);
}

void ParagraphBuilder::append_sign(char32_t code, const std::string& font, const RunProperties& run) {
  const char32_t sign = symbol_sign(font, code);
  const std::string shown = unicode::to_utf8(std::u32string(1, sign == 0 ? code : sign));
  note_unknown(shown, font);
  add(shown, look_of(run));
}

void ParagraphBuilder::note_unknown(std::string_view utf8, const std::string& font) {
  if (const char32_t code = first_private_sign(utf8); code != 0) unknown_signs_.push_back({code, font});
}

void ParagraphBuilder::add(std::string_view utf8, const Look& look) {
  const std::size_t begin = whole_.utf8.size();
  whole_.utf8 += unicode::nfc(without_unseen_signs(utf8));
  const std::size_t end = whole_.utf8.size();
  if (begin == end) return;
  if (!whole_.stretches.empty() && whole_.stretches.back().seen == look.seen)
    whole_.stretches.back().end = end;
  else
    whole_.stretches.push_back({begin, end, look.seen});
  add_style(begin, layout::Style::kBold, look.bold);
  add_style(begin, layout::Style::kItalic, look.italic);
  add_style(begin, layout::Style::kSuperscript, look.superscript);
  if (look.position > 0 && !look.superscript)
    raised_.push_back({begin, end, look.size});
  else if (!look.superscript && !unicode::trim(utf8).empty())
    size_on_line_ = std::max(size_on_line_, look.size);
}

// Without text on the line, the size of the paragraph's style is that of the line.
void ParagraphBuilder::settle_raised() {
  if (raised_.empty()) return;
  const int of_style = nearest_or<int>({&styles_.paragraph(style_).size, &styles_.defaults().size}, kDefaultSize);
  const int on_line = size_on_line_ > 0 ? size_on_line_ : of_style;
  std::vector<layout::StyleSpan>& spans = spans_[static_cast<std::size_t>(layout::Style::kSuperscript)];
  for (const Raised& raised : raised_) {
    if (raised.size < on_line) spans.push_back({raised.begin, raised.end, layout::Style::kSuperscript});
  }
}

int ParagraphBuilder::heading_level() const {
  const int outline = outline_level_.value_or(styles_.paragraph(style_).outline_level.value_or(kBodyText));
  return outline >= 0 && outline < kBodyText ? outline + 1 : 0;
}

layout::Paragraph ParagraphBuilder::finish(OpenEnds open, bool struck_mark) {
  settle_raised();
  for (auto& spans : spans_) whole_.styles.insert(whole_.styles.end(), spans.begin(), spans.end());
  std::stable_sort(whole_.styles.begin(), whole_.styles.end(),
                   [](const auto& a, const auto& b) { return a.begin < b.begin; });
  layout::Paragraph paragraph;
  part_text(std::move(whole_), place_, open, paragraph);
  paragraph.list_label = label_;
  paragraph.list_level = list_level_;
  if (struck_mark && !label_.empty() && unicode::trim(paragraph.text.utf8()).empty()) {
    layout::Text label;
    label.append_joint(std::exchange(paragraph.list_label, {}));
    paragraph.set_aside.insert(paragraph.set_aside.begin(), {layout::SetAside::Reason::kStruck, std::move(label)});
  }
  paragraph.heading_level = heading_level();
  return paragraph;
}

}  // namespace pactable::readers::docx
