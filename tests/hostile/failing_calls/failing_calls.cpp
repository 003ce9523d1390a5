// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the program (LD_PRELOAD): the n-th call that changes a file system fails, as on a full or broken disk.
// FAIL_CALL is n, FAIL_WITH the error number; only the process that was started is touched, not those it forks.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>

namespace {

std::atomic<long> calls{0};

long number(const char* variable) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::atol(text) : 0;
}

const pid_t own_process = ::getpid();
const long failing_call = number("FAIL_CALL");
const int failing_with = static_cast<int>(number("FAIL_WITH"));

bool fails() {
  if (::getpid() != own_process || ++calls != failing_call) return false;
  errno = failing_with;
  return true;
}

bool is_file(int descriptor) {
  struct stat status {};
  // Standard output and standard error are files here too.
  if (descriptor <= STDERR_FILENO || ::fstat(descriptor, &status) != 0) return false;
  return S_ISREG(status.st_mode) && status.st_nlink > 0;  // without a link it is memory
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
  if (!is_file(descriptor) || !fails()) return real(descriptor, bytes, size);
  // Half of it gets through, as when the last block is taken; the rest finds no room.
  const int error = errno;
  if (size > 1 && real(descriptor, bytes, size / 2) < 0) return -1;
  errno = error;
  return -1;
}

int openat(int folder, const char* path, int flags, ...) {
  static auto* const real = next<int(int, const char*, int, mode_t)>("openat");
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  return (flags & O_CREAT) != 0 && fails() ? -1 : real(folder, path, flags, mode);
}

int renameat(int folder, const char* from, int to_folder, const char* to) {
  static auto* const real = next<int(int, const char*, int, const char*)>("renameat");
  return fails() ? -1 : real(folder, from, to_folder, to);
}

int fsync(int descriptor) {
  static auto* const real = next<int(int)>("fsync");
  return fails() ? -1 : real(descriptor);
}

int syncfs(int descriptor) noexcept {
  static auto* const real = next<int(int)>("syncfs");
  return fails() ? -1 : real(descriptor);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  static auto* const real = next<int(int, const char*, int)>("unlinkat");
  return fails() ? -1 : real(folder, path, flags);
}

}  // extern "C"
