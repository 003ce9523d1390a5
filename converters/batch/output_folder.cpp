// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

namespace pactable::batch {
namespace {

constexpr int kAttempts = 100;  // names left behind by killed runs of the same process number

tl::unexpected<Error> write_failure(std::string_view what, int number) {
  return fail(ErrorCode::kWriteFailed, fmt::format("{}: {}", what, std::generic_category().message(number)));
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

struct TemporaryFile {
  int descriptor = -1;
  std::string name;
};

TemporaryFile create_temporary(int folder) {
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string name = fmt::format(".pactable-{}-{}.tmp", ::getpid(), counter++);
    const int file = ::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return {file, name};
  }
  return {};
}

}  // namespace

Result<OutputFolder> OutputFolder::open(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return write_failure("the output folder cannot be opened", error ? error.value() : errno);
  OutputFolder opened(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return fail(ErrorCode::kWriteFailed, "another run is writing into the output folder");
  }
  return opened;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

OutputFolder& OutputFolder::operator=(OutputFolder&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

OutputFolder::~OutputFolder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status OutputFolder::write(const std::string& name, std::string_view bytes) const {
  const TemporaryFile temporary = create_temporary(descriptor_);
  if (temporary.descriptor < 0) return write_failure("no file can be created", errno);
  int error = write_all(temporary.descriptor, bytes);
  if (::close(temporary.descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && ::renameat(descriptor_, temporary.name.c_str(), descriptor_, name.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlinkat(descriptor_, temporary.name.c_str(), 0);
  return write_failure("the file cannot be written", error);
}

Status OutputFolder::remove(const std::string& name) const {
  if (::unlinkat(descriptor_, name.c_str(), 0) == 0 || errno == ENOENT) return {};
  return write_failure("an older output cannot be removed", errno);
}

}  // namespace pactable::batch
