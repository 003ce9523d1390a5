// SPDX-License-Identifier: GPL-3.0-or-later
// What: a converted corpus, read: its manifest, then its plans one after the other.
// In:   the folder that a conversion wrote. Out: records and plans; errors name the file.
// Never: takes a plan for that of a document when the manifest says otherwise.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"
#include "plan/corpus.h"
#include "plan/plan.h"

namespace pactable::exports {

inline constexpr std::string_view kPlanExtension = ".json";

/// Fails with not-found (the conversion did not end), unreadable, damaged or invalid.
[[nodiscard]] Result<plan::Corpus> read_manifest(const std::filesystem::path& corpus);

/// True for every outcome that leaves a plan.
[[nodiscard]] bool has_plan(const plan::CorpusRecord& record);
/// The same, and a doubtful document whose tables were judged and written, without items.
[[nodiscard]] bool has_plan_file(const plan::CorpusRecord& record);

/// Name of the JSON file of a document that has one. Fails with invalid.
[[nodiscard]] Result<std::string> plan_file_of(const plan::CorpusRecord& record);

/// Fails with invalid: the file is missing, or not the plan of that document.
[[nodiscard]] Result<plan::Plan> read_plan(const std::filesystem::path& file, const plan::CorpusRecord& record);

}  // namespace pactable::exports
