// SPDX-License-Identifier: GPL-3.0-or-later
// What: a document family: how its plans name their columns, write their numbers and set their rows. Data only.
// In:   grammar/<id>/family.xml, see load_families. Out: read by the parser.
// Never: holds code for one document.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "numbering/numbering.h"
#include "plan/plan.h"

namespace pactable::grammar {

/// What a column holds. kItem: the text of an action (or of what stands above or below it); the rest are fields.
enum class ColumnValue { kNumber, kItem, kText, kCode, kTimeframe, kParties };

struct ColumnRule {
  std::string role;
  ColumnValue value = ColumnValue::kText;
  std::optional<int> depth;              // of the numbers that stand in its cells
  std::optional<plan::ItemKind> kind;    // of the items that its cells are
  std::optional<std::string> otherwise;  // role where the values do not fit `value` (dates below "Timescale")
  bool numbered = true;                  // false: its items carry no numbers (landscapes)
  std::vector<std::string> headers;      // header words, folded
  std::vector<std::string> legends;      // words that lead a legend of its codes, folded; the headers count too
};

struct FormRule {
  numbering::Form form;
  std::optional<plan::ItemKind> kind;
};

enum class Frame { kVision, kGoal, kObjectives };

struct FrameRule {
  Frame frame = Frame::kVision;
  std::vector<std::string> leads;  // folded
};

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
  std::vector<FormRule> wider_forms;  // those of the family it extends, for a document that keeps to none of its own
  std::vector<FrameRule> frames;
  std::vector<std::string> placeholders, statuses, continued;  // folded

  [[nodiscard]] const ColumnRule* column(std::string_view role) const;
};

/// The family that the others extend; it is chosen where no other fits.
inline constexpr std::string_view kGenericFamily = "generic";

/// Loads <folder>/*/family.xml of every folder; a later folder overrides a family of the same id. Rules of a family's
/// `extends` are merged in. Fails with bad-grammar, the message beginning "<file>:<line>: ", where a file does not fit
/// the schema or extends an unknown family; with not-found where a folder is missing.
[[nodiscard]] Result<std::vector<Family>> load_families(std::span<const std::filesystem::path> folders);

/// For comparing words of headers, leads and phrases: folded, single spaces, footnote marks and final punctuation off.
[[nodiscard]] std::string comparable(std::string_view text);

}  // namespace pactable::grammar
