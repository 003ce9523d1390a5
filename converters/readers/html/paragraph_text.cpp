// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/paragraph_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/symbol_fonts.h"
#include "core/unicode.h"
#include "readers/html/list_numbers.h"

namespace pactable::readers::html {
namespace {

// Words of more letters are set in a font of signs by mistake: nobody writes four different signs in a row.
constexpr std::size_t kMaxSigns = 3;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The length of an invisible character that only sets where lines break or which way they run, 0 for others: U+00AD,
// U+061C, U+200B, U+200E, U+200F, U+202A to U+202E, U+2060, U+2066 to U+2069, U+FEFF. The joiners U+200C and U+200D
// spell words.
std::size_t invisible_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(0) == 0xC2) return byte(1) == 0xAD ? 2 : 0;
  if (byte(0) == 0xD8) return byte(1) == 0x9C ? 2 : 0;
  if (byte(0) == 0xEF) return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
  if (byte(0) != 0xE2) return 0;
  const unsigned last = byte(2);
  if (byte(1) == 0x80) {
    return last == 0x8B || last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE) ? 3 : 0;
  }
  return byte(1) == 0x81 && (last == 0xA0 || (last >= 0xA6 && last <= 0xA9)) ? 3 : 0;
}

constexpr std::string_view kNoBreakHyphen = "\u2011";

// Without what nobody sees, and with plain hyphens.
std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += text[at++];
    } else if (const std::size_t length = invisible_length(text.substr(at)); length > 0) {
      at += length;
    } else if (text.substr(at).starts_with(kNoBreakHyphen)) {
      out += '-';
      at += kNoBreakHyphen.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

// The words of a text in a font of signs, as signs.
std::string as_signs(std::string_view text, SymbolFont font, bool& words) {
  std::u32string out;
  const std::u32string all = unicode::to_code_points(text);
  for (std::size_t begin = 0; begin < all.size();) {
    if (unicode::is_space(all[begin])) {
      out += all[begin++];
      continue;
    }
    std::size_t end = begin;
    while (end < all.size() && !unicode::is_space(all[end])) ++end;
    const bool word = end - begin > kMaxSigns && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                                             all.begin() + static_cast<std::ptrdiff_t>(end),
                                                             [](char32_t c) { return unicode::is_letter(c); });
    words = words || word;
    for (; begin < end; ++begin) out += word ? all[begin] : symbol_sign(font, all[begin]).value_or(all[begin]);
  }
  return unicode::to_utf8(out);
}

}  // namespace

void ParagraphText::append(std::string_view utf8, const Look& look, const PartPlace& place) {
  std::string piece = visible(utf8);
  if (look.signs) piece = as_signs(piece, *look.signs, words_in_signs_);
  if (look.hidden())
    append_aside(piece, layout::SetAside::Reason::kHidden, place);
  else if (look.struck)
    append_aside(piece, layout::SetAside::Reason::kStruck, place);
  else
    append_live(piece, look);
}

void ParagraphText::append_live(std::string_view piece, const Look& look) {
  if (!aside_.empty()) {
    keep_words_apart();
    end_aside();
  }
  const std::size_t begin = text_.size();
  for (const char c : piece) {
    if (!is_space(c) || look.keeps_space) {
      text_ += c;
    } else if (c == '\n' && look.keeps_lines) {
      break_line(look);
    } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
      text_ += ' ';
    }
  }
  if (text_.size() <= begin) return;
  if (begin == 0 && (look.signs || look.courier)) {
    const std::u32string signs = unicode::to_code_points(std::string_view(text_).substr(begin));
    // The letter "o" of Courier is Word's circle before the items of a list.
    bullet_first_ = look.signs ? is_list_bullet(signs.front()) : unicode::trim(piece) == "o";
  }
  if (look.bold) add_span(begin, layout::Style::kBold);
  if (look.italic) add_span(begin, layout::Style::kItalic);
  if (look.raised) add_span(begin, layout::Style::kSuperscript);
}

void ParagraphText::add_span(std::size_t begin, layout::Style style) {
  for (auto span = spans_.rbegin(); span != spans_.rend() && span->end >= begin; ++span) {
    if (span->style == style && span->end == begin) {
      span->end = text_.size();
      return;
    }
  }
  spans_.push_back({begin, text_.size(), style});
}

void ParagraphText::append_aside(std::string_view piece, layout::SetAside::Reason reason, const PartPlace& place) {
  if (reason != reason_ && !unicode::trim(aside_).empty()) end_aside();
  reason_ = reason;
  if (aside_.empty()) aside_place_ = place;
  for (const char c : piece) {
    if (!is_space(c))
      aside_ += c;
    else if (aside_.empty() || aside_.back() != ' ')
      aside_ += ' ';
  }
}

