// SPDX-License-Identifier: GPL-3.0-or-later
// What: checks a written file against the schema of its format (XSD 1.0 for XML, JSON Schema for JSON).
// In:   the bytes of a plan or a corpus manifest. Out: problems with the line they stand on.
// Never: fetches anything; changes the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "writers/format/problem.h"

namespace pactable::writers {

/// The problems of a file in document order; empty where it is valid. The schema is chosen by the content: an XML root
/// element or the "format" member of JSON. Fails with unknown-type where it is neither, damaged where it does not parse
/// (the message carries line and column).
[[nodiscard]] Result<std::vector<Problem>> validate(std::string_view bytes);

}  // namespace pactable::writers
