// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/run.h"

#include <cstdint>
#include <mutex>
#include <set>
#include <utility>

#include "batch/journal.h"
#include "batch/output_folder.h"
#include "batch/output_names.h"
#include "batch/workers.h"
#include "core/sha256.h"
#include "writers/json/plan_json.h"

namespace pactable::batch {
namespace {

constexpr const char* kManifest = "corpus.json";
// One syncfs costs some 100 ms; the documents since the last one are what a power failure can cost.
constexpr std::size_t kSyncEvery = 200;
constexpr std::size_t kManifestPiece = 64 * 1024;
constexpr std::uint64_t kNotDone = UINT64_MAX;

/// The state that the threads of one run share.
class Run {
 public:
  Run(std::span<const Input> inputs, std::vector<std::string> names, std::vector<std::size_t> selected,
      const RunOptions& options, const ConvertOne& convert, OutputFolder folder, Journal journal)
      : inputs_(inputs),
        names_(std::move(names)),
        selected_(std::move(selected)),
        options_(options),
        convert_(convert),
        folder_(std::move(folder)),
        journal_(std::move(journal)),
        places_(selected_.size(), kNotDone) {
    report_.progress.total = selected_.size();
    report_.started_over = journal_.found() == Journal::Found::kOther;
    for (const writers::Writer& writer : writers::writers()) extensions_.insert(std::string(writer.extension));
  }

  RunReport work() {
    work_through(selected_.size(), options_.jobs, [this](std::size_t at) {
      if (goes_on()) settle(at);
    });
    if (report_.progress.done == selected_.size() && !report_.reason) {
      if (const Status ended = end(); ended) {
        report_.complete = true;
      } else {
        report_.reason = ended.error();
      }
    }
    return std::move(report_);
  }

 private:
  [[nodiscard]] bool goes_on() {
    if (options_.stop != nullptr && options_.stop->load()) return false;
    const std::lock_guard lock(mutex_);
    return !report_.reason;
  }

  void settle(std::size_t at) {
    const std::size_t input = selected_[at];
    if (const auto earlier = done_before(input)) {
      note(at, *earlier, true);
      return;
    }
    Rendered rendered = convert_(inputs_[input]);
    if (rendered.lost) {
      stop_for({ErrorCode::kInternal, "the processes that read documents were ended from outside"});
      return;
    }
    for (const OutputFile& file : rendered.files) add_extension(file.extension);
    JournalEntry entry{names_[input], {}, std::move(rendered.record)};
    const Status written = without_exceptions([&] { return write_outputs(entry, rendered.files); });
    if (!written) {
      entry.digests.clear();
      fail_record(entry.record, written.error());
    }
    if (entry.record.outputs.empty()) {
      if (const Status removed = remove_outputs(entry.name); !removed) {
        // Whatever else happened, an old file beside it would be taken for its output.
        fail_record(entry.record, removed.error());
      }
    }
    const Result<std::uint64_t> place = journal_.add(entry);
    if (place) {
      note(at, *place, false);
    } else {
      stop_for(place.error());
    }
  }

  /// Where the journal has what this input would become; nothing where anything about it changed.
  [[nodiscard]] std::optional<std::uint64_t> done_before(std::size_t input) const {
    const auto place = journal_.find(names_[input]);
    if (!place) return std::nullopt;
    const Result<JournalEntry> entry = journal_.read(*place);
    if (!entry || entry->record.path != inputs_[input].path || !entry->record.sha256) return std::nullopt;
    const auto& error = entry->record.error;
    // A password may have been found since.
    if (error && (error->code == ErrorCode::kWriteFailed || error->code == ErrorCode::kEncrypted)) return std::nullopt;
    const Result<Descriptor> file = open_file(inputs_[input].file);
    if (!file || sha256_of(file->get()) != entry->record.sha256) return std::nullopt;
    for (std::size_t i = 0; i < entry->digests.size(); ++i) {
      const Result<Descriptor> output = folder_.read(entry->record.outputs[i]);
      if (!output || sha256_of(output->get()) != entry->digests[i]) return std::nullopt;
    }
    return place;
  }

  Status write_outputs(JournalEntry& entry, const std::vector<OutputFile>& files) const {
    for (const OutputFile& file : files) {
      const std::string name = entry.name + file.extension;
      if (const Status written = folder_.write(name, file.bytes); !written) return written;
      entry.record.outputs.push_back(name);
      entry.digests.push_back(sha256_hex(file.bytes));
    }
    return {};
  }

  Status remove_outputs(const std::string& name) {
    std::set<std::string> extensions;
    {
      const std::lock_guard lock(mutex_);
      extensions = extensions_;
    }
    for (const std::string& extension : extensions) {
      if (const Status removed = folder_.remove(name + extension); !removed) return removed;
    }
    return {};
  }

