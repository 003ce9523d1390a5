// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/seccomp_program.h"

#include <sys/mman.h>
#include <unistd.h>

#include "batch/descriptors.h"

namespace pactable::batch {

std::vector<sock_filter> take_program(scmp_filter_ctx context) {
  const Descriptor file(::memfd_create("filter", MFD_CLOEXEC));
  if (!file || seccomp_export_bpf(context, file.get()) != 0) return {};
  std::vector<sock_filter> program;
  const off_t size = ::lseek(file.get(), 0, SEEK_END);
  if (size > 0) program.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
  if (::pread(file.get(), program.data(), static_cast<std::size_t>(size), 0) != size) program.clear();
  return program;
}

}  // namespace pactable::batch
