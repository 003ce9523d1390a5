// SPDX-License-Identifier: GPL-3.0-or-later
// What: the grids of `pactable tables` in the format that was asked for.
#pragma once

#include <span>
#include <string>

#include "cli/arguments.h"
#include "core/result.h"
#include "layout/table.h"

namespace pactable::cli {

[[nodiscard]] Result<std::string> write_tables(std::span<const layout::Table> tables, TableFormat format);

}  // namespace pactable::cli
