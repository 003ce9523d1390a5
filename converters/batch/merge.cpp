// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merge.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <set>
#include <utility>

#include "batch/below.h"
#include "batch/output_names.h"
#include "batch/run.h"
#include "core/sha256.h"
#include "plan/corpus.h"
#include "writers/json/plan_json.h"

namespace pactable::batch {
namespace fs = std::filesystem;
namespace {

constexpr const char* kManifest = OwnedFiles::kManifest;
constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30U;

struct Part {
  fs::path folder;
  Descriptor opened;
  plan::Corpus corpus;
};

tl::unexpected<Error> about(const fs::path& file, const Error& error) {
  return fail(error.code, fmt::format("{}: {}", file.string(), error.message));
}

/// Of a file below a folder, no link on the way.
Result<std::string> read_below(const Part& part, const std::string& name) {
  const Result<Descriptor> file = open_below(part.opened.get(), name);
  if (!file) return about(part.folder / name, {ErrorCode::kInvalid, file.error().message});
  std::string bytes;
  if (read_all(file->get(), bytes, kMaxFileBytes) != 0 || bytes.size() > kMaxFileBytes) {
    return about(part.folder / name, {ErrorCode::kUnreadable, "cannot be read to its end, or has more than 1 GiB"});
  }
  return bytes;
}

/// A folder whose name ends in a slash would be opened through a link.
fs::path without_slash(const fs::path& folder) {
  return folder.has_filename() || !folder.has_parent_path() ? folder : folder.parent_path();
}

Result<Part> read_part(const fs::path& folder) {
  Part part{
      folder, Descriptor(::open(without_slash(folder).c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)), {}};
  if (!part.opened && errno == ENOENT) return about(folder, {ErrorCode::kNotFound, "no such folder"});
  if (!part.opened)
    return about(folder, {ErrorCode::kInvalid, "not a folder, or a link to one, which is not followed"});
  struct stat status {};
  if (::fstatat(part.opened.get(), kManifest, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return about(folder / kManifest, {ErrorCode::kNotFound, "no such file: the run into this folder did not end"});
  }
  const Result<std::string> bytes = read_below(part, kManifest);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  Result<plan::Corpus> corpus = writers::json::read_corpus(*bytes);
  if (!corpus) return about(folder / kManifest, corpus.error());
  part.corpus = std::move(*corpus);
  return part;
}

/// Every document stands in the shard that its path falls to.
Status check_documents(const Part& part) {
  const plan::Shard& shard = *part.corpus.shard;
  for (const plan::CorpusRecord& record : part.corpus.documents) {
    if (shard_of(record.path, shard.count) == shard.index) continue;
    return about(part.folder, {ErrorCode::kInvalid, fmt::format("{} is no document of shard {} of {}", record.path,
                                                                shard.index, shard.count)});
  }
  return {};
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
    const plan::Shard& shard = *corpus.shard;
    if (shard.count < 1 || shard.index < 1 || shard.index > shard.count) {
      return refuse(fmt::format("there is no shard {} of {}", shard.index, shard.count));
    }
    if (corpus.program != first.program) return refuse("written by another version of the program");
    if (corpus.shard->count != first.shard->count) return refuse("a shard of another division");
    if (corpus.isolation != first.isolation) return refuse("converted under another isolation");
    if (!indexes.insert(corpus.shard->index).second) return refuse("a shard that is there already");
    if (const Status fit = check_documents(part); !fit) return fit;
  }
  for (int index = 1; index <= first.shard->count; ++index) {
    if (!indexes.contains(index)) {
      return fail(ErrorCode::kInvalid, fmt::format("shard {} of {} is missing", index, first.shard->count));
    }
  }
  return {};
}

struct ShardDocument {
  const plan::CorpusRecord* record = nullptr;
  const Part* part = nullptr;
};

Result<std::vector<ShardDocument>> documents_of(const std::vector<Part>& parts) {
  std::vector<ShardDocument> documents;
  std::set<std::string_view> outputs;
  for (const Part& part : parts) {
    for (const plan::CorpusRecord& record : part.corpus.documents) {
      documents.push_back({&record, &part});
      for (const std::string& output : record.outputs) {
        if (!is_output_name(output)) {
          return about(part.folder, {ErrorCode::kInvalid, fmt::format("{} is no name of an output", output)});
        }
        if (!outputs.insert(output).second) {
          return fail(ErrorCode::kInvalid, fmt::format("two documents would be written as {}", output));
        }
      }
    }
  }
  // Equal paths are of one shard, and in their order there.
  std::stable_sort(documents.begin(), documents.end(),
                   [](const ShardDocument& a, const ShardDocument& b) { return a.record->path < b.record->path; });
  return documents;
}

Status copy_outputs(const ShardDocument& document, const OutputFolder& output, std::vector<std::uint64_t>& made) {
  const plan::CorpusRecord& record = *document.record;
  if (record.outputs.size() != record.output_digests.size()) {
    return about(document.part->folder,
                 {ErrorCode::kInvalid, record.path + ": the digests of its outputs are missing"});
  }
  for (std::size_t i = 0; i < record.outputs.size(); ++i) {
    const std::string& name = record.outputs[i];
    const Result<std::string> bytes = read_below(*document.part, name);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    if (sha256_hex(*bytes) != record.output_digests[i]) {
      return about(document.part->folder / name, {ErrorCode::kInvalid, "not the file that the manifest names"});
    }
    if (const Status written = output.write(name, *bytes); !written) return written;
    made.push_back(OwnedFiles::key_of(name));
  }
  return {};
}

}  // namespace

Result<Merged> merge(std::span<const fs::path> shards, const fs::path& output, Overwrite overwrite) {
  std::vector<Part> parts;
  for (const fs::path& folder : shards) {
    Result<Part> part = read_part(folder);
    if (!part) return tl::unexpected<Error>(part.error());
    parts.push_back(std::move(*part));
  }
  if (parts.empty()) return fail(ErrorCode::kUsage, "nothing to merge");
  if (const Status fit = check_parts(parts); !fit) return tl::unexpected<Error>(fit.error());
  const Result<std::vector<ShardDocument>> documents = documents_of(parts);
  if (!documents) return tl::unexpected<Error>(documents.error());
  const Result<OutputFolder> folder = OutputFolder::open(output, overwrite);
  if (!folder) return tl::unexpected<Error>(folder.error());

  Status done = folder->begin_manifest();
  const plan::Corpus& first = parts.front().corpus;
  writers::json::CorpusStream stream({first.program, {}, first.isolation, {}});
  std::vector<std::uint64_t> made;
  for (const ShardDocument& document : *documents) {
    done = done.and_then([&] { return copy_outputs(document, *folder, made); });
    if (!done) return tl::unexpected<Error>(done.error());
    stream.add(*document.record);
  }
  if (done) done = folder->sync();
  if (!done) return tl::unexpected<Error>(done.error());
  Result<Leftovers> leftovers = remove_leftovers(*folder, std::move(made));
  if (!leftovers) return tl::unexpected<Error>(leftovers.error());
  Result<NewFile> manifest = folder->create();
  if (!manifest) return tl::unexpected<Error>(manifest.error());
  done = manifest->append(stream.end()).and_then([&] { return folder->finish_manifest(std::move(*manifest)); });
  if (!done) return tl::unexpected<Error>(done.error());
  return Merged{documents->size(), std::move(*leftovers)};
}

}  // namespace pactable::batch
