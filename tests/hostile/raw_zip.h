// SPDX-License-Identifier: GPL-3.0-or-later
// What: ZIP archives written record by record, so that a test can make any of them lie. Entries are stored, not
// deflated.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pactable::test {

class RawZip {
 public:
  struct Entry {
    std::string name, bytes;
    std::string local_name;                  // where it differs from the directory's
    std::uint32_t packed_lie = 0;            // added to the packed size in the directory
    std::uint32_t size_lie = 0;              // added to the unpacked size in the directory
    std::uint32_t attributes = 0644u << 16;  // Unix mode in the upper half
    int same_bytes_as = -1;                  // index of the entry whose record it points at
  };

  RawZip& add(Entry entry) {
    entries_.push_back(std::move(entry));
    return *this;
  }
  RawZip& add(const std::string& name, const std::string& bytes) {
    return add(Entry{name, bytes, {}, 0, 0, 0644u << 16, -1});
  }
  RawZip& count_lie(int difference) {
    count_lie_ = difference;
    return *this;
  }

  [[nodiscard]] std::string bytes() const {
    std::string out, directory;
    std::vector<std::uint32_t> offsets;
    for (const Entry& entry : entries_) {
      const std::string& local = entry.local_name.empty() ? entry.name : entry.local_name;
      const bool shared = entry.same_bytes_as >= 0;
      offsets.push_back(shared ? offsets[static_cast<std::size_t>(entry.same_bytes_as)]
                               : static_cast<std::uint32_t>(out.size()));
      const auto size = static_cast<std::uint32_t>(entry.bytes.size());
      const std::uint32_t sum = crc(entry.bytes);
      if (!shared) {
        out += "PK\x03\x04" + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(sum, 4) +
               number(size, 4) + number(size, 4) + number(local.size(), 2) + number(0, 2) + local + entry.bytes;
      }
      directory += "PK\x01\x02" + number(0x0314, 2) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                   number(sum, 4) + number(size + entry.packed_lie, 4) + number(size + entry.size_lie, 4) +
                   number(entry.name.size(), 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) +
                   number(entry.attributes, 4) + number(offsets.back(), 4) + entry.name;
    }
    const auto count = static_cast<std::uint64_t>(static_cast<int>(entries_.size()) + count_lie_);
    return out + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
           number(directory.size(), 4) + number(out.size(), 4) + number(0, 2);
  }

 private:
  static std::string number(std::uint64_t value, int size) {
    std::string out;
    for (; size > 0; --size, value >>= 8) out += static_cast<char>(value & 0xFF);
    return out;
  }
  static std::uint32_t crc(const std::string& bytes) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char c : bytes) {
      sum ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320U : sum >> 1;
    }
    return ~sum;
  }

  std::vector<Entry> entries_;
  int count_lie_ = 0;
};

}  // namespace pactable::test
