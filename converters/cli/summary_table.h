// SPDX-License-Identifier: GPL-3.0-or-later
// What: what came of a run, for people: a line per document, the reason under one that failed, totals.
// Never: a line of more than 80 columns, or a character that does not print.
#pragma once

#include <string>

#include "plan/corpus.h"

namespace pactable::cli {

[[nodiscard]] std::string summary_table(const plan::Corpus& corpus);

}  // namespace pactable::cli
