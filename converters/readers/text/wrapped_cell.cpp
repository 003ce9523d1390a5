// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/wrapped_cell.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/unicode.h"

namespace pactable::readers::text {
namespace {

// "- Park Office" begins an item of a list; "- 2026" goes on with a period.
bool begins_with_bullet(std::string_view text) {
  constexpr std::array<std::string_view, 7> kBullets = {"- ", "* ", "• ", "‣ ", "▪ ", "● ", "◦ "};
  return std::any_of(kBullets.begin(), kBullets.end(), [text](std::string_view bullet) {
    if (!text.starts_with(bullet)) return false;
    const std::string_view rest = unicode::trim(text.substr(bullet.size()));
    return !rest.empty() && !(rest.front() >= '0' && rest.front() <= '9');
  });
}

}  // namespace

void WrappedCell::add(LineCursor& cursor, std::size_t begin, std::size_t end) {
  std::string_view text = unicode::trim(cursor.line().utf8.substr(begin, end - begin));
  if (text.empty()) {
    finish_paragraph();
    return;
  }
  if (begins_with_bullet(text)) finish_paragraph();
  const bool breaks = markup_ == Markup::kMarkdown && text.ends_with('\\') && !text.ends_with("\\\\");
  if (breaks) {
    text.remove_suffix(1);
    begin = static_cast<std::size_t>(text.data() - cursor.line().utf8.data());
    end = begin + text.size();
  }
  cursor.append(raw_, begin, end, line_break_ ? "\n" : wrap_joint(raw_.utf8(), text));
  line_break_ = breaks;
}

void WrappedCell::finish_paragraph() {
  if (raw_.empty()) return;
  paragraphs_.push_back(with_markup(std::exchange(raw_, {}), markup_));
  line_break_ = false;
}

std::vector<layout::Paragraph> WrappedCell::take() {
  finish_paragraph();
  return std::exchange(paragraphs_, {});
}

}  // namespace pactable::readers::text
