// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border of all writers: a plan in, the bytes of one file out.
// Never: a writer opens a file, reads a clock or a locale, or changes a value.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "plan/plan.h"

namespace pactable::writers {

/// One output format. To add one: a folder with this function, and a line in writers/list.cpp.
struct Writer {
  std::string_view id;         // "json"; as named by --formats
  std::string_view extension;  // ".json"
  std::string (*write)(const plan::Plan& plan);
};

/// All writers, in the order in which they are listed for users.
[[nodiscard]] std::span<const Writer> writers();
[[nodiscard]] const Writer* find_writer(std::string_view id);

}  // namespace pactable::writers
