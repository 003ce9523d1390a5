// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/colours.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "core/unicode.h"
#include "parser/cell_text.h"

namespace pactable::parser {
namespace {

using Key = std::tuple<int, int, int>;

Key key_of(const layout::Colour& colour) { return {colour.red, colour.green, colour.blue}; }

std::string hex(const layout::Colour& colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

// A legend is a small table each of whose fills has one text of its own, or a fill beside its text.
constexpr std::size_t kMaxLegendWords = 6;

std::map<Key, std::string> legend_of(const layout::Table& table) {
  std::map<Key, std::string> legend;
  const layout::Cell* fill = nullptr;
  for (const layout::Cell& cell : table.cells) {
    const std::string text = cell_text(cell).utf8();
    if (unicode::split_space(text).size() > kMaxLegendWords) return {};
    const bool beside = fill != nullptr && fill->row == cell.row && !text.empty() && !cell.shading;
    const layout::Cell* coloured = cell.shading ? &cell : beside ? fill : nullptr;
    if (cell.shading && text.empty()) {
      fill = &cell;
    } else if (coloured != nullptr) {
      const auto [known, added] = legend.emplace(key_of(*coloured->shading), text);
      if (!added && known->second != text) return {};
      fill = nullptr;
    }
  }
  return legend.size() < 2 ? std::map<Key, std::string>() : legend;
}

}  // namespace

void read_colours(std::span<const layout::Block> blocks, std::span<const columns::ReadTable> tables, Draft& draft) {
  const auto coloured = [](const DraftItem& item) {
    return std::any_of(item.fields.begin(), item.fields.end(),
                       [](const DraftField& f) { return f.colour.has_value(); });
  };
  if (std::none_of(draft.items.begin(), draft.items.end(), coloured)) return;
  std::map<Key, std::string> legend;
  for (const columns::ReadTable& table : tables) {
    if (table.verdict == plan::TableVerdict::kPlan) continue;
    for (const std::size_t piece : table.table.pieces) {
      for (auto& [key, text] : legend_of(std::get<layout::Table>(blocks[piece]))) legend.emplace(key, text);
    }
  }
  std::vector<int> unexplained;
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    for (DraftField& field : draft.items[i].fields) {
      if (!field.colour) continue;
      const auto explained = legend.find(key_of(*field.colour));
      field.colour_name = hex(*field.colour);
      if (explained == legend.end()) {
        unexplained.push_back(static_cast<int>(i));
      } else {
        field.same_as = explained->second;
      }
    }
  }
  if (unexplained.empty()) return;
  draft.findings.push_back(
      {"COLOUR-UNKNOWN",
       unexplained,
       fmt::format("{} values are given by the fill of a cell alone, and no legend explains the fills",
                   unexplained.size()),
       {}});
}

}  // namespace pactable::parser
