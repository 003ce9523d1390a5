// SPDX-License-Identifier: GPL-3.0-or-later
// What: converts many documents into one folder and writes the manifest, corpus.json, last.
// In:   inputs in order of path, what converts one, options. Out: files, and the records in order of the inputs.
// Never: leaves a file of ours of a document that was not converted, touches a file that is not ours, or lets the
// number of threads show in a byte.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "batch/inputs.h"
#include "batch/leftovers.h"
#include "batch/output_folder.h"
#include "batch/rendering.h"
#include "core/result.h"
#include "plan/corpus.h"

namespace pactable::batch {

using ConvertOne = std::function<Rendered(const Input&)>;

struct Progress {
  std::size_t total = 0, done = 0;
  std::size_t resumed = 0;  // of those done: converted by an earlier run
  std::size_t failed = 0;   // of those done
  std::size_t partial = 0;  // of those done
};

struct RunOptions {
  std::filesystem::path output;
  int jobs = 1;
  std::string program;                 // for the manifest: "pactable 0.1.0"
  std::vector<std::string> isolation;  // for the manifest
  std::optional<plan::Shard> shard;    // only the inputs that fall to it; absent: all
  std::string settings;      // everything else that the bytes depend on: what an earlier run must have in common
  bool start_over = false;   // whatever an earlier run has done
  bool must_resume = false;  // fail where there is no unfinished run of these settings
  Overwrite overwrite = Overwrite::kOwn;
  bool flat = false;  // all outputs in one folder, see flat_name
  /// Called once per record in the order of the inputs, as soon as it can be; by one thread at a time. May be absent.
  std::function<void(const plan::CorpusRecord&)> take;
  /// Called as documents are done, by one thread at a time. May be absent.
  std::function<void(const Progress&)> progress;
  /// No document is begun once it is true. May be absent.
  const std::atomic<bool>* stop = nullptr;
};

struct RunReport {
  Progress progress;
  std::size_t converted = 0, skipped = 0;
  std::size_t unwritten = 0;    // records of documents whose outputs could not be written
  bool started_over = false;    // an unfinished run of other settings was there
  bool complete = false;        // the manifest is written; else the next run goes on from here
  std::optional<Error> reason;  // why it is not complete, where it was not `stop`
  Leftovers leftovers = {};     // of earlier runs
};

/// The shard, from 1 to `count`, of a path: by its SHA-256, whatever the other paths are.
[[nodiscard]] int shard_of(std::string_view path, int count);

/// One record per input, whatever happens to it. The manifest of an earlier run is removed first, so that a folder
/// without one is a folder whose run did not end. A run that was ended at any moment is gone on with by the next one:
/// what was done then, for inputs that have not changed, is not done again. Fails with write-failed where the folder
/// or the journal cannot be opened, with usage where there is nothing to go on with and must_resume is set.
[[nodiscard]] Result<RunReport> run(std::span<const Input> inputs, const RunOptions& options,
                                    const ConvertOne& convert);

}  // namespace pactable::batch
