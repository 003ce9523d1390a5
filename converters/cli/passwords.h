// SPDX-License-Identifier: GPL-3.0-or-later
// What: passwords for encrypted documents, from a file.
// In:   lines: a password for all documents, or a path, a tab and the password of that document.
// Never: shows or records one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace pactable::cli {

struct Password {
  std::string path;  // of the record, or its file name; empty: for all documents
  std::string word;
};

/// Fails with usage where the file cannot be read.
[[nodiscard]] Result<std::vector<Password>> read_passwords(const std::string& file);
[[nodiscard]] std::vector<Password> parse_passwords(std::string_view text);

/// Those of the document before those for all.
[[nodiscard]] std::vector<std::string> passwords_for(std::string_view path, const std::vector<Password>& passwords);

}  // namespace pactable::cli
