// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/look/base64.h"

#include <cstdint>

namespace pactable::pages::look {
namespace {

constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned kSix = 0x3F;

}  // namespace

std::string base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
      return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
    };
    const std::uint32_t group = byte(0) << 16U | byte(1) << 8U | byte(2);
    out += kSigns[group >> 18U & kSix];
    out += kSigns[group >> 12U & kSix];
    out += at + 1 < bytes.size() ? kSigns[group >> 6U & kSix] : '=';
    out += at + 2 < bytes.size() ? kSigns[group & kSix] : '=';
  }
  return out;
}

}  // namespace pactable::pages::look
