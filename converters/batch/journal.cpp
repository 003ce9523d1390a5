// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/journal.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <system_error>

#include "core/sha256.h"
#include "writers/json/plan_json.h"

namespace pactable::batch {
namespace {

constexpr std::size_t kReadBytes = 64 * 1024;
constexpr std::string_view kAnyFormat = "pactable-journal/", kFormat = "pactable-journal/2";

tl::unexpected<Error> failure(int number) {
  return fail(ErrorCode::kWriteFailed,
              fmt::format("the journal cannot be written: {}", std::generic_category().message(number)));
}

std::string first_line(const std::string& settings) { return fmt::format("{}\t{}\n", kFormat, sha256_hex(settings)); }

// "name TAB record": names have no control characters, JSON on one line has none.
std::string line_of(const JournalEntry& entry) {
  return fmt::format("{}\t{}", entry.name, writers::json::write_record_line(entry.record));
}

std::string read_line(int file, std::uint64_t at) {
  std::string line;
  for (;;) {
    const std::size_t before = line.size();
    line.resize(before + kReadBytes);
    const ssize_t got = ::pread(file, line.data() + before, kReadBytes, static_cast<off_t>(at + before));
    line.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (const std::size_t end = line.find('\n', before); end != std::string::npos) {
      line.resize(end + 1);
      return line;
    }
    if (got == 0 || (got < 0 && errno != EINTR)) return {};  // no whole line
  }
}

std::uint64_t hash_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

std::optional<JournalEntry> entry_of(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  JournalEntry entry;
  entry.name = line.substr(0, tab);
  Result<plan::CorpusRecord> record = writers::json::read_record(line.substr(tab + 1));
  if (!record || record->outputs.size() != record->output_digests.size()) return std::nullopt;
  entry.record = std::move(*record);
  return entry;
}

}  // namespace

Journal::Journal(Journal&& other) noexcept
    : file_(std::move(other.file_)), end_(other.end_), found_(other.found_), index_(std::move(other.index_)) {}

Result<Journal> Journal::open(const OutputFolder& folder, const std::string& settings, bool fresh) {
  Result<Descriptor> file = folder.open_journal(kName);
  if (!file) return tl::unexpected<Error>(file.error());
  Journal journal(std::move(*file));
  if (const Status loaded = journal.load(settings, fresh); !loaded) return tl::unexpected<Error>(loaded.error());
  return journal;
}

Journal::Found Journal::look(const OutputFolder& folder, const std::string& settings) {
  const Result<Descriptor> file = folder.read(kName);
  const std::string first = file ? read_line(file->get(), 0) : std::string();
  if (first.empty()) return Found::kNothing;
  return first == first_line(settings) ? Found::kSame : Found::kOther;
}

Status Journal::load(const std::string& settings, bool fresh) {
  const std::string wanted = first_line(settings);
  const std::string first = read_line(file_.get(), 0);
  // Whatever version wrote it; anything else is somebody's own.
  if (!first.empty() && !first.starts_with(kAnyFormat)) {
    return fail(ErrorCode::kOutputExists, fmt::format("{} is no journal of this program", kName));
  }
  if (!first.empty()) found_ = first == wanted ? Found::kSame : Found::kOther;
  if (found_ == Found::kSame && !fresh) {
    index_lines(first.size());
    // What a killed run wrote of its last line is cut off.
    if (::ftruncate(file_.get(), static_cast<off_t>(end_)) != 0) return failure(errno);
    return {};
  }
  if (::ftruncate(file_.get(), 0) != 0) return failure(errno);
  if (const int error = write_all(file_.get(), wanted); error != 0) return failure(error);
  end_ = wanted.size();
  return {};
}

void Journal::index_lines(std::uint64_t begin) {
  end_ = begin;
  for (;;) {
    const std::string line = read_line(file_.get(), end_);
    const std::optional<JournalEntry> entry = line.empty() ? std::nullopt : entry_of(line);
    if (!entry) break;
    index_.emplace_back(hash_of(entry->name), end_);
    end_ += line.size();
  }
  std::sort(index_.begin(), index_.end());
}

std::optional<std::uint64_t> Journal::find(const std::string& name) const {
  const std::uint64_t hash = hash_of(name);
  const auto after = std::upper_bound(index_.begin(), index_.end(), std::pair(hash, UINT64_MAX));
  for (auto at = after; at != index_.begin() && std::prev(at)->first == hash; --at) {
    const Result<JournalEntry> entry = read(std::prev(at)->second);
    if (entry && entry->name == name) return std::prev(at)->second;
  }
  return std::nullopt;
}

Result<std::uint64_t> Journal::add(const JournalEntry& entry) {
  const std::string line = line_of(entry);
  const std::lock_guard lock(mutex_);
  if (const int error = write_all(file_.get(), line); error != 0) {
    // A piece of a line would join the next one.
    static_cast<void>(::ftruncate(file_.get(), static_cast<off_t>(end_)));
    return failure(error);
  }
  const std::uint64_t at = end_;
  end_ += line.size();
  return at;
}

Result<JournalEntry> Journal::read(std::uint64_t at) const {
  std::optional<JournalEntry> entry = entry_of(read_line(file_.get(), at));
  if (!entry) return fail(ErrorCode::kDamaged, "the journal changed while it was in use");
  return std::move(*entry);
}

}  // namespace pactable::batch
