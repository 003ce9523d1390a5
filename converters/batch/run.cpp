// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/run.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <set>
#include <utility>

#include "batch/journal.h"
#include "batch/leftovers.h"
#include "batch/output_folder.h"
#include "batch/output_names.h"
#include "batch/protected_inputs.h"
#include "batch/workers.h"
#include "core/sha256.h"
#include "writers/json/plan_json.h"

namespace pactable::batch {
namespace {

// One syncfs costs some 100 ms; the documents since the last one are what a power failure can cost.
constexpr std::size_t kSyncEvery = 200;
constexpr std::size_t kManifestPiece = 64 * 1024;
constexpr std::uint64_t kNotDone = UINT64_MAX;

/// The state that the threads of one run share.
class Run {
 public:
  Run(std::span<const Input> inputs, std::vector<std::size_t> selected, const RunOptions& options,
      const ConvertOne& convert, OutputFolder folder, Journal journal)
      : inputs_(inputs),
        selected_(std::move(selected)),
        options_(options),
        convert_(convert),
        folder_(std::move(folder)),
        journal_(std::move(journal)),
        places_(selected_.size(), kNotDone) {
    report_.progress.total = selected_.size();
    report_.started_over = journal_.found() == Journal::Found::kOther;
    folder_.protect([this](const struct stat& file) { return protected_.hold(inputs_, file); });
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
    Rendered rendered = inputs_[input].skipped ? skipped(inputs_[input]) : convert_(inputs_[input]);
    if (rendered.lost) {
      stop_for({ErrorCode::kInternal, "the processes that read documents were ended from outside"});
      return;
    }
    JournalEntry entry{name_of(inputs_[input]), std::move(rendered.record)};
    const Status written = without_exceptions([&] { return write_outputs(entry, rendered.files); });
    if (!written) fail_record(entry.record, written.error());
    const Result<std::uint64_t> place = journal_.add(entry);
    if (place) {
      note(at, *place, false);
    } else {
      stop_for(place.error());
    }
  }

  /// Where the journal has what this input would become; nothing where anything about it changed.
  [[nodiscard]] std::optional<std::uint64_t> done_before(std::size_t input) const {
    const auto place = journal_.find(name_of(inputs_[input]));
    if (!place) return std::nullopt;
    const Result<JournalEntry> entry = journal_.read(*place);
    if (!entry || entry->record.path != inputs_[input].path || !entry->record.sha256) return std::nullopt;
    const auto& error = entry->record.error;
    // A password may have been found since.
    if (error && (could_not_write(*error) || error->code == ErrorCode::kEncrypted)) return std::nullopt;
    const Result<Descriptor> file = open_file(inputs_[input].file);
    if (!file || sha256_of(file->get()) != entry->record.sha256) return std::nullopt;
    for (std::size_t i = 0; i < entry->record.outputs.size(); ++i) {
      const Result<Descriptor> output = folder_.read(entry->record.outputs[i]);
      if (!output || sha256_of(output->get()) != entry->record.output_digests[i]) return std::nullopt;
    }
    return place;
  }

  static Rendered skipped(const Input& input) {
    Rendered rendered;
    rendered.record.path = input.path;
    rendered.record.outcome = plan::Outcome::kSkipped;
    rendered.record.error = *input.error;
    return rendered;
  }

  [[nodiscard]] std::string name_of(const Input& input) const {
    const std::string name = input.output_name();
    return options_.flat ? flat_name(name) : name;
  }

  /// All of them or none that is new.
  Status write_outputs(JournalEntry& entry, const std::vector<OutputFile>& files) const {
    Status written;
    for (const OutputFile& file : files) {
      if (written) written = folder_.may_write(entry.name + file.extension);
    }
    for (const OutputFile& file : files) {
      if (!written) break;
      const std::string name = entry.name + file.extension;
      const Result<std::string> digest = folder_.put(name, file.bytes);
      if (!digest) {
        written = tl::unexpected<Error>(digest.error());
      } else {
        entry.record.outputs.push_back(name);
        entry.record.output_digests.push_back(*digest);
      }
    }
    if (written) return written;
    for (const std::string& name : entry.record.outputs) static_cast<void>(folder_.remove(name));
    return written;
  }

  static bool could_not_write(const Error& error) {
    return error.code == ErrorCode::kWriteFailed || error.code == ErrorCode::kOutputExists;
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
    if (record.outcome == plan::Outcome::kSkipped) ++report_.skipped;
    if (record.outcome == plan::Outcome::kPartial) ++report_.progress.partial;
    if (record.outcome == plan::Outcome::kFailed) ++report_.progress.failed;
    if (record.error && could_not_write(*record.error)) ++report_.unwritten;
    for (const std::string& name : record.outputs) made_.push_back(OwnedFiles::key_of(name));
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
    Result<Leftovers> leftovers = remove_leftovers(folder_, made_);
    if (!leftovers) return tl::unexpected<Error>(leftovers.error());
    report_.leftovers = std::move(*leftovers);
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
    if (const Status named = folder_.finish_manifest(std::move(*manifest)); !named) return named;
    // Documents whose outputs found no room are all that the next run has to do then.
    return report_.unwritten > 0 ? Status() : folder_.remove_journal(Journal::kName);
  }

  std::span<const Input> inputs_;
  std::vector<std::size_t> selected_;
  const RunOptions& options_;
  const ConvertOne& convert_;
  OutputFolder folder_;
  Journal journal_;
  std::vector<std::uint64_t> places_;  // in the journal, of each selected input
  ProtectedInputs protected_;

  std::mutex mutex_;  // for what follows and places_
  RunReport report_;
  std::vector<std::uint64_t> made_;  // names of outputs, as OwnedFiles has them
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
  Result<OutputFolder> folder = OutputFolder::open(options.output, options.overwrite);
  if (!folder) return tl::unexpected<Error>(folder.error());
  if (options.must_resume && Journal::look(*folder, options.settings) != Journal::Found::kSame) {
    return fail(ErrorCode::kUsage, "no unfinished run of these settings is here to go on with");
  }
  if (const Status ours = folder->check_manifest(); !ours) return tl::unexpected<Error>(ours.error());
  Result<Journal> journal = Journal::open(*folder, options.settings, options.start_over);
  if (!journal) return tl::unexpected<Error>(journal.error());
  if (const Status begun = folder->begin_manifest(); !begun) return tl::unexpected<Error>(begun.error());
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!options.shard || shard_of(inputs[i].path, options.shard->count) == options.shard->index) selected.push_back(i);
  }
  return Run(inputs, std::move(selected), options, convert, std::move(*folder), std::move(*journal)).work();
}

}  // namespace pactable::batch
