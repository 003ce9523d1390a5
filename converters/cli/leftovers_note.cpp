// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/leftovers_note.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal_text.h"

namespace pactable::cli {
namespace {

// A screen of names; of a whole corpus that moved nobody reads more.
constexpr std::size_t kShown = 20;

void note(std::string_view what, const std::vector<std::string>& names, const Console& console) {
  if (names.empty()) return;
  console.err << fmt::format("{}: {}\n", what, names.size());
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i) {
    console.err << fmt::format("  {}\n", printable(names[i]));
  }
  if (names.size() > kShown) console.err << fmt::format("  and {} more\n", names.size() - kShown);
}

}  // namespace

void note_leftovers(const batch::Leftovers& leftovers, const Console& console) {
  note("removed, written by an earlier run and no longer made", leftovers.removed, console);
  note("kept, written by an earlier run and changed since", leftovers.kept, console);
}

}  // namespace pactable::cli
