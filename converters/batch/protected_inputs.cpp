// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/protected_inputs.h"

#include <algorithm>
#include <string>

namespace pactable::batch {

bool ProtectedInputs::hold(std::span<const Input> inputs, const struct stat& file) {
  std::call_once(looked_, [&] {
    const auto add = [this](const std::string& name) {
      struct stat status {};
      if (!name.empty() && ::stat(name.c_str(), &status) == 0) files_.emplace_back(status.st_dev, status.st_ino);
    };
    for (const Input& input : inputs) {
      add(input.file);
      add(input.ocr_file);
    }
    std::sort(files_.begin(), files_.end());
  });
  return std::binary_search(files_.begin(), files_.end(), std::pair(file.st_dev, file.st_ino));
}

}  // namespace pactable::batch
