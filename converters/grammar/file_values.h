// SPDX-License-Identifier: GPL-3.0-or-later
// What: the attributes that several kinds of grammar files share, from their names.
// In:   names that the schemas allow. Out: values of grammar/rules.h.
// Never: checks: a file has been held against its schema before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/rules.h"

namespace pugi {
class xml_node;
}

namespace pactable::grammar {

[[nodiscard]] ColumnValue column_value(std::string_view name);
[[nodiscard]] Frame frame(std::string_view name);
/// Of the attribute `kind`; nothing where it is left out.
[[nodiscard]] std::optional<plan::ItemKind> kind_of(const pugi::xml_node& node);
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

}  // namespace pactable::grammar
