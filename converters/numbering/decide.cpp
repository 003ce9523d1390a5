// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/decide.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "numbering/channel.h"
#include "numbering/guards.h"
#include "numbering/sightings.h"

namespace pactable::numbering {

namespace {

constexpr double kRepair = 0.99;  // R3, a broken label in a well-behaved plan
// Where nothing but the labels shows the sections, or the plan is odd in more than one row in a hundred, marginals are
// over-confident: missing, repeated and swapped rows are not independent of damage.
constexpr double kRepairStrictBroken = 0.995;
constexpr double kRepairStrictWellFormed = 0.999;
// Two damaged rows side by side, or a last component gone in an odd plan: nothing but the count of the rows speaks.
constexpr double kRepairEnclosed = 0.9999;
constexpr double kManyOddities = 0.01;
constexpr double kLikelyCause = 0.5;  // R4: slip rather than damage
constexpr std::size_t kMostCandidates = 5;
constexpr double kLeastCandidate = 1e-4;

class Judge {
 public:
  Judge(std::span<const Label> labels, const Scheme& scheme, const Sequence& sequence, const Learned& learned)
      : labels_(labels), scheme_(scheme), sequence_(sequence), learned_(learned), neighbours_(sequence, learned) {
    std::size_t odd = 0;
    for (std::size_t r = 0; r < sequence.rows.size(); ++r) odd += is_odd(r) ? 1 : 0;
    const bool no_sections = sequence.deepest > 1 && !sequence.has_depth(sequence.deepest - 1);
    strict_ = no_sections || static_cast<double>(odd) > kManyOddities * static_cast<double>(sequence.rows.size());
  }

  Verdict judge(std::size_t r) const {
    const Row& row = sequence_.rows[r];
    const auto& numbers = learned_.decoding.rows[r].numbers;
    Verdict verdict;
    if (numbers.empty()) return as_found(row, std::move(verdict));
    const NumberMass& best = numbers[0];
    if (!row.empty)
      for (const Read& read : row.reads)
        if (read.path == best.number) return as_printed(row, read, best.p);
    if (sequence_.unordered && !row.reads.empty()) {  // no sequence to ask
      const Read& read = row.reads.front();
      const auto mass = std::find_if(numbers.begin(), numbers.end(),
                                     [&](const NumberMass& other) { return other.number == read.path; });
      return as_printed(row, read, mass == numbers.end() ? 0 : mass->p);
    }
    list_candidates(row, numbers, verdict);
    if (row.empty) return missing_or_seen(r, best, std::move(verdict));
    if (!row.damageable) return disputed(row, best, std::move(verdict));
    if (best.slip > kLikelyCause)
      return best.p >= kLikelyCause ? disputed(row, best, std::move(verdict)) : ambiguous(std::move(verdict));
    return repaired_or_ambiguous(r, best, std::move(verdict));
  }

 private:
  bool is_odd(std::size_t r) const {
    switch (learned_.decoding.rows[r].kind) {
      case StepKind::kNext:
      case StepKind::kChild:
      case StepKind::kUp:
      case StepKind::kOrphan: return false;
      case StepKind::kRestart: return r > 0 && !sequence_.rows[r].scope_begins;
      default: return true;
    }
  }

  const std::string& printed_of(const Row& row) const { return labels_[static_cast<std::size_t>(row.label)].printed; }

  void set_printed(const Row& row, const Path* wanted, Verdict& verdict) const {
    for (Reading& reading : read_label(printed_of(row), scheme_)) {
      if (wanted != nullptr && !(Path::from(reading.path) == *wanted)) continue;
      verdict.canonical = std::move(reading.canonical);
      verdict.path = std::move(reading.path);
      verdict.form = reading.form;
      return;
    }
  }

  Verdict as_printed(const Row& row, const Read& read, double p) const {
    Verdict verdict;
    verdict.status = Status::kAsPrinted;
    set_printed(row, &read.path, verdict);
    verdict.confidence = std::min(p, 1.0);
    return verdict;
  }

  /// No number fits at all: a scheme without usable forms.
  Verdict as_found(const Row& row, Verdict verdict) const {
    verdict.status = row.empty ? Status::kMissing : Status::kAmbiguous;
    return verdict;
  }

  void list_candidates(const Row& row, const std::vector<NumberMass>& numbers, Verdict& verdict) const {
    for (const NumberMass& mass : numbers) {
      if (verdict.candidates.size() == kMostCandidates || mass.p < kLeastCandidate) break;
      const int form = likeliest_form(row, mass.number, sequence_);
      verdict.candidates.push_back({sequence_.canonical_of(mass.number, form), std::min(mass.p, 1.0)});
    }
  }

