// SPDX-License-Identifier: GPL-3.0-or-later
// What: runs the examples of a family: grammar/<family>/examples/*.txt.
// An example is a text dump, a line "----", and the items it must become, one a line (grammar/README.md has the form).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/converter.h"

namespace pactable::pipeline {

[[nodiscard]] std::vector<ExampleResult> run_examples(const std::string& family, const std::filesystem::path& folder,
                                                      const Converter& converter);

/// One item as an example writes it: kind, number (with "<" and what was printed where that differs), fields, text.
[[nodiscard]] std::string example_line(const plan::Item& item);

}  // namespace pactable::pipeline
