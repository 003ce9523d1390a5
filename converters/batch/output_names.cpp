// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_names.h"

#include <fmt/format.h>

#include <map>

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
  for (const std::string& path : paths) names.push_back(safe_name(path));

  // A name with its suffix may in turn be the plain name of another document: that one is given its suffix then.
  std::vector<bool> suffixed(paths.size(), false);
  for (bool changed = true; changed;) {
    changed = false;
    std::map<std::string, int> seen;
    for (const std::string& name : names) ++seen[unicode::fold(name)];
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string key = unicode::fold(names[i]);
      const bool taken = key == kManifestName || key.ends_with(kFirstPartOfExtension);
      if (suffixed[i] || (seen[key] < 2 && !taken)) continue;
      names[i] = with_suffix(names[i], "-" + sha256_hex(paths[i]).substr(0, kSuffixDigits));
      suffixed[i] = changed = true;
    }
  }

  std::map<std::string, int> taken;
  for (const std::string& name : names) taken.try_emplace(unicode::fold(name), 0);
  for (std::string& name : names) {
    const std::string plain = name;
    for (int count = 2; taken[unicode::fold(name)]++ > 0; ++count) name = with_suffix(plain, fmt::format("-{}", count));
  }
  return names;
}

}  // namespace pactable::batch
