// SPDX-License-Identifier: GPL-3.0-or-later
// What: how often each character occurs in a document and in its plan, to see that nothing is lost and nothing added.
// In:   texts and plans. Out: Characters, to be compared.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/unicode.h"
#include "pipeline/converter.h"
#include "plan/plan.h"

namespace pactable::test {

/// How often each character that is not white space occurs.
class Characters {
 public:
  void add(std::string_view text) {
    for (const char32_t c : unicode::to_code_points(text)) {
      if (!unicode::is_space(c)) ++counts_[c];
    }
  }
  [[nodiscard]] std::size_t size() const { return counts_.size(); }

  /// What the other side has less (+) or more (-) of: "+2 U+0041"; empty where both are alike.
  [[nodiscard]] std::string against(const Characters& other) const {
    std::map<char32_t, int> difference = counts_;
    for (const auto& [c, count] : other.counts_) difference[c] -= count;
    std::string out;
    for (const auto& [c, count] : difference) {
      if (count == 0) continue;
      unicode::append_utf8(out, c);
      out += (count > 0 ? " +" : " ") + std::to_string(count) + ", ";
    }
    return out;
  }

 private:
  std::map<char32_t, int> counts_;
};

inline Characters characters_of_plan(const plan::Plan& plan) {
  Characters characters;
  for (const plan::Item& item : plan.items) {
    if (item.number && item.number->printed && item.number->origin != LabelOrigin::kAutomatic) {
      characters.add(*item.number->printed);
    }
    if (item.text) characters.add(*item.text);
    for (const plan::Field& field : item.fields) {
      // A value of a merged cell stands in every row that the cell covers, and is printed once.
      if (!field.inherited) characters.add(field.printed);
    }
  }
  for (const plan::Footnote& footnote : plan.metadata.footnotes) characters.add(footnote.printed);
  for (const plan::Discarded& discarded : plan.discarded) characters.add(discarded.text);
  return characters;
}

/// Inline markup of text dumps is no text.
inline std::string without_tags(std::string text) {
  for (const std::string_view tag : {"<i>", "</i>", "<b>", "</b>"}) {
    for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag)) text.erase(at, tag.size());
  }
  return text;
}

}  // namespace pactable::test
