// SPDX-License-Identifier: GPL-3.0-or-later
// What: does a piece of work for every index, on several threads.
// Never: lets an order of completion show: the work writes its result to its own place.
#pragma once

#include <cstddef>
#include <functional>

namespace pactable::batch {

/// Calls `work(0)` to `work(count - 1)`, each once, on at most `jobs` threads (at least one), and waits for all.
/// `work` must not throw.
void work_through(std::size_t count, int jobs, const std::function<void(std::size_t)>& work);

}  // namespace pactable::batch
