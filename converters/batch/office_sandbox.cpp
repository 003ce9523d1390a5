// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/office_sandbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <poll.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <system_error>

#include "batch/seccomp_program.h"

namespace pactable::batch {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Linked content is never loaded, macros never run (names of LibreOffice's registry, 7.0 and later).
constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>2</value></prop></item>
</oor:items>
)";
constexpr const char* kVariable = "PACTABLE_OFFICE";
constexpr std::string_view kFolders = "/usr/bin:/usr/local/bin:/bin";
// Programs, libraries, fonts and settings of the system; /proc and /dev for what every program asks of them.
constexpr std::array kReadable = {"/usr",
                                  "/lib",
                                  "/lib64",
                                  "/bin",
                                  "/opt",
                                  "/etc",
                                  "/proc",
                                  "/sys",
                                  "/dev",
                                  "/var/cache/fontconfig",
                                  "/var/lib/libreoffice",
                                  "/var/spool/libreoffice"};
constexpr std::array kSocketFolders = {"/tmp", "/var/tmp"};
constexpr std::string_view kSocketBegin = "OSL_PIPE_";
constexpr rlim_t kOpenFiles = 256;
constexpr rlim_t kLargestFile = rlim_t{256} << 20U;  // a .docx that is larger is no plan
// It maps its libraries and some hundred MiB more before it has read anything.
constexpr std::uint64_t kLeastMemory = std::uint64_t{2} << 30U;
constexpr std::size_t kCopied = 64 * 1024;
// With a profile that it just made it wants to be started again, which the program before it does otherwise.
constexpr int kWantsRestart = 81, kRestarts = 2;

class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "pactable-office-XXXXXX").string();
    if (!error && ::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~PrivateFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// No socket but a local one that nobody else is reached by (it does not start without), no process, nothing of the
/// system's own; threads are its own affair.
std::vector<sock_filter> make_filter() {
  const std::unique_ptr<void, void (*)(void*)> context(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
  if (!context) return {};
  bool made = true;
  const auto refuse = [&](int call, int error) {
    made = seccomp_rule_add_array(context.get(), SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)), call, 0, nullptr) ==
               0 &&
           made;
  };
  for (const int call : {SCMP_SYS(fork),
                         SCMP_SYS(vfork),
                         SCMP_SYS(ptrace),
                         SCMP_SYS(process_vm_readv),
                         SCMP_SYS(process_vm_writev),
                         SCMP_SYS(mount),
                         SCMP_SYS(umount2),
                         SCMP_SYS(pivot_root),
                         SCMP_SYS(chroot),
                         SCMP_SYS(setns),
                         SCMP_SYS(unshare),
                         SCMP_SYS(setsid),
                         SCMP_SYS(setpgid),
                         SCMP_SYS(bpf),
                         SCMP_SYS(keyctl),
                         SCMP_SYS(add_key),
                         SCMP_SYS(request_key),
                         SCMP_SYS(perf_event_open),
                         SCMP_SYS(userfaultfd),
                         SCMP_SYS(kexec_load),
                         SCMP_SYS(init_module),
                         SCMP_SYS(finit_module)}) {
    refuse(call, EPERM);
  }
  refuse(SCMP_SYS(connect), ECONNREFUSED);
  // Libraries do without them where the system has none.
  refuse(SCMP_SYS(clone3), ENOSYS);
  refuse(SCMP_SYS(io_uring_setup), ENOSYS);
  const scmp_arg_cmp not_local = SCMP_A0(SCMP_CMP_NE, AF_UNIX);
  made = seccomp_rule_add_array(context.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, &not_local) == 0 && made;
  const scmp_arg_cmp no_thread = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0);
  made = seccomp_rule_add_array(context.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, &no_thread) == 0 && made;
  return made ? take_program(context.get()) : std::vector<sock_filter>();
}

/// Everything of version 1: what is not allowed below is refused.
constexpr std::uint64_t kAllRights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

Descriptor make_ruleset(const fs::path& folder, const std::string& program) {
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = kAllRights;
  Descriptor ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0)));
  if (!ruleset) return ruleset;
  const auto allow = [&](const char* path, std::uint64_t rights) {
    const Descriptor below(::open(path, O_PATH | O_CLOEXEC));
    if (!below) return;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = rights;
    rule.parent_fd = below.get();
    ::syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  };
  for (const char* const path : kReadable) {
    allow(path, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE);
  }
  allow("/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
  // One that somebody names may lie anywhere.
  allow(program.c_str(), LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE);
  // The name of its socket lies there whatever TMPDIR says.
  for (const char* const path : kSocketFolders) allow(path, LANDLOCK_ACCESS_FS_MAKE_SOCK);
  allow(folder.c_str(), kAllRights & ~std::uint64_t{LANDLOCK_ACCESS_FS_EXECUTE});
  return ruleset;
}

