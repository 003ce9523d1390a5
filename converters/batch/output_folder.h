// SPDX-License-Identifier: GPL-3.0-or-later
// What: the folder that a run writes into; a file in it is whole or not there.
// In:   names and bytes. Out: files, each written under a hidden temporary name and renamed.
// Never: follows a link at a name that it writes, or shares the folder with another run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace pactable::batch {

class OutputFolder {
 public:
  /// Creates the folder where it is missing and locks it for this process. Fails with write-failed.
  [[nodiscard]] static Result<OutputFolder> open(const std::filesystem::path& folder);

  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&& other) noexcept;
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  /// Safe to call from several threads at once. Fails with write-failed; an older file of that name then stays.
  [[nodiscard]] Status write(const std::string& name, std::string_view bytes) const;
  /// Removes a file or link; one that is not there is no failure.
  [[nodiscard]] Status remove(const std::string& name) const;

 private:
  explicit OutputFolder(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace pactable::batch
