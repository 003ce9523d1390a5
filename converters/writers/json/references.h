// SPDX-License-Identifier: GPL-3.0-or-later
// What: the checks over a JSON document that JSON Schema cannot say: ids are unique, and what is named exists.
// In:   a document that fits its schema (members are read without asking for their type).
// Out:  problems with their JSON pointers, without lines.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "writers/format/problem.h"

namespace pactable::writers::json {

[[nodiscard]] std::vector<Problem> check_plan_references(const nlohmann::json& plan);
[[nodiscard]] std::vector<Problem> check_corpus_references(const nlohmann::json& corpus);

}  // namespace pactable::writers::json
