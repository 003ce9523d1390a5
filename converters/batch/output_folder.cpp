// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

namespace pactable::batch {
namespace {

constexpr int kAttempts = 100;  // names that somebody else may have taken
constexpr std::string_view kTemporaryBegin = ".pactable-", kTemporaryEnd = ".tmp";

tl::unexpected<Error> write_failure(std::string_view what, int number) {
  return fail(ErrorCode::kWriteFailed, fmt::format("{}: {}", what, std::generic_category().message(number)));
}

}  // namespace

NewFile::NewFile(NewFile&& other) noexcept
    : folder_(other.folder_),
      file_(std::move(other.file_)),
      temporary_name_(std::exchange(other.temporary_name_, std::string())) {}

NewFile::~NewFile() {
  if (!temporary_name_.empty()) ::unlinkat(folder_, temporary_name_.c_str(), 0);
}

Status NewFile::append(std::string_view bytes) {
  if (const int error = write_all(file_.get(), bytes); error != 0)
    return write_failure("the file cannot be written", error);
  return {};
}

Status NewFile::finish(const std::string& name, bool sync) {
  if (sync && ::fsync(file_.get()) != 0) return write_failure("the file cannot be brought to the disk", errno);
  // Some file systems tell only now that the bytes found no room.
  if (::close(file_.release()) != 0) return write_failure("the file cannot be written", errno);
  if (::renameat(folder_, temporary_name_.c_str(), folder_, name.c_str()) != 0) {
    return write_failure("the file cannot be given its name", errno);
  }
  temporary_name_.clear();
  if (sync && ::fsync(folder_) != 0) return write_failure("the folder cannot be brought to the disk", errno);
  return {};
}

Result<OutputFolder> OutputFolder::open(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return write_failure("the output folder cannot be opened", error ? error.value() : errno);
  if (::flock(opened.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return fail(ErrorCode::kWriteFailed, "another run is writing into the output folder");
  }
  OutputFolder output(std::move(opened));
  output.remove_temporaries();
  return output;
}

void OutputFolder::remove_temporaries() const {
  const int again = ::openat(folder_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (again < 0) return;
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(again), &::closedir);
  if (!entries) return;
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string_view name = entry->d_name;
    if (name.starts_with(kTemporaryBegin) && name.ends_with(kTemporaryEnd)) {
      ::unlinkat(folder_.get(), entry->d_name, 0);
    }
  }
}

Result<NewFile> OutputFolder::create() const {
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::string name = fmt::format("{}{}-{}{}", kTemporaryBegin, ::getpid(), counter++, kTemporaryEnd);
    Descriptor file(::openat(folder_.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (file) return NewFile(folder_.get(), std::move(file), std::move(name));
    if (errno != EEXIST) break;
  }
  return write_failure("no file can be created", errno);
}

Status OutputFolder::write(const std::string& name, std::string_view bytes) const {
  Result<NewFile> file = create();
  if (!file) return tl::unexpected<Error>(file.error());
  return file->append(bytes).and_then([&] { return file->finish(name, false); });
}

Status OutputFolder::remove(const std::string& name) const {
  if (::unlinkat(folder_.get(), name.c_str(), 0) == 0 || errno == ENOENT) return {};
  return write_failure("an older output cannot be removed", errno);
}

Result<Descriptor> OutputFolder::open_journal(const std::string& name) const {
  Descriptor file(
      ::openat(folder_.get(), name.c_str(), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return write_failure("the journal cannot be opened", errno);
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kWriteFailed, "the journal is no regular file");
  return file;
}

Result<Descriptor> OutputFolder::read(const std::string& name) const {
  Descriptor file(::openat(folder_.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) {
    return fail(ErrorCode::kUnreadable, std::generic_category().message(errno));
  }
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kUnreadable, "not a regular file");
  return file;
}

Status OutputFolder::sync() const {
  if (::syncfs(folder_.get()) == 0) return {};
  return write_failure("the files cannot be brought to the disk", errno);
}

}  // namespace pactable::batch
