// SPDX-License-Identifier: GPL-3.0-or-later
// What: a corpus as one SQLite database: the relations of rows/relations.h with their keys, a full-text index over the
// text of the items, and the views of views.sql.
// In:   documents, one after the other, and a file to write to. Out: that file, the same bytes for the same documents
// and the same version of SQLite.
// Never: puts a text of a document into a statement; leaves a side file; holds more than its page cache.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/result.h"
#include "writers/format/corpus_document.h"

namespace pactable::writers::sqlite {

/// "pact" in ASCII, at offset 68 of the file.
inline constexpr std::uint32_t kApplicationId = 0x70616374;
/// Counts up when a relation or view changes; PRAGMA user_version.
inline constexpr int kSchemaVersion = 2;

class CorpusDatabase {
 public:
  /// `file` is empty or not there. Fails with write-failed.
  [[nodiscard]] static Result<CorpusDatabase> create(const std::filesystem::path& file);

  CorpusDatabase(CorpusDatabase&&) noexcept;
  CorpusDatabase(const CorpusDatabase&) = delete;
  CorpusDatabase& operator=(const CorpusDatabase&) = delete;
  ~CorpusDatabase();

  /// One transaction. Fails with invalid (an id stands twice, or what is named does not exist) or write-failed.
  [[nodiscard]] Status add(const CorpusDocument& document);
  /// Indexes and views; nothing can be added afterwards.
  [[nodiscard]] Status finish();

 private:
  struct State;
  explicit CorpusDatabase(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pactable::writers::sqlite
