// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/name_columns.h"

#include <algorithm>
#include <set>

#include "columns/cell_text.h"
#include "core/unicode.h"

namespace pactable::columns {
namespace {

// Where the words of a header say nothing for the kind, its values alone have spoken.
constexpr double kSpeaks = 0.3;
// A role of no kind of its own ("progress", "landscape") is taken by its words: an exact phrase, or most of them.
constexpr double kWordsAlone = 0.8;
// An exact phrase gives 1, other words less.
constexpr double kOwnWords = 0.97;
// Of the cells of a column whose header is a question that ticks answer.
constexpr double kTicks = 0.9;
// "Responsible partners" speaks for both of its words; "responsible for follow-up" for one.
constexpr double kAsWell = 0.9;
// Points before the runner-up. An exact header word weighs 2 and full values 4: a quarter of a point is chance.
constexpr double kSureMargin = 0.25;
// A column without header words needs more: half of what the values of a clear column give.
constexpr double kSureByValues = 0.8;
// A topic column stands above the rows: most of its rows are merged, repeated or blank below.
constexpr double kSections = 0.25;
// Cells that are filled with one of a few colours and hold no text.
constexpr double kColourShare = 0.5;

using grammar::ColumnRule;
using grammar::ColumnValue;

struct Namer {
  const Header& header;
  std::span<const Assigned> assigned;
  std::span<const ColumnEvidence> evidence;
  const HeaderWords& words;
  std::vector<std::vector<std::string>> levels{};
  std::vector<const ColumnRule*> rules{};
  std::vector<bool> owns{};  // the column that its rule's role is of, where several have the rule

  [[nodiscard]] const std::vector<ColumnRule>& family() const { return words.family().columns; }
  [[nodiscard]] double prior(std::size_t column) const {
    return evidence[column].prior.kinds[index(assigned[column].kind)];
  }

  /// The rule of a kind whose words fit best; `taken` rules are left out. By `least`, 0: any rule will do.
  [[nodiscard]] const ColumnRule* best_rule(Kind kind, std::size_t column, double least,
                                            const std::set<const ColumnRule*>& taken) const {
    const ColumnRule* best = nullptr;
    double best_words = least;
    for (std::size_t r = 0; r < family().size(); ++r) {
      const ColumnRule& rule = family()[r];
      if (kind_of(rule) != kind || taken.contains(&rule)) continue;
      const double found = words.prior_of(r, levels[column]);
      // The first rule of a kind that asks for nothing else is its usual one.
      if (best == nullptr ? found >= best_words && (found > 0 || (!rule.otherwise && rule.numbered))
                          : found > best_words) {
        best = &rule;
        best_words = found;
      }
    }
    return best;
  }

  [[nodiscard]] double words_for(const ColumnRule& rule, std::size_t column) const {
    return words.prior_of(static_cast<std::size_t>(&rule - family().data()), levels[column]);
  }

  [[nodiscard]] const ColumnRule* usual_rule(Kind kind, const std::set<const ColumnRule*>& taken) const {
    for (const ColumnRule& rule : family()) {
      if (kind_of(rule) == kind) return taken.contains(&rule) ? nullptr : &rule;
    }
    return nullptr;
  }

  /// Columns whose words speak take their rule first.
  void choose_rules() {
    std::vector<std::size_t> order(assigned.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return prior(a) > prior(b); });
    rules.assign(assigned.size(), nullptr);
    owns.assign(assigned.size(), false);
    std::set<const ColumnRule*> taken;
    for (const std::size_t i : order) {
      const Kind kind = assigned[i].kind;
      if (evidence[i].period_matrix) continue;
      // Words that are not a role's own ("Agencies") name no more than the kind: the usual role has it, if it is free.
      const ColumnRule* usual = kind == Kind::kParty && prior(i) < kOwnWords ? usual_rule(kind, taken) : nullptr;
      if (usual != nullptr) {
        rules[i] = usual;
      } else if (kind == Kind::kOther) {
        // Ticks below "Funded" say whether, where the role would say by whom: only the role's own words name it.
        const bool ticks = evidence[i].profile.mark >= kTicks;
        rules[i] = best_rule(kind, i, ticks ? kOwnWords : kWordsAlone, {});
        // "Progress 2024" beside "Progress 2023" is no indicator because some indicator is one of progress.
        if (taken.contains(rules[i])) rules[i] = best_rule(kind, i, kOwnWords, taken);
      } else {
        rules[i] = best_rule(kind, i, 0, {});
        // A second column of the kind needs words for a role of its own; else it is called what its header says.
        if (const ColumnRule* free = taken.contains(rules[i]) ? best_rule(kind, i, kSpeaks, taken) : nullptr) {
          if (words_for(*free, i) >= kAsWell * words_for(*rules[i], i)) rules[i] = free;
        }
      }
      owns[i] = rules[i] != nullptr && taken.insert(rules[i]).second;
    }
  }
};

bool is_field(Kind kind) { return kind == Kind::kCode || kind == Kind::kTime || kind == Kind::kParty; }

// Absent for a column that would be kept under its own name.
std::optional<std::string> role_of(Kind kind, const Namer& namer, std::size_t column) {
  const ColumnRule* rule = namer.best_rule(kind, column, kind == Kind::kOther ? kWordsAlone : 0, {});
  return rule == nullptr ? std::nullopt : std::optional(rule->role);
}

// What the header says and no value bears out: ratings below a time, dates below a priority, one tick below a code.
bool values_deny(Kind kind, const Profile& p) {
  constexpr double kNone = 0.2, kNearlyAll = 0.8;
  const bool one_tick = p.mark >= kTicks && p.different * static_cast<double>(p.filled) < 1.5;
  switch (kind) {
    case Kind::kCode: return (p.code < kNone && p.time > kNearlyAll) || one_tick;
    case Kind::kTime: return (p.time < kNone && p.scale > kNearlyAll) || one_tick;
    case Kind::kParty: return one_tick || (p.party < kNone && std::max(p.time, p.scale) > kNearlyAll);
    default: return false;
  }
}

void settle_doubt(Column& column, const Assigned& assigned, double prior, const Profile& profile) {
  column.margin = assigned.margin;
  column.by_values = prior < kSpeaks && assigned.kind != Kind::kOther && !column.by_colour;
  const double needed = column.by_values ? kSureByValues : kSureMargin;
  const bool item = !is_field(assigned.kind) && assigned.kind != Kind::kOther;
  const bool denied = prior >= kSpeaks && !column.period && values_deny(assigned.kind, profile);
  column.unsure =
      (denied || assigned.margin < needed) && assigned.kind != Kind::kOther && profile.filled > 0 && !column.period;
  // Without its item or number column a table cannot be read: the doubt is said, the role stays.
  if (!column.unsure || item) return;
  column.rule = nullptr;
  column.value = ColumnValue::kText;
}

void set_item_values(Columns& columns, std::span<const Assigned> assigned, std::span<const ColumnEvidence> evidence) {
  const bool number =
      std::any_of(assigned.begin(), assigned.end(), [](const Assigned& a) { return a.kind == Kind::kNumber; });
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    Column& column = columns.columns[i];
    if (assigned[i].kind == Kind::kTopic) {
      const Profile& p = evidence[i].profile;
      column.sections = p.merged >= kSections || p.repeated >= kSections || p.sparse >= kSections;
      // Beside a number column a text of each row is a field of it; what stands above several rows is their section.
      if (number && !column.sections) column.value = ColumnValue::kText;
    }
    if (assigned[i].kind == Kind::kSubTask && number) column.value = ColumnValue::kText;
  }
}

}  // namespace

