// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/current_page.h"

#include <ctime>

namespace pactable {
namespace {

std::atomic<PageProgress*> watched{nullptr};

int cpu_milliseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<int>(now.tv_sec * 1000 + now.tv_nsec / 1'000'000);
}

}  // namespace

void note_page_count(int total) {
  if (PageProgress* where = watched.load()) where->total.store(total);
}

void note_page(int page) {
  PageProgress* where = watched.load();
  if (where == nullptr) return;
  where->cpu_milliseconds.store(cpu_milliseconds());
  where->page.store(page);
}

void watch_pages(PageProgress* where) { watched.store(where); }

}  // namespace pactable
