// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/postings.h"

#include <string_view>

namespace pactable::pages::site {
namespace {

constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kBits = 5;
constexpr std::uint32_t kMore = 1U << kBits;

}  // namespace

void Postings::add(std::uint32_t place) {
  if (place < next_) return;
  std::uint32_t rest = place - next_ + 1;
  for (; rest >= kMore; rest >>= kBits) text_ += kSigns[(rest & (kMore - 1)) | kMore];
  text_ += kSigns[rest];
  next_ = place + 1;
  ++count_;
}

}  // namespace pactable::pages::site
