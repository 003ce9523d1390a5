// SPDX-License-Identifier: GPL-3.0-or-later
// What: the signs that fonts such as Symbol and Wingdings draw in the place of letters.
// In:   a font's name and a code: a letter of Windows code page 1252, or one of the private area (F020 to F0FF) where
//       word processors put it. Out: the Unicode character that looks alike.
// Source: Adobe's encoding of Symbol; the names that Unicode 7 gave to the signs of Wingdings and Webdings (L2/12-368).
//         Where the older blocks have a sign that looks alike and that more fonts hold (✓, →, ☐), that one is given.
// Never: guesses at a sign: what is not in the tables is not changed.
#pragma once

#include <optional>
#include <string_view>

namespace pactable {

enum class SymbolFont { kSymbol, kWingdings, kWingdings2, kWingdings3, kWebdings };

/// The font of a name as documents write it (any case, quotes around it); nothing for fonts of letters.
[[nodiscard]] std::optional<SymbolFont> symbol_font(std::string_view name);

/// Nothing where the font has no known sign at this code.
[[nodiscard]] std::optional<char32_t> symbol_sign(SymbolFont font, char32_t code);

/// A sign that stands before the items of a list and says nothing by itself: dots, squares, diamonds, pointers. Ticks,
/// crosses and boxes to tick are none.
[[nodiscard]] bool is_list_bullet(char32_t sign);

}  // namespace pactable
