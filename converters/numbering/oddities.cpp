// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/oddities.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace pactable::numbering {

namespace {

constexpr int kMostNamed = 10;  // missing numbers that a message spells out

class Finder {
 public:
  Finder(std::span<const Label> labels, const Scheme& scheme, const Sequence& sequence, const Decoding& decoding,
         const std::vector<Verdict>& verdicts, const Setting& setting, std::size_t cut)
      : labels_(labels),
        scheme_(scheme),
        sequence_(sequence),
        decoding_(decoding),
        verdicts_(verdicts),
        setting_(setting) {
    while (reported_ < sequence.rows.size() && static_cast<std::size_t>(sequence.rows[reported_].label) < cut)
      ++reported_;
  }

  std::vector<Oddity> find() {
    split_segments();
    find_disorder();
    for (std::size_t r = 0; r < reported_; ++r) {
      find_status(r);
      find_place(r);
      find_duplicate(r);
      find_second(r);
    }
    find_dots();
    for (Oddity& oddity : out_)
      for (int& label : oddity.labels) label += setting_.first;
    std::stable_sort(out_.begin(), out_.end(),
                     [](const Oddity& a, const Oddity& b) { return a.labels.front() < b.labels.front(); });
    return std::move(out_);
  }

 private:
  int label_of(std::size_t r) const { return sequence_.rows[r].label; }
  const Verdict& verdict(std::size_t r) const { return verdicts_[static_cast<std::size_t>(label_of(r))]; }
  const std::string& printed(std::size_t r) const { return labels_[static_cast<std::size_t>(label_of(r))].printed; }
  bool held(std::size_t r) const {
    return verdict(r).status == Status::kAsPrinted || verdict(r).status == Status::kRepaired;
  }
  bool restarts(std::size_t r) const {
    return r > 0 && decoding_.rows[r].kind == StepKind::kRestart && !sequence_.rows[r].scope_begins;
  }
  std::uint64_t key(std::size_t r) const { return use_key(segment_[r], Path::from(verdict(r).path)); }

  void add(std::string rule, std::vector<int> labels, std::string message, std::optional<Candidate> suggestion = {}) {
    out_.push_back({std::move(rule), std::move(labels), std::move(message), std::move(suggestion)});
  }

  /// Numbers are unique within a scope, and anew after an accepted restart.
  void split_segments() {
    int segment = 0;
    for (std::size_t r = 0; r < sequence_.rows.size(); ++r) {
      if (sequence_.rows[r].scope_begins || restarts(r)) ++segment;
      segment_.push_back(segment);
      if (held(r) || verdict(r).status == Status::kDisputed) printed_anywhere_[key(r)] += 1;
      for (const Read& read : sequence_.rows[r].reads)
        if (read.second.depth > 0) printed_anywhere_[use_key(segment, read.second)] += 1;
    }
  }

  void find_status(std::size_t r) {
    const Verdict& v = verdict(r);
    if (v.status == Status::kDisputed) {
      std::string place = v.parent >= setting_.first
                              ? fmt::format("{} stands under {}", printed(r), name_of(v.parent - setting_.first))
                              : fmt::format("{} is out of step", printed(r));
      add("NUM-AUTHOR", {label_of(r)}, fmt::format("{}; the sequence asks for {}", place, v.suggested->value),
          v.suggested);
    } else if (v.status == Status::kAmbiguous) {
      add("NUM-AMBIGUOUS", {label_of(r)}, fmt::format("{} may stand for {}", printed(r), list(v.candidates)));
    } else if (v.status == Status::kMissing) {
      add("NUM-MISSING", {label_of(r)},
          v.candidates.empty() ? "a row has no number"
                               : fmt::format("a row has no number; its place is that of {}", list(v.candidates)));
    }
  }

  /// One finding for a plan that is sorted by something else; its steps say nothing then.
  void find_disorder() {
    if (!sequence_.unordered) return;
    std::vector<int> labels;
    for (std::size_t r = 1; r < reported_; ++r)
      if (held(r) && decoding_.rows[r].kind >= StepKind::kFloat) labels.push_back(label_of(r));
    if (labels.empty()) return;
    const std::size_t count = labels.size();
    add("NUM-ORDER", std::move(labels),
        fmt::format("the rows are not in the order of their numbers: {} of {} are out of step", count, reported_));
  }

