// SPDX-License-Identifier: GPL-3.0-or-later
// What: the JSON Schemas of this folder as they were when the program was built.
#pragma once

#include <string_view>

namespace pactable::writers::json {

extern const std::string_view kPlanSchema;       // pactable-1.schema.json
extern const std::string_view kCorpusSchema;     // pactable-corpus-1.schema.json
extern const std::string_view kDecisionsSchema;  // pactable-decisions-1.schema.json

}  // namespace pactable::writers::json
