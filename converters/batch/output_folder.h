// SPDX-License-Identifier: GPL-3.0-or-later
// What: the folder that a run writes into; a file in it is whole or not there.
// In:   names and bytes. Out: files, each written under a hidden temporary name and renamed.
// Never: follows a link at a name that it writes, or shares the folder with another run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "batch/descriptors.h"
#include "core/result.h"

namespace pactable::batch {

class OutputFolder;

/// A file that has no name of its own yet; without one at its end it is removed.
class NewFile {
 public:
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  [[nodiscard]] Status append(std::string_view bytes);
  /// Its name in the folder until it is finished, for what writes to a file by itself.
  [[nodiscard]] const std::string& temporary_name() const { return temporary_name_; }
  /// Gives it its name; an older file of that name is gone then. With `sync` the bytes are on the disk before.
  [[nodiscard]] Status finish(const std::string& name, bool sync);

 private:
  friend class OutputFolder;
  NewFile(int folder, Descriptor file, std::string temporary_name)
      : folder_(folder), file_(std::move(file)), temporary_name_(std::move(temporary_name)) {}
  int folder_ = -1;
  Descriptor file_;
  std::string temporary_name_;  // empty: it has its name
};

class OutputFolder {
 public:
  /// Creates the folder where it is missing, locks it for this process, and removes what a killed run left under
  /// temporary names. Fails with write-failed.
  [[nodiscard]] static Result<OutputFolder> open(const std::filesystem::path& folder);

  /// Safe to call from several threads at once, as are those below. Fails with write-failed.
  [[nodiscard]] Result<NewFile> create() const;
  /// create, append and finish; an older file of that name stays where it fails.
  [[nodiscard]] Status write(const std::string& name, std::string_view bytes) const;
  /// Removes a file or link; one that is not there is no failure.
  [[nodiscard]] Status remove(const std::string& name) const;
  /// A file that is appended to and read, made where it is missing. Fails with write-failed, also for a link.
  [[nodiscard]] Result<Descriptor> open_journal(const std::string& name) const;
  /// A regular file of the folder, for reading; fails with unreadable.
  [[nodiscard]] Result<Descriptor> read(const std::string& name) const;
  /// Everything that was written so far is on the disk afterwards.
  [[nodiscard]] Status sync() const;

 private:
  explicit OutputFolder(Descriptor folder) : folder_(std::move(folder)) {}
  void remove_temporaries() const;
  Descriptor folder_;
};

}  // namespace pactable::batch
