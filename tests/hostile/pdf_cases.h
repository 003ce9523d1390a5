// SPDX-License-Identifier: GPL-3.0-or-later
// What: PDF files that are made to harm or mislead a reader, each with what may become of it.
#pragma once

#include <string>
#include <vector>

namespace pactable::test {

struct HostileCase {
  std::string name;  // of the file, without extension
  std::string bytes;
  /// The outcome, or codes of a failed one, that are right; a crash of the process that reads is where Poppler has none
  /// better.
  std::vector<std::string> allowed;
};

[[nodiscard]] std::vector<HostileCase> hostile_pdfs();

}  // namespace pactable::test
