// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/language_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace pactable::recognition::tesseract {
namespace {

namespace fs = std::filesystem;

// Of Debian 12's package and of a Tesseract that was built by hand.
constexpr std::array kFolders = {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata",
                                 "/usr/local/share/tessdata"};

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// A name becomes part of a path.
bool is_name(const std::string& language) {
  return !language.empty() && std::all_of(language.begin(), language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::string package_of(std::string language) {
  std::replace(language.begin(), language.end(), '_', '-');
  std::transform(language.begin(), language.end(), language.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return "tesseract-ocr-" + language;
}

}  // namespace

Result<std::string> find_language_data(std::span<const std::string> languages) {
  if (languages.empty()) return fail(ErrorCode::kUsage, "no language to recognise is given");
  for (const std::string& language : languages) {
    if (!is_name(language)) return fail(ErrorCode::kUsage, fmt::format("\"{}\" is no name of a language", language));
  }
  fs::path folder;
  if (const char* const named = std::getenv("TESSDATA_PREFIX"); named != nullptr && *named != '\0') {
    folder = named;
    if (!is_folder(folder)) {
      return fail(ErrorCode::kUnsupported,
                  fmt::format("TESSDATA_PREFIX names {}, which is no folder; the Debian package {} puts the language "
                              "data into {}",
                              named, package_of(languages.front()), kFolders.front()));
    }
  } else {
    const auto* const found = std::find_if(kFolders.begin(), kFolders.end(), is_folder);
    if (found == kFolders.end()) {
      return fail(ErrorCode::kUnsupported,
                  fmt::format("Tesseract's data folder is missing; install the Debian package {}",
                              package_of(languages.front())));
    }
    folder = *found;
  }
  for (const std::string& language : languages) {
    std::error_code error;
    if (fs::is_regular_file(folder / (language + ".traineddata"), error)) continue;
    return fail(ErrorCode::kUnsupported,
                fmt::format("Tesseract's data for \"{}\" is not in {}; install the Debian package {}", language,
                            folder.string(), package_of(language)));
  }
  return folder.string();
}

}  // namespace pactable::recognition::tesseract
