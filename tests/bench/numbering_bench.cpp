// SPDX-License-Identifier: GPL-3.0-or-later
// Measures recovery on made-up plans; scripts/bench-numbering runs all parts.
//   numbering_bench conditions ROWS [SEED] [show]   repairs, wrong ones, precision, recall; calibration; authors' slips
//   numbering_bench clean ROWS                      undamaged rows and what was repaired in them
//   numbering_bench size ROWS                       one document of so many rows, pushed row by row: time and peak
//   memory
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "damaged_plan.h"

namespace {

using namespace pactable;
using namespace pactable::numbering;
using namespace pactable::numbering::bench;

/// Repairs by confidence: the upper bounds of the classes, and how many of each were right.
struct Calibration {
  static constexpr std::array<double, 6> kBounds = {0.995, 0.999, 0.9995, 0.9999, 0.99999, 1.0};
  std::array<long, kBounds.size()> repairs{}, right{};
  std::array<double, kBounds.size()> promised{};

  void add(double p, bool is_right) {
    std::size_t at = 0;
    while (at + 1 < kBounds.size() && p > kBounds[at]) ++at;
    ++repairs[at];
    right[at] += is_right ? 1 : 0;
    promised[at] += p;
  }
  void add(const Calibration& other) {
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
      repairs[i] += other.repairs[i];
      right[i] += other.right[i];
      promised[i] += other.promised[i];
    }
  }
};

struct Tally {
  long rows = 0, damaged = 0, repairs = 0, right = 0, wrong = 0, abstained = 0;
  long silent = 0;  // damaged labels that were taken for what they spell
  double seconds = 0;
  Calibration calibration;

  void add(const Tally& other) {
    rows += other.rows;
    damaged += other.damaged;
    repairs += other.repairs;
    right += other.right;
    wrong += other.wrong;
    abstained += other.abstained;
    silent += other.silent;
    seconds += other.seconds;
    calibration.add(other.calibration);
  }
};

double share(long part, long whole) { return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 1.0; }
double seconds_since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

void show_wrong(const DamagedPlan& plan, const Recovery& recovery, int at) {
  fmt::print("  wrong:");
  const int rows = static_cast<int>(plan.truth.size());
  for (int j = std::max(0, at - 4); j < std::min(rows, at + 5); ++j) {
    const auto i = static_cast<std::size_t>(j);
    fmt::print(" {}{}|{}|{}{}", j == at ? ">>" : "", plan.labels[i].printed, plan.truth[i],
               recovery.verdicts[i].canonical.value_or("?"), j == at ? "<<" : "");
  }
  const Verdict& verdict = recovery.verdicts[static_cast<std::size_t>(at)];
  fmt::print(" p {:.6f} {}\n", verdict.confidence, fmt::join(verdict.evidence, " "));
}

void measure_plan(const DamagedPlan& plan, bool show, Tally& tally) {
  const std::clock_t begin = std::clock();
  const Recovery recovery = recover(plan.labels, plan.scheme);
  tally.seconds += seconds_since(begin);
  for (std::size_t i = 0; i < plan.truth.size(); ++i) {
    const Verdict& verdict = recovery.verdicts[i];
    const bool damaged = plan.labels[i].printed != plan.truth[i];
    ++tally.rows;
    tally.damaged += damaged ? 1 : 0;
    if (verdict.status == Status::kRepaired) {
      const bool right = verdict.canonical == plan.truth[i];
      ++tally.repairs;
      (right ? tally.right : tally.wrong) += 1;
      tally.calibration.add(verdict.confidence, right);
      if (!right && show) show_wrong(plan, recovery, static_cast<int>(i));
    } else if (verdict.status == Status::kAsPrinted) {
      tally.silent += damaged ? 1 : 0;
    } else {
      ++tally.abstained;
    }
  }
}

Tally measure(const Condition& condition, long rows, std::uint64_t seed, bool show) {
  Tally tally;
  while (tally.rows < rows) measure_plan(make_plan(condition, seed++), show, tally);
  return tally;
}

void print(const std::string& name, double damage, const Tally& t) {
  fmt::print("| {} | {:.0f} % | {} | {} | {} | {:.5f} | {:.3f} | {:.3f} | {} | {:.1f} |\n", name, damage * 100, t.rows,
             t.repairs, t.wrong, share(t.right, t.repairs), share(t.right, t.damaged), share(t.abstained, t.rows),
             t.silent, t.seconds / static_cast<double>(t.rows) * 1e6);
}

void print_calibration(const Calibration& calibration) {
  fmt::print("\n| confidence up to | repairs | mean confidence | share right |\n|---|---|---|---|\n");
  for (std::size_t i = 0; i < Calibration::kBounds.size(); ++i) {
    const long n = calibration.repairs[i];
    if (n > 0)
      fmt::print("| {} | {} | {:.5f} | {:.5f} |\n", Calibration::kBounds[i], n,
                 calibration.promised[i] / static_cast<double>(n), share(calibration.right[i], n));
  }
}

