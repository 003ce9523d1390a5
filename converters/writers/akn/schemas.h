// SPDX-License-Identifier: GPL-3.0-or-later
// What: the schema files of Akoma Ntoso 3.0 as text. They are not ours: akomantoso30.xsd is by OASIS (CC BY 4.0),
// xml.xsd by W3C (W3C software licence); both are unchanged.
#pragma once

#include <string_view>

namespace pactable::writers::akn {

extern const std::string_view kAkomaNtoso;
extern const std::string_view kXmlNamespace;

}  // namespace pactable::writers::akn
