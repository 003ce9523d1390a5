// SPDX-License-Identifier: GPL-3.0-or-later
// What: a format that holds a whole corpus. To add one: a file with its functions here and a line in exports/list.cpp.
// In:   documents in the order of the manifest. Out: files in a folder, under their names only once all are whole.
// Never: holds more than one document in memory.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "batch/output_folder.h"
#include "core/result.h"
#include "writers/format/corpus_document.h"

namespace pactable::exports {

/// Where files go: the folder, locked, and its path.
struct Target {
  const batch::OutputFolder& folder;
  std::filesystem::path path;
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

/// One export at work; ended without finish it leaves nothing.
class CorpusExport {
 public:
  CorpusExport() = default;
  CorpusExport(const CorpusExport&) = delete;
  CorpusExport& operator=(const CorpusExport&) = delete;
  virtual ~CorpusExport() = default;
  /// Fails with write-failed or invalid (a plan that names what it does not have).
  [[nodiscard]] virtual Status add(const writers::CorpusDocument& document) = 0;
  [[nodiscard]] virtual Status finish() = 0;
};

struct CorpusFormat {
  std::string_view id;      // "jsonl"; as named by --formats
  std::string_view output;  // "items.jsonl", "csv/"
  /// Fails with output-exists where a file of somebody else has one of its names.
  Result<std::unique_ptr<CorpusExport>> (*begin)(const Target& target);
  /// Removes what an earlier export left and nobody changed; that there is nothing is no failure.
  Status (*remove)(const Target& target);
};

/// In the order in which they are listed for users.
[[nodiscard]] std::span<const CorpusFormat> corpus_formats();
[[nodiscard]] const CorpusFormat* find_corpus_format(std::string_view id);

[[nodiscard]] Result<std::unique_ptr<CorpusExport>> begin_jsonl(const Target& target);
[[nodiscard]] Status remove_jsonl(const Target& target);
[[nodiscard]] Result<std::unique_ptr<CorpusExport>> begin_csv(const Target& target);
[[nodiscard]] Status remove_csv(const Target& target);
[[nodiscard]] Result<std::unique_ptr<CorpusExport>> begin_sqlite(const Target& target);
[[nodiscard]] Status remove_sqlite(const Target& target);

}  // namespace pactable::exports