std::string slug(std::string_view header) {
  std::string out;
  for (const char32_t c : unicode::to_code_points(grammar::comparable(header))) {
    if (unicode::is_letter(c) || unicode::is_digit(c)) {
      unicode::append_utf8(out, c);
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::vector<std::string> bare_levels(const HeaderColumn& column) {
  std::vector<std::string> levels;
  for (const std::string& level : column.levels) levels.push_back(bare_header(level));
  return levels;
}

std::vector<std::string> known_levels(const HeaderColumn& column, const HeaderWords& words) {
  std::vector<std::string> levels = bare_levels(column);
  for (std::string& level : levels) level = words.corrected(level);
  return levels;
}

Columns name_columns(const Header& header, std::span<const Assigned> assigned, std::span<const ColumnEvidence> evidence,
                     std::span<const PeriodMatrix> matrices, const HeaderWords& words) {
  Namer namer{header, assigned, evidence, words};
  for (const HeaderColumn& column : header.columns) namer.levels.push_back(known_levels(column, words));
  namer.choose_rules();
  Columns named;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const HeaderColumn& from = header.columns[i];
    Column column;
    column.begin = from.begin;
    column.end = from.end;
    column.x0 = from.x0;
    column.x1 = from.x1;
    if (!from.printed.empty()) column.header = from.printed;
    column.rule = namer.rules[i];
    column.by_colour = evidence[i].profile.colours >= kColourShare && !evidence[i].period_matrix;
    if (column.rule != nullptr) column.value = column.rule->value;
    if (assigned.size() > 0 && assigned[i].margin < 1e6) column.runner_up = role_of(assigned[i].runner_up, namer, i);
    named.columns.push_back(std::move(column));
  }
  for (const PeriodMatrix& matrix : matrices) {
    std::vector<std::string> group = namer.levels[matrix.first];
    const ColumnRule* rule = namer.best_rule(Kind::kTime, matrix.first, 0, {});
    for (std::size_t i = 0; i < matrix.count; ++i) {
      Column& column = named.columns[matrix.first + i];
      column.rule = rule;
      column.value = ColumnValue::kTimeframe;
      column.period = matrix.periods[i];
    }
  }
  for (std::size_t i = 0; i < named.columns.size(); ++i) {
    settle_doubt(named.columns[i], assigned[i], namer.prior(i), evidence[i].profile);
    const bool corrected = namer.levels[i] != bare_levels(header.columns[i]);
    named.columns[i].header_slip = corrected && named.columns[i].rule != nullptr;
  }
  set_item_values(named, assigned, evidence);
  std::set<std::string> taken;
  const auto has_role = [&](std::size_t i) {
    return named.columns[i].rule != nullptr && (named.columns[i].period || namer.owns[i]);
  };
  for (std::size_t i = 0; i < named.columns.size(); ++i) {
    if (has_role(i)) taken.insert(named.columns[i].rule->role);
  }
  for (std::size_t i = 0; i < named.columns.size(); ++i) {
    Column& column = named.columns[i];
    if (has_role(i)) {
      column.role = column.rule->role;
      continue;
    }
    const std::string own = slug(header.columns[i].bare);
    const std::string base = own.empty() ? "column-" + std::to_string(column.begin + 1) : own;
    column.role = base;
    for (int copy = 2; !taken.insert(column.role).second; ++copy) column.role = base + "-" + std::to_string(copy);
  }
  return named;
}

}  // namespace pactable::columns
