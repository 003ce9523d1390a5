// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/fork_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "batch/descriptors.h"
#include "core/current_page.h"

namespace pactable::batch {
namespace {

constexpr std::size_t kMaxInputBytes = std::size_t{1} << 30U;
constexpr std::size_t kMaxComplaintBytes = 4096;
constexpr int kTries = 3;
constexpr int kServerSocket = 3;
constexpr std::string_view kAnswerEnd = "pactable-answer-ends\n";

constexpr int kNotSandboxed = 99;  // exit status of a process that could not enter a layer

struct Verdict {
  int status = 0;           // as of waitpid
  int page = 0, pages = 0;  // page: 1-based, 0: none was being read; pages: 0: nobody knows
  double cpu_seconds_before_page = 0;
  bool timed_out = false, out_of_memory = false;
  Layers held;
  double cpu_seconds = 0;
  long peak_memory_kib = 0;
};

/// What stands before the words of a request.
struct Head {
  int cpu_seconds = 0;
};

/// In memory that a process and the one that forked it share.
struct Shared {
  PageProgress progress;
  Layers held;
};

using Clock = std::chrono::steady_clock;

/// One document after the other, each in a process that is forked from here.
class Worker {
 public:
  Worker(const ForkServer::Work& work, const ForkServer::Prepare& prepare, const Limits& limits, const Sandbox& sandbox,
         int control, int nothing)
      : work_(work), prepare_(prepare), limits_(limits), sandbox_(sandbox), control_(control), nothing_(nothing) {
    void* shared = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) ::_exit(1);
    shared_ = new (shared) Shared;
    watch_pages(&shared_->progress);
  }

  [[noreturn]] void serve() {
    Message request;
    while (receive_message(control_, request)) {
      if (request.descriptors.size() < 2) break;
      const Descriptor input = std::move(request.descriptors[0]);
      Descriptor answer = std::move(request.descriptors[1]);
      const Descriptor beside = request.descriptors.size() > 2 ? std::move(request.descriptors[2]) : Descriptor();
      Head head;
      if (request.bytes.size() < sizeof head) break;
      std::memcpy(&head, request.bytes.data(), sizeof head);
      request.bytes.erase(0, sizeof head);
      if (prepare_) prepare_(request.bytes);
      const Verdict verdict = fork_for(request.bytes, head, input, beside, answer);
      if (!send_message(control_, {reinterpret_cast<const char*>(&verdict), sizeof verdict})) break;
    }
    ::_exit(0);
  }

 private:
  Verdict fork_for(const std::string& request, const Head& head, const Descriptor& input, const Descriptor& beside,
                   Descriptor& answer) {
    Verdict verdict;
    Descriptor complaints, complain;
    if (!make_pipe(complaints, complain, O_NONBLOCK)) ::_exit(1);
    shared_->progress.page.store(0);
    shared_->progress.total.store(0);
    shared_->progress.cpu_milliseconds.store(0);
    const pid_t server = ::getpid();
    const pid_t child = ::fork();
    if (child < 0) ::_exit(1);
    if (child == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (::getppid() != server) ::_exit(1);
      complaints.close();
      work_in_child(request, head, input.get(), beside.get(), answer.get(), complain.get());
    }
    answer.close();
    complain.close();
    verdict.timed_out = wait_for(child);
    rusage used{};
    ::wait4(child, &verdict.status, 0, &used);
    verdict.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    verdict.peak_memory_kib = used.ru_maxrss;
    verdict.page = shared_->progress.page.load();
    verdict.pages = shared_->progress.total.load();
    verdict.cpu_seconds_before_page = shared_->progress.cpu_milliseconds.load() / 1e3;
    verdict.held = shared_->held;
    std::string text;
    static_cast<void>(read_all(complaints.get(), text, kMaxComplaintBytes));
    verdict.out_of_memory =
        text.find("Out of memory") != std::string::npos || text.find("bad_alloc") != std::string::npos;
    return verdict;
  }

  static double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  }

