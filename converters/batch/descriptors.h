// SPDX-License-Identifier: GPL-3.0-or-later
// What: descriptors that close themselves, and messages between processes that carry descriptors along.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pactable::batch {

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }
  void close();
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Both ends close on exec; false where the system has no more.
[[nodiscard]] bool make_pipe(Descriptor& read_end, Descriptor& write_end, int flags = 0);
/// Two ends of a socket that keeps messages apart.
[[nodiscard]] bool make_socket_pair(Descriptor& one, Descriptor& other);

struct Message {
  std::string bytes;
  std::vector<Descriptor> descriptors;
};

/// At most four descriptors, at most kMaxMessageBytes; false where the other end is gone.
[[nodiscard]] bool send_message(int socket, std::string_view bytes, std::span<const int> descriptors = {});
/// False where the other end is gone.
[[nodiscard]] bool receive_message(int socket, Message& message);
inline constexpr std::size_t kMaxMessageBytes = 64 * 1024;

/// Writes everything, over interruptions; 0 or an error number.
[[nodiscard]] int write_all(int file, std::string_view bytes);
/// Appends what can be read until the end or until there are more than `limit` bytes; 0 or an error number.
[[nodiscard]] int read_all(int file, std::string& out, std::size_t limit);

}  // namespace pactable::batch