const std::vector<Condition>& conditions() {
  static const std::vector<Condition> kConditions = {
      {"N.0 / N.n with row features", 2, true, true},
      {"number strings only", 2, true, false},
      {"three levels", 3, true, false},
      {"2 % missing, repeated, swapped", 2, true, true, 0, 0.02, 0.02, 0.02},
      {"no section rows, strings only", 2, false, false},
  };
  return kConditions;
}

/// Typed plans in which one number in a hundred is another: how many are reported, and what else is.
void measure_slips(long rows, std::uint64_t seed) {
  long seen = 0, slips = 0, reported = 0, changed = 0, false_reports = 0;
  while (seen < rows) {
    SlippedPlan plan = make_slipped_plan(seed++);
    const Recovery recovery = recover(plan.labels, plan.scheme);
    const SlipCount count = count_reports(plan, recovery);
    seen += static_cast<long>(plan.labels.size());
    slips += count.slips;
    reported += count.reported;
    false_reports += count.false_reports;
    changed += count.changed;
  }
  fmt::print(
      "\nTyped text, 1 % authors' slips: {} rows, {} slips, {} reported ({:.4f}), false reports {} ({:.2f} in "
      "1,000 rows), changed numbers {}\n",
      seen, slips, reported, share(reported, slips), false_reports, 1000 * share(false_reports, seen), changed);
}

void run_conditions(long rows, std::uint64_t seed, bool show) {
  fmt::print(
      "| condition | damage | rows | repairs | wrong | precision | recall | left open | silent | µs a row "
      "|\n|---|---|---|---|---|---|---|---|---|---|\n");
  Calibration calibration;
  for (const double damage : {0.1, 0.3}) {
    Tally pooled;
    for (Condition condition : conditions()) {
      condition.damage = damage;
      const Tally tally = measure(condition, rows, seed, show);
      print(condition.name, damage, tally);
      std::fflush(stdout);
      pooled.add(tally);
    }
    print("pooled", damage, pooled);
    // Beside the conditions: three in ten of these labels have nothing left that could be repaired.
    Condition measured{"OCR damage as measured, 29 % all lost", 2, true, true, damage};
    measured.table = DamageTable::kMeasured;
    print(measured.name, damage, measure(measured, rows, seed, show));
    calibration.add(pooled.calibration);
  }
  print_calibration(calibration);
  measure_slips(rows, seed);
}

void run_clean(long rows) {
  Tally pooled;
  for (Condition condition : conditions()) {
    condition.damage = 0;
    if (condition.missing == 0) pooled.add(measure(condition, rows / 4, 1, true));
  }
  fmt::print("Clean text: {} rows, {} repairs, {} left open\n", pooled.rows, pooled.repairs, pooled.abstained);
}

/// Plans one after another as the tables of one document, pushed label by label.
void run_size(long rows) {
  Condition condition = conditions().front();
  condition.damage = 0.1;
  const DamagedPlan first = make_plan(condition, 1);
  long repairs = 0;
  Recoverer recoverer(first.scheme, [&repairs](Recoverer::Piece&& piece) {
    repairs += std::count_if(piece.recovery.verdicts.begin(), piece.recovery.verdicts.end(),
                             [](const Verdict& verdict) { return verdict.status == Status::kRepaired; });
  });
  long pushed = 0;
  int pages = 0;
  const std::clock_t begin = std::clock();
  for (std::uint64_t seed = 1; pushed < rows; ++seed) {
    DamagedPlan plan = make_plan(condition, seed);
    for (Label& label : plan.labels) {
      if (pushed++ == rows) break;
      label.page += pages;
      recoverer.push(std::move(label));
    }
    pages += static_cast<int>(plan.labels.size()) / 15 + 1;
  }
  recoverer.finish();
  const double seconds = seconds_since(begin);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("| {} | {:.1f} | {:.1f} | {} |\n", rows, seconds / static_cast<double>(rows) * 1e6,
             static_cast<double>(usage.ru_maxrss) / 1024, repairs);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view part = argc > 2 ? argv[1] : "";
  const long rows = argc > 2 ? std::atol(argv[2]) : 0;
  if (part == "conditions")
    run_conditions(rows, argc > 3 ? static_cast<std::uint64_t>(std::atol(argv[3])) : 1, argc > 4);
  else if (part == "clean")
    run_clean(rows);
  else if (part == "size")
    run_size(rows);
  else
    return fmt::print(stderr, "numbering_bench conditions|clean|size ROWS [SEED] [show]\n"), 64;
  return 0;
}
