// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/fork_server.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "batch/inputs.h"
#include "batch/workers.h"
#include "core/current_page.h"
#include "unit/batch/scratch_folder.h"

using namespace pactable;
using batch::ForkServer;
using test::ScratchFolder;

namespace {

volatile int depth_reached = 0;

/// Deeper than any stack; the bytes are read after the call so that no compiler makes a loop of it.
int without_end(int depth) {
  std::array<volatile char, 4096> frame{};
  frame[static_cast<std::size_t>(depth) % frame.size()] = 1;
  depth_reached = depth;
  const int below = depth < 1'000'000'000 ? without_end(depth + 1) : 0;
  return below + frame[static_cast<std::size_t>(depth) % frame.size()];
}

std::string refusal(bool refused) { return refused ? "refused" : "allowed"; }

/// Does what the document says.
std::string obey(std::string_view bytes, std::string_view beside, const std::string& request) {
  note_page(7);
  if (bytes == "abort") std::abort();
  if (bytes == "overflow") return std::to_string(without_end(0));
  while (bytes == "spin") depth_reached = 1;
  if (bytes == "sleep") std::this_thread::sleep_for(std::chrono::hours(1));
  if (bytes == "out of memory") {
    if (std::malloc(std::size_t{1} << 45U) == nullptr) std::fputs("Out of memory\n", stderr);
    std::abort();
  }
  if (bytes == "exit") ::_exit(3);
  if (bytes == "open") return refusal(::open("/etc/passwd", O_RDONLY) < 0);
  if (bytes == "open tables") return refusal(::open("/usr/share/poppler", O_RDONLY | O_DIRECTORY) < 0);
  if (bytes == "create") return refusal(::open("/tmp/pactable-escape", O_WRONLY | O_CREAT, 0600) < 0);
  if (bytes == "socket") return refusal(::socket(AF_INET, SOCK_STREAM, 0) < 0);
  if (bytes == "unix socket") return refusal(::socket(AF_UNIX, SOCK_STREAM, 0) < 0);
  if (bytes == "program") {
    ::execl("/bin/true", "true", nullptr);
    return refusal(errno == EPERM || errno == EACCES);
  }
  if (bytes == "fork") return refusal(::fork() < 0);
  if (bytes == "signal") return refusal(::kill(::getppid(), SIGTERM) < 0);
  if (bytes == "descriptors") {
    std::string open;
    for (int number = 0; number < 64; ++number) {
      struct stat status {};
      if (::fstat(number, &status) == 0) open += std::to_string(number) + ' ';
    }
    return open;
  }
  return request + ": " + std::string(bytes) + std::string(beside);
}

class Server {
 public:
  explicit Server(batch::Limits limits = {}) : server_(ForkServer::start(obey, limits, batch::available_layers())) {
    BOOST_REQUIRE(server_.has_value());
  }
  ForkServer::Answer ask(const std::string& bytes) {
    const auto file = batch::open_file(scratch_.write("document" + std::to_string(count_++), bytes));
    BOOST_REQUIRE(file.has_value());
    return server_->run({file->get(), -1}, "name", batch::Limits().cpu_seconds);
  }
  ErrorCode code_of(const std::string& bytes) {
    const ForkServer::Answer answer = ask(bytes);
    BOOST_TEST((answer.kind == ForkServer::Answer::Kind::kFailed));
    BOOST_TEST_MESSAGE(bytes << ": " << answer.error.message);
    message = answer.error.message;
    return answer.error.code;
  }
  std::string message;

