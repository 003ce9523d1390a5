// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output_names.h"

#include <algorithm>
#include <array>

#include "core/sha256.h"
#include "core/unicode.h"

namespace pactable::batch {
namespace {

// 255 bytes is the bound of the common file systems; an extension and the suffix of an editor's copy still fit.
constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kDigits = 8;
constexpr char kBeforeDigits = '~';
// As XML "a.akn" would be named as "a" is as Akoma Ntoso (a.akn.xml); "corpus" as the manifest.
constexpr std::string_view kFirstPartOfExtension = ".akn", kManifest = "corpus";
// A folder of such a name could stand where a file is to be written, "csv" where the tables of the corpus are.
constexpr std::array<std::string_view, 8> kOwnExtensions = {".json", ".xml", ".md",     ".html",
                                                            ".png",  ".csv", ".sqlite", ".jsonl"};
constexpr std::string_view kTables = "csv";
// Whatever follows the first dot, Windows opens a device.
constexpr std::array<std::string_view, 6> kDevices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
constexpr std::array<std::string_view, 2> kNumberedDevices = {"com", "lpt"};

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

bool is_device(std::string_view name) {
  const std::string base = unicode::fold(name.substr(0, name.find_first_of(". ")));
  if (std::find(kDevices.begin(), kDevices.end(), base) != kDevices.end()) return true;
  const bool numbered = base.size() == 4 && base[3] >= '0' && base[3] <= '9';
  return numbered && std::any_of(kNumberedDevices.begin(), kNumberedDevices.end(),
                                 [&](std::string_view device) { return base.starts_with(device); });
}

void settle_ends(std::string& name) {
  for (std::size_t i = 0; i < name.size() && (name[i] == '.' || name[i] == '-'); ++i) name[i] = '_';
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  if (name.empty()) name = "document";
  if (is_device(name)) name.insert(0, "_");
}

std::string safe_part(std::string_view part) {
  std::string name;
  for (const char32_t c : unicode::to_code_points(unicode::nfc(part))) {
    unicode::append_utf8(name, is_unsafe(c) ? U'_' : c);
  }
  cut(name, kMaxNameBytes - kDigits - 1);
  settle_ends(name);
  return name;
}

bool are_digits(std::string_view part) {
  return part.size() == kDigits && part.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// True where no other part is written as this one, whatever a file system takes for the same.
bool stands_alone(std::string_view part, std::string_view safe, bool is_folder) {
  if (safe != part || unicode::fold(part) != part) return false;
  // A name with its digits, or two parts in a flat name, must not be met.
  if (part.find(kBeforeDigits) != std::string_view::npos || are_digits(part)) return false;
  if (!is_folder) return part != kManifest && !part.ends_with(kFirstPartOfExtension);
  return part != kTables && std::none_of(kOwnExtensions.begin(), kOwnExtensions.end(),
                                         [&](std::string_view extension) { return part.ends_with(extension); });
}

std::string name_of(std::string_view part, bool is_folder) {
  std::string name = safe_part(part);
  if (!stands_alone(part, name, is_folder)) name += kBeforeDigits + sha256_hex(part).substr(0, kDigits);
  return name;
}

}  // namespace

std::string output_name(std::string_view path) {
  std::string name;
  for (;;) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return name + name_of(path, false);
    name += name_of(path.substr(0, slash), true) + '/';
    path.remove_prefix(slash + 1);
  }
}

bool is_output_name(std::string_view name) {
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    // No output has a hidden part; "." and ".." would lead elsewhere.
    if (part.empty() || part.starts_with('.') || part.find('\0') != std::string_view::npos) return false;
    begin = end + 1;
  }
  return name != "corpus.json";
}

std::string flat_name(std::string_view output_name) {
  std::string name(output_name);
  std::replace(name.begin(), name.end(), '/', kBeforeDigits);
  if (name.size() <= kMaxNameBytes) return name;
  cut(name, kMaxNameBytes - kDigits - 1);
  return name + kBeforeDigits + sha256_hex(output_name).substr(0, kDigits);
}

}  // namespace pactable::batch
