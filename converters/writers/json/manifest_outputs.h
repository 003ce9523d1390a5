// SPDX-License-Identifier: GPL-3.0-or-later
// What: the outputs that a manifest names, with their digests, read in pieces: a manifest may be larger than memory.
// In:   an open file. Out: a call for each output that has a digest.
// Never: keeps a record, or names an output of a file that is no manifest.
#pragma once

#include <cstdio>
#include <functional>
#include <string_view>

#include "core/result.h"

namespace pactable::writers::json {

using VisitOutput = std::function<void(std::string_view name, std::string_view digest)>;

/// Fails with invalid where the file is no manifest of a batch, or with damaged where it is no JSON; what stands before
/// the fault has been visited then.
[[nodiscard]] Status read_manifest_outputs(std::FILE* file, const VisitOutput& visit);

}  // namespace pactable::writers::json
