// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/decision_files.h"

#include <fmt/format.h>

#include <utility>

#include "batch/inputs.h"
#include "cli/terminal_text.h"
#include "core/sha256.h"

namespace pactable::cli {

Result<DecisionFiles> read_decision_files(std::span<const std::filesystem::path> files) {
  if (files.empty()) return DecisionFiles();
  auto all = std::make_shared<std::vector<decisions::Entry>>();
  Sha256 digest;
  for (const std::filesystem::path& file : files) {
    const auto named = [&](const Error& error) {
      return fail(error.code, fmt::format("--decisions {}: {}", file.string(), error.message));
    };
    const Result<std::string> bytes = batch::read_file(file);
    if (!bytes) return named(bytes.error());
    Result<std::vector<decisions::Entry>> entries = decisions::read_decisions(*bytes);
    if (!entries) return named(entries.error());
    digest.add(sha256_hex(*bytes));
    for (decisions::Entry& entry : *entries) all->push_back(std::move(entry));
  }
  return DecisionFiles{std::move(all), digest.hex()};
}

UnmetDecisions::UnmetDecisions(const DecisionFiles& files) {
  if (!files.entries) return;
  for (const decisions::Entry& entry : *files.entries) ++counts_[entry.source];
}

void UnmetDecisions::meet(const plan::CorpusRecord& record) {
  if (record.sha256 && record.outcome == plan::Outcome::kConverted) counts_.erase(*record.sha256);
}

int UnmetDecisions::report(const Console& console) const {
  for (const auto& [source, count] : counts_) {
    console.err << fmt::format("decisions that found no document: {} on the one with SHA-256 {}\n", count,
                               printable(source));
  }
  return counts_.empty() ? kAllDone : kNotAll;
}

}  // namespace pactable::cli
