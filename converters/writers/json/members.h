// SPDX-License-Identifier: GPL-3.0-or-later
// What: members that may be absent, for the writers of this folder.
// In:   a stream with an object open. Out: the member, or nothing where there is nothing to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.h"
#include "writers/format/json_stream.h"

namespace pactable::writers::json {

void write_optional(format::JsonStream& out, std::string_view name, const std::optional<std::string>& text);
void write_probability(format::JsonStream& out, std::string_view name, double value);
void write_strings(format::JsonStream& out, std::string_view name, const std::vector<std::string>& texts);
void write_places(format::JsonStream& out, std::string_view name, const std::vector<Place>& places);

}  // namespace pactable::writers::json
