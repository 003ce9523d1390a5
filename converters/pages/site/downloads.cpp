// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/downloads.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "batch/leftovers.h"
#include "batch/output_folder.h"
#include "exports/corpus_files.h"
#include "exports/corpus_format.h"
#include "exports/export.h"
#include "pages/look/html.h"
#include "writers/json/plan_json.h"
#include "writers/writer.h"

namespace pactable::pages::site {
namespace fs = std::filesystem;
namespace {

constexpr const char* kManifest = "corpus.json";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFormatNames = {{
    {"json", "JSON"},
    {"xml", "XML"},
    {"markdown", "Markdown"},
    {"akn", "Akoma Ntoso"},
    {"jsonl", "JSON Lines"},
    {"csv", "CSV"},
    {"sqlite", "SQLite"},
}};

std::string format_name(std::string_view id) {
  const auto* const found =
      std::find_if(kFormatNames.begin(), kFormatNames.end(), [&](const auto& name) { return name.first == id; });
  return std::string(found == kFormatNames.end() ? id : found->second);
}

std::string size_of(const fs::path& file) {
  constexpr std::uintmax_t kKilo = 1000;
  std::error_code error;
  const std::uintmax_t bytes = fs::file_size(file, error);
  if (error) return {};
  if (bytes < kKilo) return fmt::format("{} bytes", bytes);
  if (bytes < kKilo * kKilo) return fmt::format("{} KB", (bytes + kKilo / 2) / kKilo);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / static_cast<double>(kKilo * kKilo));
}

std::vector<std::uint64_t> names_of(const plan::Corpus& manifest) {
  std::vector<std::uint64_t> names = {batch::OwnedFiles::key_of(kManifest)};
  for (const exports::CorpusFormat& format : exports::corpus_formats())
    names.push_back(batch::OwnedFiles::key_of(format.output));
  for (const plan::CorpusRecord& record : manifest.documents) {
    if (!exports::has_plan_file(record)) continue;
    const Result<std::string> file = exports::plan_file_of(record);
    if (!file) continue;
    const std::string name = file->substr(0, file->size() - exports::kPlanExtension.size());
    for (const writers::Writer& writer : writers::writers()) {
      names.push_back(batch::OwnedFiles::key_of(name + std::string(writer.extension)));
    }
  }
  return names;
}

/// The address of a file in folders below.
std::string path_address(std::string_view name) {
  std::string address;
  for (std::size_t slash = 0; (slash = name.find('/')) != std::string_view::npos; name.remove_prefix(slash + 1)) {
    address += look::file_address(name.substr(0, slash)) + '/';
  }
  return address + look::file_address(name);
}

/// The files of a format that is a folder, in order of their names.
std::vector<std::string> files_in(const fs::path& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file(error) && !name.starts_with('.')) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Status write_downloads(const fs::path& corpus, const fs::path& site, const plan::Corpus& manifest,
                       batch::Overwrite overwrite) {
  const fs::path path = site / kDownloads;
  exports::Request request{corpus, path, {}, {}, overwrite};
  for (const writers::Writer& writer : writers::writers()) request.document_formats.push_back(&writer);
  for (const exports::CorpusFormat& format : exports::corpus_formats()) request.corpus_formats.push_back(&format);
  if (const auto exported = exports::export_corpus(request); !exported) {
    return tl::unexpected<Error>(exported.error());
  }
  const Result<batch::OutputFolder> folder = batch::OutputFolder::open(path, overwrite);
  if (!folder) return tl::unexpected<Error>(folder.error());
  if (const Status written = folder->write(kManifest, writers::json::write_corpus(manifest)); !written) return written;
  return batch::remove_leftovers(*folder, names_of(manifest)).and_then([&](const batch::Leftovers&) {
    return folder->settle();
  });
}

std::vector<Download> plan_downloads(const fs::path& site, const std::string& name) {
  std::vector<Download> out;
  for (const writers::Writer& writer : writers::writers()) {
    const std::string file = name + std::string(writer.extension);
    out.push_back({fmt::format("../{}/{}", kDownloads, path_address(file)),
                   format_name(writer.id),
                   size_of(site / kDownloads / file),
                   {}});
  }
  return out;
}

std::vector<Download> corpus_downloads(const fs::path& site) {
  std::vector<Download> out;
  const auto add = [&](const std::string& name, const std::string& file, const std::string& set) {
    out.push_back({fmt::format("{}/{}", kDownloads, file), name, size_of(site / kDownloads / file), set});
  };
  for (const exports::CorpusFormat& format : exports::corpus_formats()) {
    const std::string output(format.output);
    if (!output.ends_with('/')) {
      add(format_name(format.id), output, {});
      continue;
    }
    for (const std::string& file : files_in(site / kDownloads / output)) {
      add(file, output + look::file_address(file), format_name(format.id));
    }
  }
  add("Manifest", kManifest, {});
  return out;
}

}  // namespace pactable::pages::site
