// SPDX-License-Identifier: GPL-3.0-or-later
// What: the files of --decisions, and which of their decisions found their document in a run.
// In:   file names, then the record of each document. Out: the entries of all files; a line on standard error for each
//       document that was decided on and is not in the run.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/console.h"
#include "core/result.h"
#include "decisions/decisions.h"
#include "plan/corpus.h"

namespace pactable::cli {

struct DecisionFiles {
  std::shared_ptr<const std::vector<decisions::Entry>> entries;  // null where no file was named
  std::string digest;                                            // of all files; empty where none was named
};

/// Fails as reading a file does, and with damaged or invalid; the message begins with the name of the file.
[[nodiscard]] Result<DecisionFiles> read_decision_files(std::span<const std::filesystem::path> files);

/// The documents that entries are about, until their records come by.
class UnmetDecisions {
 public:
  explicit UnmetDecisions(const DecisionFiles& files);
  void meet(const plan::CorpusRecord& record);
  /// Says which are left; kAllDone where none is, else kNotAll.
  [[nodiscard]] int report(const Console& console) const;

 private:
  std::map<std::string, int> counts_;  // of entries, by the SHA-256 of their document
};

}  // namespace pactable::cli