  void add_extension(const std::string& extension) {
    const std::lock_guard lock(mutex_);
    extensions_.insert(extension);
  }

  void stop_for(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!report_.reason) report_.reason = error;
  }

  void note(std::size_t at, std::uint64_t place, bool resumed) {
    const Result<JournalEntry> entry = journal_.read(place);
    const std::lock_guard lock(mutex_);
    if (!entry) {
      if (!report_.reason) report_.reason = entry.error();
      return;
    }
    places_[at] = place;
    ++report_.progress.done;
    if (resumed) ++report_.progress.resumed;
    const plan::CorpusRecord& record = entry->record;
    if (record.outcome == plan::Outcome::kConverted) ++report_.converted;
    if (record.outcome == plan::Outcome::kPartial) ++report_.progress.partial;
    if (record.outcome == plan::Outcome::kFailed) ++report_.progress.failed;
    if (record.error && record.error->code == ErrorCode::kWriteFailed) ++report_.unwritten;
    hand_over();
    if (options_.progress) options_.progress(report_.progress);
    if (!resumed && ++since_sync_ >= kSyncEvery) {
      since_sync_ = 0;
      if (const Status synced = folder_.sync(); !synced && !report_.reason) report_.reason = synced.error();
    }
  }

  void hand_over() {
    if (!options_.take) return;
    for (; next_ < places_.size() && places_[next_] != kNotDone; ++next_) {
      if (const Result<JournalEntry> entry = journal_.read(places_[next_])) options_.take(entry->record);
    }
  }

  Status end() {
    if (const Status synced = folder_.sync(); !synced) return synced;
    Result<NewFile> manifest = folder_.create();
    if (!manifest) return tl::unexpected<Error>(manifest.error());
    writers::json::CorpusStream stream({options_.program, {}, options_.isolation, options_.shard});
    std::string piece;
    for (const std::uint64_t place : places_) {
      const Result<JournalEntry> entry = journal_.read(place);
      if (!entry) return tl::unexpected<Error>(entry.error());
      stream.add(entry->record);
      piece += stream.drain();
      if (piece.size() < kManifestPiece) continue;
      if (const Status written = manifest->append(piece); !written) return written;
      piece.clear();
    }
    piece += stream.end();
    if (const Status written = manifest->append(piece); !written) return written;
    if (const Status named = manifest->finish(kManifest, true); !named) return named;
    // Documents whose outputs found no room are all that the next run has to do then.
    return report_.unwritten > 0 ? Status() : folder_.remove(Journal::kName);
  }

  std::span<const Input> inputs_;
  std::vector<std::string> names_;
  std::vector<std::size_t> selected_;
  const RunOptions& options_;
  const ConvertOne& convert_;
  OutputFolder folder_;
  Journal journal_;
  std::vector<std::uint64_t> places_;  // in the journal, of each selected input

  std::mutex mutex_;  // for what follows and places_
  RunReport report_;
  std::set<std::string> extensions_;
  std::size_t next_ = 0, since_sync_ = 0;
};

}  // namespace

int shard_of(std::string_view path, int count) {
  // 15 digits fit into 60 bits.
  return static_cast<int>(std::stoull(sha256_hex(path).substr(0, 15), nullptr, 16) %
                          static_cast<std::uint64_t>(count)) +
         1;
}

Result<RunReport> run(std::span<const Input> inputs, const RunOptions& options, const ConvertOne& convert) {
  Result<OutputFolder> folder = OutputFolder::open(options.output);
  if (!folder) return tl::unexpected<Error>(folder.error());
  if (options.must_resume && Journal::look(*folder, options.settings) != Journal::Found::kSame) {
    return fail(ErrorCode::kUsage, "no unfinished run of these settings is here to go on with");
  }
  if (const Status removed = folder->remove(kManifest); !removed) return tl::unexpected<Error>(removed.error());
  Result<Journal> journal = Journal::open(*folder, options.settings, options.start_over);
  if (!journal) return tl::unexpected<Error>(journal.error());

  // Names hang on all inputs, so that those of one shard do not meet those of another.
  std::vector<std::string> names;
  {
    std::vector<std::string> paths;
    paths.reserve(inputs.size());
    for (const Input& input : inputs) paths.push_back(input.path);
    names = output_names(paths);
  }
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!options.shard || shard_of(inputs[i].path, options.shard->count) == options.shard->index) selected.push_back(i);
  }
  return Run(inputs, std::move(names), std::move(selected), options, convert, std::move(*folder), std::move(*journal))
      .work();
}

}  // namespace pactable::batch