  void find_place(std::size_t r) {
    if (sequence_.unordered) return;
    if (restarts(r)) {
      add("NUM-RESTART", {label_of(r)},
          fmt::format("the numbering begins again at {} without a caption", name_of(label_of(r))));
      return;
    }
    if (r == 0 || sequence_.rows[r].scope_begins || !held(r)) return;
    const StepKind kind = decoding_.rows[r].kind;
    const Path number = Path::from(verdict(r).path);
    if (kind == StepKind::kFloat || kind == StepKind::kStray || (kind == StepKind::kJump && steps_back(r))) {
      if (!is_first_holder_only(r)) return;  // a repeat carries it
      const bool last = r + 1 == sequence_.rows.size();
      add("NUM-ORDER", {label_of(r)},
          last ? fmt::format("{} stands after {}", name_of(label_of(r)), name_of(label_of(r - 1)))
               : fmt::format("{} stands between {} and {}", name_of(label_of(r)), name_of(label_of(r - 1)),
                             name_of(label_of(r + 1))));
    } else if ((kind == StepKind::kGap || kind == StepKind::kJump) && decoding_.rows[r].numbers[0].number == number) {
      add_gap(r, number);
    }
  }

  bool steps_back(std::size_t r) const {
    const Path before = decoding_.rows[r - 1].state.chain, number = decoding_.rows[r].state.chain;
    return std::lexicographical_compare(number.at.begin(), number.at.end(), before.at.begin(), before.at.end());
  }

  bool is_first_holder_only(std::size_t r) const {
    const auto found = printed_anywhere_.find(key(r));
    const int earlier = first_label_before(segment_[r], Path::from(verdict(r).path)) ? 1 : 0;
    return found == printed_anywhere_.end() || found->second + earlier < 2;
  }

  /// The label of an earlier piece that holds the number in this segment, counted from the first label of this one.
  std::optional<int> first_label_before(int segment, const Path& number) const {
    if (segment != 0 || setting_.earlier == nullptr) return std::nullopt;
    const auto found = setting_.earlier->find(number.key());
    if (found == setting_.earlier->end() || found->second.first_label < 0) return std::nullopt;
    return found->second.first_label - setting_.first;
  }

  bool is_printed_anywhere(int segment, const Path& number) const {
    return printed_anywhere_.contains(use_key(segment, number)) || first_label_before(segment, number);
  }

  void add_gap(std::size_t r, const Path& number) {
    std::size_t before = r - 1;  // the last row of the chain: rows out of their place do not bound a gap
    while (before > 0 &&
           (decoding_.rows[before].kind == StepKind::kFloat || decoding_.rows[before].kind == StepKind::kStray))
      --before;
    if (!held(before) && verdict(before).status != Status::kDisputed) return;
    const Path chain = decoding_.rows[before].state.chain;
    const int form = verdict(r).form;
    std::vector<std::string> missing;
    int count = 0;
    const int first = chain.depth >= number.depth && cut(chain, number.depth - 1) == number.up()
                          ? chain.at[number.depth - 1U] + 1
                          : 1;
    for (int value = first; value < number.last(); ++value) {
      const Path lost = number.with_last(value);
      if (is_printed_anywhere(segment_[r], lost)) continue;
      if (++count <= kMostNamed) missing.push_back(sequence_.canonical_of(lost, form));
    }
    const std::string where = fmt::format("between {} and {}", name_of(label_of(before)), name_of(label_of(r)));
    if (missing.empty()) {
      // The step leaves out whole sections: name the section that is not there.
      const Path section = number.up();
      if (section.depth == 0 || section.is_prefix_of(chain) || is_printed_anywhere(segment_[r], section)) return;
      add("NUM-GAP", {label_of(before), label_of(r)}, fmt::format("numbers are missing {}", where));
      return;
    }
    std::string names = fmt::format("{}", fmt::join(missing, ", "));
    if (count > kMostNamed) names += fmt::format(" and {} more", count - kMostNamed);
    add("NUM-GAP", {label_of(before), label_of(r)},
        fmt::format("{} {} missing {}", names, count == 1 ? "is" : "are", where));
  }

