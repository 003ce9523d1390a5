// SPDX-License-Identifier: GPL-3.0-or-later
// What: which files of an output folder this program wrote, by name and digest.
// In:   the manifest of the folder, and the hidden list of files that no manifest names. Out: an answer for one file.
// Never: holds names in memory, or takes a file that somebody changed for one of ours.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "batch/descriptors.h"
#include "core/result.h"

namespace pactable::batch {

/// The list is a file of lines "<SHA-256>  <name>", as sha256sum reads it. A name may have several digests: a file that
/// was to be replaced as a run was killed is ours in either form.
class OwnedFiles {
 public:
  static constexpr const char* kList = ".pactable-files";
  static constexpr const char* kManifest = "corpus.json";

  /// Of the folder that is open at this descriptor.
  [[nodiscard]] static OwnedFiles load(int folder);

  /// Safe to call from several threads at once, as is add.
  [[nodiscard]] bool holds(std::string_view name, std::string_view digest) const;
  /// With any digest.
  [[nodiscard]] bool names(std::string_view name) const;
  /// Adds to the list what is about to be written. Fails with write-failed.
  [[nodiscard]] Status add(std::string_view name, std::string_view digest);
  /// Adds what the manifest names, which is going to be replaced. Fails with write-failed.
  [[nodiscard]] Status add_manifest();
  /// Every name of the list, with each of its digests.
  void each(const std::function<void(const std::string& name, const std::string& digest)>& visit) const;
  /// What the list holds without files that `is_there` denies, by name; a list grows with every change otherwise.
  [[nodiscard]] std::string settled(
      const std::function<bool(const std::string& name, const std::string& digest)>& is_there) const;
  /// The list was replaced by another file.
  void reopen_list();
  /// Without the list: a manifest names everything. Fails with write-failed.
  [[nodiscard]] Status remove_list();
  /// False where there is a file of the manifest's name that is no manifest.
  [[nodiscard]] bool manifest_is_ours() const { return manifest_is_ours_; }

  OwnedFiles(OwnedFiles&& other) noexcept;

  /// The hash of a name, for whoever has many of them.
  [[nodiscard]] static std::uint64_t key_of(std::string_view name);

 private:
  // Half of a digest tells files apart, and half the memory of a large folder is enough.
  struct Entry {
    std::uint64_t key = 0;
    std::array<char, 16> digest{};
    bool operator<(const Entry& other) const { return key < other.key; }
  };

  explicit OwnedFiles(int folder) : folder_(folder) {}
  [[nodiscard]] static Entry entry_of(std::string_view name, std::string_view digest);
  [[nodiscard]] Status append(std::string_view lines);

  int folder_ = -1;
  bool manifest_is_ours_ = true;
  std::vector<Entry> entries_;  // as they were found, by key
  std::vector<Entry> added_;    // since then
  Descriptor list_;
  mutable std::mutex mutex_;
};

}  // namespace pactable::batch
