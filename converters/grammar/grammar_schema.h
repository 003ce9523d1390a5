// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads a grammar file once it fits its schema; the schemas are compiled into the program.
// Out:  bad-grammar with "<file>:<line>: <what is wrong>". Never: fetches anything.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace pugi {
class xml_document;
}

namespace pactable::grammar {

// The files of grammar/ as they were when the program was built.
extern const std::string_view kFamilySchema;    // family.xsd
extern const std::string_view kLanguageSchema;  // languages/language.xsd
extern const std::string_view kRolesSchema;     // roles.xsd

[[nodiscard]] Status check_grammar_file(std::string_view bytes, const std::string& file_name, std::string_view schema);

/// Fails with not-found where the file cannot be opened.
[[nodiscard]] Result<pugi::xml_document> read_grammar_file(const std::filesystem::path& path, std::string_view schema);

}  // namespace pactable::grammar
