// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/grammar_folders.h"
#include "cli/terminal_text.h"

namespace pactable::cli {
namespace {

std::string list_families(const std::vector<pipeline::FamilyInfo>& families) {
  std::string out;
  for (const pipeline::FamilyInfo& family : families) {
    out += fmt::format("{}\n    {}\n    {}\n", printable(family.id), printable(family.title),
                       printable(family.folder.string()));
  }
  return out;
}

std::string list_failures(const std::vector<pipeline::ExampleResult>& results) {
  std::string out;
  std::size_t passed = 0;
  for (const pipeline::ExampleResult& result : results) {
    if (result.passed) {
      ++passed;
    } else {
      out += wrap("", fmt::format("{}/{}: {}", result.family, result.name, result.difference), 4);
    }
  }
  return out + fmt::format("{} of {} examples as expected\n", passed, results.size());
}

}  // namespace

int families(const FamiliesArguments& arguments, const Console& console) {
  const auto converter = grammar_folders(arguments.grammar).and_then([](const Paths& folders) {
    return pipeline::Converter::load(folders);
  });
  if (!converter) {
    report(console, converter.error());
    return exit_code(converter.error());
  }
  if (!arguments.check) return write_out(console, list_families(converter->families()));
  const std::vector<pipeline::ExampleResult> results = converter->check_examples();
  const bool all_passed = std::all_of(results.begin(), results.end(), [](const auto& result) { return result.passed; });
  return std::max(write_out(console, list_failures(results)), all_passed ? 0 : static_cast<int>(kNotAll));
}

}  // namespace pactable::cli
