// SPDX-License-Identifier: GPL-3.0-or-later
// Measures recovery on made-up plans: repairs, wrong ones, precision, recall, time.
//   numbering_bench [rows per line] [first seed] [show]
#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <string>

#include "damaged_plan.h"

namespace {

using namespace pactable::numbering;
using namespace pactable::numbering::bench;

struct Tally {
  long rows = 0, damaged = 0, repairs = 0, right = 0, wrong = 0, abstained = 0, false_alarms = 0;
  double seconds = 0;
};

void show_wrong(const DamagedPlan& plan, const Recovery& recovery, int at) {
  fmt::print("  wrong:");
  const int rows = static_cast<int>(plan.truth.size());
  for (int j = std::max(0, at - 4); j < std::min(rows, at + 5); ++j) {
    const auto i = static_cast<std::size_t>(j);
    const Verdict& v = recovery.verdicts[i];
    fmt::print(" {}{}|{}|{}{}", j == at ? ">>" : "", plan.labels[i].printed, plan.truth[i],
               v.status == Status::kRepaired    ? *v.canonical
               : v.status == Status::kAsPrinted ? "="
                                                : "?",
               j == at ? "<<" : "");
  }
  fmt::print(" p {:.6f}", recovery.verdicts[static_cast<std::size_t>(at)].confidence);
  for (const std::string& evidence : recovery.verdicts[static_cast<std::size_t>(at)].evidence)
    fmt::print(" {}", evidence);
  fmt::print("\n");
}

void measure_plan(const DamagedPlan& plan, bool show, Tally& tally) {
  const std::clock_t begin = std::clock();
  const Recovery recovery = recover(plan.labels, plan.scheme);
  tally.seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  for (std::size_t i = 0; i < plan.truth.size(); ++i) {
    const Verdict& verdict = recovery.verdicts[i];
    const bool damaged = plan.labels[i].printed != plan.truth[i];
    ++tally.rows;
    tally.damaged += damaged ? 1 : 0;
    if (verdict.status == Status::kRepaired) {
      ++tally.repairs;
      const bool right = verdict.canonical == plan.truth[i];
      (right ? tally.right : tally.wrong) += 1;
      if (!damaged) ++tally.false_alarms;
      if (!right && show) show_wrong(plan, recovery, static_cast<int>(i));
    } else if (verdict.status != Status::kAsPrinted) {
      ++tally.abstained;
    }
  }
}

Tally measure(const Condition& condition, long rows, std::uint64_t seed, bool show) {
  Tally tally;
  while (tally.rows < rows) measure_plan(make_plan(condition, seed++), show, tally);
  return tally;
}

void print(const std::string& name, const Condition& condition, const Tally& t) {
  const double precision = t.repairs > 0 ? static_cast<double>(t.right) / static_cast<double>(t.repairs) : 1.0;
  const double recall = t.damaged > 0 ? static_cast<double>(t.right) / static_cast<double>(t.damaged) : 1.0;
  fmt::print("| {} | {:.0f} % | {} | {} | {} | {:.5f} | {:.3f} | {} | {:.1f} |\n", name, condition.damage * 100, t.rows,
             t.repairs, t.wrong, precision, recall, t.abstained, t.seconds / static_cast<double>(t.rows) * 1e6);
}

}  // namespace

int main(int argc, char** argv) {
  const long rows = argc > 1 ? std::atol(argv[1]) : 150000;
  const auto seed = static_cast<std::uint64_t>(argc > 2 ? std::atol(argv[2]) : 1);
  const bool show = argc > 3;
  const Condition conditions[] = {
      {"N.0 / N.n with row features", 2, true, true, 0, 0, 0, 0},
      {"number strings only", 2, true, false, 0, 0, 0, 0},
      {"three levels", 3, true, false, 0, 0, 0, 0},
      {"2 % missing, repeated, swapped", 2, true, true, 0, 0.02, 0.02, 0.02},
      {"no section rows, strings only", 2, false, false, 0, 0, 0, 0},
  };
  fmt::print(
      "| condition | damage | rows | repairs | wrong | precision | recall | abstained | µs a row "
      "|\n|---|---|---|---|---|---|---|---|---|\n");
  for (const double damage : {0.0, 0.1, 0.3}) {
    Tally pooled;
    for (Condition condition : conditions) {
      condition.damage = damage;
      const Tally tally = measure(condition, rows, seed, show);
      print(condition.name, condition, tally);
      pooled.rows += tally.rows;
      pooled.damaged += tally.damaged;
      pooled.repairs += tally.repairs;
      pooled.right += tally.right;
      pooled.wrong += tally.wrong;
      pooled.abstained += tally.abstained;
      pooled.seconds += tally.seconds;
    }
    Condition all;
    all.damage = damage;
    print("pooled", all, pooled);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("\npeak memory {} MB\n", usage.ru_maxrss / 1024);
}
