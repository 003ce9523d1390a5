// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/validate.h"

#include "core/unicode.h"
#include "writers/json/validate_json.h"
#include "writers/xml/validate_xml.h"

namespace pactable::writers {

Result<std::vector<Problem>> validate(std::string_view bytes) {
  const std::string_view content = unicode::trim(bytes);
  if (content.empty()) return fail(ErrorCode::kEmptyFile, "there is nothing in it");
  // The whole file goes on, so that lines count from its beginning.
  if (content.front() == '<') return xml::validate_xml(bytes);
  if (content.front() == '{' || content.front() == '[') return json::validate_json(bytes);
  return fail(ErrorCode::kUnknownType, "neither XML nor JSON");
}

}  // namespace pactable::writers
