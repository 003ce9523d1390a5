// SPDX-License-Identifier: GPL-3.0-or-later
// What: a document family: how its plans name their columns, write their numbers and set their rows. Data only.
// In:   grammar/<id>/family.xml and the words of all languages, see load_families. Out: read by columns and the parser.
// Never: holds code for one document.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "grammar/rules.h"

namespace pactable::grammar {

struct Vocabulary;

struct Phrase {
  std::string text;  // folded
  int weight = 1;
};

struct RoleSet {
  std::vector<std::string> roles;
  int weight = 1;
};

struct LanguageWords {
  std::string language;
  std::vector<std::string> frequent;  // folded
};

struct Family {
  std::string id, title;
  std::filesystem::path folder;
  std::vector<Phrase> phrases;
  std::vector<RoleSet> role_sets;
  std::vector<LanguageWords> languages;
  std::vector<ColumnRule> columns;
  std::vector<FormRule> forms;
  /// Those of the family it extends and its own with a lead, for a document that keeps to none of its own.
  std::vector<FormRule> wider_forms;
  std::vector<FrameRule> frames;
  std::vector<std::string> placeholders, statuses, continued;  // folded
  std::shared_ptr<const Vocabulary> words;  // of all languages, shared by the families that were loaded; never null

  [[nodiscard]] const ColumnRule* column(std::string_view role) const;
};

/// The family that the others extend; it is chosen where no other fits.
inline constexpr std::string_view kGenericFamily = "generic";

/// Loads <folder>/*/family.xml of every folder, and its words (load_vocabulary); a later folder overrides a family of
/// the same id. Rules of a family's `extends` are merged in; one that extends none has the roles of grammar/roles.xml.
/// Its columns have the header words of their role in all languages. Fails with bad-grammar, the message beginning
/// "<file>:<line>: ", where a file does not fit the schema or extends an unknown family; with not-found where a folder
/// is missing.
[[nodiscard]] Result<std::vector<Family>> load_families(std::span<const std::filesystem::path> folders);

/// For comparing words of headers, leads and phrases: folded, single spaces, footnote marks and final punctuation off.
[[nodiscard]] std::string comparable(std::string_view text);

}  // namespace pactable::grammar
