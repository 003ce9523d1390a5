// SPDX-License-Identifier: GPL-3.0-or-later
// What: what plans and manifests have in common, read from JSON: places, candidates, findings, judgements of tables.
// In:   nodes. Out: values of the model; WrongShape where the shape is wrong.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.h"
#include "plan/plan.h"
#include "writers/json/node.h"

namespace pactable::writers::json {

class PlaceReader {
 public:
  [[nodiscard]] std::vector<Place> read(const Node& node, std::string_view name = "derivedFrom");

 private:
  [[nodiscard]] Place read_place(const Node& node);
  std::map<std::string, std::shared_ptr<const std::string>> parts_;  // each name is kept once
};

[[nodiscard]] plan::Candidate read_candidate(const Node& node);
[[nodiscard]] plan::Finding read_finding(const Node& node, PlaceReader& places);
[[nodiscard]] plan::TableJudgement read_judgement(const Node& node, PlaceReader& places);

}  // namespace pactable::writers::json
