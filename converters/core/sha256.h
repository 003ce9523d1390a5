// SPDX-License-Identifier: GPL-3.0-or-later
// What: SHA-256 of bytes, as 64 lower-case hexadecimal digits (FIPS 180-4, by nettle).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pactable {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// Of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();
  void add(std::string_view bytes);
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pactable
