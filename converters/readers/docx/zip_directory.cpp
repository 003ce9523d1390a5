// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/zip_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pactable::readers::docx {
namespace {

constexpr std::string_view kLocalMagic = "PK\x03\x04";
constexpr std::string_view kEntryMagic = "PK\x01\x02";
constexpr std::string_view kEndMagic = "PK\x05\x06";
constexpr std::string_view kEnd64Magic = "PK\x06\x06";
constexpr std::string_view kLocator64Magic = "PK\x06\x07";
constexpr std::size_t kLocalSize = 30, kEntrySize = 46, kEndSize = 22, kEnd64Size = 56, kLocator64Size = 20;
constexpr std::size_t kMaxComment = 65535;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;  // the real value stands in the ZIP64 field
constexpr std::uint16_t kZip64Field = 1;
constexpr unsigned kUnixLink = 0120000, kUnixType = 0170000;
constexpr unsigned kMadeOnUnix = 3;

// Little-endian numbers; the caller has checked the bounds.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

struct Directory {
  std::uint64_t offset = 0, size = 0, entries = 0;
};

struct Entry {
  std::uint64_t begin = 0, end = 0;  // of the local record and its data
  std::string name;
};

tl::unexpected<Error> broken(std::string message) { return fail(ErrorCode::kDamaged, std::move(message)); }

std::optional<std::size_t> find_end(std::string_view bytes) {
  if (bytes.size() < kEndSize) return std::nullopt;
  const std::size_t last = bytes.size() - kEndSize;
  const std::size_t first = last > kMaxComment ? last - kMaxComment : 0;
  const std::size_t at = bytes.rfind(kEndMagic, last);
  return at == std::string_view::npos || at < first ? std::nullopt : std::optional<std::size_t>(at);
}

Result<Directory> find_directory(std::string_view bytes) {
  const auto end = find_end(bytes);
  if (!end) return broken("the ZIP container has no directory: it may be cut off");
  Directory directory{number(bytes, *end + 16, 4), number(bytes, *end + 12, 4), number(bytes, *end + 10, 2)};
  const bool has_locator = *end >= kLocator64Size && bytes.substr(*end - kLocator64Size, 4) == kLocator64Magic;
  if (has_locator) {
    const std::uint64_t at = number(bytes, *end - kLocator64Size + 8, 8);
    if (at > bytes.size() || bytes.size() - at < kEnd64Size || bytes.substr(at, 4) != kEnd64Magic) {
      return broken("the ZIP64 directory of the container is broken");
    }
    directory = {number(bytes, at + 48, 8), number(bytes, at + 40, 8), number(bytes, at + 32, 8)};
  }
  if (directory.offset > *end || directory.size > *end - directory.offset) {
    return broken("the directory of the ZIP container lies outside of it");
  }
  return directory;
}

// Sizes and offset of an entry whose own fields are too small for them.
void read_zip64(std::string_view extra, std::uint64_t& size, std::uint64_t& packed, std::uint64_t& offset) {
  while (extra.size() >= 4) {
    const std::uint64_t id = number(extra, 0, 2);
    const std::size_t length = std::min<std::size_t>(number(extra, 2, 2), extra.size() - 4);
    std::string_view field = extra.substr(4, length);
    extra.remove_prefix(4 + length);
    if (id != kZip64Field) continue;
    for (std::uint64_t* value : {&size, &packed, &offset}) {
      if (*value != kIn64 || field.size() < 8) continue;
      *value = number(field, 0, 8);
      field.remove_prefix(8);
    }
  }
}

bool leads_outside(std::string_view name) {
  if (name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos) return true;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t slash = std::min(name.find('/', at), name.size());
    if (name.substr(at, slash - at) == "..") return true;
    at = slash + 1;
  }
  return false;
}

// Reads the directory record at `at` and moves it behind the record.
Result<Entry> read_entry(std::string_view bytes, std::uint64_t& at, std::uint64_t end) {
  if (end - at < kEntrySize || bytes.substr(at, 4) != kEntryMagic)
    return broken("the directory of the ZIP container is broken");
  const std::size_t name_size = number(bytes, at + 28, 2);
  const std::size_t extra_size = number(bytes, at + 30, 2);
  const std::size_t record = kEntrySize + name_size + extra_size + number(bytes, at + 32, 2);
  if (end - at < record) return broken("the directory of the ZIP container is cut off");
  Entry entry;
  entry.name = bytes.substr(at + kEntrySize, name_size);
  std::uint64_t packed = number(bytes, at + 20, 4);
  std::uint64_t size = number(bytes, at + 24, 4);
  entry.begin = number(bytes, at + 42, 4);
  read_zip64(bytes.substr(at + kEntrySize + name_size, extra_size), size, packed, entry.begin);
  const bool unix_link =
      number(bytes, at + 5, 1) == kMadeOnUnix && (number(bytes, at + 40, 2) & kUnixType) == kUnixLink;
  at += record;
  if (unix_link) return broken(fmt::format("the part {} is a symbolic link", entry.name));
  if (leads_outside(entry.name)) return broken("the name of a part leads out of the package");
  if (entry.begin > bytes.size() || bytes.size() - entry.begin < kLocalSize ||
      bytes.substr(entry.begin, 4) != kLocalMagic) {
    return broken(fmt::format("the part {} lies outside of the package", entry.name));
  }
  const std::size_t local_name = number(bytes, entry.begin + 26, 2);
  const std::uint64_t head = kLocalSize + local_name + number(bytes, entry.begin + 28, 2);
  const std::uint64_t rest = bytes.size() - entry.begin;
  if (rest < head || rest - head < packed) return broken(fmt::format("the part {} is cut off", entry.name));
  if (bytes.substr(entry.begin + kLocalSize, local_name) != entry.name) {
    return broken(fmt::format("the part {} has another name in its own record", entry.name));
  }
  entry.end = entry.begin + head + packed;
  return entry;
}

}  // namespace

Status check_directory(std::string_view bytes, std::uint64_t max_entries) {
  const Result<Directory> directory = find_directory(bytes);
  if (!directory) return tl::unexpected<Error>(directory.error());
  if (directory->entries > max_entries) {
    return fail(ErrorCode::kLimit,
                fmt::format("the package has {} entries, more than {}", directory->entries, max_entries));
  }
  std::vector<Entry> entries;
  std::set<std::string> names;
  std::uint64_t at = directory->offset;
  const std::uint64_t end = directory->offset + directory->size;
  for (std::uint64_t i = 0; i < directory->entries; ++i) {
    Result<Entry> entry = read_entry(bytes, at, end);
    if (!entry) return tl::unexpected<Error>(entry.error());
    if (!names.insert(entry->name).second)
      return broken(fmt::format("the package holds the part {} twice", entry->name));
    entries.push_back(std::move(*entry));
  }
  if (at != end) return broken("the directory of the ZIP container lies about its entries");
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.begin < b.begin; });
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint64_t next = i + 1 < entries.size() ? entries[i + 1].begin : directory->offset;
    if (entries[i].end > next)
      return broken(fmt::format("the bytes of the part {} are also those of another", entries[i].name));
  }
  return {};
}

}  // namespace pactable::readers::docx
