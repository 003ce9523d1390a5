// SPDX-License-Identifier: GPL-3.0-or-later
// What: what came of a run, for people: a line per document, the reason under one that failed, totals.
// Never: a line of more than 80 columns, or a character that does not print.
#pragma once

#include <string>

#include "plan/corpus.h"

namespace pactable::cli {

struct Totals {
  long long documents = 0, converted = 0, partial = 0, doubtful = 0, no_plan = 0, failed = 0, items = 0, repairs = 0,
            findings = 0, skipped = 0;
  void add(const plan::CorpusRecord& record);
};

/// Why there is no plan, and what to do where one can be read after all; empty for other outcomes.
[[nodiscard]] std::string reason_in_words(const plan::CorpusRecord& record);

[[nodiscard]] std::string summary_table(const plan::Corpus& corpus);
/// `corpus` has some of the documents, `totals` has all.
[[nodiscard]] std::string summary_table(const plan::Corpus& corpus, const Totals& totals);

}  // namespace pactable::cli
