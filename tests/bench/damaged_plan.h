// SPDX-License-Identifier: GPL-3.0-or-later
// What: made-up plans with known numbers, damaged as scans are: the same seed gives the same plan on any machine.
// In:   a condition and a seed. Out: labels, scheme and the true numbers.
// Never: shares a table with the decoder: its look-alikes and rates are its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "numbering/numbering.h"

namespace pactable::numbering::bench {

/// Damage by the share of each kind: even over what scans do, or as OCR of scanned number cells was measured.
enum class DamageTable { kMade, kMeasured };

struct Condition {
  std::string name;
  int levels = 2;                                 // 3: N, N.n, N.n.n
  bool section_rows = true;                       // rows for N.0; without them only N.n is printed
  bool features = true;                           // section_like and codes_present are told
  double damage = 0.1;                            // share of damaged labels, unevenly over pages
  double missing = 0, repeated = 0, swapped = 0;  // shares of rows
  DamageTable table = DamageTable::kMade;
};

struct DamagedPlan {
  std::vector<Label> labels;
  std::vector<std::string> truth;  // canonical, one per label
  Scheme scheme;
};

/// xoshiro-free and portable: splitmix64 (Steele, Lea & Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  double real();       // [0, 1)
  int below(int end);  // [0, end)
  int from(int first, int last) { return first + below(last - first + 1); }

 private:
  std::uint64_t state_;
};

[[nodiscard]] std::string damage(const std::string& label, DamageTable table, Random& random);
[[nodiscard]] DamagedPlan make_plan(const Condition& condition, std::uint64_t seed);

/// A typed plan in which one number in a hundred is another well-formed one: copied from another section, of the row
/// before or after, with a mistyped component.
struct SlippedPlan {
  std::vector<Label> labels;
  std::vector<std::string> truth;
  Scheme scheme;
};
[[nodiscard]] SlippedPlan make_slipped_plan(std::uint64_t seed);

struct SlipCount {
  int slips = 0;
  int reported = 0;       // slips that a finding names
  int false_reports = 0;  // findings that name no slip, nor a row beside one
  int changed = 0;        // numbers that are not what is printed
};
[[nodiscard]] SlipCount count_reports(const SlippedPlan& plan, const Recovery& recovery);

}  // namespace pactable::numbering::bench
