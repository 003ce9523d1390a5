// SPDX-License-Identifier: GPL-3.0-or-later
// What: the schema of Akoma Ntoso 3.0, compiled from the files that are built in.
// Never: opens a file or a connection.
#pragma once

#include <libxml/xmlschemas.h>

#include <string_view>

namespace pactable::writers::akn {

inline constexpr std::string_view kNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The caller frees it (xmlSchemaFree); null where libxml2 cannot compile it.
[[nodiscard]] xmlSchemaPtr compile_schema();

}  // namespace pactable::writers::akn
