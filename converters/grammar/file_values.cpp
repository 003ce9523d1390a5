// SPDX-License-Identifier: GPL-3.0-or-later
#include "grammar/file_values.h"

#include <map>
#include <pugixml.hpp>

#include "core/unicode.h"

namespace pactable::grammar {

ColumnValue column_value(std::string_view name) {
  static const std::map<std::string_view, ColumnValue> kValues = {
      {"number", ColumnValue::kNumber}, {"item", ColumnValue::kItem},           {"text", ColumnValue::kText},
      {"code", ColumnValue::kCode},     {"timeframe", ColumnValue::kTimeframe}, {"parties", ColumnValue::kParties}};
  return kValues.at(name);
}

Frame frame(std::string_view name) {
  static const std::map<std::string_view, Frame> kFrames = {
      {"vision", Frame::kVision}, {"goal", Frame::kGoal}, {"objectives", Frame::kObjectives}};
  return kFrames.at(name);
}

std::optional<plan::ItemKind> kind_of(const pugi::xml_node& node) {
  const pugi::xml_attribute kind = node.attribute("kind");
  return kind ? plan::item_kind_from(kind.value()) : std::nullopt;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : unicode::split_space(text)) words.emplace_back(word);
  return words;
}

}  // namespace pactable::grammar