  static Path cut(const Path& path, int depth) { return path.depth > depth ? path.up(path.depth - depth) : path; }

  void find_duplicate(std::size_t r) {
    if (!held(r)) return;
    const std::optional<int> earlier = first_label_before(segment_[r], Path::from(verdict(r).path));
    const auto [first, fresh] = first_holder_.try_emplace(key(r), earlier.value_or(label_of(r)));
    if (fresh && !earlier) return;
    add("NUM-DUPLICATE", {first->second, label_of(r)}, fmt::format("{} stands twice", name_of(label_of(r))));
  }

  void find_second(std::size_t r) {
    const auto& reads = sequence_.rows[r].reads;
    if (!held(r) || std::none_of(reads.begin(), reads.end(), [](const Read& read) { return read.second.depth > 0; }))
      return;
    add("NUM-SEVERAL", {label_of(r)},
        fmt::format("{} are two numbers of one row; it stands at the first", name_of(label_of(r))));
  }

  /// Final dots that come and go within a form: the habit is what most labels do, the others are listed.
  void find_dots() {
    for (std::size_t f = 0; f < sequence_.patterns.size(); ++f) {
      std::vector<int> with, without;
      for (std::size_t r = 0; r < reported_; ++r) {
        const Row& row = sequence_.rows[r];
        if (verdicts_[static_cast<std::size_t>(row.label)].form != static_cast<int>(f)) continue;
        for (const Reading& reading : read_label(labels_[static_cast<std::size_t>(row.label)].printed, scheme_))
          if (reading.form == static_cast<int>(f)) (reading.final_dot ? with : without).push_back(row.label);
      }
      if (with.empty() || without.empty()) continue;
      const bool dots_are_habit = with.size() >= without.size();
      const std::size_t all = with.size() + without.size();
      std::vector<int>& fewer = dots_are_habit ? without : with;
      std::vector<std::string> names;
      for (const int label : fewer)
        if (names.size() < static_cast<std::size_t>(kMostNamed))
          names.push_back(labels_[static_cast<std::size_t>(label)].printed);
      std::string message = fmt::format("{} of {} numbers of this level are printed {} a final dot: {}", fewer.size(),
                                        all, dots_are_habit ? "without" : "with", fmt::join(names, ", "));
      if (fewer.size() > names.size()) message += fmt::format(" and {} more", fewer.size() - names.size());
      add("NUM-DOT", std::move(fewer), std::move(message));
    }
  }

  /// The number that a label holds, else what is printed.
  std::string name_of(int label) const {
    const Verdict& v = verdicts_[static_cast<std::size_t>(label)];
    return v.canonical.value_or(labels_[static_cast<std::size_t>(label)].printed);
  }

  static std::string list(const std::vector<Candidate>& candidates) {
    std::string out;
    for (const Candidate& candidate : candidates)
      out += fmt::format("{}{} ({:.2f})", out.empty() ? "" : ", ", candidate.value, candidate.p);
    return out;
  }

  std::span<const Label> labels_;
  const Scheme& scheme_;
  const Sequence& sequence_;
  const Decoding& decoding_;
  const std::vector<Verdict>& verdicts_;
  std::vector<int> segment_;
  std::unordered_map<std::uint64_t, int> printed_anywhere_;
  std::unordered_map<std::uint64_t, int> first_holder_;
  const Setting& setting_;
  std::size_t reported_ = 0;  // rows
  std::vector<Oddity> out_;
};

}  // namespace

std::vector<Oddity> find_oddities(std::span<const Label> labels, const Scheme& scheme, const Sequence& sequence,
                                  const Decoding& decoding, const std::vector<Verdict>& verdicts,
                                  const Setting& setting, std::size_t cut) {
  return Finder(labels, scheme, sequence, decoding, verdicts, setting, cut).find();
}

}  // namespace pactable::numbering
