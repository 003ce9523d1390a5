// SPDX-License-Identifier: GPL-3.0-or-later
// What: how single values read in every output: numbers, coordinates, names of origins, names of fields.
// In:   values of the plan. Out: text that is the same on every machine.
// Never: depends on the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/label_origin.h"
#include "core/place.h"
#include "plan/plan.h"

namespace pactable::writers::format {

inline constexpr std::string_view kPlanFormat = "pactable/1";
inline constexpr std::string_view kCorpusFormat = "pactable-corpus/1";
inline constexpr std::string_view kDecisionsFormat = "pactable-decisions/1";
inline constexpr std::string_view kTablesFormat = "pactable-tables/1";
/// What every plan is in the DCMI Type Vocabulary.
inline constexpr std::string_view kDocumentType = "Text";

/// Shortest decimal that reads back as the same double: "0.99999", "0.000002", "1". What is not finite reads "0": a
/// probability that could not be computed supports nothing.
[[nodiscard]] std::string print_number(double value);

/// A coordinate in points, rounded to two decimals (0.01 pt is below what a page shows): "72", "72.25".
[[nodiscard]] std::string print_coordinate(double value);

/// Points of a decision, rounded to two decimals: "3.7", "-0.25".
[[nodiscard]] std::string print_points(double value);

/// True where every edge is a finite number; another box is not written.
[[nodiscard]] bool is_finite(const Box& box);

/// "automatic" "typed" "ocr" "unknown".
[[nodiscard]] std::string_view origin_name(LabelOrigin origin);

/// Layer of the text in which a repair was made: the program repairs a number in recognised text only.
[[nodiscard]] std::string_view repair_layer(const plan::Repair& repair, const plan::Source& source);

/// False for an absent text and for an empty one: neither is written where a member is optional.
[[nodiscard]] bool is_present(const std::optional<std::string>& text);

/// Names of an item's fields, one per field: the role, and "-2", "-3" … behind a role that stood before. Characters
/// that XML forbids are replaced in all formats, so that the names are the same everywhere.
[[nodiscard]] std::vector<std::string> field_names(const plan::Item& item);

}  // namespace pactable::writers::format
