// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a cell of a plan's table shows of a number or a field: the value, what was printed where that differs, and
// what is doubtful about it.
// In:   an item or field with the plan's repairs by id. Out: HTML.
// Never: shows a repaired or doubtful value as if it were printed.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pages/look/html.h"
#include "plan/plan.h"

namespace pactable::pages::site {

using Repairs = std::map<std::string_view, const plan::Repair*>;

[[nodiscard]] look::Html number_cell(const plan::Item& item, const Repairs& repairs);
[[nodiscard]] look::Html field_cell(const plan::Field& field, const Repairs& repairs);

/// A printed text between quotation marks; with its code points where it looks like `value`: “В” (U+0412).
[[nodiscard]] std::string quoted_print(std::string_view printed, std::string_view value);

}  // namespace pactable::pages::site
