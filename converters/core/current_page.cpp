// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/current_page.h"

namespace pactable {
namespace {

std::atomic<PageProgress*> watched{nullptr};

}  // namespace

void note_page_count(int total) {
  if (PageProgress* where = watched.load()) where->total.store(total);
}

void note_page(int page) {
  if (PageProgress* where = watched.load()) where->page.store(page);
}

void watch_pages(PageProgress* where) { watched.store(where); }

}  // namespace pactable
