// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/controls.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"
#include "readers/html/css_text.h"

namespace pactable::readers::html {
namespace {

// Marks of notes are short, with their brackets: [123], (xii), ***.
constexpr std::size_t kMaxMark = 6;

}  // namespace

std::optional<InputText> input_text(const Attributes& attributes) {
  constexpr std::array<std::string_view, 9> kNoText = {"hidden", "password", "button", "submit", "reset",
                                                       "image",  "file",     "range",  "color"};
  const std::string type = css::lower(attributes.value("type").value_or("text"));
  if (type == "checkbox" || type == "radio") return InputText{attributes.has("checked") ? "☒" : "☐", true};
  if (std::find(kNoText.begin(), kNoText.end(), type) != kNoText.end()) return std::nullopt;
  const auto value = attributes.value("value");
  return value && !unicode::trim(*value).empty() ? std::optional<InputText>({std::string(*value), false})
                                                 : std::nullopt;
}

Selection::Selection(const Attributes& attributes)
    : multiple_(attributes.has("multiple")), opens_(!multiple_ && attributes.number("size", 1) <= 1) {}

void Selection::begin_option(const Attributes& attributes) {
  Option option;
  if (const auto label = attributes.value("label")) option.label = *label;
  option.selected = attributes.has("selected");
  const auto value = attributes.value("value");
  option.placeholder =
      attributes.has("disabled") || attributes.has("hidden") || (value && unicode::trim(*value).empty());
  options_.push_back(std::move(option));
  in_option_ = true;
}

void Selection::text(std::string_view utf8) {
  if (in_option_) options_.back().text += utf8;
}

std::vector<std::string> Selection::chosen() const {
  std::vector<const Option*> chosen;
  for (const Option& option : options_) {
    if (!option.selected) continue;
    if (!multiple_) chosen.clear();  // of several that are marked the last one shows
    chosen.push_back(&option);
  }
  if (chosen.empty() && opens_ && !options_.empty()) chosen.push_back(&options_.front());
  std::vector<std::string> texts;
  for (const Option* option : chosen) {
    std::string text = unicode::collapse_space(option->label.value_or(option->text));
    if (!option->placeholder && !text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

bool is_note_link(std::string_view target, bool& sure) {
  sure = false;
  const std::size_t hash = target.find('#');
  if (hash == std::string_view::npos) return false;
  const std::string all = css::lower(target.substr(hash + 1));
  std::string_view name(all);
  while (name.starts_with('_')) name.remove_prefix(1);
  for (const char* prefix :
       {"ftn", "fn", "edn", "footnote", "endnote", "cite_note", "cite-note", "sdfootnote", "msocom"}) {
    if (name.starts_with(prefix)) return sure = true;
  }
  if (!name.starts_with("note") && !name.starts_with('n')) return false;
  const std::string_view rest = name.substr(name.starts_with("note") ? 4 : 1);
  const auto ends = [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':'; };
  return !rest.empty() && std::all_of(rest.begin(), rest.end(), ends);
}

bool is_note_mark(std::string_view text) {
  const std::u32string all = unicode::to_code_points(unicode::trim(text));
  if (all.empty() || all.size() > kMaxMark) return false;
  const std::size_t letters = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), unicode::is_letter));
  constexpr std::u32string_view kSigns = U"[]()*†‡§¶#°";
  const bool known = std::all_of(all.begin(), all.end(), [&](char32_t c) {
    return unicode::is_digit(c) || unicode::is_letter(c) || kSigns.find(c) != std::u32string_view::npos;
  });
  // A word of four letters is a word.
  constexpr std::size_t kMaxLetters = 3;
  return known && letters <= kMaxLetters;
}

}  // namespace pactable::readers::html
