// SPDX-License-Identifier: GPL-3.0-or-later
// What: what an unfinished run has done, in a hidden file of its output folder: a line for each document.
// In:   records with the digests of their files. Out: the same again, for this run's manifest or for a later run.
// Never: holds the records in memory, or gives back a line that was not written to its end.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/descriptors.h"
#include "batch/output_folder.h"
#include "core/result.h"
#include "plan/corpus.h"

namespace pactable::batch {

struct JournalEntry {
  std::string name;  // of the outputs, without extension
  plan::CorpusRecord record;
};

class Journal {
 public:
  enum class Found { kNothing, kSame, kOther };

  /// Takes up the journal of an earlier run with the same `settings`; one of other settings, and any where `fresh`,
  /// is begun anew. Fails with write-failed.
  [[nodiscard]] static Result<Journal> open(const OutputFolder& folder, const std::string& settings, bool fresh);

  /// What is there, without changing it.
  [[nodiscard]] static Found look(const OutputFolder& folder, const std::string& settings);

  Journal(Journal&& other) noexcept;

  [[nodiscard]] Found found() const { return found_; }
  /// Where the last line of that name stands, from an earlier run or from this one.
  [[nodiscard]] std::optional<std::uint64_t> find(const std::string& name) const;
  /// One write; where it stands. Safe to call from several threads at once. Fails with write-failed.
  [[nodiscard]] Result<std::uint64_t> add(const JournalEntry& entry);
  /// Fails with damaged.
  [[nodiscard]] Result<JournalEntry> read(std::uint64_t at) const;

  static constexpr const char* kName = ".pactable-journal";

 private:
  explicit Journal(Descriptor file) : file_(std::move(file)) {}
  [[nodiscard]] Status load(const std::string& settings, bool fresh);
  void index_lines(std::uint64_t begin);

  Descriptor file_;
  std::uint64_t end_ = 0;
  Found found_ = Found::kNothing;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> index_;  // hash of a name, place of its line; sorted
  std::mutex mutex_;
};

}  // namespace pactable::batch
