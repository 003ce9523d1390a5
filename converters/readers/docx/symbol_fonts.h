// SPDX-License-Identifier: GPL-3.0-or-later
// What: what is seen where text is set in a font of symbols (Symbol, Wingdings, Wingdings 2 and 3, Webdings).
// In:   the name of a font and characters. Out: Unicode signs. Also drops what is in a text and is never seen.
// Never: guesses a sign that the tables do not hold.
#pragma once

#include <string>
#include <string_view>

namespace pactable::readers::docx {

[[nodiscard]] bool is_symbol_font(std::string_view name);

/// The sign of a symbol font at a code, 0x20 to 0xFF or 0xF020 to 0xF0FF; 0 where none is known.
[[nodiscard]] char32_t symbol_sign(std::string_view font, char32_t code);

/// `font` is that of U+0000 to U+007F, `high_font` that of all others. What has no known sign stays.
[[nodiscard]] std::string shown_signs(std::string_view utf8, std::string_view font, std::string_view high_font);

/// A character of the private stretch that symbol fonts use, or U+0000.
[[nodiscard]] char32_t first_private_sign(std::string_view utf8);

/// Without soft hyphens, zero-width breaks and direction marks; a no-break hyphen is a hyphen.
[[nodiscard]] std::string without_unseen_signs(std::string_view utf8);

}  // namespace pactable::readers::docx
