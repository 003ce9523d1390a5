// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/conversion_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/grammar_folders.h"
#include "readers/reader.h"

namespace pactable::cli {
namespace {

constexpr const char* kAnyFamily = "auto";

Result<std::string> media_type_of(std::string_view bytes) {
  return readers::recognise(bytes).map([](const readers::Format* format) { return std::string(format->media_type); });
}

Status check_family(const std::string& family, const std::vector<pipeline::FamilyInfo>& known) {
  if (family == kAnyFamily) return {};
  if (std::any_of(known.begin(), known.end(), [&](const auto& info) { return info.id == family; })) return {};
  return fail(ErrorCode::kUsage, fmt::format("no family is called \"{}\" (pactable families lists them)", family));
}

}  // namespace

Result<batch::Steps> conversion_steps(const pipeline::ConvertOptions& options,
                                      std::span<const std::filesystem::path> grammar) {
  const auto folders = grammar_folders(grammar);
  if (!folders) return tl::unexpected<Error>(folders.error());
  Result<pipeline::Converter> loaded = pipeline::Converter::load(*folders);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  const auto converter = std::make_shared<const pipeline::Converter>(std::move(*loaded));
  if (const Status known = check_family(options.family, converter->families()); !known) {
    return tl::unexpected<Error>(known.error());
  }
  return batch::Steps{media_type_of, [converter, options](std::string_view bytes, const std::string& file_name) {
                        return converter->convert(bytes, file_name, options);
                      }};
}

batch::SearchRules search_rules(std::optional<std::filesystem::path> output_folder) {
  batch::SearchRules rules;
  for (const readers::Format& format : readers::formats()) {
    rules.extensions.insert(rules.extensions.end(), format.extensions.begin(), format.extensions.end());
  }
  rules.output_folder = std::move(output_folder);
  return rules;
}

}  // namespace pactable::cli
