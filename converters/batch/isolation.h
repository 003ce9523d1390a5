// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a process may still do that reads a document nobody vouches for.
// In:   limits, and the layers that are wanted. Out: a process that has its input, its pipe and memory, nothing else.
// Never: says that a layer is in force where the kernel refused it.
#pragma once

#include <linux/filter.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace pactable::batch {

enum class Isolation {
  kAuto,  // a process for each document, with every layer that the system has
  kFull,  // the same, but all layers or nothing is done
  kNone,  // in this process
};

/// Of 1,169 real PDFs the slowest took 7.4 s and the largest 123 MiB.
struct Limits {
  int cpu_seconds = 60;    // of all processes that read one document, together
  int wall_seconds = 600;  // of one process: one that waits uses no CPU, and a loaded machine is slow
  std::uint64_t memory_bytes = std::uint64_t{2} << 30U;
  int scan_cpu_seconds = 1200;  // instead of cpu_seconds where pages are recognised: each takes a second or two
};

struct Layers {
  bool process = false;            // a process of its own
  bool limits = false;             // CPU, memory, file size, open files
  bool no_new_privileges = false;  // PR_SET_NO_NEW_PRIVS
  bool seccomp = false;            // only the system calls of a reader: no socket, program, or file to write
  bool landlock = false;           // of all files only Poppler's tables and the system's fonts can be opened
  [[nodiscard]] bool all() const { return process && limits && no_new_privileges && seccomp && landlock; }
  bool operator==(const Layers&) const = default;
};

/// "process" "limits" "no-new-privileges" "seccomp" "landlock", those that are set.
[[nodiscard]] std::vector<std::string> names(const Layers& layers);
/// What this system has, tried in a process of its own.
[[nodiscard]] Layers available_layers();

/// The rules, made once and taken over by each process; holds a descriptor until the process ends.
class Sandbox {
 public:
  Sandbox(const Limits& limits, const Layers& layers);
  /// For the calling process, for good; what it may not do fails with an error number. Returns the layers that hold.
  /// `cpu_seconds` are those of the limits or fewer.
  [[nodiscard]] Layers enter(int cpu_seconds) const;
  /// Those that it was made for.
  [[nodiscard]] const Layers& layers() const { return layers_; }

 private:
  Limits limits_;
  Layers layers_;
  std::vector<sock_filter> filter_;  // seccomp
  int ruleset_ = -1;                 // Landlock
};

}  // namespace pactable::batch
