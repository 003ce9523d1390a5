// SPDX-License-Identifier: GPL-3.0-or-later
#include "damaged_plan.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace pactable::numbering::bench {

namespace {

constexpr int kRowsAPage = 15;

// What a figure turns into when its left half is cut off, and when it is read badly.
constexpr std::pair<char, std::string_view> kCropped[] = {{'0', "o)J"}, {'1', "l|i"}, {'2', "?)7"}, {'3', ")5"},
                                                          {'4', "1lI"}, {'5', "3)"},  {'6', "5o)"}, {'7', "1/"},
                                                          {'8', "3"},   {'9', "0)J"}};
constexpr std::pair<char, std::string_view> kMisread[] = {{'0', "OoQ8"}, {'1', "lIi7|"}, {'2', "Zz7"},  {'3', "85B"},
                                                          {'4', "A9"},   {'5', "S36"},   {'6', "b58G"}, {'7', "1TZ"},
                                                          {'8', "3B6"},  {'9', "g4q"}};

template <std::size_t N>
char turned(const std::pair<char, std::string_view> (&table)[N], char c, Random& random) {
  for (const auto& [from, to] : table)
    if (from == c) return to[static_cast<std::size_t>(random.below(static_cast<int>(to.size())))];
  return c;
}

std::size_t any_figure(const std::string& label, Random& random) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < label.size(); ++i)
    if (label[i] >= '0' && label[i] <= '9') at.push_back(i);
  return at[static_cast<std::size_t>(random.below(static_cast<int>(at.size())))];
}

/// 1,968 number cells that OCR read wrongly, in scans of 100 to 300 dpi: 47 % had lost their point, 29 % all they held,
/// 4 % had another mark for it; in most others it and a figure were read as letters.
std::string damage_as_measured(std::string label, Random& random) {
  const double kind = random.real();
  const std::size_t point = label.rfind('.');
  if (kind < 0.29) return {};
  if (kind < 0.76) {
    if (point != std::string::npos) label.erase(point, 1);
  } else if (kind < 0.80) {
    if (point != std::string::npos) label[point] = ":,-"[random.below(3)];
  } else if (kind < 0.95) {
    const std::size_t at = any_figure(label, random);
    label[at] = turned(kMisread, label[at], random);
    if (point != std::string::npos && random.real() < 0.7) label.erase(point, 1);
  } else if (kind < 0.98) {
    const std::size_t at = any_figure(label, random);
    label[at] = turned(kMisread, label[at], random);
  } else {
    label = random.real() < 0.75 ? label.substr(1) : label.substr(0, label.size() - 1);
  }
  return label;
}

std::string damage_once(std::string label, Random& random) {
  const double kind = random.real();
  const std::size_t point = label.rfind('.');
  if (kind < 0.28) return label.substr(1);
  if (kind < 0.48) {
    label[0] = turned(kCropped, label[0], random);
  } else if (kind < 0.66) {
    const std::size_t at = any_figure(label, random);
    label[at] = turned(kMisread, label[at], random);
  } else if (kind < 0.76) {
    if (point != std::string::npos) label.erase(point, 1);
  } else if (kind < 0.84) {
    if (point != std::string::npos) label[point] = random.real() < 0.5 ? ',' : ':';
  } else if (kind < 0.88) {
    label.pop_back();
  } else if (kind < 0.92) {
    label[any_figure(label, random)] = static_cast<char>('0' + random.below(10));
  } else if (kind < 0.97) {
    const auto at = static_cast<std::size_t>(random.below(static_cast<int>(label.size()) + 1));
    label.insert(at, 1, "'`~|_*"[random.below(6)]);
  } else {
    label.clear();
  }
  return label;
}

struct PlanRow {
  std::vector<int> path;
  bool section = false;
};

std::vector<PlanRow> number_rows(const Condition& condition, Random& random) {
  std::vector<PlanRow> rows;
  const int sections = random.from(5, 16);
  for (int s = 1; s <= sections; ++s) {
    if (condition.section_rows) rows.push_back({{s}, true});
    const int actions = random.from(2, 13);
    for (int a = 1; a <= actions; ++a) {
      rows.push_back({{s, a}, false});
      const int tasks = condition.levels > 2 ? random.from(0, 5) : 0;
      for (int t = 1; t <= tasks; ++t) rows.push_back({{s, a, t}, false});
    }
  }
  return rows;
}

