// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/below.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace pactable::batch {

tl::unexpected<Error> write_failure(std::string_view what, int number) {
  return fail(ErrorCode::kWriteFailed, fmt::format("{}: {}", what, std::generic_category().message(number)));
}

tl::unexpected<Error> output_exists(std::string_view name, std::string_view why) {
  return fail(ErrorCode::kOutputExists, fmt::format("{} is there already and {}", name, why));
}

Result<FolderOf> open_folder_of(int root, const std::string& name, bool make) {
  FolderOf place{Descriptor(::openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)), name};
  if (!place.folder) return write_failure("the output folder cannot be opened", errno);
  for (std::size_t slash = 0; (slash = place.leaf.find('/')) != std::string::npos;) {
    const std::string part = place.leaf.substr(0, slash);
    const int parent = place.folder.get();
    // That it is there already shows as it is opened.
    if (make) static_cast<void>(::mkdirat(parent, part.c_str(), 0777));
    Descriptor below(::openat(parent, part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    const int error = errno;
    if (!below) {
      struct stat status {};
      const bool there = ::fstatat(parent, part.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
      if (there && !S_ISDIR(status.st_mode)) {
        return output_exists(name.substr(0, name.size() - place.leaf.size() + slash), "is no folder");
      }
      return write_failure("a folder of the output cannot be opened", error);
    }
    place.folder = std::move(below);
    place.leaf.erase(0, slash + 1);
  }
  return place;
}

Result<Descriptor> open_below(int root, const std::string& name) {
  const Result<FolderOf> place = open_folder_of(root, name, false);
  if (!place) return fail(ErrorCode::kUnreadable, place.error().message);
  Descriptor file(::openat(place->folder.get(), place->leaf.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) {
    return fail(ErrorCode::kUnreadable, std::generic_category().message(errno));
  }
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kUnreadable, "not a regular file");
  return file;
}

}  // namespace pactable::batch
