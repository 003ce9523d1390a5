// SPDX-License-Identifier: GPL-3.0-or-later
// What: does a piece of work on each document in a process of its own, forked from a small server.
// In:   the work, and per document an open file and a few words. Out: the bytes that the work answered, or what ended
// it. Never: opens or reads the document in this process; a crash, a limit or a hang ends one process and nothing else.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "batch/isolation.h"
#include "batch/task.h"
#include "core/result.h"

namespace pactable::batch {

class ForkServer {
 public:
  /// Runs in the sandboxed process: the document's bytes, those of a file beside it and the words of the request to an
  /// answer.
  using Work = std::function<std::string(std::string_view bytes, std::string_view beside, const std::string& request)>;

  /// Runs before documents are forked off, in the process that forks them and without a sandbox, with the words of a
  /// request: what it makes is there for its documents and those after them.
  using Prepare = std::function<void(const std::string& request)>;

  struct Answer {
    enum class Kind {
      kDone,
      kFailed,  // crashed, out-of-memory, timed-out, limit-exceeded
      kLost,    // the server itself was ended from outside: nothing is known about the document
    };
    Kind kind = Kind::kLost;
    std::string bytes;  // where it is done
    Error error;        // where it is not
    Use use;
  };

  /// Forks the server at once: call it while this process is small and has one thread. Fails with internal.
  [[nodiscard]] static Result<ForkServer> start(Work work, const Limits& limits, const Layers& layers,
                                                Prepare prepare = {});

  ForkServer(ForkServer&& other) noexcept;
  ForkServer& operator=(ForkServer&&) = delete;
  ForkServer(const ForkServer&) = delete;
  ForkServer& operator=(const ForkServer&) = delete;
  ~ForkServer();

  /// Descriptors open for reading, at their beginning; they stay open. `beside` is -1 where there is no such file.
  struct Files {
    int input = -1, beside = -1;
  };

  /// Bytes of the longest answer that is taken; a plan takes some ten times its document's text, and no plan is longer.
  static constexpr std::size_t kMaxAnswerBytes = std::size_t{256} << 20U;

  /// A process that cannot enter a layer that the server was started with reads nothing, and fails with internal. Safe
  /// to call from several threads at once. A process that was killed from outside is tried again, twice.
  /// `cpu_seconds` is what is left of the document's budget; not more than the limits allow is taken.
  [[nodiscard]] Answer run(const Files& files, const std::string& request, double cpu_seconds);

 private:
  ForkServer(int control, const Limits& limits) : control_(control), limits_(limits) {}
  [[nodiscard]] int take_worker(const std::string& request);
  void return_worker(int worker);
  [[nodiscard]] Answer run_once(int worker, const Files& files, const std::string& request, int cpu_seconds,
                                bool& worker_lives, bool& killed) const;

  int control_ = -1;
  Limits limits_;
  std::mutex mutex_;
  std::vector<int> idle_;  // sockets, one to each process that forks one document after the other
};

}  // namespace pactable::batch
