// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/run.h"

#include <set>
#include <utility>

#include "batch/output_folder.h"
#include "batch/output_names.h"
#include "batch/workers.h"
#include "writers/json/plan_json.h"

namespace pactable::batch {
namespace {

constexpr const char* kManifest = "corpus.json";

Status remove_outputs(const OutputFolder& folder, const std::string& name, const RunOptions& options) {
  std::set<std::string_view> extensions;
  for (const writers::Writer& writer : writers::writers()) extensions.insert(writer.extension);
  for (const writers::Writer* writer : options.formats) extensions.insert(writer->extension);
  for (const std::string_view extension : extensions) {
    if (const Status removed = folder.remove(name + std::string(extension)); !removed) return removed;
  }
  return {};
}

Status write_outputs(const OutputFolder& folder, const std::string& name, const RunOptions& options,
                     Document& document) {
  // All formats are made before the first one is written: a writer that fails leaves nothing behind.
  std::vector<std::pair<std::string, std::string>> files;
  for (const writers::Writer* writer : options.formats) {
    files.emplace_back(name + std::string(writer->extension), writer->write(*document.plan));
  }
  for (const auto& [file, bytes] : files) {
    if (const Status written = folder.write(file, bytes); !written) return written;
    document.record.outputs.push_back(file);
  }
  return {};
}

void fail_record(plan::CorpusRecord& record, const Error& error) {
  record.outcome = plan::Outcome::kFailed;
  record.error = error;
  record.outputs.clear();
  record.counts = {};
}

plan::CorpusRecord convert_into(const OutputFolder& folder, const Input& input, const std::string& name,
                                const RunOptions& options, const Steps& steps) {
  Document document = convert_input(input, steps);
  plan::CorpusRecord& record = document.record;
  if (document.plan) {
    const Status written = without_exceptions([&] { return write_outputs(folder, name, options, document); });
    if (!written) fail_record(record, written.error());
  }
  if (record.outcome != plan::Outcome::kConverted) {
    const Status removed = remove_outputs(folder, name, options);
    if (!removed && !record.error) fail_record(record, removed.error());
  }
  return std::move(record);
}

}  // namespace

Result<plan::Corpus> run(std::span<const Input> inputs, const RunOptions& options, const Steps& steps) {
  const Result<OutputFolder> folder = OutputFolder::open(options.output);
  if (!folder) return tl::unexpected<Error>(folder.error());
  if (const Status removed = folder->remove(kManifest); !removed) return tl::unexpected<Error>(removed.error());

  std::vector<std::string> paths;
  for (const Input& input : inputs) paths.push_back(input.path);
  const std::vector<std::string> names = output_names(paths);

  plan::Corpus corpus;
  corpus.program = options.program;
  corpus.documents.resize(inputs.size());
  work_through(inputs.size(), options.jobs, [&](std::size_t i) {
    corpus.documents[i] = convert_into(*folder, inputs[i], names[i], options, steps);
  });

  const Status written =
      without_exceptions([&] { return folder->write(kManifest, writers::json::write_corpus(corpus)); });
  if (!written) return tl::unexpected<Error>(written.error());
  return corpus;
}

}  // namespace pactable::batch