  Verdict disputed(const Row& row, const NumberMass& best, Verdict verdict) const {
    verdict.status = Status::kDisputed;
    // Of several readings the one at the level that the sequence asks for.
    const auto fits = std::find_if(row.reads.begin(), row.reads.end(),
                                   [&](const Read& read) { return read.path.depth == best.number.depth; });
    set_printed(row, fits == row.reads.end() ? nullptr : &fits->path, verdict);
    verdict.suggested = verdict.candidates.front();
    verdict.confidence = verdict.suggested->p;
    return verdict;
  }

  static Verdict ambiguous(Verdict verdict) {
    verdict.status = Status::kAmbiguous;
    verdict.confidence = verdict.candidates.front().p;
    return verdict;
  }

  /// A second look that reads exactly as `best`, where two settled neighbours do not ask for another number: the step
  /// to it is a regular one. An alternative of the first reading needs both neighbours.
  const Seen* carrying_sighting(std::size_t r, const NumberMass& best) const {
    const Seen* seen = seen_as(sequence_.rows[r], best.number);
    if (seen == nullptr || !neighbours_.regular(r)) return nullptr;
    if (!seen->second_look) return neighbours_.sandwiched(r) ? seen : nullptr;
    const bool hemmed_in = r > 0 && neighbours_.settled(r - 1) && neighbours_.settled(r + 1);
    return !hemmed_in || neighbours_.sandwiched(r) ? seen : nullptr;
  }

  static std::string evidence_of(const Seen& seen) {
    return fmt::format("{}:{}", seen.second_look ? "second-look" : "sighting", seen.text);
  }

  /// Nothing was read at first: only a second look can say what is printed, and the sequence must ask for it.
  Verdict missing_or_seen(std::size_t r, const NumberMass& best, Verdict verdict) const {
    verdict.status = Status::kMissing;
    const Seen* seen = carrying_sighting(r, best);
    if (seen == nullptr || !seen->second_look || best.p < kRepair || sequence_.unordered) return verdict;
    set_repaired(best, likeliest_form(sequence_.rows[r], best.number, sequence_), verdict);
    verdict.evidence.push_back(evidence_of(*seen));
    add_evidence(r, best, neighbours_.sandwiched(r), verdict);
    return verdict;
  }

  void set_repaired(const NumberMass& best, int form, Verdict& verdict) const {
    verdict.status = Status::kRepaired;
    verdict.canonical = sequence_.canonical_of(best.number, form);
    verdict.path = best.number.components();
    verdict.form = form;
    verdict.confidence = std::min(best.p, 1.0);
  }

  Verdict repaired_or_ambiguous(std::size_t r, const NumberMass& best, Verdict verdict) const {
    const Row& row = sequence_.rows[r];
    const int form = likeliest_form(row, best.number, sequence_);
    const bool well_formed = !row.reads.empty();
    const Survival survival = what_survived(row, best.number, form, sequence_);
    const bool between = neighbours_.sandwiched(r);
    const double wanted = !strict_ ? kRepair : well_formed ? kRepairStrictWellFormed : kRepairStrictBroken;
    const bool explained = damage_likelihood(row.glyphs, sequence_.glyphs_of(best.number, form)) > kFloor * 2;
    const bool anchored = (r > 0 && neighbours_.settled(r - 1)) || neighbours_.settled(r + 1);
    const bool enclosed = between || (!strict_ && best.p >= kRepairEnclosed && neighbours_.enclosed(r));
    bool carried = false;
    if (survival.figures)
      carried =
          (!well_formed && !survival.strokes) || (enclosed && (!well_formed || best.p >= kRepairStrictWellFormed));
    else if (survival.suffix && survival.altered_parts == 1)
      carried = !well_formed || (survival.all_parts && anchored) ||
                (between && best.p >= kRepairStrictWellFormed);  // "4.1" may be 5.4.1 cut short or another 4.1
    else if (survival.tail_damaged && !well_formed && !survival.spells_other)
      carried = enclosed;
    else if (survival.last_alone)
      carried = !well_formed && best.p >= kRepairEnclosed && neighbours_.counted(r);
    else if (survival.prefix && survival.altered_parts <= 1)
      carried = !well_formed && survival.last_alike && !survival.spells_other &&
                (enclosed || (anchored && neighbours_.regular(r) && best.p >= kRepairEnclosed));
    else if (survival.last_gone)
      carried = enclosed && best.p >= (strict_ ? kRepairEnclosed : kRepairStrictWellFormed);
    const bool lead_lost = best.number.depth == 1 || !survival.prefix;
    if (survival.suffix && lead_lost && !survival.figures) {
      carried = carried && neighbours_.witnessed(r, best.number);
    }
    const Seen* const sighted = carrying_sighting(r, best);
    carried = (carried && explained) || sighted != nullptr;
    if (sequence_.unordered || !carried || best.p < wanted || neighbours_.in_new_beginning(r))
      return ambiguous(std::move(verdict));
    set_repaired(best, form, verdict);
    if (sighted != nullptr) verdict.evidence.push_back(evidence_of(*sighted));
    if (survival.figures) verdict.evidence.emplace_back("figures-intact");
    if (survival.suffix) verdict.evidence.emplace_back("suffix-intact");
    if (survival.last_alone) verdict.evidence.emplace_back("last-part-intact");
    if (survival.tail_damaged) verdict.evidence.emplace_back("parts-intact");
    const bool prefix = best.number.depth > 1 && (survival.prefix || survival.last_gone);
    if (prefix && !survival.suffix && !survival.figures) verdict.evidence.emplace_back("prefix-intact");
    add_evidence(r, best, between, verdict);
    return verdict;
  }

