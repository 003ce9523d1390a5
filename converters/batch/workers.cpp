// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/workers.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace pactable::batch {

void work_through(std::size_t count, int jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t threads_wanted = std::min(static_cast<std::size_t>(std::max(jobs, 1)), count);
  std::vector<std::jthread> threads;
  try {
    while (threads.size() + 1 < threads_wanted) threads.emplace_back(take);
  } catch (const std::system_error&) {
    // The system gives no more threads: those that run, and this one, do the work.
  }
  take();
}

}  // namespace pactable::batch
