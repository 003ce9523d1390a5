// SPDX-License-Identifier: GPL-3.0-or-later
// What: finds the documents that a command line names: files as they are, folders searched through.
// In:   paths as given, the known extensions, the output folder. Out: one Input per document, in order of path, and one
// for whatever is passed over. Never: follows a linked folder, takes a hidden file from a folder for a document, or
// lets the current folder show in a path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "batch/descriptors.h"
#include "core/result.h"

namespace pactable::batch {

/// One document. `path` is what the manifest says: relative to the folder that was named, or the name of a file that
/// was named; '/' parts folders, bytes that are no UTF-8 are written as \xNN.
struct Input {
  std::string path;
  std::string file;                    // where to open it
  bool named = false;                  // named as a file, not found in a folder
  std::shared_ptr<const Error> error;  // known already to fail: not-found, unreadable; a pointer, for it is rare
  bool skipped = false;                // no document to read: the error says why
  std::uint32_t twin = 0;              // of several inputs of one path each has another number; 0: the only one
  std::string ocr_file = {};           // what another recogniser read of it, beside it; empty where there is none

  [[nodiscard]] std::string ocr_file_name() const;  // without folders, on one line
  /// Of its outputs, without extension; see output_names.h. Twins have '~' and their number behind it.
  [[nodiscard]] std::string output_name() const;
};

struct SearchRules {
  std::vector<std::string_view> extensions;            // lower case with the dot
  std::optional<std::filesystem::path> output_folder;  // not searched where it lies inside a folder that was named
  bool with_skipped = false;                           // files of other types, links to folders, what is hidden, too
  bool with_outputs = false;                           // what an earlier run wrote, too
  // Files that may have one of a recogniser beside them, what is put behind their names for it (".hocr"), and whether
  // the first bytes of a file are those of one.
  std::vector<std::string_view> scan_extensions = {}, ocr_extensions = {};
  bool (*is_ocr_file)(std::string_view bytes) = nullptr;
};

struct Search {
  std::vector<Input> inputs;
  std::size_t skipped = 0;  // of them
};

/// A folder that was named and holds nothing to read is skipped itself. Files that an earlier run wrote into a folder
/// that is searched are no inputs. The order is that of the paths' bytes; documents of one path follow in order of
/// their content's SHA-256. The same file under the same path counts once, however often it is named. A folder that
/// cannot be read is an Input with an error.
[[nodiscard]] Search find_inputs(std::span<const std::filesystem::path> named, const SearchRules& rules);

/// A regular file, open for reading; fails with not-found, unreadable or limit-exceeded.
[[nodiscard]] Result<Descriptor> open_file(const std::filesystem::path& file);
/// Of the whole content, from its beginning; absent where it cannot be read.
[[nodiscard]] std::optional<std::string> sha256_of(int file);
/// The whole content of a regular file; fails with not-found, unreadable or limit-exceeded.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file);

}  // namespace pactable::batch
