// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/passwords.h"

#include <algorithm>

#include "batch/inputs.h"

namespace pactable::cli {

std::vector<Password> parse_passwords(std::string_view text) {
  std::vector<Password> passwords;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t tab = line.find('\t');
    const bool of_one = tab != std::string_view::npos;
    Password password{std::string(of_one ? line.substr(0, tab) : ""),
                      std::string(of_one ? line.substr(tab + 1) : line)};
    if (!password.word.empty()) passwords.push_back(std::move(password));
  }
  return passwords;
}

Result<std::vector<Password>> read_passwords(const std::string& file) {
  const Result<std::string> text = batch::read_file(file);
  if (!text) return fail(ErrorCode::kUsage, "--password-file " + file + ": " + text.error().message);
  return parse_passwords(*text);
}

std::vector<std::string> passwords_for(std::string_view path, const std::vector<Password>& passwords) {
  const std::string_view name = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
  std::vector<std::string> own, all;
  for (const Password& password : passwords) {
    if (password.path.empty()) all.push_back(password.word);
    if (!password.path.empty() && (password.path == path || password.path == name)) own.push_back(password.word);
  }
  own.insert(own.end(), all.begin(), all.end());
  return own;
}

}  // namespace pactable::cli
