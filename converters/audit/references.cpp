// SPDX-License-Identifier: GPL-3.0-or-later
// REF-UNRESOLVED and the references of a plan: a number in a text names an action where a cue says so and nothing
// around it names another document.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "audit/checks.h"
#include "audit/mentions.h"
#include "audit/reference_words.h"
#include "core/unicode.h"

namespace pactable::audit {
namespace {

using plan::Item;

/// Items by canonical number, per table and in the whole document.
class Numbers {
 public:
  explicit Numbers(const plan::Plan& plan) {
    for (const Item& item : plan.items) {
      if (!item.number || !item.number->canonical) continue;
      by_table_[item.table][*item.number->canonical].push_back(&item);
      all_[*item.number->canonical].push_back(&item);
    }
  }

  /// The items a number can mean: those of the table, else those of the document. One: resolved.
  [[nodiscard]] std::vector<const Item*> find(const std::string& table, const std::string& number) const {
    if (const auto scope = by_table_.find(table); scope != by_table_.end()) {
      if (const auto at = scope->second.find(number); at != scope->second.end()) return at->second;
    }
    const auto at = all_.find(number);
    return at == all_.end() ? std::vector<const Item*>{} : at->second;
  }

  /// Items of the table between two siblings, both excluded: 6.2 and 6.3 of "6.1–6.4".
  [[nodiscard]] std::vector<const Item*> between(const std::string& table, const Item& first, const Item& last) const {
    std::vector<const Item*> out;
    const auto& low = first.number->path;
    const auto& high = last.number->path;
    const auto scope = by_table_.find(table);
    const bool siblings =
        !low.empty() && low.size() == high.size() && std::equal(low.begin(), low.end() - 1, high.begin());
    if (!siblings || scope == by_table_.end()) return out;
    for (const auto& [number, items] : scope->second) {
      const auto& path = items.front()->number->path;
      if (items.size() != 1 || path.size() != low.size() || !std::equal(path.begin(), path.end() - 1, low.begin()))
        continue;
      if (path.back() > low.back() && path.back() < high.back()) out.push_back(items.front());
    }
    std::sort(out.begin(), out.end(),
              [](const Item* a, const Item* b) { return a->number->path.back() < b->number->path.back(); });
    return out;
  }

 private:
  using ByNumber = std::map<std::string, std::vector<const Item*>>;
  std::map<std::string, ByNumber> by_table_;
  ByNumber all_;
};

struct Resolution {
  std::vector<std::string> targets;
  std::vector<std::string> missing;    // numbers of no item
  std::vector<std::string> ambiguous;  // numbers of several items
  bool itself = false;                 // the item's own number was among them
};

void add_target(Resolution& out, const Item& target, const Item& from) {
  if (target.id == from.id) {
    out.itself = true;
    return;
  }
  if (std::find(out.targets.begin(), out.targets.end(), target.id) == out.targets.end())
    out.targets.push_back(target.id);
}

Resolution resolve(const MentionRun& run, const Item& from, const Numbers& numbers) {
  Resolution out;
  const Item* range_start = nullptr;
  for (const Mention& mention : run) {
    const auto items = numbers.find(from.table, mention.number);
    if (items.empty()) out.missing.push_back(mention.number);
    if (items.size() > 1) out.ambiguous.push_back(mention.number);
    const Item* found = items.size() == 1 ? items.front() : nullptr;
    if (found != nullptr && range_start != nullptr) {
      for (const Item* inner : numbers.between(from.table, *range_start, *found)) add_target(out, *inner, from);
    }
    if (found != nullptr) add_target(out, *found, from);
    range_start = mention.range_to_next ? found : nullptr;
  }
  return out;
}

/// Numbers without a dot ("5", "IG2a") count only where the plan numbers its actions so, and end the run elsewhere.
MentionRun plausible_part(const MentionRun& run, const Item& from, const Numbers& numbers, bool strong) {
  MentionRun part;
  for (const Mention& mention : run) {
    const bool known = !numbers.find(from.table, mention.number).empty();
    if (!is_dotted(mention.number) && !(strong && known)) break;
    part.push_back(mention);
  }
  if (!part.empty()) part.back().range_to_next = false;
  return part;
}

void extend_over_bracket(std::u32string_view text, std::size_t& begin, std::size_t& end) {
  if (begin == 0 || end >= text.size()) return;
  const bool round = text[begin - 1] == '(' && text[end] == ')';
  const bool square = text[begin - 1] == '[' && text[end] == ']';
  if (!round && !square) return;
  --begin;
  ++end;
}

void report(plan::Plan& plan, const Item& from, const std::string& printed, const Resolution& found) {
  const auto add = [&](const std::vector<std::string>& numbers, std::string_view what) {
    if (numbers.empty()) return;
    plan.findings.push_back({"REF-UNRESOLVED",
                             plan::Level::kWarning,
                             {from.id},
                             fmt::format("\"{}\": {} {}", printed, fmt::join(numbers, ", "), what),
                             std::nullopt,
                             {}});
  };
  add(found.missing, "is the number of no item");
  add(found.ambiguous, "is the number of several items");
}

void check_run(plan::Plan& plan, const Item& from, std::u32string_view text, const MentionRun& run,
               const Numbers& numbers, const grammar::Vocabulary& words) {
  const auto cue = find_cue(text, run.front().begin, run.back().end, words.references);
  if (!cue) return;
  const bool strong = cue->strength == CueStrength::kStrong;
  const MentionRun part = plausible_part(run, from, numbers, strong);
  if (part.empty()) return;
  const Resolution found = resolve(part, from, numbers);
  const bool known = !found.targets.empty() || !found.ambiguous.empty();
  if (!known && (found.itself || !strong)) return;
  std::size_t begin = cue->begin;
  std::size_t end = part.back().end;
  extend_over_bracket(text, begin, end);
  const std::string printed = unicode::to_utf8(text.substr(begin, end - begin));
  plan.references.push_back({from.id, printed, static_cast<int>(begin), static_cast<int>(end), found.targets});
  report(plan, from, printed, found);
}

}  // namespace

void check_references(plan::Plan& plan, const grammar::Family& family) {
  plan.references.clear();
  const Numbers numbers(plan);
  for (const Item& item : plan.items) {
    if (!item.text) continue;
    const std::u32string text = unicode::to_code_points(*item.text);
    for (const MentionRun& run : find_mentions(text, *family.words)) {
      check_run(plan, item, text, run, numbers, *family.words);
    }
  }
}

}  // namespace pactable::audit
