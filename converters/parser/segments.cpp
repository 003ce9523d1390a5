// SPDX-License-Identifier: GPL-3.0-or-later
// Cells whose paragraphs begin with numbers: each numbered paragraph is an item, the others belong to the one before.
#include <algorithm>

#include "core/unicode.h"
#include "parser/label_shape.h"
#include "parser/walk.h"

namespace pactable::parser {
namespace {

// Damaged numbers at the start of an OCR text: a first token this short that mixes figures or their look-alikes with
// points ("l.1.", ".2.1"). The longest undamaged one seen is "10.11.12.".
constexpr std::size_t kMaxDamagedLabel = 9;

std::size_t damaged_label(std::string_view text) {
  const std::size_t end = text.find(' ');
  const std::string_view token = text.substr(0, end);
  if (token.size() > kMaxDamagedLabel || token.find('.') == std::string_view::npos) return 0;
  const bool only_label = std::all_of(token.begin(), token.end(), [](char c) {
    return (c >= '0' && c <= '9') || std::string_view(".,:;lIiOoSsBTt|!").find(c) != std::string_view::npos;
  });
  const bool any_figure = std::any_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
  return only_label && any_figure ? token.size() : 0;
}

/// "(a)", "1.", "2.1": the first of its kind below another number.
bool is_first_step(std::string_view label) {
  while (!label.empty() && std::string_view(".):] ").find(label.back()) != std::string_view::npos)
    label.remove_suffix(1);
  const std::size_t begin = label.find_last_of(".-( ");
  const std::string last = unicode::fold(begin == std::string_view::npos ? label : label.substr(begin + 1));
  return last == "1" || last == "a" || last == "i";
}

/// A line that happens to begin with a figure in the middle of a sentence ("… asks Resolution | 13.3. Priority is …"):
/// the text above did not end, and no number of the cell has this form.
bool is_inside_sentence(const Segment& segment, const std::vector<Segment>& before, const grammar::WordSet& leads) {
  if (before.empty() || segment.label.empty() || ends_closed(before.back().text.utf8())) return false;
  const auto shape = leading_shape(segment.label.utf8(), leads);
  if (!shape || is_first_step(segment.label.utf8())) return false;
  bool labelled = false;
  for (const Segment& other : before) {
    if (other.label.empty()) continue;
    labelled = true;
    const auto known = leading_shape(other.label.utf8(), leads);
    if (!known || (known->form.depth == shape->form.depth && known->form.figures == shape->form.figures &&
                   known->form.lead == shape->form.lead)) {
      return false;
    }
  }
  return labelled;
}

}  // namespace

void Walk::cut_label(Segment& segment) const {
  const std::string& text = segment.text.utf8();
  std::size_t length = numbering::leading_label(text, scheme_);
  if (length == 0 && origin_ == LabelOrigin::kOcr) length = damaged_label(text);
  if (length == 0) return;
  segment.label = segment.text.slice(0, length).trimmed();
  segment.text = segment.text.slice(length, text.size()).trimmed();
}

Segment Walk::segment_of(layout::Text text, const std::string& automatic_label) const {
  Segment segment;
  segment.text = std::move(text);
  segment.automatic_label = automatic_label;
  if (segment.automatic_label.empty()) cut_label(segment);
  return segment;
}

Segment Walk::heading_of(layout::Text text, const std::string& automatic_label) const {
  Segment segment = segment_of(std::move(text), automatic_label);
  if (segment.labelled()) return segment;
  const std::string& utf8 = segment.text.utf8();
  const auto shape = leading_shape(utf8, words_.number_leads);
  const bool name_behind = shape && shape->length < utf8.size() && utf8[shape->length] == ' ';
  if (!name_behind || !heads_.contains(utf8.substr(0, shape->base))) return segment;
  segment.label = segment.text.slice(0, shape->length);
  segment.text = segment.text.slice(shape->length, utf8.size()).trimmed();
  return segment;
}

std::vector<Segment> Walk::segments_of(const layout::Cell& cell, const columns::Column& column) const {
  const bool numbered = column.rule == nullptr || column.rule->numbered;
  std::vector<Segment> segments;
  for (const layout::Paragraph& paragraph : cell.paragraphs) {
    Segment segment;
    segment.text = paragraph.text.collapsed();
    segment.automatic_label = paragraph.list_label;
    if (segment.text.empty() && segment.automatic_label.empty()) continue;
    const layout::Text whole = segment.text;
    if (numbered && segment.automatic_label.empty()) cut_label(segment);
    if (is_inside_sentence(segment, segments, words_.number_leads)) {
      segments.back().in_text.push_back(segment.label.utf8());
      segment.text = whole;
      segment.label = {};
    }
    segment.placeholder = !segment.labelled() && is_placeholder(segment.text.utf8());
    // Text after "Etc." is an item of its own.
    const bool begins = segments.empty() || segment.labelled() || segment.placeholder || segments.back().placeholder;
    if (begins) {
      segments.push_back(std::move(segment));
      continue;
    }
    Segment& last = segments.back();
    if (!last.text.empty()) last.text.append_joint(" ");
    last.text.append(segment.text);
  }
  return segments;
}

}  // namespace pactable::parser