  /// True where its time was up; where the driver is gone this process ends too.
  bool wait_for(pid_t child) const {
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    const auto end = Clock::now() + std::chrono::seconds(limits_.wall_seconds);
    std::array<pollfd, 2> watched = {pollfd{handle.get(), POLLIN, 0}, pollfd{control_, 0, 0}};
    for (;;) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
      const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(std::max<long>(left, 0)));
      if (ready < 0 && errno == EINTR) continue;
      if ((watched[0].revents & POLLIN) != 0) return false;
      ::kill(child, SIGKILL);
      if (ready > 0) ::_exit(0);
      return true;
    }
  }

  [[noreturn]] void work_in_child(const std::string& request, const Head& head, int input, int beside, int answer,
                                  int complain) const {
    ::dup2(nothing_, STDIN_FILENO);
    ::dup2(nothing_, STDOUT_FILENO);
    ::dup2(complain, STDERR_FILENO);
    for (const int open : {nothing_, complain, control_}) ::close(open);
    shared_->held = sandbox_.enter(head.cpu_seconds);
    if (shared_->held != sandbox_.layers()) ::_exit(kNotSandboxed);
    std::string bytes, more;
    if (read_all(input, bytes, kMaxInputBytes) != 0) ::_exit(1);
    if (beside >= 0 && read_all(beside, more, kMaxInputBytes) != 0) ::_exit(1);
    std::string reply = work_(bytes, more, request);
    reply += kAnswerEnd;
    ::_exit(write_all(answer, reply) == 0 ? 0 : 1);
  }

  const ForkServer::Work& work_;
  const ForkServer::Prepare& prepare_;
  Limits limits_;
  const Sandbox& sandbox_;
  int control_, nothing_;
  Shared* shared_ = nullptr;
};

[[noreturn]] void serve(const ForkServer::Work& work, const ForkServer::Prepare& prepare, const Limits& limits,
                        const Layers& layers) {
  // Whoever started the program may have taken signals for himself.
  for (int signal = 1; signal < SIGRTMIN; ++signal) std::signal(signal, SIG_DFL);
  // Ctrl-C goes to the whole group; when to stop is the driver's to say.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
  std::signal(SIGHUP, SIG_IGN);
  std::signal(SIGCHLD, SIG_IGN);
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, standard);
  const Sandbox sandbox(limits, layers);
  Message request;
  while (receive_message(kServerSocket, request)) {
    if (request.descriptors.size() != 1) continue;
    const Descriptor worker = std::move(request.descriptors[0]);
    if (prepare) prepare(request.bytes);
    if (::fork() != 0) continue;
    std::signal(SIGCHLD, SIG_DFL);
    ::close(kServerSocket);
    Worker(work, prepare, limits, sandbox, worker.get(), nothing).serve();
  }
  ::_exit(0);
}

std::string while_reading(const Verdict& verdict) {
  if (verdict.page <= 0) return {};
  if (verdict.pages <= 0) return fmt::format(" while page {} was read", verdict.page);
  return fmt::format(" while page {} of {} was read", verdict.page, verdict.pages);
}

Error not_sandboxed(const Layers& held) {
  const std::vector<std::string> layers = names(held);
  return {ErrorCode::kInternal,
          fmt::format("the process could enter only these layers of its isolation, and read nothing: {}",
                      layers.empty() ? "none" : fmt::format("{}", fmt::join(layers, ", ")))};
}

Error error_of(const Verdict& verdict, const Limits& limits) {
  if (WIFEXITED(verdict.status) && WEXITSTATUS(verdict.status) == kNotSandboxed) return not_sandboxed(verdict.held);
  const std::string where = while_reading(verdict);
  if (verdict.timed_out) {
    return {ErrorCode::kTimedOut, fmt::format("no result after {} seconds{}", limits.wall_seconds, where)};
  }
  const int signal = WIFSIGNALED(verdict.status) ? WTERMSIG(verdict.status) : 0;
  if (signal == SIGXCPU || (signal == SIGKILL && verdict.cpu_seconds >= limits.cpu_seconds)) {
    return {ErrorCode::kTimedOut, fmt::format("more than {} seconds of computing{}", limits.cpu_seconds, where)};
  }
  if (verdict.out_of_memory) {
    return {ErrorCode::kOutOfMemory,
            fmt::format("more than {} MiB of memory are needed{}", limits.memory_bytes >> 20U, where)};
  }
  if (signal == 0) {
    return {ErrorCode::kCrashed,
            fmt::format("the process ended with status {} and without a result{}", WEXITSTATUS(verdict.status), where)};
  }
  const char* name = ::sigabbrev_np(signal);
  return {ErrorCode::kCrashed,
          fmt::format("ended by signal {} (SIG{}){}", signal, name != nullptr ? name : "?", where)};
}

}  // namespace

