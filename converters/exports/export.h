// SPDX-License-Identifier: GPL-3.0-or-later
// What: a corpus that was converted, in more formats.
// In:   a folder with a manifest and the JSON of its plans. Out: files beside it or in another folder.
// Never: changes the manifest or a plan; leaves out a document; has more than one plan in memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "core/result.h"
#include "exports/corpus_format.h"
#include "writers/writer.h"

namespace pactable::exports {

struct Request {
  std::filesystem::path corpus, output;
  std::vector<const writers::Writer*> document_formats;
  std::vector<const CorpusFormat*> corpus_formats;
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

struct Report {
  std::size_t documents = 0, plans = 0;
  std::size_t doubtful = 0;  // look like plans and were not read
};

/// Fails with not-found (no manifest: the conversion did not end), invalid (a plan is missing or none of the manifest's
/// document, or names what it does not have), output-exists or write-failed; of the formats of a corpus nothing has
/// changed then.
[[nodiscard]] Result<Report> export_corpus(const Request& request);

/// Removes the exports of the whole corpus that an earlier run left in a folder and nobody changed. Fails with
/// write-failed.
[[nodiscard]] Status remove_exports(const std::filesystem::path& folder);

}  // namespace pactable::exports
