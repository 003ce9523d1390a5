// SPDX-License-Identifier: GPL-3.0-or-later
// What: numbers spelled as a word processor prints them in lists and notes.
// In:   a value and a number format. Out: its printed form.
// Never: knows a list. Names and forms after ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
#pragma once

#include <string>
#include <string_view>

namespace pactable {

/// `value` in a number format such as "lowerRoman"; decimal where the format is unknown or cannot spell the value.
/// Words and ordinals are English. A format that consists of digits is a custom one: "001" pads to three digits.
[[nodiscard]] std::string format_number(int value, std::string_view format);

/// False where format_number would print decimal only for want of a better form.
[[nodiscard]] bool is_known_format(std::string_view format);

}  // namespace pactable
