// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/choice.h"

#include <vector>

#include "core/unicode.h"

namespace pactable::values {
namespace {

bool is_ticked(char32_t c) {
  return c == U'☒' || c == U'☑' || c == U'🗹' || c == U'🗷' || c == U'⊠' || c == U'◉' || c == U'⦿';
}
bool is_empty_box(char32_t c) { return c == U'☐' || c == U'□' || c == U'◯' || c == U'○' || c == U'❏' || c == U'❑'; }

struct Option {
  bool on = false;
  std::string text;
};

}  // namespace

std::string ticked(std::string_view printed) {
  std::vector<Option> options;
  bool any_tick = false;
  for (const char32_t c : unicode::to_code_points(printed)) {
    if (is_ticked(c) || is_empty_box(c)) {
      options.push_back({is_ticked(c), {}});
      any_tick = any_tick || is_ticked(c);
    } else if (!options.empty()) {
      unicode::append_utf8(options.back().text, c);
    } else if (!unicode::is_space(c)) {
      return std::string(printed);  // a text before the first box is none of its options
    }
  }
  // One empty circle may be a bullet or a mark of a rating; only a tick among options says which.
  if (!any_tick) return std::string(printed);
  std::string chosen;
  for (const Option& option : options) {
    const std::string text(unicode::trim(option.text));
    if (!option.on) continue;
    if (text.empty()) return std::string(printed);
    chosen += (chosen.empty() ? "" : "; ") + text;
  }
  return chosen.empty() ? std::string(printed) : chosen;
}

}  // namespace pactable::values
