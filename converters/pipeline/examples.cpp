// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/unicode.h"

namespace pactable::pipeline {
namespace {

constexpr std::string_view kDivider = "----\n";

std::string number_text(const plan::Number& number) {
  const std::string printed = number.printed.value_or("");
  switch (number.status) {
    case plan::NumberStatus::kAsPrinted: return number.canonical.value_or("?");
    case plan::NumberStatus::kRepaired: return fmt::format("{} < {}", number.canonical.value_or("?"), printed);
    case plan::NumberStatus::kDisputed:
      return fmt::format("{} ? {}", printed, number.suggested ? number.suggested->value : "");
    case plan::NumberStatus::kAmbiguous: return fmt::format("{} ambiguous", printed);
    case plan::NumberStatus::kMissing: return "missing";
  }
  return {};
}

std::string field_text(const plan::Field& field) {
  if (!field.value) return fmt::format("{}=\"{}\"", field.role, field.printed);
  if (const auto* code = std::get_if<std::string>(&*field.value)) return fmt::format("{}={}", field.role, *code);
  if (const auto* parties = std::get_if<std::vector<std::string>>(&*field.value)) {
    return fmt::format("{}=[{}]", field.role, fmt::join(*parties, "; "));
  }
  const auto& time = std::get<plan::Timeframe>(*field.value);
  return fmt::format("{}={}", field.role, time.edtf ? *time.edtf : std::string(to_string(time.kind)));
}

// First line in which the two texts differ.
std::string first_difference(const std::string& expected, const std::string& got) {
  std::istringstream expected_lines(expected);
  std::istringstream got_lines(got);
  std::string wanted;
  std::string had;
  for (int line = 1;; ++line) {
    const bool more_wanted = static_cast<bool>(std::getline(expected_lines, wanted));
    const bool more_had = static_cast<bool>(std::getline(got_lines, had));
    if (!more_wanted && !more_had) return {};
    if (!more_wanted) wanted = "(nothing more)";
    if (!more_had) had = "(nothing more)";
    if (wanted != had) return fmt::format("item {}: expected \"{}\", got \"{}\"", line, wanted, had);
  }
}

ExampleResult run_example(const std::string& family, const std::filesystem::path& path, const Converter& converter) {
  ExampleResult result{family, path.stem().string(), false, {}};
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  const std::string text = content.str();
  const std::size_t divider = text.find(kDivider);
  if (divider == std::string::npos) {
    result.difference = "the example has no line \"----\"";
    return result;
  }
  ConvertOptions options;
  options.family = family;
  const Result<Conversion> conversion = converter.convert(text.substr(0, divider), path.filename().string(), options);
  std::string got;
  if (!conversion) {
    got = fmt::format("failed: {}\n", conversion.error().message);
  } else if (!conversion->plan) {
    got = "no plan\n";
  } else {
    for (const plan::Item& item : conversion->plan->items) got += example_line(item) + "\n";
  }
  result.difference = first_difference(text.substr(divider + kDivider.size()), got);
  result.passed = result.difference.empty();
  return result;
}

}  // namespace

std::string example_line(const plan::Item& item) {
  std::string line(to_string(item.kind));
  if (item.number) line += " " + number_text(*item.number);
  for (const plan::Field& field : item.fields) line += " " + field_text(field);
  if (item.text) line += " | " + *item.text;
  return line;
}

std::vector<ExampleResult> run_examples(const std::string& family, const std::filesystem::path& folder,
                                        const Converter& converter) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".txt") paths.push_back(it->path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<ExampleResult> results;
  for (const std::filesystem::path& path : paths) results.push_back(run_example(family, path, converter));
  return results;
}

}  // namespace pactable::pipeline
