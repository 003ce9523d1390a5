// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/symbol_fonts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace pactable {
namespace {

/// Signs at consecutive codes.
struct Stretch {
  char32_t first;
  std::u32string_view signs;
};

constexpr std::array<Stretch, 7> kSymbol = {{{0x21, U"!∀#∃%&∋()∗+,−./0123456789:;<=>?≅"},
                                             {0x41, U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"},
                                             {0x61, U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"},
                                             {0xA1, U"ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵ"},
                                             {0xC1, U"ℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"},
                                             {0xE1, U"〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"},
                                             {0xF1, U"〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"}}};

constexpr std::array<Stretch, 7> kWingdings = {{{0x21, U"✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭📁📂📄🗏🗐🗄⌛⌨🖰🖲🖳🖴🖫🖬✇✍🖎"},
                                                {0x41, U"✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊"},
                                                {0x61, U"♋♌♍♎♏♐♑♒♓🙰&●❍■□❐❑❒⬧⧫◆❖⬥☒⮹⌘❀✿❝❞"},
                                                {0x80, U"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"},
                                                {0xA0, U"▪○🞆🞈◉◎🔿▪☐🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘"},
                                                {0xC0, U"🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋←"},
                                                {0xE0, U"→↑↓↖↗↙↘⬅➔⬆⬇🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✗✓☒☑"}}};

constexpr std::array<Stretch, 6> kWingdings2 = {{{0x4F, U"✗✓☒☑☒☒"},
                                                 {0x69, U"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"},
                                                 {0x95, U"•●⚫⬤"},
                                                 {0x9E, U"⦿◾■◼⬛☐☐"},
                                                 {0xAD, U"⬥◆◇"},
                                                 {0xEA, U"★✶"}}};

constexpr std::array<Stretch, 4> kWingdings3 = {
    {{0x21, U"←→↑↓↖↗↙↘"}, {0x66, U"←→↑↓↖↗↙↘"}, {0x70, U"▲▼△▽◄►◁▷◣◢◤◥◂▸▴"}, {0x80, U"▾▲▼◀▶"}}};

constexpr std::array<Stretch, 8> kWebdings = {{{0x33, U"◀▶▲▼"},
                                               {0x3D, U"●"},
                                               {0x61, U"✔"},
                                               {0x63, U"□"},
                                               {0x67, U"■"},
                                               {0x6E, U"●"},
                                               {0x72, U"✖❓"},
                                               {0x7C, U"|"}}};

// What code page 1252 has at 80 to 9F: where these letters stand in a text, the font has its signs 80 to 9F.
constexpr std::u32string_view kWindows = U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

template <std::size_t Size>
std::optional<char32_t> find_in(const std::array<Stretch, Size>& stretches, char32_t code) {
  for (const Stretch& stretch : stretches) {
    if (code >= stretch.first && code - stretch.first < stretch.signs.size()) {
      return stretch.signs[code - stretch.first];
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<SymbolFont> symbol_font(std::string_view name) {
  const std::size_t begin = name.find_first_not_of(" \t\r\n\"'");
  if (begin == std::string_view::npos) return std::nullopt;
  name = name.substr(begin, name.find_last_not_of(" \t\r\n\"'") + 1 - begin);
  constexpr std::size_t kLongest = 16;  // no name of such a font is longer
  if (name.size() > kLongest) return std::nullopt;
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (lower == "symbol" || lower == "symbolps" || lower == "symbol mt") return SymbolFont::kSymbol;
  if (lower == "wingdings") return SymbolFont::kWingdings;
  if (lower == "wingdings 2") return SymbolFont::kWingdings2;
  if (lower == "wingdings 3") return SymbolFont::kWingdings3;
  if (lower == "webdings") return SymbolFont::kWebdings;
  return std::nullopt;
}

std::optional<char32_t> symbol_sign(SymbolFont font, char32_t code) {
  if (code >= 0xF020 && code <= 0xF0FF) code -= 0xF000;
  if (const std::size_t at = kWindows.find(code); at != std::u32string_view::npos) {
    code = 0x80 + static_cast<char32_t>(at);
  }
  switch (font) {
    case SymbolFont::kSymbol: return find_in(kSymbol, code);
    case SymbolFont::kWingdings: return find_in(kWingdings, code);
    case SymbolFont::kWingdings2: return find_in(kWingdings2, code);
    case SymbolFont::kWingdings3: return find_in(kWingdings3, code);
    case SymbolFont::kWebdings: return find_in(kWebdings, code);
  }
  return std::nullopt;
}

bool is_list_bullet(char32_t sign) {
  constexpr std::u32string_view kBullets = U"•·∙◦○●⚫⬤▪▫■□◾◼⬛◆◇⬥⧫⬧❖❍❏❐❑❒➢➔➲►▶▸‣⁃★✦❀✿";
  return kBullets.find(sign) != std::u32string_view::npos;
}

}  // namespace pactable
