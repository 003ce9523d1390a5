// SPDX-License-Identifier: GPL-3.0-or-later
// What: the folder that a run writes into; a file in it is whole or not there.
// In:   names and bytes; '/' in a name parts folders. Out: files, each written under a hidden temporary name and
// renamed. Never: follows a link below the folder, shares it with another run, or touches a file that this program did
// not write.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "batch/descriptors.h"
#include "batch/owned_files.h"
#include "core/result.h"
#include "core/sha256.h"

struct stat;

namespace pactable::batch {

class OutputFolder;

enum class Overwrite {
  kOwn,  // files that this program wrote and nobody changed since
  kAll,  // any file that is no input
};

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
  /// Gives it its name and returns the SHA-256 of it; an older file of ours of that name is gone then. With `sync` the
  /// bytes are on the disk before. Fails with write-failed or output-exists.
  [[nodiscard]] Result<std::string> finish(const std::string& name, bool sync);

 private:
  friend class OutputFolder;
  struct Place;
  NewFile(std::shared_ptr<Place> place, Descriptor file, std::string temporary_name);
  std::shared_ptr<Place> place_;
  Descriptor file_;
  std::string temporary_name_;  // empty: it has its name
  Sha256 digest_;
  bool appended_ = false;
};

class OutputFolder {
 public:
  using IsInput = std::function<bool(const struct stat& file)>;

  /// Creates the folder where it is missing, locks it for this process, and removes what a killed run left under
  /// temporary names. Fails with write-failed.
  [[nodiscard]] static Result<OutputFolder> open(const std::filesystem::path& folder,
                                                 Overwrite overwrite = Overwrite::kOwn);
  OutputFolder(OutputFolder&&) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  /// Files that are never written over, whatever is allowed otherwise.
  void protect(IsInput is_input);

  /// Safe to call from several threads at once, as are those below. Fails with write-failed.
  [[nodiscard]] Result<NewFile> create() const;
  /// create, append and finish; an older file of that name stays where it fails.
  [[nodiscard]] Status write(const std::string& name, std::string_view bytes) const;
  /// The same, with the SHA-256.
  [[nodiscard]] Result<std::string> put(const std::string& name, std::string_view bytes) const;
  /// Fails with output-exists where a file of that name must not be written over.
  [[nodiscard]] Status may_write(const std::string& name) const;
  /// Removes a file of ours, and folders that are empty then; one that is not there, or is not ours, is no failure and
  /// stays. True where it was removed.
  [[nodiscard]] Result<bool> remove(const std::string& name) const;
  /// Fails with output-exists where a file of the manifest's name is none of this program.
  [[nodiscard]] Status check_manifest() const;
  /// Takes away the manifest of an earlier run; what it names stays ours. Fails with output-exists where a file of its
  /// name is none.
  [[nodiscard]] Status begin_manifest() const;
  /// The manifest, whose bytes are written already, gets its name: it names every file that is ours from now on.
  [[nodiscard]] Status finish_manifest(NewFile file) const;
  /// Every file that is ours, once for each digest that it may have.
  void each_owned(const std::function<void(const std::string& name, const std::string& digest)>& visit) const;

  /// Leaves in the list of our files only those that are there as they were written. Reads all of them once. Fails with
  /// write-failed.
  [[nodiscard]] Status settle() const;

  /// Nothing in it is ours any more. Fails with write-failed.
  [[nodiscard]] Status forget() const;

  /// A file that is appended to and read, made where it is missing. Fails with write-failed, also for a link.
  [[nodiscard]] Result<Descriptor> open_journal(const std::string& name) const;
  /// The journal is done with.
  [[nodiscard]] Status remove_journal(const std::string& name) const;
  /// A regular file of the folder, for reading; fails with unreadable.
  [[nodiscard]] Result<Descriptor> read(const std::string& name) const;
  /// Everything that was written so far is on the disk afterwards.
  [[nodiscard]] Status sync() const;

 private:
  explicit OutputFolder(std::shared_ptr<NewFile::Place> place);
  void remove_temporaries() const;
  std::shared_ptr<NewFile::Place> place_;
};

}  // namespace pactable::batch
