// SPDX-License-Identifier: GPL-3.0-or-later
// What: the manifest of a batch: one record per input. Data only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "plan/plan.h"

namespace pactable::plan {

enum class Outcome { kConverted, kPartial, kDoubtful, kNoPlan, kFailed, kSkipped };
// "converted" "partial" "doubtful" "no-plan" "failed" "skipped"
[[nodiscard]] std::string_view to_string(Outcome outcome);

struct Counts {
  int items = 0, repairs = 0, findings = 0, discarded = 0;
};

/// Pages that were read to their end, of those that the file has.
struct Pages {
  int done = 0, total = 0;
};

struct CorpusRecord {
  std::string path;                       // relative to the INPUT it came from; '/' parts folders
  std::optional<std::string> sha256;      // absent where the file could not be read
  std::optional<std::string> media_type;  // absent where the type is unknown
  std::optional<Layer> layer;
  std::optional<std::string> family;
  Outcome outcome = Outcome::kFailed;
  /// Where the outcome is failed, partial or skipped, and where a doubtful one was read in part.
  std::optional<Error> error;
  std::vector<std::string> outputs;  // file names in the output folder; '/' parts folders
  Counts counts;
  std::optional<Pages> pages = {};  // only where the document was read in part
  /// Where the outcome is no-plan or doubtful: why, in short. The best tables first.
  std::vector<Finding> findings = {};
  std::vector<TableJudgement> judgements = {};
  std::vector<std::string> output_digests = {};  // SHA-256 of each of the outputs
};

/// How much of the findings and judgements a record keeps: it has to stay a record, whatever a document holds.
inline constexpr std::size_t kRecordFindings = 20, kRecordTables = 3;

/// A part of a batch: the documents whose paths fall to it.
struct Shard {
  int index = 1, count = 1;  // 1 of 1 is everything
};

struct Corpus {
  std::string program;                      // "pactable 0.1.0"
  std::vector<CorpusRecord> documents;      // in order of path
  std::vector<std::string> isolation = {};  // what kept documents from harm, see docs/batch.md; empty: nothing
  std::optional<Shard> shard = {};          // absent: the whole batch
};

}  // namespace pactable::plan
