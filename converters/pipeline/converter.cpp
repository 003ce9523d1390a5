// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/converter.h"

namespace pactable::pipeline {

struct Converter::State {};

Converter::Converter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Result<Converter> Converter::load(std::span<const std::filesystem::path>) {
  return Converter(std::make_unique<State>());
}

Result<Conversion> Converter::convert(std::string_view, const std::string&, const ConvertOptions&) const {
  return fail(ErrorCode::kUnsupported, "not converted yet");
}

std::vector<FamilyInfo> Converter::families() const { return {}; }

std::vector<ExampleResult> Converter::check_examples() const { return {}; }

Result<std::vector<layout::Table>> read_tables(std::string_view, bool) {
  return fail(ErrorCode::kUnsupported, "not read yet");
}

}  // namespace pactable::pipeline
