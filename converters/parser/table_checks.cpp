// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/table_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/family.h"

namespace pactable::parser {
namespace {

// Where numbers are the rule, grids that are right have at most .07 of the rows without one, grids that are wrong .53
// and more: a fifth lies well between. Tables of fewer rows say nothing.
constexpr int kOneIn = 5;
constexpr int kMinItems = 5;
// Findings that name more items warn of none of them.
constexpr std::size_t kNamedAtOnce = 10;

bool counts(const DraftItem& item) {
  return item.kind != plan::ItemKind::kGroup && item.kind != plan::ItemKind::kNote &&
         item.kind != plan::ItemKind::kLandscape && item.kind != plan::ItemKind::kPlaceholder && !item.section_like;
}

}  // namespace

void check_tables(Draft& draft) {
  for (std::size_t t = 0; t < draft.tables.size(); ++t) {
    int numbered = 0;
    std::vector<int> without;
    for (std::size_t i = 0; i < draft.items.size(); ++i) {
      const DraftItem& item = draft.items[i];
      if (item.table != static_cast<int>(t) || !counts(item)) continue;
      if (item.printed_label().empty()) {
        without.push_back(static_cast<int>(i));
      } else {
        ++numbered;
      }
    }
    const int all = numbered + static_cast<int>(without.size());
    const bool rule = numbered * 4 > all;  // a table of actions without numbers is none of these
    if (all < kMinItems || !rule || static_cast<int>(without.size()) * kOneIn <= all) continue;
    const std::string message = fmt::format(
        "{} of {} rows of table {} have no number where numbers are the rule: its rows may be cut or joined wrongly",
        without.size(), all, draft.tables[t].table.id);
    for (std::size_t begin = 0; begin < without.size(); begin += kNamedAtOnce) {
      const std::size_t end = std::min(begin + kNamedAtOnce, without.size());
      draft.findings.push_back(
          {"ROWS-DOUBTFUL",
           {without.begin() + static_cast<std::ptrdiff_t>(begin), without.begin() + static_cast<std::ptrdiff_t>(end)},
           message,
           {}});
    }
  }
}

namespace {

bool is_known(const std::string& text, const grammar::Vocabulary& words) {
  return words.scale.holds(text) || words.statuses.holds(text) || words.times.holds(text);
}

}  // namespace

void mend_broken_words(Draft& draft, const grammar::Vocabulary& words) {
  std::vector<int> mended;
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    for (DraftField& field : draft.items[i].fields) {
      const bool coded = field.value == grammar::ColumnValue::kCode || field.value == grammar::ColumnValue::kTimeframe;
      if (!coded || field.same_as || field.text.utf8().find(' ') == std::string::npos) continue;
      const std::string printed = grammar::comparable(field.text.utf8());
      std::string together = field.text.utf8();
      std::erase(together, ' ');
      if (is_known(printed, words) || !is_known(grammar::comparable(together), words)) continue;
      field.same_as = together;
      mended.push_back(static_cast<int>(i));
    }
  }
  for (std::size_t begin = 0; begin < mended.size(); begin += kNamedAtOnce) {
    const std::size_t end = std::min(begin + kNamedAtOnce, mended.size());
    draft.findings.push_back(
        {"WORD-BROKEN",
         {mended.begin() + static_cast<std::ptrdiff_t>(begin), mended.begin() + static_cast<std::ptrdiff_t>(end)},
         "a narrow cell breaks a word of a value; it is read together",
         {}});
  }
}

}  // namespace pactable::parser
