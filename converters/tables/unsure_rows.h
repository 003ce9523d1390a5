// SPDX-License-Identifier: GPL-3.0-or-later
// What: reports the rows of a table whose border could as well stand at another line.
// In:   a grid with such lines, its table. Out: oddities ROW-UNSURE that name the rows, with page and box.
// Never: changes a row.
#pragma once

#include <vector>

#include "layout/document.h"
#include "tables/grid.h"

namespace pactable::tables {

void report_unsure_rows(const Grid& grid, const layout::Table& table, int page, std::vector<layout::Oddity>& oddities);

}  // namespace pactable::tables