Result<ForkServer> ForkServer::start(Work work, const Limits& limits, const Layers& layers, Prepare prepare) {
  Descriptor ours, theirs;
  if (!make_socket_pair(ours, theirs)) return fail(ErrorCode::kInternal, "the system gives no more sockets");
  const pid_t server = ::fork();
  if (server < 0) return fail(ErrorCode::kInternal, "the system gives no more processes");
  if (server == 0) {
    // Forked once more, so that its end is nobody's to wait for.
    if (::fork() != 0) ::_exit(0);
    if (theirs.get() != kServerSocket) ::dup2(theirs.release(), kServerSocket);
    ::syscall(SYS_close_range, kServerSocket + 1, ~0U, 0);
    serve(work, prepare, limits, layers);
  }
  ::waitpid(server, nullptr, 0);
  return ForkServer(ours.release(), limits);
}

ForkServer::ForkServer(ForkServer&& other) noexcept
    : control_(std::exchange(other.control_, -1)), limits_(other.limits_), idle_(std::move(other.idle_)) {}

ForkServer::~ForkServer() {
  for (const int worker : idle_) ::close(worker);
  if (control_ >= 0) ::close(control_);
}

int ForkServer::take_worker(const std::string& request) {
  const std::lock_guard lock(mutex_);
  if (!idle_.empty()) {
    const int worker = idle_.back();
    idle_.pop_back();
    return worker;
  }
  Descriptor ours, theirs;
  if (!make_socket_pair(ours, theirs)) return -1;
  const int passed = theirs.get();
  return send_message(control_, request, {&passed, 1}) ? ours.release() : -1;
}

void ForkServer::return_worker(int worker) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(worker);
}

ForkServer::Answer ForkServer::run_once(int worker, const Files& files, const std::string& request, int cpu_seconds,
                                        bool& worker_lives, bool& killed) const {
  Answer answer;
  Descriptor read_end, write_end;
  worker_lives = false;
  if (!make_pipe(read_end, write_end)) return answer;
  const std::array passed = {files.input, write_end.get(), files.beside};
  const std::size_t count = files.beside >= 0 ? 3 : 2;
  const Head head{cpu_seconds};
  const std::string message_bytes = std::string(reinterpret_cast<const char*>(&head), sizeof head) + request;
  if (!send_message(worker, message_bytes, std::span(passed).first(count))) return answer;
  write_end.close();
  const auto begin = Clock::now();
  const bool whole = read_all(read_end.get(), answer.bytes, kMaxAnswerBytes) == 0;
  const bool too_long = answer.bytes.size() > kMaxAnswerBytes;
  read_end.close();
  Message message;
  Verdict verdict;
  if (!receive_message(worker, message) || message.bytes.size() != sizeof verdict) return answer;
  worker_lives = true;
  std::memcpy(&verdict, message.bytes.data(), sizeof verdict);
  answer.kind = Answer::Kind::kFailed;
  answer.use = {std::chrono::duration<double>(Clock::now() - begin).count(),
                verdict.cpu_seconds,
                verdict.peak_memory_kib,
                verdict.page,
                verdict.pages,
                verdict.cpu_seconds_before_page,
                WIFSIGNALED(verdict.status) ? WTERMSIG(verdict.status) : 0,
                1};
  // One that holds back SIGXCPU is killed by the system as its time is up, and had its turn.
  killed = WIFSIGNALED(verdict.status) && WTERMSIG(verdict.status) == SIGKILL && !verdict.timed_out &&
           verdict.cpu_seconds < cpu_seconds;
  if (too_long) {
    answer.error = {ErrorCode::kLimit, fmt::format("what it becomes has more than {} MiB", kMaxAnswerBytes >> 20U)};
  } else if (verdict.status == 0 && whole && answer.bytes.ends_with(kAnswerEnd)) {
    answer.kind = Answer::Kind::kDone;
    answer.bytes.resize(answer.bytes.size() - kAnswerEnd.size());
  } else {
    Limits limits = limits_;
    limits.cpu_seconds = cpu_seconds;
    answer.error = error_of(verdict, limits);
  }
  return answer;
}

ForkServer::Answer ForkServer::run(const Files& files, const std::string& request, double cpu_seconds) {
  Answer answer;
  const int whole_seconds = std::clamp(static_cast<int>(std::lround(cpu_seconds)), 1, limits_.cpu_seconds);
  for (int attempt = 0; attempt < kTries; ++attempt) {
    const int worker = take_worker(request);
    if (worker < 0) return {};
    bool worker_lives = false, killed = false;
    ::lseek(files.input, 0, SEEK_SET);
    if (files.beside >= 0) ::lseek(files.beside, 0, SEEK_SET);
    answer = run_once(worker, files, request, whole_seconds, worker_lives, killed);
    if (worker_lives) {
      return_worker(worker);
    } else {
      ::close(worker);
    }
    if (worker_lives && !killed) return answer;
  }
  return answer;
}

}  // namespace pactable::batch
