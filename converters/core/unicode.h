// SPDX-License-Identifier: GPL-3.0-or-later
// What: the few text operations that the stages share, on UTF-8 in std::string, done by ICU.
// In:   UTF-8. Out: UTF-8. Offsets are bytes unless a name says code points.
// Never: folds compatibility or look-alike characters unless the caller asks for exactly that; depends on the locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pactable::unicode {

/// True where every byte belongs to a well-formed UTF-8 sequence (no surrogates, no overlong forms).
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Code points of a valid UTF-8 text; a malformed byte yields U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t code_point);

/// Number of code points in `text`.
[[nodiscard]] std::size_t length(std::string_view text);

/// Normalization form C.
[[nodiscard]] std::string nfc(std::string_view text);

/// Case-folded NFKC for comparing words (never for storing): "Urgency ¹" and "urgency 1" compare equal.
[[nodiscard]] std::string fold(std::string_view text);

/// UTS #39 skeleton with case folding, for closed code lists only: Cyrillic "В" and Latin "B" compare equal.
[[nodiscard]] std::string skeleton(std::string_view text);

/// Unicode White_Space, plus U+200B, U+FEFF.
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);  // decimal digits of any script

/// Decimal digits of any script as those of ASCII ("۱.۲" → "1.2"); raised ones stay.
[[nodiscard]] std::string ascii_digits(std::string_view text);

/// Without white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Runs of white space become one space; none at the ends.
[[nodiscard]] std::string collapse_space(std::string_view text);

/// At most so many bytes of a text, up to a whole code point.
[[nodiscard]] std::string_view beginning(std::string_view text, std::size_t bytes);

/// The stretches between runs of white space, as views into `text`.
[[nodiscard]] std::vector<std::string_view> split_space(std::string_view text);

/// True where the text holds at least one letter or digit of any script.
[[nodiscard]] bool has_word_character(std::string_view text);

/// True where one code point more, less or other, or two neighbours swapped, makes one text the other; false where they
/// are equal. "High" and "Hihg", "urgency" and "urgenc".
[[nodiscard]] bool is_slip_away(std::string_view a, std::string_view b);

/// Replaces characters that XML 1.0 forbids by U+FFFD and counts them in `replaced` (may be null).
[[nodiscard]] std::string xml_safe(std::string_view text, std::size_t* replaced = nullptr);

}  // namespace pactable::unicode