  void add_evidence(std::size_t r, const NumberMass& best, bool between, Verdict& verdict) const {
    const auto name = [&](std::size_t at) {
      const NumberMass& mass = learned_.decoding.rows[at].numbers[0];
      return sequence_.canonical_of(mass.number, likeliest_form(sequence_.rows[at], mass.number, sequence_));
    };
    if (between) {
      verdict.evidence.push_back(fmt::format("sandwich:{}<{}<{}", name(r - 1), *verdict.canonical, name(r + 1)));
    } else if (neighbours_.enclosed(r)) {
      const std::size_t before = neighbours_.settled(r - 1) ? r - 1 : r - 2;
      const std::size_t after = neighbours_.settled(r + 1) ? r + 1 : r + 2;
      verdict.evidence.push_back(fmt::format("enclosed:{}<{}<{}", name(before), *verdict.canonical, name(after)));
    } else {
      if (r > 0 && neighbours_.settled(r - 1)) verdict.evidence.push_back(fmt::format("after:{}", name(r - 1)));
      if (neighbours_.settled(r + 1)) verdict.evidence.push_back(fmt::format("before:{}", name(r + 1)));
    }
    const double rate = learned_.beliefs.page_rate[static_cast<std::size_t>(sequence_.rows[r].page)];
    const bool paged = sequence_.pages[static_cast<std::size_t>(sequence_.rows[r].page)] > 0;
    verdict.evidence.push_back(fmt::format("{}:{:.2f}", paged ? "page-damage-rate" : "damage-rate", rate));
    if (best.slip > 0) verdict.evidence.push_back(fmt::format("damage-over-slip:{:.0f}", best.damage / best.slip));
  }

  std::span<const Label> labels_;
  const Scheme& scheme_;
  const Sequence& sequence_;
  const Learned& learned_;
  Neighbours neighbours_;
  bool strict_ = false;
};

void take_back(Verdict& verdict) {
  verdict.status = Status::kAmbiguous;
  verdict.canonical.reset();
  verdict.path.clear();
  verdict.form = -1;
  verdict.evidence.clear();
}

}  // namespace

std::vector<Verdict> decide(std::span<const Label> labels, const Scheme& scheme, const Sequence& sequence,
                            const Learned& learned) {
  std::vector<Verdict> verdicts(labels.size());
  const Judge judge(labels, scheme, sequence, learned);
  for (std::size_t r = 0; r < sequence.rows.size(); ++r)
    verdicts[static_cast<std::size_t>(sequence.rows[r].label)] = judge.judge(r);
  return verdicts;
}

void take_back_conflicts(const Sequence& sequence, const Setting& setting, std::vector<Verdict>& verdicts) {
  constexpr float kHeld = 0.5;  // rather held than not
  std::unordered_map<std::uint64_t, std::vector<int>> holders;
  for (const Row& row : sequence.rows) {
    const Verdict& verdict = verdicts[static_cast<std::size_t>(row.label)];
    if (verdict.status != Status::kAsPrinted && verdict.status != Status::kRepaired) continue;
    auto& labels = holders[use_key(row.scope, Path::from(verdict.path))];
    labels.push_back(row.label);
    if (row.scope != 0 || setting.earlier == nullptr || labels.size() > 1) continue;
    const auto held = setting.earlier->find(Path::from(verdict.path).key());
    if (held != setting.earlier->end() && held->second.use > kHeld) labels.push_back(row.label);
  }
  const auto back = [&verdicts](int label) {
    Verdict& verdict = verdicts[static_cast<std::size_t>(label)];
    if (verdict.status == Status::kRepaired) take_back(verdict);
  };
  for (const auto& [key, labels] : holders)
    if (labels.size() > 1)
      for (const int label : labels) back(label);
  for (const Row& row : sequence.rows) {
    const Verdict& verdict = verdicts[static_cast<std::size_t>(row.label)];
    if (verdict.parent < setting.first) continue;
    const int parent = verdict.parent - setting.first;
    const Verdict& above = verdicts[static_cast<std::size_t>(parent)];
    if (verdict.path.empty() || above.path.empty() || verdict.status == Status::kDisputed) continue;
    if (!Path::from(above.path).is_prefix_of(Path::from(verdict.path))) {
      back(row.label);
      back(parent);
    }
  }
}

}  // namespace pactable::numbering
