// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/item_text.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/unicode.h"

namespace pactable::pages::site {
namespace {

using look::Html;
using plan::TextStyle;

std::string_view element_of(TextStyle style) {
  static constexpr std::array<std::string_view, 3> kElements = {"b", "i", "sup"};
  return kElements.at(static_cast<std::size_t>(style));
}

/// The text in pieces between which nothing changes.
std::set<std::size_t> borders(const plan::Item& item, std::size_t length) {
  std::set<std::size_t> out = {0, length};
  for (const plan::TextStyleSpan& span : item.styles) {
    for (const int at : {span.start, span.end}) {
      if (at > 0 && static_cast<std::size_t>(at) < length) out.insert(static_cast<std::size_t>(at));
    }
  }
  return out;
}

void add_piece(Html& out, const plan::Item& item, std::size_t begin, std::size_t end, std::u32string_view text) {
  std::size_t open = 0;
  for (const TextStyle style : {TextStyle::kBold, TextStyle::kItalic, TextStyle::kSuperscript}) {
    const bool styled = std::any_of(item.styles.begin(), item.styles.end(), [&](const plan::TextStyleSpan& span) {
      return span.style == style && span.start <= static_cast<int>(begin) && span.end >= static_cast<int>(end);
    });
    if (!styled) continue;
    out.open(element_of(style));
    ++open;
  }
  out.text(unicode::to_utf8(text.substr(begin, end - begin)));
  for (; open > 0; --open) out.close();
}

}  // namespace

Mentions::Mentions(const plan::Plan& plan) {
  for (const plan::Item& item : plan.items) items_.emplace(item.id, &item);
  for (const plan::Reference& reference : plan.references) references_[reference.from].push_back(&reference);
}

const std::vector<const plan::Reference*>& Mentions::from(std::string_view item) const {
  static const std::vector<const plan::Reference*> kNone;
  const auto found = references_.find(item);
  return found == references_.end() ? kNone : found->second;
}

std::string Mentions::name_of(std::string_view item) const {
  const auto found = items_.find(item);
  if (found == items_.end() || !found->second->number) return std::string(item);
  const plan::Number& number = *found->second->number;
  return number.canonical.value_or(number.printed.value_or(std::string(item)));
}

Html Mentions::link_to(std::string_view item) const {
  Html out;
  if (!items_.contains(item)) return std::move(out.quote(item));
  return std::move(out.link("#" + look::file_address(item), name_of(item)));
}

Html item_text(const plan::Item& item, const Mentions& mentions) {
  Html out;
  if (!item.text) return out;
  const std::u32string text = unicode::to_code_points(*item.text);
  const std::set<std::size_t> at = borders(item, text.size());
  out.open("bdi");
  for (auto begin = at.begin(), end = std::next(begin); end != at.end(); ++begin, ++end) {
    add_piece(out, item, *begin, *end, text);
  }
  out.close();
  const auto& references = mentions.from(item.id);
  if (references.empty()) return out;
  out.open("span", {{"class", "mentions"}}).text(" Mentions ");
  bool first = true;
  for (const plan::Reference* reference : references) {
    if (reference->targets.empty()) {
      out.text(first ? "" : ", ").quote(reference->printed).text(" (not found here)");
      first = false;
    }
    for (const std::string& target : reference->targets) {
      out.text(first ? "" : ", ").add(mentions.link_to(target));
      first = false;
    }
  }
  out.close();
  return out;
}

}  // namespace pactable::pages::site