 private:
  ScratchFolder scratch_;
  std::atomic<int> count_{0};
  Result<ForkServer> server_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_document_is_answered_and_the_next_one_too) {
  Server server;
  BOOST_TEST(server.ask("bytes").bytes == "name: bytes");
  BOOST_TEST(server.ask("").bytes == "name: ");
  const std::string large(3'000'000, 'x');
  BOOST_TEST((server.ask(large).bytes == "name: " + large));
}

BOOST_AUTO_TEST_CASE(what_ends_a_process_is_told_apart_and_ends_nothing_else) {
  Server server({1, 100, std::uint64_t{1} << 30U});
  BOOST_TEST((server.code_of("abort") == ErrorCode::kCrashed));
  BOOST_TEST(server.message == "ended by signal 6 (SIGABRT) while page 7 was read");
  BOOST_TEST((server.code_of("overflow") == ErrorCode::kCrashed));
  BOOST_TEST((server.code_of("exit") == ErrorCode::kCrashed));
  BOOST_TEST((server.code_of("out of memory") == ErrorCode::kOutOfMemory));
  BOOST_TEST((server.code_of("spin") == ErrorCode::kTimedOut));
  BOOST_TEST(server.message == "more than 1 seconds of computing while page 7 was read");
  BOOST_TEST(server.ask("still here").bytes == "name: still here");
  Server impatient({60, 1, std::uint64_t{1} << 30U});
  BOOST_TEST((impatient.code_of("sleep") == ErrorCode::kTimedOut));
  BOOST_TEST(impatient.ask("still here").bytes == "name: still here");
}

BOOST_AUTO_TEST_CASE(a_process_cannot_reach_files_sockets_or_programs) {
  const batch::Layers layers = batch::available_layers();
  Server server;
  if (layers.seccomp) {
    for (const char* act : {"create", "socket", "unix socket", "program", "fork", "signal"}) {
      BOOST_TEST(server.ask(act).bytes == "refused", act);
    }
  }
  if (layers.landlock) {
    BOOST_TEST(server.ask("open").bytes == "refused");
    BOOST_TEST(server.ask("open tables").bytes == "allowed");
  }
  BOOST_TEST(layers.process);
  BOOST_TEST(layers.limits);
  BOOST_TEST(layers.no_new_privileges);
}

BOOST_AUTO_TEST_CASE(a_process_that_cannot_enter_a_layer_reads_nothing) {
  const batch::Layers layers = batch::available_layers();
  if (!layers.landlock) return;
  const ScratchFolder scratch;
  const auto file = batch::open_file(scratch.write("document", "bytes"));
  BOOST_REQUIRE(file.has_value());
  // The kernel stacks sixteen rule sets, and refuses the next one.
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr int kMostRuleSets = 16;
    for (int i = 0; i < kMostRuleSets; ++i) {
      batch::Layers one;
      one.no_new_privileges = one.landlock = true;
      static_cast<void>(batch::Sandbox({}, one).enter(batch::Limits().cpu_seconds));
    }
    auto server = ForkServer::start(obey, {}, layers);
    const ForkServer::Answer answer = server->run({file->get()}, "name", batch::Limits().cpu_seconds);
    const bool refused = answer.kind == ForkServer::Answer::Kind::kFailed &&
                         answer.error.code == ErrorCode::kInternal && answer.bytes.empty();
    ::_exit(refused ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  BOOST_TEST(status == 0);
}

BOOST_AUTO_TEST_CASE(a_process_has_its_input_its_pipe_and_nothing_else_open) {
  std::ifstream secret("/etc/hostname");
  Server server;
  const std::string open = server.ask("descriptors").bytes;
  BOOST_TEST_MESSAGE(open);
  // Standard input and output are /dev/null, standard error is a pipe that is looked through for "Out of memory".
  BOOST_TEST(std::count(open.begin(), open.end(), ' ') == 5);
}

BOOST_AUTO_TEST_CASE(many_threads_are_served_at_once) {
  Server server;
  std::vector<std::string> answers(64);
  batch::work_through(answers.size(), 8,
                      [&](std::size_t i) { answers[i] = server.ask(i % 9 == 0 ? "abort" : std::to_string(i)).bytes; });
  for (std::size_t i = 0; i < answers.size(); ++i) {
    BOOST_TEST(answers[i] == (i % 9 == 0 ? "" : "name: " + std::to_string(i)));
  }
}
