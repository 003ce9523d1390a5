// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/current_page.h"

namespace pactable {
namespace {

std::atomic<std::atomic<int>*> watched{nullptr};

}  // namespace

void note_page(int page) {
  if (std::atomic<int>* where = watched.load()) where->store(page);
}

void watch_page(std::atomic<int>* where) { watched.store(where); }

}  // namespace pactable
