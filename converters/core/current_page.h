// SPDX-License-Identifier: GPL-3.0-or-later
// What: which page of a document is being read, for the record of one that never comes to its end.
// In:   page numbers from a reader. Out: the last one, in memory that outlives the process which read.
// Never: changes what is read.
#pragma once

#include <atomic>

namespace pactable {

/// Called by readers as they begin a page (1-based).
void note_page(int page);
/// From now on note_page writes to `where` (memory shared with another process); nullptr: nowhere, as at first.
void watch_page(std::atomic<int>* where);

}  // namespace pactable
