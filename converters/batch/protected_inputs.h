// SPDX-License-Identifier: GPL-3.0-or-later
// What: whether a file is one of the inputs, by whatever name or link it is reached.
// In:   the inputs of a run, and what stat says of a file. Out: yes or no.
// Never: opens a file.
#pragma once

#include <sys/stat.h>

#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "batch/inputs.h"

namespace pactable::batch {

class ProtectedInputs {
 public:
  /// Looks at the inputs when it is asked first. Safe to call from several threads at once.
  [[nodiscard]] bool hold(std::span<const Input> inputs, const struct stat& file);

 private:
  std::once_flag looked_;
  std::vector<std::pair<dev_t, ino_t>> files_;  // sorted
};

}  // namespace pactable::batch
