// SPDX-License-Identifier: GPL-3.0-or-later
// What: which page of a document is being read, for the record of one that never comes to its end.
// In:   page numbers from a reader. Out: the last one, in memory that outlives the process which read.
// Never: changes what is read.
#pragma once

#include <atomic>

namespace pactable {

struct PageProgress {
  std::atomic<int> page{0};              // begun last, 1-based; 0 before the first page and after the last
  std::atomic<int> cpu_milliseconds{0};  // that the process had computed as it began that page
  std::atomic<int> total{0};             // pages of the document; 0 while nobody knows
};

/// Called by readers before the first page.
void note_page_count(int total);
/// Called by whatever works page by page (a reader, a recogniser) as it begins a page (1-based), and with 0 after the
/// last: what goes wrong from then on is no page's fault.
void note_page(int page);
/// From now on both write to `where` (memory shared with another process); nullptr: nowhere, as at first.
void watch_pages(PageProgress* where);

}  // namespace pactable
