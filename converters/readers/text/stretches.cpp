// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/stretches.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::readers::text {
namespace {

bool continues_a_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::vector<std::string_view> split_tabs(const Line& line) {
  std::vector<std::string_view> stretches;
  std::string_view rest = line.utf8;
  for (std::size_t tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
    stretches.push_back(rest.substr(0, tab));
    rest.remove_prefix(tab + 1);
  }
  stretches.push_back(rest);
  return stretches;
}

void LineCursor::advance(std::size_t to) {
  for (; at_ < to; ++at_) {
    const auto byte = static_cast<unsigned char>(line_->utf8[at_]);
    if (byte == '\t') {
      ++cell_;
      code_points_ = 0;
    } else if ((byte & 0xC0) != 0x80) {
      ++code_points_;
    }
  }
}

void LineCursor::append(layout::Text& text, std::size_t begin, std::size_t end, std::string_view joint) {
  const std::string_view inner = unicode::trim(line_->utf8.substr(begin, end - begin));
  if (inner.empty()) return;
  if (!text.empty()) text.append_joint(joint);
  const auto from = static_cast<std::size_t>(inner.data() - line_->utf8.data());
  append_whole(text, from, from + inner.size());
}

void LineCursor::append_whole(layout::Text& text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t tab = std::min(line_->utf8.find('\t', begin), end);
    advance(begin);
    LinePlace place{line_->number, cell_, code_points_, code_points_};
    advance(tab);
    place.end = code_points_;
    text.append(line_->utf8.substr(begin, tab - begin), place);
    if (tab < end) text.append_joint(" ");
    begin = tab + 1;
  }
}

std::string_view wrap_joint(std::string_view before, std::string_view after) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  if (before.ends_with(kSoftHyphen)) return {};
  const bool cut = before.size() >= 2 && before.back() == '-' && continues_a_word(before[before.size() - 2]) &&
                   !after.empty() && continues_a_word(after.front());
  return cut ? std::string_view() : std::string_view(" ");
}

}  // namespace pactable::readers::text
