// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal_paint.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace pactable::cli {

std::string Paint::in(std::string_view code, std::string_view text) const {
  if (!on_) return std::string(text);
  const std::string_view end = text.ends_with('\n') ? "\n" : "";  // a line break is not painted
  return fmt::format("\x1B[{}m{}\x1B[0m{}", code, text.substr(0, text.size() - end.size()), end);
}

std::string Paint::level(plan::Level level, std::string_view text) const {
  switch (level) {
    case plan::Level::kError: return in("31", text);
    case plan::Level::kWarning: return in("33", text);
    case plan::Level::kNote: return in("36", text);
  }
  return std::string(text);
}

Paint paint_for(const Console& console) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool wanted = no_colour == nullptr || *no_colour == '\0';
  const bool able = terminal != nullptr && std::string_view(terminal) != "dumb";
  return Paint(wanted && able && &console.out == &std::cout && ::isatty(STDOUT_FILENO) == 1);
}

}  // namespace pactable::cli
