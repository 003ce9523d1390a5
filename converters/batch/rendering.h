// SPDX-License-Identifier: GPL-3.0-or-later
// What: one input to its record and the bytes of its output files, as they go from one process to another.
// In:   an input, formats, the steps. Out: a Rendered, in every case with a record.
// Never: writes a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "batch/document.h"
#include "core/result.h"
#include "plan/corpus.h"
#include "plan/trace.h"
#include "writers/writer.h"

namespace pactable::batch {

struct Rendered {
  plan::CorpusRecord record;      // without outputs
  std::vector<OutputFile> files;  // none where there is no plan
  bool lost = false;              // what isolates documents was ended from outside; the record says nothing
  Use use = {};                   // not packed
  std::vector<plan::TraceLine> trace = {};
};

/// Every format is made, behind what was presented, or the record is failed and there is no file.
[[nodiscard]] Rendered render(Document document, const std::vector<const writers::Writer*>& formats);

[[nodiscard]] std::string pack(const Rendered& rendered);
/// Reads what pack wrote; fails with damaged.
[[nodiscard]] Result<Rendered> unpack(std::string_view bytes);

}  // namespace pactable::batch
