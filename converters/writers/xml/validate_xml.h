// SPDX-License-Identifier: GPL-3.0-or-later
// What: checks an XML plan against pactable-1.xsd, an Akoma Ntoso document against akomantoso30.xsd.
// In:   bytes. Out: problems with line and element path, in document order.
// Never: fetches anything, resolves an entity (a DOCTYPE is refused), throws.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "writers/format/problem.h"

namespace pactable::writers::xml {

/// Fails with damaged where it is not well-formed or has a DOCTYPE, unknown-type where the root element is another.
[[nodiscard]] Result<std::vector<Problem>> validate_xml(std::string_view bytes);

}  // namespace pactable::writers::xml