/// What a child takes over before it becomes the program. Between fork and exec only system calls are made: other
/// threads may hold any lock.
struct Preparation {
  std::vector<sock_filter> filter;
  Descriptor ruleset;
  Limits limits;
  std::vector<char*> argv, environment;

  [[noreturn]] void become(pid_t parent) const {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    static_cast<void>(enter());
    ::execve(argv[0], argv.data(), environment.data());
    ::_exit(1);
  }

  [[nodiscard]] Layers enter() const {
    Layers held;
    held.process = true;
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, standard);
    const auto limit = [](__rlimit_resource resource, rlim_t most) {
      const rlimit wanted{most, most};
      return ::setrlimit(resource, &wanted) == 0;
    };
    const auto seconds = static_cast<rlim_t>(std::max(limits.cpu_seconds, 1));
    // One second between the signal that says why and the one that cannot be caught.
    const rlimit computing{seconds, seconds + 1};
    held.limits = ::setrlimit(RLIMIT_CPU, &computing) == 0 &&
                  limit(RLIMIT_AS, std::max(limits.memory_bytes, kLeastMemory)) && limit(RLIMIT_FSIZE, kLargestFile) &&
                  limit(RLIMIT_NOFILE, kOpenFiles) && limit(RLIMIT_CORE, 0);
    held.no_new_privileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    if (ruleset) held.landlock = ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
    ::syscall(SYS_close_range, 3, ~0U, 0);
    if (!filter.empty()) {
      sock_fprog program{};
      program.len = static_cast<unsigned short>(filter.size());
      program.filter = const_cast<sock_filter*>(filter.data());
      held.seccomp = ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    }
    return held;
  }
};

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

bool copy_to(int input, const fs::path& file) {
  std::ofstream out(file, std::ios::binary);
  std::array<char, kCopied> bytes{};
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(input, bytes.data(), bytes.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0 && out.flush().good();
    out.write(bytes.data(), got);
    at += got;
  }
}

/// True where its time was up. What it left behind of its group is gone afterwards.
bool wait_for(pid_t child, int seconds, int& status, rusage& used) {
  const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
  const auto end = Clock::now() + std::chrono::seconds(seconds);
  pollfd watched{handle.get(), POLLIN, 0};
  int ready = 0;
  do {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    ready = ::poll(&watched, 1, static_cast<int>(std::max<long>(left, 0)));
  } while (ready < 0 && errno == EINTR);
  ::kill(-child, SIGKILL);
  if (ready == 0) ::kill(child, SIGKILL);
  while (::wait4(child, &status, 0, &used) < 0 && errno == EINTR) {
  }
  return ready == 0;
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Result<Descriptor> take_document(const fs::path& folder) {
  Descriptor docx(::open((folder / "document.docx").c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!docx || ::fstat(docx.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return fail(ErrorCode::kDamaged, "LibreOffice made no document of it");
  }
  if (static_cast<rlim_t>(status.st_size) > kLargestFile) {
    return fail(ErrorCode::kLimit, "the document that LibreOffice made of it has more than 256 MiB");
  }
  return docx;
}

struct Ended {
  int status = 0;
  bool late = false;
};

Result<Ended> run_once(const Preparation& preparation, Use& use) {
  const auto begin = Clock::now();
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) return fail(ErrorCode::kInternal, "the system gives no more processes");
  if (child == 0) preparation.become(parent);
  Ended ended;
  rusage used{};
  ended.late = wait_for(child, preparation.limits.wall_seconds, ended.status, used);
  use.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
  use.cpu_seconds += seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  use.peak_memory_kib = std::max(use.peak_memory_kib, used.ru_maxrss);
  ++use.processes;
  return ended;
}

/// Names of sockets that nobody listens on any more: it may make one and not take it away.
void remove_dead_sockets() {
  for (const char* const folder : kSocketFolders) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      const std::string path = at->path().string();
      struct stat status {};
      if (!at->path().filename().string().starts_with(kSocketBegin) || ::lstat(path.c_str(), &status) != 0) continue;
      sockaddr_un address{};
      if (!S_ISSOCK(status.st_mode) || status.st_uid != ::getuid() || path.size() >= sizeof address.sun_path) continue;
      address.sun_family = AF_UNIX;
      std::copy(path.begin(), path.end(), static_cast<char*>(address.sun_path));
      const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
      const int connected = ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
      if (connected != 0 && errno == ECONNREFUSED) ::unlink(path.c_str());
    }
  }
}

