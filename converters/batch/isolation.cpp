// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/isolation.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

#include "batch/seccomp_program.h"

namespace pactable::batch {
namespace {

// What Poppler opens as it meets the need: its tables of character collections, without which texts change; and where
// pages are drawn the system's fonts, without which words of fonts that the file does not hold are left out.
constexpr std::array kReadable = {"/usr/share/poppler",    "/usr/share/fonts", "/usr/local/share/fonts",
                                  "/usr/share/fontconfig", "/etc/fonts",       "/var/cache/fontconfig"};
constexpr rlim_t kOpenFiles = 64;
// Stands in the filter for the number of the process that takes it over; larger than any process number.
constexpr std::uint32_t kOwnProcess = 0x5AC7AB1E;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kShadowMemory = true;  // the sanitizer maps terabytes
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kShadowMemory = true;
#else
constexpr bool kShadowMemory = false;
#endif
#else
constexpr bool kShadowMemory = false;
#endif

// Memory, time, the descriptors that are open, and files to read where Landlock lets them.
constexpr std::array kAllowed = {SCMP_SYS(read),
                                 SCMP_SYS(readv),
                                 SCMP_SYS(pread64),
                                 SCMP_SYS(write),
                                 SCMP_SYS(writev),
                                 SCMP_SYS(close),
                                 SCMP_SYS(lseek),
                                 SCMP_SYS(fstat),
                                 SCMP_SYS(newfstatat),
                                 SCMP_SYS(stat),
                                 SCMP_SYS(lstat),
                                 SCMP_SYS(statx),
                                 SCMP_SYS(access),
                                 SCMP_SYS(faccessat),
                                 SCMP_SYS(getdents64),
                                 SCMP_SYS(munmap),
                                 SCMP_SYS(mremap),
                                 SCMP_SYS(madvise),
                                 SCMP_SYS(brk),
                                 SCMP_SYS(rt_sigaction),
                                 SCMP_SYS(rt_sigprocmask),
                                 SCMP_SYS(rt_sigreturn),
                                 SCMP_SYS(sigaltstack),
                                 SCMP_SYS(futex),
                                 SCMP_SYS(sched_yield),
                                 SCMP_SYS(sched_getaffinity),
                                 SCMP_SYS(clock_gettime),
                                 SCMP_SYS(clock_nanosleep),
                                 SCMP_SYS(nanosleep),
                                 SCMP_SYS(gettimeofday),
                                 SCMP_SYS(time),
                                 SCMP_SYS(getrandom),
                                 SCMP_SYS(getpid),
                                 SCMP_SYS(gettid),
                                 SCMP_SYS(getuid),
                                 SCMP_SYS(geteuid),
                                 SCMP_SYS(getgid),
                                 SCMP_SYS(getegid),
                                 SCMP_SYS(getrusage),
                                 SCMP_SYS(sysinfo),
                                 SCMP_SYS(uname),
                                 SCMP_SYS(exit),
                                 SCMP_SYS(exit_group),
                                 SCMP_SYS(rseq),
                                 SCMP_SYS(set_robust_list),
                                 SCMP_SYS(restart_syscall)};

std::vector<sock_filter> make_filter() {
  const std::unique_ptr<void, void (*)(void*)> context(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
  if (!context) return {};
  bool made = true;
  const auto allow = [&](int call) { made = seccomp_rule_add(context.get(), SCMP_ACT_ALLOW, call, 0) == 0 && made; };
  for (const int call : kAllowed) allow(call);
  constexpr auto kWriting = static_cast<scmp_datum_t>(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND);
  const auto when = [&](int call, scmp_arg_cmp condition) {
    made = seccomp_rule_add_array(context.get(), SCMP_ACT_ALLOW, call, 1, &condition) == 0 && made;
  };
  when(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, 0));
  when(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, 0));
  when(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  when(SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  const std::array abort_itself = {SCMP_A0(SCMP_CMP_EQ, kOwnProcess), SCMP_A2(SCMP_CMP_EQ, SIGABRT)};
  made = seccomp_rule_add_array(context.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 2, abort_itself.data()) == 0 && made;
  return made ? take_program(context.get()) : std::vector<sock_filter>();
}

std::uint64_t handled_rights(long version) {
  std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;  // all of version 1
  if (version >= 2) rights |= std::uint64_t{1} << 13U;             // REFER
  if (version >= 3) rights |= std::uint64_t{1} << 14U;             // TRUNCATE
  if (version >= 5) rights |= std::uint64_t{1} << 15U;             // IOCTL_DEV
  return rights;
}

int make_ruleset() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return -1;
  // Version 4 knows TCP too; the headers of Debian 12 do not.
  struct {
    std::uint64_t files, network;
  } handled{handled_rights(version), 3};
  const std::size_t size = version >= 4 ? sizeof handled : sizeof handled.files;
  const auto ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, size, 0));
  if (ruleset < 0) return -1;
  for (const char* const path : kReadable) {
    const int folder = ::open(path, O_PATH | O_CLOEXEC);
    if (folder < 0) continue;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    rule.parent_fd = folder;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(folder);
  }
  return ruleset;
}

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit wanted{soft, hard};
  return ::setrlimit(resource, &wanted) == 0;
}

