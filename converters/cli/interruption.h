// SPDX-License-Identifier: GPL-3.0-or-later
// What: Ctrl-C, a polite kill and the end of the terminal as a flag, while it lives. The second one ends the program as
// it always does.
#pragma once

#include <signal.h>

#include <atomic>

namespace pactable::cli {

class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  [[nodiscard]] static const std::atomic<bool>& happened();

 private:
  struct sigaction before_interrupt_ {
  }, before_terminate_{}, before_hangup_{};
};

}  // namespace pactable::cli
