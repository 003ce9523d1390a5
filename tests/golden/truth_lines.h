// SPDX-License-Identifier: GPL-3.0-or-later
// What: the hand-made truth of a document and a converted plan, both as comparable lines, one an item.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace pactable::test {

struct TruthOptions {
  bool printed = true;        // compare what is printed as number (the seed's own renderings)
  bool true_numbers = false;  // the rendering prints the true numbers and codes
};

/// Lines such as "action 3.2 <.2> urgency=1 timescale=B | Ensure that …" from fixtures/truth/<name>.json.
[[nodiscard]] std::vector<std::string> truth_lines(const nlohmann::json& truth, const TruthOptions& options);

/// The same lines from a plan.
[[nodiscard]] std::vector<std::string> plan_lines(const plan::Plan& plan, const TruthOptions& options);

[[nodiscard]] nlohmann::json read_truth(const std::string& name);
/// A file or folder of fixtures/ (documents that the README converts) or, where it is not there, of tests/fixtures/
/// (further layouts and markups of the same plans).
[[nodiscard]] std::filesystem::path fixture_path(const std::string& name);
[[nodiscard]] std::string read_fixture(const std::string& path);

}  // namespace pactable::test
