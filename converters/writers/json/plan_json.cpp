// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/plan_json.h"

namespace pactable::writers::json {

std::string write_plan(const plan::Plan&) { return {}; }

Result<plan::Plan> read_plan(std::string_view) { return fail(ErrorCode::kUnsupported, "not read yet"); }

std::string write_corpus(const plan::Corpus&) { return {}; }

}  // namespace pactable::writers::json
