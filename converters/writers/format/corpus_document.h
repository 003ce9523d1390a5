// SPDX-License-Identifier: GPL-3.0-or-later
// What: one document of a corpus as the writers of a whole corpus get it, in the order of the manifest. Data only.
#pragma once

#include <string>

#include "plan/corpus.h"
#include "plan/plan.h"

namespace pactable::writers {

struct CorpusDocument {
  int id = 1;                        // 1-based place in the manifest
  const plan::CorpusRecord& record;  // outlives this
  const plan::Plan* plan = nullptr;  // null where the document has none
  std::string plan_file = {};        // name of its JSON file; empty where there is no plan
};

}  // namespace pactable::writers
