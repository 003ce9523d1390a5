// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/corpus_files.h"

#include <fmt/format.h>

#include "batch/inputs.h"
#include "batch/output_names.h"
#include "writers/json/plan_json.h"

namespace pactable::exports {
namespace fs = std::filesystem;
namespace {

tl::unexpected<Error> about(const fs::path& file, const Error& error) {
  return fail(error.code, fmt::format("{}: {}", file.string(), error.message));
}

}  // namespace

Result<plan::Corpus> read_manifest(const fs::path& corpus) {
  const fs::path file = corpus / "corpus.json";
  const Result<plan::Corpus> manifest =
      batch::read_file(file).and_then([](const std::string& bytes) { return writers::json::read_corpus(bytes); });
  if (!manifest) return about(file, manifest.error());
  return *manifest;
}

bool has_plan(const plan::CorpusRecord& record) {
  return record.outcome == plan::Outcome::kConverted || record.outcome == plan::Outcome::kPartial;
}

bool has_plan_file(const plan::CorpusRecord& record) {
  return has_plan(record) || (record.outcome == plan::Outcome::kDoubtful && !record.outputs.empty());
}

Result<std::string> plan_file_of(const plan::CorpusRecord& record) {
  for (const std::string& output : record.outputs) {
    if (!output.ends_with(kPlanExtension)) continue;
    if (!batch::is_output_name(output)) {
      return fail(ErrorCode::kInvalid, fmt::format("{}: {} is no name of an output", record.path, output));
    }
    return output;
  }
  return fail(ErrorCode::kInvalid,
              fmt::format("{}: the corpus has no JSON of it (convert --formats json writes it)", record.path));
}

Result<plan::Plan> read_plan(const fs::path& file, const plan::CorpusRecord& record) {
  Result<plan::Plan> plan =
      batch::read_file(file).and_then([](const std::string& bytes) { return writers::json::read_plan(bytes); });
  if (!plan) return about(file, {ErrorCode::kInvalid, plan.error().message});
  const plan::Source& source = plan->source;
  if (source.sha256 != record.sha256 || source.media_type != record.media_type || source.layer != record.layer ||
      plan->family != record.family) {
    return about(file, {ErrorCode::kInvalid, "the plan is not that of the document in the manifest"});
  }
  return plan;
}

}  // namespace pactable::exports
