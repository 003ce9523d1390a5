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
#include <optional>
#include <system_error>
#include <utility>

#include "batch/below.h"
#include "batch/inputs.h"

namespace pactable::batch {

/// What a folder and the files that are written into it have in common.
struct NewFile::Place {
  Descriptor folder;
  Overwrite overwrite = Overwrite::kOwn;
  OwnedFiles owned;
  OutputFolder::IsInput is_input = {};
};

namespace {

constexpr int kAttempts = 100;  // names that somebody else may have taken
constexpr std::string_view kTemporaryBegin = ".pactable-", kTemporaryEnd = ".tmp";
constexpr std::string_view kTemporaryCharacters = "0123456789-";

/// Of a regular file; absent for anything else.
std::optional<std::string> digest_at(int folder, const std::string& leaf) {
  const Result<Descriptor> file = open_below(folder, leaf);
  return file ? sha256_of(file->get()) : std::nullopt;
}

/// A place from NewFile, whose type its friends alone know.
template <class Place>
Status check_target(const Place& place, const FolderOf& parent, const std::string& name) {
  struct stat status {};
  if (::fstatat(parent.folder.get(), parent.leaf.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return {};
  if (S_ISDIR(status.st_mode)) return output_exists(name, "is a folder");
  struct stat target {};
  const bool linked = ::fstatat(parent.folder.get(), parent.leaf.c_str(), &target, 0) == 0;
  if (place.is_input && (place.is_input(status) || (linked && place.is_input(target)))) {
    return output_exists(name, "is an input");
  }
  if (place.overwrite == Overwrite::kAll) return {};
  const std::optional<std::string> digest = digest_at(parent.folder.get(), parent.leaf);
  if (digest && place.owned.holds(name, *digest)) return {};
  return output_exists(name, "was not written by this program, or changed since (--overwrite writes over it)");
}

}  // namespace

NewFile::NewFile(std::shared_ptr<Place> place, Descriptor file, std::string temporary_name)
    : place_(std::move(place)), file_(std::move(file)), temporary_name_(std::move(temporary_name)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : place_(std::move(other.place_)),
      file_(std::move(other.file_)),
      temporary_name_(std::exchange(other.temporary_name_, std::string())),
      digest_(std::move(other.digest_)),
      appended_(other.appended_) {}

NewFile::~NewFile() {
  if (!temporary_name_.empty()) ::unlinkat(place_->folder.get(), temporary_name_.c_str(), 0);
}

Status NewFile::append(std::string_view bytes) {
  if (const int error = write_all(file_.get(), bytes); error != 0)
    return write_failure("the file cannot be written", error);
  digest_.add(bytes);
  appended_ = true;
  return {};
}

Result<std::string> NewFile::finish(const std::string& name, bool sync) {
  const Result<FolderOf> parent = open_folder_of(place_->folder.get(), name, true);
  if (!parent) return tl::unexpected<Error>(parent.error());
  if (const Status free = check_target(*place_, *parent, name); !free) return tl::unexpected<Error>(free.error());
  std::string digest = appended_ ? digest_.hex() : sha256_of(file_.get()).value_or("");
  if (sync && ::fsync(file_.get()) != 0) return write_failure("the file cannot be brought to the disk", errno);
  // Some file systems tell only now that the bytes found no room.
  if (::close(file_.release()) != 0) return write_failure("the file cannot be written", errno);
  // Before it has its name: of a run that is killed in between the file is ours all the same.
  if (const Status listed = place_->owned.add(name, digest); !listed) return tl::unexpected<Error>(listed.error());
  if (::renameat(place_->folder.get(), temporary_name_.c_str(), parent->folder.get(), parent->leaf.c_str()) != 0) {
    return write_failure("the file cannot be given its name", errno);
  }
  temporary_name_.clear();
  if (sync && ::fsync(parent->folder.get()) != 0)
    return write_failure("the folder cannot be brought to the disk", errno);
  return digest;
}

OutputFolder::OutputFolder(std::shared_ptr<NewFile::Place> place) : place_(std::move(place)) {}
OutputFolder::OutputFolder(OutputFolder&&) noexcept = default;
OutputFolder::~OutputFolder() = default;

Result<OutputFolder> OutputFolder::open(const std::filesystem::path& folder, Overwrite overwrite) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return write_failure("the output folder cannot be opened", error ? error.value() : errno);
  if (::flock(opened.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return fail(ErrorCode::kWriteFailed, "another run is writing into the output folder");
  }
  const int number = opened.get();
  OutputFolder output(
      std::make_shared<NewFile::Place>(NewFile::Place{std::move(opened), overwrite, OwnedFiles::load(number), {}}));
  output.remove_temporaries();
  return output;
}

void OutputFolder::protect(IsInput is_input) { place_->is_input = std::move(is_input); }

void OutputFolder::remove_temporaries() const {
  const int folder = place_->folder.get();
  const int again = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (again < 0) return;
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(again), &::closedir);
  if (!entries) return;
  while (const dirent* entry = ::readdir(entries.get())) {
    std::string_view name = entry->d_name;
    if (!name.starts_with(kTemporaryBegin) || !name.ends_with(kTemporaryEnd)) continue;
    name.remove_prefix(kTemporaryBegin.size());
    name.remove_suffix(kTemporaryEnd.size());
    if (name.find_first_not_of(kTemporaryCharacters) == std::string_view::npos) {
      ::unlinkat(folder, entry->d_name, 0);
    }
  }
}

Result<NewFile> OutputFolder::create() const {
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::string name = fmt::format("{}{}-{}{}", kTemporaryBegin, ::getpid(), counter++, kTemporaryEnd);
    Descriptor file(
        ::openat(place_->folder.get(), name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (file) return NewFile(place_, std::move(file), std::move(name));
    if (errno != EEXIST) break;
  }
  return write_failure("no file can be created", errno);
}

Status OutputFolder::write(const std::string& name, std::string_view bytes) const {
  return put(name, bytes).map([](const std::string&) {});
}

Result<std::string> OutputFolder::put(const std::string& name, std::string_view bytes) const {
  Result<NewFile> file = create();
  if (!file) return tl::unexpected<Error>(file.error());
  if (const Status written = file->append(bytes); !written) return tl::unexpected<Error>(written.error());
  return file->finish(name, false);
}

Status OutputFolder::may_write(const std::string& name) const {
  const Result<FolderOf> parent = open_folder_of(place_->folder.get(), name, false);
  if (parent) return check_target(*place_, *parent, name);
  // A folder that is not there has no file to write over.
  return parent.error().code == ErrorCode::kOutputExists ? tl::unexpected<Error>(parent.error()) : Status();
}

Result<bool> OutputFolder::remove(const std::string& name) const {
  Result<FolderOf> parent = open_folder_of(place_->folder.get(), name, false);
  if (!parent) return false;
  const std::optional<std::string> digest = digest_at(parent->folder.get(), parent->leaf);
  if (!digest || !place_->owned.holds(name, *digest)) return false;
  if (::unlinkat(parent->folder.get(), parent->leaf.c_str(), 0) != 0) {
    if (errno == ENOENT) return false;
    return write_failure("an older output cannot be removed", errno);
  }
  for (std::size_t slash = name.rfind('/'); slash != std::string::npos; slash = name.rfind('/', slash - 1)) {
    if (::unlinkat(place_->folder.get(), name.substr(0, slash).c_str(), AT_REMOVEDIR) != 0 || slash == 0) break;
  }
  return true;
}

Status OutputFolder::check_manifest() const {
  if (place_->owned.manifest_is_ours()) return {};
  return output_exists(OwnedFiles::kManifest, "is no manifest of this program: choose another folder");
}

Status OutputFolder::begin_manifest() const {
  if (const Status ours = check_manifest(); !ours) return ours;
  if (const Status listed = place_->owned.add_manifest(); !listed) return listed;
  if (::unlinkat(place_->folder.get(), OwnedFiles::kManifest, 0) == 0 || errno == ENOENT) return {};
  return write_failure("the manifest of an earlier run cannot be removed", errno);
}

Status OutputFolder::finish_manifest(NewFile file) const {
  if (const auto named = file.finish(OwnedFiles::kManifest, true); !named) return tl::unexpected<Error>(named.error());
  return place_->owned.remove_list();
}

void OutputFolder::each_owned(
    const std::function<void(const std::string& name, const std::string& digest)>& visit) const {
  place_->owned.each(visit);
}

Status OutputFolder::settle() const {
  const int folder = place_->folder.get();
  const std::string list = place_->owned.settled(
      [&](const std::string& name, const std::string& digest) { return digest_at(folder, name) == digest; });
  Result<NewFile> file = create();
  if (!file) return tl::unexpected<Error>(file.error());
  if (const Status written = file->append(list); !written) return written;
  if (::renameat(folder, file->temporary_name_.c_str(), folder, OwnedFiles::kList) != 0) {
    return write_failure("the list of files cannot be replaced", errno);
  }
  file->temporary_name_.clear();
  place_->owned.reopen_list();
  return {};
}

Status OutputFolder::forget() const { return place_->owned.remove_list(); }

Result<Descriptor> OutputFolder::open_journal(const std::string& name) const {
  Descriptor file(::openat(place_->folder.get(), name.c_str(),
                           O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return write_failure("the journal cannot be opened", errno);
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::kWriteFailed, "the journal is no regular file");
  return file;
}

Status OutputFolder::remove_journal(const std::string& name) const {
  if (::unlinkat(place_->folder.get(), name.c_str(), 0) == 0 || errno == ENOENT) return {};
  return write_failure("the journal cannot be removed", errno);
}

Result<Descriptor> OutputFolder::read(const std::string& name) const { return open_below(place_->folder.get(), name); }

Status OutputFolder::sync() const {
  if (::syncfs(place_->folder.get()) == 0) return {};
  return write_failure("the files cannot be brought to the disk", errno);
}

}  // namespace pactable::batch
