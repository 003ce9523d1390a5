// SPDX-License-Identifier: GPL-3.0-or-later
// What: the real steps of a conversion for a batch: recognition by the readers, conversion by the pipeline.
// In:   options and grammar folders. Out: batch::Steps, with the grammars loaded.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "batch/document.h"
#include "batch/inputs.h"
#include "cli/passwords.h"
#include "core/result.h"
#include "pipeline/converter.h"

namespace pactable::cli {

/// Fails with usage (an unknown family, a folder that does not exist) or bad-grammar.
[[nodiscard]] Result<batch::Steps> conversion_steps(const pipeline::ConvertOptions& options,
                                                    std::span<const std::filesystem::path> grammar,
                                                    std::vector<Password> passwords = {});

/// By content; fails with empty-file or unknown-type.
[[nodiscard]] Result<std::string> media_type_of(std::string_view bytes);

/// Digest of every grammar file: what a run must have in common with the one that it goes on with.
[[nodiscard]] Result<std::string> grammar_digest(std::span<const std::filesystem::path> grammar);

/// The extensions of everything that is read.
[[nodiscard]] batch::SearchRules search_rules(std::optional<std::filesystem::path> output_folder,
                                              bool with_skipped = false);

}  // namespace pactable::cli