std::vector<PlanRow> disturb(std::vector<PlanRow> rows, const Condition& condition, Random& random) {
  std::vector<PlanRow> out;
  for (const PlanRow& row : rows) {
    if (random.real() < condition.missing) continue;
    out.push_back(row);
    if (random.real() < condition.repeated) out.push_back(row);
  }
  for (std::size_t i = 0; i + 1 < out.size(); ++i)
    if (random.real() < condition.swapped) std::swap(out[i], out[i + 1]), ++i;
  return out;
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}
double Random::real() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
int Random::below(int end) { return static_cast<int>(next() % static_cast<std::uint64_t>(end)); }

std::string damage(const std::string& label, DamageTable table, Random& random) {
  for (int tries = 0; tries < 20; ++tries) {
    std::string out = table == DamageTable::kMade ? damage_once(label, random) : damage_as_measured(label, random);
    if (out != label) return out;
  }
  return label.substr(1);
}

DamagedPlan make_plan(const Condition& condition, std::uint64_t seed) {
  Random random(seed);
  DamagedPlan plan;
  Form section, row, task;
  section.tail = condition.levels == 2 ? ".0" : "";
  row.depth = 2;
  task.depth = 3;
  if (condition.section_rows) plan.scheme.forms.push_back(section);
  plan.scheme.forms.push_back(row);
  if (condition.levels > 2) plan.scheme.forms.push_back(task);
  double page_damage = 0;
  const std::vector<PlanRow> rows = disturb(number_rows(condition, random), condition, random);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // Damage clusters: a page is hit three times as hard as the mean, half as hard, and so on.
    if (i % kRowsAPage == 0) page_damage = std::min(0.8, -condition.damage * std::log(1 - random.real()));
    Label label;
    label.origin = LabelOrigin::kOcr;
    label.page = static_cast<int>(i) / kRowsAPage + 1;
    label.scope_begins = i == 0;
    if (condition.features) {
      label.section_like = rows[i].section;
      label.codes_present = !rows[i].section;
    }
    const auto depth = rows[i].path.size();
    const Form& form = depth == 1 ? section : depth == 2 ? row : task;
    const std::string truth = write_label(rows[i].path, form);
    label.printed = random.real() < page_damage ? damage(truth, condition.table, random) : truth;
    plan.truth.push_back(truth);
    plan.labels.push_back(std::move(label));
  }
  return plan;
}

namespace {

constexpr double kSlipRate = 0.01;

/// Another number: a component mistyped, the number of the row before once more, or one copied from elsewhere.
std::string slip_of(const std::vector<std::string>& truth, std::size_t at, Random& random) {
  const double kind = random.real();
  std::string label = truth[at];
  if (kind < 0.35) {
    const std::size_t figure = any_figure(label, random);
    label[figure] = static_cast<char>('1' + random.below(9));
  } else if (kind < 0.6) {
    label = truth[at - 1];
  } else {
    label = truth[static_cast<std::size_t>(random.below(static_cast<int>(truth.size())))];
  }
  return label;
}

}  // namespace

SlippedPlan make_slipped_plan(std::uint64_t seed) {
  Random random(seed * 7919);
  Condition condition;
  condition.damage = 0;
  condition.levels = random.below(2) == 0 ? 2 : 3;
  DamagedPlan clean = make_plan(condition, seed);
  SlippedPlan plan{std::move(clean.labels), std::move(clean.truth), std::move(clean.scheme)};
  for (std::size_t i = 0; i < plan.labels.size(); ++i) {
    plan.labels[i].origin = LabelOrigin::kTyped;
    if (i == 0 || random.real() >= kSlipRate) continue;
    for (int tries = 0; tries < 20 && plan.labels[i].printed == plan.truth[i]; ++tries)
      plan.labels[i].printed = slip_of(plan.truth, i, random);
  }
  return plan;
}

SlipCount count_reports(const SlippedPlan& plan, const Recovery& recovery) {
  SlipCount out;
  const auto slipped = [&](int label) {
    const auto i = static_cast<std::size_t>(label);
    return label >= 0 && i < plan.labels.size() && plan.labels[i].printed != plan.truth[i];
  };
  std::vector<char> named(plan.labels.size(), 0);
  for (const Oddity& oddity : recovery.oddities) {
    bool near = false;
    for (const int label : oddity.labels) {
      named[static_cast<std::size_t>(label)] = 1;
      near = near || slipped(label - 1) || slipped(label) || slipped(label + 1);
    }
    out.false_reports += near ? 0 : 1;
  }
  for (std::size_t i = 0; i < plan.labels.size(); ++i) {
    const Verdict& verdict = recovery.verdicts[i];
    out.changed +=
        verdict.status == Status::kRepaired || (verdict.canonical && *verdict.canonical != plan.labels[i].printed);
    if (!slipped(static_cast<int>(i))) continue;
    ++out.slips;
    out.reported += named[i];
  }
  return out;
}

}  // namespace pactable::numbering::bench
