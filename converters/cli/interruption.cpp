// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

namespace pactable::cli {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "it is set by a signal handler");

void note_signal(int) { interrupted.store(true); }

}  // namespace

Interruption::Interruption() {
  interrupted.store(false);
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  ::sigaction(SIGINT, &action, &before_interrupt_);
  ::sigaction(SIGTERM, &action, &before_terminate_);
  ::sigaction(SIGHUP, nullptr, &before_hangup_);
  // Under nohup it is ignored, and shall be.
  if (before_hangup_.sa_handler != SIG_IGN) ::sigaction(SIGHUP, &action, nullptr);
}

Interruption::~Interruption() {
  ::sigaction(SIGINT, &before_interrupt_, nullptr);
  ::sigaction(SIGTERM, &before_terminate_, nullptr);
  ::sigaction(SIGHUP, &before_hangup_, nullptr);
}

const std::atomic<bool>& Interruption::happened() { return interrupted; }

}  // namespace pactable::cli
