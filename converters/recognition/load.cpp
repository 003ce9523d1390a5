// SPDX-License-Identifier: GPL-3.0-or-later
#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "recognition/module.h"

namespace pactable::recognition {
namespace {

namespace fs = std::filesystem;

fs::path module_path() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  return (program.parent_path() / kModuleFolder / kModuleFile).lexically_normal();
}

std::string missing_library(const std::string& reason) {
  if (reason.find("libtesseract") != std::string::npos) return "; the Debian package libtesseract5 has it";
  if (reason.find("liblept") != std::string::npos) return "; the Debian package liblept5 has it";
  return "";
}

// The module stays loaded until the process ends: Tesseract's libraries keep state of their own.
Result<Factory> factory() {
  const fs::path path = module_path();
  std::error_code error;
  if (path.empty() || !fs::is_regular_file(path, error)) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("pictures of pages cannot be read: the module {} is missing; it is built with the program "
                            "where the Debian package libtesseract-dev is installed",
                            path.empty() ? kModuleFile : path.string()));
  }
  void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr) {
    const char* const said = ::dlerror();
    const std::string reason = said != nullptr ? said : "unknown reason";
    return fail(ErrorCode::kUnsupported,
                fmt::format("pictures of pages cannot be read: {}{}", reason, missing_library(reason)));
  }
  void* const symbol = ::dlsym(module, kFactoryName);
  if (symbol == nullptr) {
    return fail(ErrorCode::kUnsupported, fmt::format("{} is no recogniser of this program", path.string()));
  }
  return reinterpret_cast<Factory>(symbol);
}

}  // namespace

Result<std::unique_ptr<Recogniser>> load(std::span<const std::string> languages) {
  const Result<Factory> make = factory();
  if (!make) return tl::unexpected(make.error());
  Error error;
  std::unique_ptr<Recogniser> recogniser((*make)(kModuleVersion, languages.data(), languages.size(), &error));
  if (recogniser == nullptr) return tl::unexpected(std::move(error));
  return recogniser;
}

}  // namespace pactable::recognition
