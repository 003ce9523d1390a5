// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>

#include "core/sha256.h"
#include "core/unicode.h"

namespace pactable::batch {
namespace {

// 255 bytes is the bound of the common file systems; an extension and the suffix of an editor's copy still fit.
constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kSuffixDigits = 8;
constexpr std::string_view kManifestName = "corpus";
// Of an extension with two parts: "a.akn" as XML would be named as "a" as Akoma Ntoso (a.akn.xml) is.
constexpr std::string_view kFirstPartOfExtension = ".akn";

bool is_format_character(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFD) || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_unsafe(char32_t c) {
  constexpr std::u32string_view kReserved = U"/\\<>:\"|?*";
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || kReserved.find(c) != std::u32string_view::npos ||
         is_format_character(c);
}

void cut(std::string& name, std::size_t bytes) {
  if (name.size() <= bytes) return;
  while (bytes > 0 && (static_cast<unsigned char>(name[bytes]) & 0xC0U) == 0x80U) --bytes;
  name.resize(bytes);
}

void settle_ends(std::string& name) {
  for (std::size_t i = 0; i < name.size() && (name[i] == '.' || name[i] == '-'); ++i) name[i] = '_';
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  if (name.empty()) name = "document";
}

std::string with_suffix(std::string name, const std::string& suffix) {
  cut(name, kMaxNameBytes - suffix.size());
  return name + suffix;
}

// Names that are the same without regard to case and Unicode form. 64 bits of FNV-1a: two other names of one key, one
// batch of millions in a thousand, get a suffix that they do not need.
std::uint64_t key_of(const std::string& name) {
  std::uint64_t key = 0xCBF29CE484222325ULL;
  for (const char c : unicode::fold(name)) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return key;
}

std::vector<std::uint64_t> keys_of(const std::vector<std::string>& names) {
  std::vector<std::uint64_t> keys;
  keys.reserve(names.size());
  for (const std::string& name : names) keys.push_back(key_of(name));
  return keys;
}

/// Those that stand more than once, sorted.
std::vector<std::uint64_t> repeated(std::vector<std::uint64_t> keys) {
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint64_t> twice;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i] == keys[i - 1] && (twice.empty() || twice.back() != keys[i])) twice.push_back(keys[i]);
  }
  return twice;
}

}  // namespace

std::string safe_name(std::string_view path) {
  std::string_view file = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
  if (const std::size_t dot = file.rfind('.'); dot != std::string_view::npos && dot > 0) file = file.substr(0, dot);
  std::string name;
  for (const char32_t c : unicode::to_code_points(unicode::nfc(file))) {
    unicode::append_utf8(name, is_unsafe(c) ? U'_' : c);
  }
  cut(name, kMaxNameBytes);
  settle_ends(name);
  return name;
}

std::vector<std::string> output_names(std::span<const std::string> paths) {
  std::vector<std::string> names;
  names.reserve(paths.size());
  for (const std::string& path : paths) names.push_back(safe_name(path));

  // A name with its suffix may in turn be the plain name of another document: that one is given its suffix then.
  std::vector<bool> suffixed(paths.size(), false);
  for (bool changed = true; changed;) {
    changed = false;
    const std::vector<std::uint64_t> keys = keys_of(names);
    const std::vector<std::uint64_t> seen = repeated(keys);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool alike = std::binary_search(seen.begin(), seen.end(), keys[i]);
      const std::string key = unicode::fold(names[i]);
      const bool taken = key == kManifestName || key.ends_with(kFirstPartOfExtension);
      if (suffixed[i] || (!alike && !taken)) continue;
      names[i] = with_suffix(names[i], "-" + sha256_hex(paths[i]).substr(0, kSuffixDigits));
      suffixed[i] = changed = true;
    }
  }

  // What is alike still has the same path, or is a name that a counted one could take.
  std::vector<std::uint64_t> keys = keys_of(names);
  const std::vector<std::uint64_t> alike = repeated(keys);
  std::sort(keys.begin(), keys.end());
  std::set<std::uint64_t> taken;
  for (std::string& name : names) {
    if (!std::binary_search(alike.begin(), alike.end(), key_of(name)) || taken.insert(key_of(name)).second) continue;
    const std::string plain = name;
    for (int count = 2;; ++count) {
      name = with_suffix(plain, fmt::format("-{}", count));
      if (!std::binary_search(keys.begin(), keys.end(), key_of(name)) && taken.insert(key_of(name)).second) break;
    }
  }
  return names;
}

}  // namespace pactable::batch
