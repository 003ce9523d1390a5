// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/outline.h"

#include <map>
#include <string>

#include "parser/forms.h"

namespace pactable::assembly {
namespace {

using parser::Heading;
using plan::ItemKind;

// Depth of the actions in every series, which its lead tells: the shallowest depth most of whose items carry fields,
// the deepest where none does.
std::map<std::string, int> action_depths(const parser::Draft& draft, const SeriesRecovery& series) {
  struct Tally {
    int items = 0, with_fields = 0;
  };
  std::map<std::string, std::map<int, Tally>> tally;
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    const int form = series.recovery.verdicts[i].form;
    const bool counts = series.series[i] == Series::kMain || series.series[i] == Series::kCode;
    if (form < 0 || !counts || draft.forms[static_cast<std::size_t>(form)].kind) continue;
    const numbering::Form& of = draft.forms[static_cast<std::size_t>(form)].form;
    Tally& at_depth = tally[of.lead][of.depth];
    ++at_depth.items;
    if (!draft.items[i].fields.empty()) ++at_depth.with_fields;
  }
  std::map<std::string, int> depths;
  for (const auto& [lead, by_depth] : tally) {
    depths[lead] = by_depth.rbegin()->first;
    for (const auto& [depth, counts] : by_depth) {
      if (counts.with_fields * 2 < counts.items) continue;
      depths[lead] = depth;
      break;
    }
  }
  return depths;
}

}  // namespace

std::vector<ItemKind> kinds_of(const parser::Draft& draft, const SeriesRecovery& series) {
  const std::map<std::string, int> depths = action_depths(draft, series);
  std::vector<ItemKind> kinds;
  kinds.reserve(draft.items.size());
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    const parser::DraftItem& item = draft.items[i];
    const int form = series.recovery.verdicts[i].form;
    if (item.kind) {
      kinds.push_back(*item.kind);
    } else if (series.series[i] == Series::kHeading) {
      kinds.push_back(ItemKind::kSection);
    } else if (series.series[i] == Series::kStep) {
      kinds.push_back(ItemKind::kSubTask);
    } else if (form >= 0) {
      const grammar::FormRule& rule = draft.forms[static_cast<std::size_t>(form)];
      const auto depth = depths.find(rule.form.lead);
      const int action_depth = depth == depths.end() ? rule.form.depth : depth->second;
      kinds.push_back(rule.kind ? *rule.kind : parser::kind_by_depth(rule.form.depth, action_depth));
    } else {
      kinds.push_back(item.section_like && item.fields.empty() ? ItemKind::kSection : ItemKind::kAction);
    }
  }
  return kinds;
}

namespace {

class Outline {
 public:
  Outline(const parser::Draft& draft, const SeriesRecovery& series, const std::vector<ItemKind>& kinds)
      : draft_(draft), series_(series), kinds_(kinds) {}

  std::vector<int> parents() {
    std::vector<int> parents(draft_.items.size(), -1);
    for (int i = 0; i < static_cast<int>(draft_.items.size()); ++i) {
      const auto at = static_cast<std::size_t>(i);
      const bool new_table = i == 0 || draft_.items[at - 1].table != draft_.items[at].table;
      if (new_table) group_ = section_ = last_top_ = -1;
      if (new_table && draft_.items[at].heading != Heading::kBlock) block_ = -1;
      parents[at] = parent(i);
    }
    return parents;
  }

 private:
  [[nodiscard]] bool same_table(int a, int b) const {
    return draft_.items[static_cast<std::size_t>(a)].table == draft_.items[static_cast<std::size_t>(b)].table;
  }

  int parent(int i) {
    const auto at = static_cast<std::size_t>(i);
    const parser::DraftItem& item = draft_.items[at];
    if (item.heading == Heading::kBlock) {
      block_ = i;
      return -1;
    }
    if (kinds_[at] == ItemKind::kGroup) return group_parent(i);
    const int by_number = series_.recovery.verdicts[at].parent;
    const bool numbered = by_number >= 0 && same_table(i, by_number);
    const bool heads = item.heading == Heading::kRow || series_.series[at] == Series::kHeading;
    int above = -1;
    if (numbered) {
      above = by_number;
    } else if (item.parent_hint >= 0) {
      above = item.parent_hint;
    } else {
      above = innermost(i, heads);
      if (item.number_expected && series_.series[at] == Series::kMain) last_top_ = i;
    }
    if (heads && !numbered) section_ = i;
    return above;
  }

  // A group above a top-level number heads what follows; one inside a section belongs to the section.
  int group_parent(int i) {
    const auto count = static_cast<int>(draft_.items.size());
    int next = i + 1;
    while (next < count && !draft_.items[static_cast<std::size_t>(next)].number_expected) ++next;
    const bool heads =
        next >= count || series_.recovery.verdicts[static_cast<std::size_t>(next)].parent < 0 || !same_table(i, next);
    if (!heads) return last_top_;
    group_ = i;
    section_ = -1;
    return block_;
  }

  // A heading of the item's own series is its sibling, not its parent: "2" is not below the section "1".
  int innermost(int i, bool heads) const {
    const bool own = section_ >= 0 && series_.series[static_cast<std::size_t>(section_)] == Series::kMain &&
                     series_.series[static_cast<std::size_t>(i)] == Series::kMain && numbered(section_) && numbered(i);
    if (section_ >= 0 && !heads && !own) return section_;
    return group_ >= 0 ? group_ : block_;
  }

  [[nodiscard]] bool numbered(int i) const {
    return !draft_.items[static_cast<std::size_t>(i)].printed_label().empty();
  }

  const parser::Draft& draft_;
  const SeriesRecovery& series_;
  const std::vector<ItemKind>& kinds_;
  int block_ = -1;     // the line above the table
  int group_ = -1;     // a heading without a number
  int section_ = -1;   // a numbered heading row, or one left of the rows
  int last_top_ = -1;  // last item of the main series that stands below no other
};

}  // namespace

std::vector<int> parents_of(const parser::Draft& draft, const SeriesRecovery& series,
                            const std::vector<ItemKind>& kinds) {
  return Outline(draft, series, kinds).parents();
}

}  // namespace pactable::assembly
