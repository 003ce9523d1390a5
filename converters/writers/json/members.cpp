// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/members.h"

#include "writers/format/scalars.h"
#include "writers/json/plan_parts.h"

namespace pactable::writers::json {

using format::JsonStream;

void write_optional(JsonStream& out, std::string_view name, const std::optional<std::string>& text) {
  if (format::is_present(text)) out.member(name, *text);
}

void write_probability(JsonStream& out, std::string_view name, double value) {
  out.key(name);
  out.literal(format::print_number(value));
}

void write_strings(JsonStream& out, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out.key(name);
  out.begin_array();
  for (const std::string& text : texts) out.string(text);
  out.end_array();
}

void write_places(JsonStream& out, std::string_view name, const std::vector<Place>& places) {
  if (places.empty()) return;
  out.key(name);
  write_list_of_places(out, places);
}

}  // namespace pactable::writers::json
