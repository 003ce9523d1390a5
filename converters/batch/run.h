// SPDX-License-Identifier: GPL-3.0-or-later
// What: converts many documents into one folder and writes the manifest, corpus.json, last.
// In:   inputs in order of path, formats, the steps. Out: files, and the manifest as it was written.
// Never: leaves a file of a document that was not converted, or lets the number of threads show in a byte.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "batch/document.h"
#include "batch/inputs.h"
#include "core/result.h"
#include "plan/corpus.h"
#include "writers/writer.h"

namespace pactable::batch {

struct RunOptions {
  std::filesystem::path output;
  std::vector<const writers::Writer*> formats;
  int jobs = 1;
  std::string program;  // for the manifest: "pactable 0.1.0"
};

/// One record per input, whatever happens to it. Fails with write-failed where the folder cannot be opened or the
/// manifest cannot be written; the manifest of an earlier run is removed first, so that a folder without one is a
/// folder whose run did not end.
[[nodiscard]] Result<plan::Corpus> run(std::span<const Input> inputs, const RunOptions& options, const Steps& steps);

}  // namespace pactable::batch
