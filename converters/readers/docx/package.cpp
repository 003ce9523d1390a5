// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/package.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>

#include "readers/docx/xml_stream.h"
#include "readers/docx/zip_directory.h"

namespace pactable::readers::docx {
namespace {

constexpr std::string_view kCompoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// A target is relative to the folder of its source part (RFC 3986, only the steps that packages use).
std::string resolve(const std::string& source, const std::string& target) {
  std::string path = target.starts_with('/') ? target : source.substr(0, source.rfind('/') + 1) + target;
  std::vector<std::string> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string step = path.substr(at, slash - at);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    at = slash + 1;
  }
  return fmt::format("{}", fmt::join(steps, "/"));
}

std::string relationships_part(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

std::string last_step(const std::string& uri) { return uri.substr(uri.rfind('/') + 1); }

}  // namespace

void Package::CloseArchive::operator()(zip* archive) const { zip_discard(archive); }

Result<Package> Package::open(std::string_view bytes, const PackageLimits& limits) {
  if (const Status trusted = check_directory(bytes, limits.entries); !trusted) {
    return tl::unexpected<Error>(trusted.error());
  }
  zip_error_t error;
  zip_error_init(&error);
  const auto broken = [&](std::string_view what) {
    std::string message = fmt::format("{}: {}", what, zip_error_strerror(&error));
    zip_error_fini(&error);
    return fail(ErrorCode::kDamaged, std::move(message));
  };
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return broken("the package cannot be read");
  zip* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    return broken("the ZIP container is broken");
  }
  zip_error_fini(&error);
  Package package;
  package.archive_.reset(archive);
  package.limits_ = limits;
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive, 0));
  for (std::uint64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive, i, 0);
    if (name == nullptr) continue;
    const std::string part = name[0] == '/' ? name + 1 : name;
    if (!package.entries_.emplace(part, i).second) {
      return fail(ErrorCode::kDamaged, fmt::format("the package holds the part {} twice", part));
    }
  }
  return package;
}

Result<std::string> Package::read(const std::string& part) {
  const auto entry = entries_.find(part);
  if (entry == entries_.end()) return fail(ErrorCode::kDamaged, fmt::format("the part {} is missing", part));
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_.get(), entry->second, 0, &stat) == 0 && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      stat.encryption_method != ZIP_EM_NONE) {
    return fail(ErrorCode::kEncrypted, fmt::format("the part {} is encrypted", part));
  }
  const std::uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
  const std::uint64_t by_ratio = std::max(limits_.ratio_from, packed * limits_.ratio);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), entry->second, 0));
  const auto broken = [&] { return fail(ErrorCode::kDamaged, fmt::format("the part {} cannot be inflated", part)); };
  if (!file) return broken();
  std::string out;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) return broken();
    if (got == 0) return out;
    inflated_ += static_cast<std::uint64_t>(got);
    const std::uint64_t size = out.size() + static_cast<std::uint64_t>(got);
    if (size > limits_.part || size > by_ratio || inflated_ > limits_.total) {
      return fail(ErrorCode::kLimit, fmt::format("the part {} inflates to more than is read", part));
    }
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

Result<std::vector<Relationship>> Package::relationships(const std::string& part) {
  std::vector<Relationship> found;
  const std::string name = relationships_part(part);
  if (!has(name)) return found;
  Result<std::string> bytes = read(name);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  XmlStream xml(std::move(*bytes), name);
  while (xml.next()) {
    if (xml.event() != XmlStream::Event::kStart || xml.name() != "Relationship") continue;
    Relationship relationship;
    relationship.id = xml.attribute("Id").value_or("");
    relationship.type = last_step(xml.attribute("Type").value_or(""));
    relationship.external = xml.attribute("TargetMode") == "External";
    const std::string target = xml.attribute("Target").value_or("");
    relationship.target = relationship.external ? target : resolve(part, target);
    found.push_back(std::move(relationship));
  }
  if (const Status status = xml.status(); !status) return tl::unexpected<Error>(status.error());
  return found;
}

bool is_encrypted_compound(std::string_view bytes) {
  if (!bytes.starts_with(kCompoundMagic)) return false;
  std::string utf16;  // directory names are UTF-16LE
  for (const char c : std::string_view("EncryptedPackage")) {
    utf16 += c;
    utf16 += '\0';
  }
  return bytes.find(utf16) != std::string_view::npos;
}

}  // namespace pactable::readers::docx