bool set_limits(const Limits& limits) {
  const auto seconds = static_cast<rlim_t>(limits.cpu_seconds);
  // One second between the signal that says why and the one that cannot be caught.
  bool set = limit(RLIMIT_CPU, seconds, seconds + 1);
  set = (kShadowMemory || limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes)) && set;
  set = limit(RLIMIT_FSIZE, 0, 0) && set;
  set = limit(RLIMIT_CORE, 0, 0) && set;
  return limit(RLIMIT_NOFILE, kOpenFiles, kOpenFiles) && set;
}

/// Enters the sandbox in a process of its own; false where that process was killed.
bool try_layers(const Sandbox& sandbox, Layers& held) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return true;
  const pid_t child = ::fork();
  if (child == 0) {
    const Layers entered = sandbox.enter(Limits().cpu_seconds);
    const bool told = ::write(ends[1], &entered, sizeof entered) == ssize_t{sizeof entered};
    ::_exit(told ? 0 : 1);
  }
  ::close(ends[1]);
  if (child < 0 || ::read(ends[0], &held, sizeof held) != ssize_t{sizeof held}) held = {};
  ::close(ends[0]);
  int status = 0;
  if (child > 0) ::waitpid(child, &status, 0);
  return !WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL;
}

}  // namespace

std::vector<std::string> names(const Layers& layers) {
  std::vector<std::string> names;
  if (layers.process) names.emplace_back("process");
  if (layers.limits) names.emplace_back("limits");
  if (layers.no_new_privileges) names.emplace_back("no-new-privileges");
  if (layers.seccomp) names.emplace_back("seccomp");
  if (layers.landlock) names.emplace_back("landlock");
  return names;
}

Sandbox::Sandbox(const Limits& limits, const Layers& layers) : limits_(limits), layers_(layers) {
  if (layers.seccomp) filter_ = make_filter();
  if (layers.landlock) ruleset_ = make_ruleset();
}

Layers Sandbox::enter(int cpu_seconds) const {
  Layers held;
  held.process = layers_.process;
  Limits limits = limits_;
  limits.cpu_seconds = std::clamp(cpu_seconds, 1, limits_.cpu_seconds);
  if (layers_.limits) held.limits = set_limits(limits);
  if (layers_.no_new_privileges) held.no_new_privileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (ruleset_ >= 0) {
    held.landlock = ::syscall(SYS_landlock_restrict_self, ruleset_, 0) == 0;
    ::close(ruleset_);
  }
  if (!filter_.empty()) {
    std::vector<sock_filter> instructions = filter_;
    for (sock_filter& instruction : instructions) {
      if (instruction.k == kOwnProcess) instruction.k = static_cast<std::uint32_t>(::getpid());
    }
    sock_fprog program{};
    program.len = static_cast<unsigned short>(instructions.size());
    program.filter = instructions.data();
    held.seccomp = ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
  }
  return held;
}

Layers available_layers() {
  const Sandbox sandbox({}, {true, true, true, true, true});
  Layers held;
  // A process that somebody kills from outside tells nothing about the system: it is tried again, twice.
  for (int tries = 3; tries > 0 && !try_layers(sandbox, held); --tries) held = {};
  return held;
}

}  // namespace pactable::batch