// "four<del> hundred </del>birds" is two words without the third, too.
void ParagraphText::keep_words_apart() {
  const bool parts = aside_.size() > 2 && aside_.front() == ' ' && aside_.back() == ' ';
  if (parts && !text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
}

void ParagraphText::end_aside() {
  std::string text = unicode::collapse_space(aside_);
  aside_.clear();
  if (text.empty()) return;
  PartPlace place = aside_place_;
  place.start = 0;
  place.end = static_cast<int>(unicode::length(text));
  set_aside_.push_back({reason_, layout::Text(std::move(text), place)});
}

void ParagraphText::break_line(const Look& look) {
  if (look.hidden() || look.struck) {
    if (!aside_.empty()) aside_ += ' ';
    return;
  }
  if (!look.keeps_space && text_.ends_with(' ')) text_.pop_back();
  if (!text_.empty()) text_ += '\n';
}

void ParagraphText::gap() {
  if (!aside_.empty() && aside_.back() != ' ') aside_ += ' ';
  if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
}

void ParagraphText::raise_from(std::size_t begin) {
  if (begin >= text_.size()) return;
  const auto raised = [&](const layout::StyleSpan& span) {
    return span.style == layout::Style::kSuperscript && span.begin >= begin;
  };
  auto first = spans_.end();
  while (first != spans_.begin() && std::prev(first)->end > begin) --first;
  spans_.erase(std::remove_if(first, spans_.end(), raised), spans_.end());
  spans_.push_back({begin, text_.size(), layout::Style::kSuperscript});
}

void ParagraphText::insert(std::size_t begin, std::string_view utf8) {
  if (begin > text_.size()) return;
  text_.insert(begin, utf8);
  for (auto span = spans_.rbegin(); span != spans_.rend() && span->end > begin; ++span) {
    if (span->begin >= begin) span->begin += utf8.size();
    span->end += utf8.size();
  }
}

void ParagraphText::set_label(std::string label, int level) {
  end_aside();
  label_aside_ = set_aside_.size();
  label_ = std::move(label);
  level_ = level;
}

bool ParagraphText::has_text() const { return !unicode::trim(text_).empty(); }

void ParagraphText::clear_space() {
  end_aside();
  text_.clear();
  spans_.clear();
  bullet_first_ = false;
}

// One bullet before the whole paragraph marks an item of a list, as <li> does. Bullets before lines inside of it are
// left: the lines are not told apart otherwise.
void ParagraphText::drop_bullet() {
  if (!bullet_first_ || text_.find('\n') != std::string::npos) return;
  const std::u32string all = unicode::to_code_points(std::string_view(text_).substr(0, 8));
  std::size_t bytes = unicode::to_utf8(all.substr(0, 1)).size();
  std::string_view rest = std::string_view(text_).substr(bytes);
  const std::string_view behind = unicode::trim(rest);
  const bool parted = !rest.empty() && !behind.empty() && behind.data() != rest.data();
  if (!parted) return;
  bytes = static_cast<std::size_t>(behind.data() - text_.data());
  text_.erase(0, bytes);
  for (layout::StyleSpan& span : spans_) {
    span.begin -= std::min(span.begin, bytes);
    span.end -= std::min(span.end, bytes);
  }
}

void ParagraphText::trim() {
  const std::string_view inner = unicode::trim(text_);
  const auto begin = static_cast<std::size_t>(inner.data() - text_.data());
  const std::size_t size = inner.size();
  for (layout::StyleSpan& span : spans_) {
    span.begin = std::min(span.begin - std::min(span.begin, begin), size);
    span.end = std::min(span.end - std::min(span.end, begin), size);
  }
  text_ = std::string(inner);
}

layout::Paragraph ParagraphText::take(PartPlace place) {
  end_aside();
  drop_bullet();
  trim();
  layout::Paragraph paragraph;
  paragraph.set_aside = take_set_aside();
  if (text_.empty() && !label_.empty() && label_aside_ < paragraph.set_aside.size()) {
    layout::Text& text = paragraph.set_aside[label_aside_].text;
    layout::Text with_label;
    if (!is_stand_in(label_)) with_label.append_joint(label_ + " ");
    with_label.append(text);
    text = std::move(with_label);
    label_.clear();
  }
  place.end = static_cast<int>(unicode::length(text_));
  paragraph.text = layout::Text(std::exchange(text_, {}), place);
  for (const layout::StyleSpan& span : spans_) paragraph.text.add_style(span.begin, span.end, span.style);
  paragraph.list_level = label_.empty() ? 0 : level_;
  paragraph.list_label = std::exchange(label_, {});
  spans_.clear();
  bullet_first_ = false;
  words_in_signs_ = false;
  return paragraph;
}

std::vector<layout::SetAside> ParagraphText::take_set_aside() {
  end_aside();
  return std::exchange(set_aside_, {});
}

}  // namespace pactable::readers::html
