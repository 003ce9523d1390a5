// SPDX-License-Identifier: GPL-3.0-or-later
// What: findings and repairs of documents as SARIF 2.1.0, for tools that show or gate such reports.
// In:   plans with the path that each is called by, or why there is none. Out: one JSON document, one run.
// Never: says that a run succeeded in which a document failed.
// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/result.h"
#include "plan/plan.h"

namespace pactable::writers::sarif {

struct Document {
  std::string path;                  // relative, '/' parts folders
  const plan::Plan* plan = nullptr;  // absent where no plan was found or the document failed
  std::optional<Error> error;
};

/// A repair is a result of level note under its own rule. A text line is a region; page, box, part and cell stand as
/// logical location and properties, for SARIF knows regions of text only. `version` of the program: "0.1.0".
[[nodiscard]] std::string write_sarif(std::span<const Document> documents, const std::string& version);

}  // namespace pactable::writers::sarif
