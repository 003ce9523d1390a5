// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "batch/inputs.h"
#include "batch/output_folder.h"
#include "plan/corpus.h"
#include "writers/json/plan_json.h"

namespace pactable::batch {
namespace fs = std::filesystem;
namespace {

constexpr const char* kManifest = "corpus.json";

struct Part {
  fs::path folder;
  plan::Corpus corpus;
};

Result<Part> read_part(const fs::path& folder) {
  const Result<std::string> bytes = read_file(folder / kManifest);
  if (!bytes)
    return fail(bytes.error().code, fmt::format("{}: {}", (folder / kManifest).string(), bytes.error().message));
  Result<plan::Corpus> corpus = writers::json::read_corpus(*bytes);
  if (!corpus) {
    return fail(corpus.error().code, fmt::format("{}: {}", (folder / kManifest).string(), corpus.error().message));
  }
  return Part{folder, std::move(*corpus)};
}

Status check_parts(const std::vector<Part>& parts) {
  const plan::Corpus& first = parts.front().corpus;
  std::set<int> indexes;
  for (const Part& part : parts) {
    const plan::Corpus& corpus = part.corpus;
    const auto refuse = [&](std::string_view why) {
      return fail(ErrorCode::kInvalid, fmt::format("{}: {}", part.folder.string(), why));
    };
    if (!corpus.shard || !first.shard) return refuse("not a shard of a batch (convert --shard)");
    if (corpus.program != first.program) return refuse("written by another version of the program");
    if (corpus.shard->count != first.shard->count) return refuse("a shard of another division");
    if (corpus.isolation != first.isolation) return refuse("converted under another isolation");
    if (!indexes.insert(corpus.shard->index).second) return refuse("a shard that is there already");
  }
  for (int index = 1; index <= first.shard->count; ++index) {
    if (!indexes.contains(index)) {
      return fail(ErrorCode::kInvalid, fmt::format("shard {} of {} is missing", index, first.shard->count));
    }
  }
  return {};
}

struct Document {
  const plan::CorpusRecord* record = nullptr;
  const fs::path* folder = nullptr;
};

Result<std::vector<Document>> documents_of(const std::vector<Part>& parts) {
  std::vector<Document> documents;
  std::set<std::string_view> outputs;
  for (const Part& part : parts) {
    for (const plan::CorpusRecord& record : part.corpus.documents) {
      documents.push_back({&record, &part.folder});
      for (const std::string& output : record.outputs) {
        const bool plain = output.find('/') == std::string::npos && output != kManifest && !output.starts_with('.');
        if (!plain || !outputs.insert(output).second) {
          return fail(ErrorCode::kInvalid, fmt::format("two documents would be written as {}", output));
        }
      }
    }
  }
  // Equal paths are of one shard, and in their order there.
  std::stable_sort(documents.begin(), documents.end(),
                   [](const Document& a, const Document& b) { return a.record->path < b.record->path; });
  return documents;
}

Status copy_outputs(const Document& document, const OutputFolder& output) {
  for (const std::string& name : document.record->outputs) {
    const Result<std::string> bytes = read_file(*document.folder / name);
    if (!bytes) {
      return fail(ErrorCode::kInvalid,
                  fmt::format("{}: {}", (*document.folder / name).string(), bytes.error().message));
    }
    if (const Status written = output.write(name, *bytes); !written) return written;
  }
  return {};
}

}  // namespace

Result<std::size_t> merge(std::span<const fs::path> shards, const fs::path& output) {
  std::vector<Part> parts;
  for (const fs::path& folder : shards) {
    Result<Part> part = read_part(folder);
    if (!part) return tl::unexpected<Error>(part.error());
    parts.push_back(std::move(*part));
  }
  if (parts.empty()) return fail(ErrorCode::kUsage, "nothing to merge");
  if (const Status fit = check_parts(parts); !fit) return tl::unexpected<Error>(fit.error());
  const Result<std::vector<Document>> documents = documents_of(parts);
  if (!documents) return tl::unexpected<Error>(documents.error());
  const Result<OutputFolder> folder = OutputFolder::open(output);
  if (!folder) return tl::unexpected<Error>(folder.error());

  Status done = folder->remove(kManifest);
  const plan::Corpus& first = parts.front().corpus;
  writers::json::CorpusStream stream({first.program, {}, first.isolation, {}});
  for (const Document& document : *documents) {
    done = done.and_then([&] { return copy_outputs(document, *folder); });
    if (!done) return tl::unexpected<Error>(done.error());
    stream.add(*document.record);
  }
  Result<NewFile> manifest = folder->create();
  if (!manifest) return tl::unexpected<Error>(manifest.error());
  done = folder->sync().and_then([&] { return manifest->append(stream.end()); }).and_then([&] {
    return manifest->finish(kManifest, true);
  });
  if (!done) return tl::unexpected<Error>(done.error());
  return documents->size();
}

}  // namespace pactable::batch
