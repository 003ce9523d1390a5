// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "batch/inputs.h"
#include "cli/commands.h"
#include "cli/terminal_text.h"
#include "writers/validate.h"

namespace pactable::cli {
namespace {

std::string verdict(const std::string& file, const Result<std::vector<writers::Problem>>& problems) {
  if (!problems)
    return fmt::format("{}: {}: {}\n", file, to_string(problems.error().code), printable(problems.error().message));
  if (problems->empty()) return file + ": valid\n";
  std::string out;
  for (const writers::Problem& problem : *problems) {
    out += file;
    if (problem.line > 0) out += fmt::format(":{}", problem.line);
    out += ": " + printable(problem.message);
    if (!problem.where.empty()) out += fmt::format(" ({})", printable(problem.where));
    out += '\n';
  }
  return out;
}

}  // namespace

int validate(const ValidateArguments& arguments, const Console& console) {
  int code = kAllDone;
  std::string text;
  for (const std::filesystem::path& file : arguments.files) {
    const auto problems =
        batch::read_file(file).and_then([](const std::string& bytes) { return writers::validate(bytes); });
    if (!problems || !problems->empty()) code = kNotAll;
    text += verdict(printable(file.string()), problems);
  }
  return std::max(code, write_out(console, text));
}

}  // namespace pactable::cli
