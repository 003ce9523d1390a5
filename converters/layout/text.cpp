// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/text.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::layout {
namespace {

// A place whose offsets count code points, cut to a part of its stretch.
Place cut_place(const Place& place, std::string_view stretch, std::size_t begin, std::size_t end) {
  Place cut = place;
  const int from = static_cast<int>(unicode::length(stretch.substr(0, begin)));
  const int until = from + static_cast<int>(unicode::length(stretch.substr(begin, end - begin)));
  const auto set = [&](auto& p) {
    if constexpr (!std::is_same_v<std::decay_t<decltype(p)>, PagePlace>) {
      const int start = p.start;
      p.start = start + from;
      p.end = start + until;
    }
  };
  std::visit(set, cut);
  return cut;
}

}  // namespace

Text::Text(std::string utf8, Place place) : utf8_(std::move(utf8)) {
  if (!utf8_.empty()) fragments_.push_back({0, utf8_.size(), std::move(place)});
}

std::vector<Place> Text::places() const {
  std::vector<Place> places;
  places.reserve(fragments_.size());
  for (const Fragment& fragment : fragments_) places.push_back(fragment.place);
  return merge_places(places);
}

void Text::append(std::string_view utf8, const Place& place) {
  if (utf8.empty()) return;
  fragments_.push_back({utf8_.size(), utf8_.size() + utf8.size(), place});
  utf8_ += utf8;
}

void Text::append_joint(std::string_view utf8) { utf8_ += utf8; }

void Text::append(const Text& other) {
  const std::size_t shift = utf8_.size();
  utf8_ += other.utf8_;
  for (const Fragment& f : other.fragments_) fragments_.push_back({f.begin + shift, f.end + shift, f.place});
  for (const StyleSpan& s : other.styles_) add_style(s.begin + shift, s.end + shift, s.style);
}

void Text::add_style(std::size_t begin, std::size_t end, Style style) {
  if (begin >= end) return;
  for (auto it = styles_.rbegin(); it != styles_.rend(); ++it) {
    if (it->style != style || it->begin > begin) continue;
    // The last span of a style before this one is the only one that can touch it.
    if (it->end != begin) break;
    it->end = end;
    return;
  }
  const StyleSpan span{begin, end, style};
  const auto before = [](const StyleSpan& a, const StyleSpan& b) { return a.begin < b.begin; };
  styles_.insert(std::upper_bound(styles_.begin(), styles_.end(), span, before), span);
}

Text Text::slice(std::size_t begin, std::size_t end) const {
  end = std::min(end, utf8_.size());
  begin = std::min(begin, end);
  Text out;
  out.utf8_ = utf8_.substr(begin, end - begin);
  for (const Fragment& f : fragments_) {
    const std::size_t from = std::max(f.begin, begin);
    const std::size_t until = std::min(f.end, end);
    if (from >= until) continue;
    const std::string_view stretch = std::string_view(utf8_).substr(f.begin, f.end - f.begin);
    out.fragments_.push_back(
        {from - begin, until - begin, cut_place(f.place, stretch, from - f.begin, until - f.begin)});
  }
  for (const StyleSpan& s : styles_) {
    const std::size_t from = std::max(s.begin, begin);
    const std::size_t until = std::min(s.end, end);
    if (from < until) out.add_style(from - begin, until - begin, s.style);
  }
  return out;
}

Text Text::trimmed() const {
  const std::string_view inner = unicode::trim(utf8_);
  const auto begin = static_cast<std::size_t>(inner.data() - utf8_.data());
  return slice(begin, begin + inner.size());
}

Text Text::collapsed() const {
  // Nearly all texts are clean already: look before copying word by word.
  if (unicode::collapse_space(utf8_) == utf8_) return *this;
  Text out;
  const std::vector<std::string_view> words = unicode::split_space(utf8_);
  const auto at = [&](std::string_view word) { return static_cast<std::size_t>(word.data() - utf8_.data()); };
  for (std::size_t i = 0; i < words.size();) {
    // Words with one space between them are one stretch, so that their styles go on over it.
    std::size_t last = i;
    while (last + 1 < words.size()) {
      const std::size_t end = at(words[last]) + words[last].size();
      if (at(words[last + 1]) != end + 1 || utf8_[end] != ' ') break;
      ++last;
    }
    if (!out.empty()) out.append_joint(" ");
    out.append(slice(at(words[i]), at(words[last]) + words[last].size()));
    i = last + 1;
  }
  return out;
}

bool Text::is_all(Style style) const {
  bool any = false;
  std::size_t covered_until = 0;
  const std::string_view all(utf8_);
  for (const StyleSpan& s : styles_) {
    if (s.style != style) continue;
    if (s.begin > covered_until && !unicode::trim(all.substr(covered_until, s.begin - covered_until)).empty())
      return false;
    covered_until = std::max(covered_until, s.end);
    any = true;
  }
  return any && unicode::trim(all.substr(covered_until)).empty();
}

Text join(const std::vector<Text>& texts, std::string_view joint) {
  Text out;
  for (const Text& text : texts) {
    if (text.empty()) continue;
    if (!out.empty()) out.append_joint(joint);
    out.append(text);
  }
  return out;
}

}  // namespace pactable::layout