Result<Descriptor> run(const Preparation& preparation, const fs::path& folder, Use& use) {
  Result<Ended> ended = run_once(preparation, use);
  for (int again = 0; again < kRestarts && ended && !ended->late; ++again) {
    if (!WIFEXITED(ended->status) || WEXITSTATUS(ended->status) != kWantsRestart) break;
    remove_dead_sockets();
    ended = run_once(preparation, use);
  }
  if (!ended) return tl::unexpected<Error>(ended.error());
  const int signal = WIFSIGNALED(ended->status) ? WTERMSIG(ended->status) : 0;
  const Limits& limits = preparation.limits;
  if (ended->late) {
    return fail(ErrorCode::kTimedOut, fmt::format("LibreOffice gave nothing in {} seconds", limits.wall_seconds));
  }
  if (signal == SIGXCPU || (signal == SIGKILL && use.cpu_seconds >= limits.cpu_seconds)) {
    return fail(ErrorCode::kTimedOut,
                fmt::format("LibreOffice needed more than {} seconds of computing", limits.cpu_seconds));
  }
  if (signal != 0) return fail(ErrorCode::kCrashed, fmt::format("LibreOffice was ended by signal {}", signal));
  return take_document(folder);
}

}  // namespace

std::string office_program() {
  const char* const named = std::getenv(kVariable);
  if (named != nullptr && *named != '\0') return ::access(named, X_OK) == 0 ? named : std::string();
  std::istringstream folders{std::string(kFolders)};
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::error_code error;
    const fs::path program = fs::canonical(fs::path(folder) / "soffice", error);
    if (error) continue;
    // The script and the program before it only find this one, and start it again as another process.
    const fs::path itself = program.parent_path() / "soffice.bin";
    const fs::path& found = ::access(itself.c_str(), X_OK) == 0 ? itself : program;
    if (::access(found.c_str(), X_OK) == 0) return found.string();
  }
  return {};
}

Layers office_layers() {
  const PrivateFolder folder;
  const Preparation preparation{make_filter(), make_ruleset(folder.path(), office_program()), {}, {}, {}};
  Descriptor read_end, write_end;
  Layers held;
  if (!make_pipe(read_end, write_end)) return held;
  const pid_t child = ::fork();
  if (child == 0) {
    // Its descriptors are closed as it enters: the answer is its exit status.
    const Layers entered = preparation.enter();
    ::_exit((entered.limits ? 1 : 0) | (entered.no_new_privileges ? 2 : 0) | (entered.seccomp ? 4 : 0) |
            (entered.landlock ? 8 : 0));
  }
  int status = 0;
  if (child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status)) {
    const int bits = WEXITSTATUS(status);
    held = {true, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
  }
  return held;
}

Result<Descriptor> convert_with_office(int input, const std::string& extension, const Limits& limits, Use& use) {
  std::string program = office_program();
  if (program.empty()) {
    return fail(
        ErrorCode::kUnsupported,
        fmt::format("{} documents are read through LibreOffice: install it (Debian: libreoffice-writer)", extension));
  }
  const PrivateFolder folder;
  const fs::path home = folder.path(), profile = home / "profile", document = home / ("document" + extension);
  std::error_code error;
  bool made = !home.empty() && fs::create_directories(profile / "user", error) && copy_to(input, document);
  if (made) {
    std::ofstream settings(profile / "user" / "registrymodifications.xcu");
    made = static_cast<bool>(settings << kSettings << std::flush);
  }
  if (!made) return fail(ErrorCode::kInternal, "no private folder could be written for LibreOffice");
  std::vector<std::string> command = {std::move(program),
                                      "--headless",
                                      "--norestore",
                                      "--nolockcheck",
                                      "-env:UserInstallation=file://" + profile.string(),
                                      "--convert-to",
                                      "docx:MS Word 2007 XML",
                                      "--outdir",
                                      home.string(),
                                      document.string()};
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin",
                                          "LC_ALL=C.UTF-8",
                                          "HOME=" + home.string(),
                                          "TMPDIR=" + home.string(),
                                          "XDG_CACHE_HOME=" + home.string(),
                                          "XDG_RUNTIME_DIR=" + home.string(),
                                          "SAL_USE_VCLPLUGIN=svp"};
  const Preparation preparation{make_filter(), make_ruleset(home, command.front()), limits, pointers_to(command),
                                pointers_to(environment)};
  Result<Descriptor> docx = run(preparation, home, use);
  remove_dead_sockets();
  return docx;
}

}  // namespace pactable::batch
