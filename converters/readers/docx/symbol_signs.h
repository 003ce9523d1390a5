// SPDX-License-Identifier: GPL-3.0-or-later
// What: the signs of the fonts that put pictures at the places of letters. Data only.
// In:   nothing. Out: Unicode signs by code, in runs; what stands in no run has no known sign.
// Source: Symbol as Adobe defines it; Wingdings and Webdings as Unicode 7 encodes them. Where Unicode has both a sign
//         of common fonts and a rarer one of the same meaning, the common one stands here: check marks, ballot boxes
//         (also for the empty squares that people tick), arrows, filled squares and circles.
#pragma once

#include <array>
#include <string_view>

namespace pactable::readers::docx {

/// `signs[i]` is what the font shows at the code `first + i`.
struct Signs {
  char32_t first;
  std::u32string_view signs;
};

inline constexpr auto kSymbol = std::to_array<Signs>({
    {0x20, U" !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ"},
    {0x50, U"ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"},
    {0xA0, U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"},
    {0xD0, U"∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"},
    {0xF1, U"⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"},
});

inline constexpr auto kWingdings = std::to_array<Signs>({
    {0x20, U" ✏✂✁"},
    {0x25, U"🔔"},
    {0x28, U"☎✆✉"},
    {0x36, U"⌛⌨"},
    {0x3F, U"✍"},
    {0x41, U"✌"},
    {0x43, U"👍👎☜☞☝☟✋☺😐☹💣☠⚐"},
    {0x51, U"✈☼💧❄"},
    {0x56, U"✞"},
    {0x58, U"✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓&&●❍■☐☐❑❒⬧⧫◆❖⬥☒"},
    {0x7A, U"⌘❀✿❝❞▯⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"},
    {0x9E, U"·•▪○○○◉◎"},
    {0xA7, U"▪☐"},
    {0xAA, U"✦★✶✴✹✵"},
    {0xB1, U"⌖"},
    {0xB5, U"✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛"},
    {0xD5, U"⌫⌦◀➢▲▼"},
    {0xDC, U"➲"},
    {0xDF, U"←→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂"},
    {0xFB, U"✗✓☒☑"},
});

inline constexpr auto kWingdings2 = std::to_array<Signs>({
    {0x20, U" "},
    {0x25, U"✄✀"},
    {0x42, U"☜☞"},
    {0x4A, U"☝☟"},
    {0x4F, U"✗✓☒☑☒☒⊗⊗"},
    {0x58, U"⊘&"},
    {0x69, U"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"},
    {0x80, U"☉○☽☾"},
    {0x85, U"✝"},
    {0x95, U"·••●○○○◉⊙⦿"},
    {0xA0, U"▪■■☐☐☐☐"},
    {0xA8, U"▣"},
    {0xAE, U"◆◇"},
    {0xB1, U"◈"},
    {0xB8, U"◊"},
    {0xEB, U"✶"},
    {0xF0, U"✹"},
    {0xF8, U"※⁂"},
});

inline constexpr auto kWingdings3 = std::to_array<Signs>({
    {0x20, U" ←→↑↓↖↗↙↘"},
    {0x70, U"▲▼△▽◀▶◁▷◣◢◤◥◀▶▲"},
    {0x80, U"▼"},
});

inline constexpr auto kWebdings = std::to_array<Signs>({
    {0x20, U" "},
    {0x33, U"◀▶▲▼"},
    {0x3C, U"■●"},
    {0x61, U"✔"},
    {0x63, U"☐"},
    {0x67, U"■"},
    {0x69, U"ℹ"},
    {0x6E, U"●"},
    {0x72, U"✗❓"},
    {0x78, U"⊘⊖"},
});

}  // namespace pactable::readers::docx
