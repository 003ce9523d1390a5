// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/owned_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <system_error>
#include <utility>

#include "core/sha256.h"
#include "writers/json/manifest_outputs.h"

namespace pactable::batch {
namespace {

constexpr std::size_t kDigestDigits = 64;
constexpr std::string_view kBetween = "  ";
constexpr std::size_t kPiece = 64 * 1024;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

tl::unexpected<Error> failure(std::string_view what, int number) {
  return fail(ErrorCode::kWriteFailed, fmt::format("{}: {}", what, std::generic_category().message(number)));
}

/// For reading; absent where it is no regular file.
File open_regular(int folder, const char* name) {
  Descriptor opened(::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!opened || ::fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {nullptr, &std::fclose};
  return {::fdopen(opened.release(), "rb"), &std::fclose};
}

bool exists(int folder, const char* name) {
  struct stat status {};
  return ::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

std::string line_of(std::string_view name, std::string_view digest) {
  return fmt::format("{}{}{}\n", digest, kBetween, name);
}

/// Whole lines of the list alone: a killed run may have left a part of one.
void read_list(int folder, const std::function<void(std::string_view name, std::string_view digest)>& visit) {
  const File file = open_regular(folder, OwnedFiles::kList);
  if (!file) return;
  char* text = nullptr;
  std::size_t room = 0;
  for (ssize_t size = 0; (size = ::getline(&text, &room, file.get())) > 0;) {
    std::string_view line(text, static_cast<std::size_t>(size));
    if (line.size() < kDigestDigits + kBetween.size() + 2 || !line.ends_with('\n')) continue;
    if (line.substr(kDigestDigits, kBetween.size()) != kBetween) continue;
    line.remove_suffix(1);
    visit(line.substr(kDigestDigits + kBetween.size()), line.substr(0, kDigestDigits));
  }
  std::free(text);  // NOLINT: getline's
}

bool read_manifest(int folder, const writers::json::VisitOutput& visit) {
  const File file = open_regular(folder, OwnedFiles::kManifest);
  return file && writers::json::read_manifest_outputs(file.get(), visit).has_value();
}

}  // namespace

OwnedFiles OwnedFiles::load(int folder) {
  OwnedFiles files(folder);
  const auto take = [&](std::string_view name, std::string_view digest) {
    files.entries_.push_back(entry_of(name, digest));
  };
  read_list(folder, take);
  files.manifest_is_ours_ = read_manifest(folder, take) || !exists(folder, kManifest);
  std::sort(files.entries_.begin(), files.entries_.end());
  return files;
}

OwnedFiles::OwnedFiles(OwnedFiles&& other) noexcept
    : folder_(other.folder_),
      manifest_is_ours_(other.manifest_is_ours_),
      entries_(std::move(other.entries_)),
      added_(std::move(other.added_)),
      list_(std::move(other.list_)) {}

std::uint64_t OwnedFiles::key_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

OwnedFiles::Entry OwnedFiles::entry_of(std::string_view name, std::string_view digest) {
  Entry entry{key_of(name), {}};
  std::copy_n(digest.begin(), std::min(digest.size(), entry.digest.size()), entry.digest.begin());
  return entry;
}

bool OwnedFiles::holds(std::string_view name, std::string_view digest) const {
  const Entry wanted = entry_of(name, digest);
  const auto same = [&](const Entry& entry) { return entry.digest == wanted.digest; };
  const auto [begin, end] = std::equal_range(entries_.begin(), entries_.end(), wanted);
  if (std::any_of(begin, end, same)) return true;
  const std::lock_guard lock(mutex_);
  return std::any_of(added_.rbegin(), added_.rend(),
                     [&](const Entry& entry) { return entry.key == wanted.key && same(entry); });
}

bool OwnedFiles::names(std::string_view name) const {
  return std::binary_search(entries_.begin(), entries_.end(), Entry{key_of(name), {}});
}

Status OwnedFiles::append(std::string_view lines) {
  if (!list_) {
    list_ =
        Descriptor(::openat(folder_, kList, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
    struct stat status {};
    if (!list_ || ::fstat(list_.get(), &status) != 0) return failure("the list of files cannot be opened", errno);
    if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kWriteFailed, "the list of files is no regular file");
    // What a killed run wrote of its last line must not join the next one.
    char last = '\n';
    if (status.st_size > 0 && ::pread(list_.get(), &last, 1, status.st_size - 1) == 1 && last != '\n') {
      if (const int error = write_all(list_.get(), "\n"); error != 0) return failure("the list of files", error);
    }
  }
  const off_t before = ::lseek(list_.get(), 0, SEEK_END);
  if (const int error = write_all(list_.get(), lines); error != 0) {
    static_cast<void>(::ftruncate(list_.get(), before));
    return failure("the list of files cannot be written", error);
  }
  return {};
}

Status OwnedFiles::add(std::string_view name, std::string_view digest) {
  if (holds(name, digest)) return {};
  const std::lock_guard lock(mutex_);
  if (const Status appended = append(line_of(name, digest)); !appended) return appended;
  added_.push_back(entry_of(name, digest));
  return {};
}

Status OwnedFiles::add_manifest() {
  std::string lines;
  Status added;
  const std::lock_guard lock(mutex_);
  const bool read = read_manifest(folder_, [&](std::string_view name, std::string_view digest) {
    if (name.find('\n') != std::string_view::npos) return;
    lines += line_of(name, digest);
    if (lines.size() < kPiece || !added) return;
    added = append(lines);
    lines.clear();
  });
  if (!read || !added) return added;
  return lines.empty() ? Status() : append(lines);
}

void OwnedFiles::each(const std::function<void(const std::string& name, const std::string& digest)>& visit) const {
  read_list(folder_,
            [&](std::string_view name, std::string_view digest) { visit(std::string(name), std::string(digest)); });
}

std::string OwnedFiles::settled(
    const std::function<bool(const std::string& name, const std::string& digest)>& is_there) const {
  std::map<std::string, std::string> lines;
  each([&](const std::string& name, const std::string& digest) {
    if (!lines.contains(name) && is_there(name, digest)) lines[name] = line_of(name, digest);
  });
  std::string text;
  for (const auto& [name, line] : lines) text += line;
  return text;
}

void OwnedFiles::reopen_list() {
  const std::lock_guard lock(mutex_);
  list_.close();
}

Status OwnedFiles::remove_list() {
  const std::lock_guard lock(mutex_);
  list_.close();
  if (::unlinkat(folder_, kList, 0) == 0 || errno == ENOENT) return {};
  return failure("the list of files cannot be removed", errno);
}

}  // namespace pactable::batch
