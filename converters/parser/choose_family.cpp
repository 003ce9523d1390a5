// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "columns/logical_table.h"
#include "columns/prior.h"
#include "core/unicode.h"
#include "parser/parse.h"

namespace pactable::parser {
namespace {

// Phrases and columns of a family weigh 1 to 3; one strong sign or two weak ones name it.
constexpr int kFamilyScore = 3;
// Of a paragraph: phrases that name a family stand in titles and introductions.
constexpr std::size_t kReadBytes = 20'000;

// A header that names a role outright: an exact phrase has 1, single known words at most .9 or so.
constexpr double kNamesRole = 0.9;

/// Recognised titles have spaces inside words and none between others ("IN TERNATIONAL").
std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

int phrase_score(std::span<const std::string> texts, const grammar::Family& family) {
  int score = 0;
  for (const grammar::Phrase& phrase : family.phrases) {
    const std::string wanted = without_spaces(phrase.text);
    const bool seen = std::any_of(texts.begin(), texts.end(),
                                  [&](const std::string& text) { return text.find(wanted) != std::string::npos; });
    if (seen) score += phrase.weight;
  }
  return score;
}

bool has_role(const columns::Header& header, const std::string& role, const columns::HeaderWords& words) {
  const std::vector<grammar::ColumnRule>& rules = words.family().columns;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    if (rules[r].role != role) continue;
    return std::any_of(header.columns.begin(), header.columns.end(), [&](const columns::HeaderColumn& column) {
      return words.prior_of(r, {column.bare}) >= kNamesRole;
    });
  }
  return false;
}

int column_score(std::span<const columns::LogicalTable> tables, const columns::HeaderWords& words) {
  int best = 0;
  for (const columns::LogicalTable& table : tables) {
    for (const columns::Header& header : table.headers) {
      for (const grammar::RoleSet& set : words.family().role_sets) {
        const bool all = std::all_of(set.roles.begin(), set.roles.end(),
                                     [&](const std::string& role) { return has_role(header, role, words); });
        if (all) best = std::max(best, set.weight);
      }
    }
  }
  return best;
}

}  // namespace

const columns::HeaderWords* choose_family(std::span<const layout::Block> blocks,
                                          std::span<const columns::HeaderWords> families) {
  std::vector<std::string> texts;
  for (const layout::Block& block : blocks) {
    const auto* text = std::get_if<layout::TextBlock>(&block);
    if (text != nullptr)
      texts.push_back(without_spaces(grammar::comparable(unicode::beginning(text->paragraph.text.utf8(), kReadBytes))));
  }
  const auto is_generic = [](const columns::HeaderWords& words) {
    return words.family().id == grammar::kGenericFamily;
  };
  const auto generic = std::find_if(families.begin(), families.end(), is_generic);
  std::vector<columns::LogicalTable> tables;
  if (generic != families.end()) tables = columns::find_logical_tables(blocks, *generic);
  const columns::HeaderWords* best = nullptr;
  int best_score = kFamilyScore - 1;
  for (const columns::HeaderWords& words : families) {
    if (is_generic(words) && best == nullptr) best = &words;
    const int score = phrase_score(texts, words.family()) + column_score(tables, words);
    if (score > best_score) {
      best_score = score;
      best = &words;
    }
  }
  return best == nullptr && !families.empty() ? &families.front() : best;
}

}  // namespace pactable::parser
