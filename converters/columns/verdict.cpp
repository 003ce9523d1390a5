// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pactable::columns {
namespace {

// Between the lowest plan and the highest other table that was measured lie .2 points (docs/understanding.md).
constexpr double kPlan = 4.0;
constexpr double kPlanOfFewRows = 4.5;  // below kFewRows: less to go by
constexpr double kDoubtful = 3.1;
constexpr std::size_t kFewRows = 3;

constexpr double kSequence = 1.2, kImperative = 2.2, kSentence = 0.8, kQuestion = -1.6, kVerbless = -1.2;
constexpr double kField = 0.8;  // of the best code, time and party column each
constexpr double kMeasure = -2, kClock = -1, kPerson = -1.5;
constexpr double kActionWord = 0.9, kFieldWord = 0.5, kForeignWords = -3;

// Without a sequence of numbers the other signs have to say more: tables of studies and of services hold verbs and
// times.
constexpr double kPlanWithoutNumbers = 4.5;
constexpr double kSomeSequence = 0.35;
// An action column has orders, texts, or a header that says so.
constexpr double kLeastContent = 0.6;
constexpr double kSomeOrders = 0.2, kSomeWord = 0.45, kSureAction = 0.5;
// Lists of the actions of a meeting name persons; plans with persons have numbers of several levels.
constexpr double kPeople = 0.35, kStructured = 0.5;
constexpr double kSomeProgress = 0.4;  // of cells with a word of a progress, or with a colour
// Headers of other tables beside the first.
constexpr double kMoreForeign = -2;

// Reasons of fewer points are not worth reading.
constexpr double kMinReason = 0.1;

class Judge {
 public:
  Judge(std::span<const JudgedColumn> columns, std::size_t rows) : columns_(columns), rows_(rows) {}

  Judgement run() {
    const JudgedColumn* action = find(Kind::kAction);
    add_sequence();
    if (action != nullptr) add_action(*action);
    const int fields = add_fields();
    add_against();
    out_.score = 0;
    for (const Evidence& reason : out_.reasons) out_.score += reason.points;
    settle(action, fields);
    std::erase_if(out_.reasons,
                  [](const Evidence& reason) { return !reason.lacks && std::abs(reason.points) < kMinReason; });
    std::stable_sort(out_.reasons.begin(), out_.reasons.end(),
                     [](const Evidence& a, const Evidence& b) { return std::abs(a.points) > std::abs(b.points); });
    // Who is asked to look wants to know first what is missing.
    if (out_.verdict != plan::TableVerdict::kPlan) {
      std::stable_partition(out_.reasons.begin(), out_.reasons.end(),
                            [](const Evidence& r) { return r.lacks || r.points < 0; });
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const JudgedColumn* find(Kind kind) const {
    const JudgedColumn* best = nullptr;
    for (const JudgedColumn& column : columns_) {
      if (column.assigned.kind != kind) continue;
      if (best == nullptr || value(column) > value(*best)) best = &column;
    }
    return best;
  }

  /// How far the cells of a column are what its kind says.
  [[nodiscard]] static double value(const JudgedColumn& column) {
    const Profile& p = column.evidence->profile;
    switch (column.assigned.kind) {
      case Kind::kCode: return std::max(p.code, p.colours);
      case Kind::kTime: return column.evidence->period_matrix ? 1 : std::max(p.time, 0.6 * std::max(p.code, p.ranks));
      case Kind::kParty: return p.party;
      default: return 0;
    }
  }

  void add(const char* rule, double points, std::string what) {
    out_.reasons.push_back({rule, points, std::move(what)});
  }
  void lack(const char* rule, std::string what) { out_.reasons.push_back({rule, 0, std::move(what), true}); }

  void add_sequence() {
    const JudgedColumn* number = find(Kind::kNumber);
    double sequence = number != nullptr ? number->evidence->profile.number : 0;
    const Profile* labelled = number != nullptr ? &number->evidence->profile : nullptr;
    for (const JudgedColumn& column : columns_) {
      const bool item = column.assigned.kind == Kind::kAction || column.assigned.kind == Kind::kSubTask ||
                        column.assigned.kind == Kind::kTopic;
      if (!item || column.evidence->profile.led <= sequence) continue;
      sequence = column.evidence->profile.led;
      labelled = &column.evidence->profile;
    }
    sequence_ = sequence;
    if (labelled != nullptr) structured_ = labelled->structured;
    if (labelled == nullptr || sequence <= 0) return;
    std::string shown;
    for (const std::string& label : labelled->labels_at) (shown += shown.empty() ? "" : ", ") += label;
    add("label-sequence", kSequence * sequence, "label sequence " + shown);
  }

  void add_action(const JudgedColumn& action) {
    const Profile& p = action.evidence->profile;
    add("imperative", kImperative * p.imperative,
        fmt::format("column \"{}\" begins with verbs in {:.0f} % of its cells", action.name, 100 * p.imperative));
    add("sentence", kSentence * p.sentence, fmt::format("column \"{}\" holds different texts", action.name));
    add("question", kQuestion * p.question, fmt::format("column \"{}\" asks questions", action.name));
    add("description", kVerbless * p.verbless,
        fmt::format("column \"{}\" describes, it does not ask for anything", action.name));
    const double word = action.evidence->prior.kinds[index(Kind::kAction)];
    if (word > 0)
      add("action-word", kActionWord * word, fmt::format("header \"{}\" is a word for actions", action.name));
  }

  int add_fields() {
    static constexpr struct {
      Kind kind;
      const char *rule, *what;
    } kFields[] = {{Kind::kCode, "codes", "holds codes or ratings"},
                   {Kind::kTime, "times", "says when"},
                   {Kind::kParty, "parties", "names parties"}};
    int fields = 0;
    for (const auto& field : kFields) {
      const JudgedColumn* column = find(field.kind);
      if (column == nullptr) continue;
      ++fields;
      const double word = column->evidence->prior.kinds[index(field.kind)];
      const double points = kField * std::min(1.0, 1.3 * value(*column)) + kFieldWord * word;
      add(field.rule, points, fmt::format("column \"{}\" {}", column->name, field.what));
    }
    fields += add_progress();
    if (fields == 0) lack("no-field", "no column says how urgent, who or when");
    return fields;
  }

  /// A table that follows up actions says how far they are.
  int add_progress() {
    const JudgedColumn* best = nullptr;
    for (const JudgedColumn& column : columns_) {
      const Profile& p = column.evidence->profile;
      const double own = std::max(p.progress, p.colours), most = best == nullptr ? 0 : best->evidence->profile.progress;
      if (column.assigned.kind == Kind::kOther && own >= kSomeProgress && own > most) best = &column;
    }
    if (best == nullptr) return 0;
    const Profile& p = best->evidence->profile;
    add("progress", kField * std::max(p.progress, p.colours),
        fmt::format("column \"{}\" says how far they are", best->name));
    return 1;
  }

  void add_against() {
    double measure = 0, foreign = 0, clock = 0, person = 0;
    std::size_t headed = 0;
    std::string foreign_words;
    for (const JudgedColumn& column : columns_) {
      const Profile& p = column.evidence->profile;
      measure += p.measure;
      clock = std::max(clock, p.clock);
      person = std::max(person, p.person);
      if (column.evidence->blank) continue;
      ++headed;
      known_ += column.evidence->prior.known > 0 ? 1 : 0;
      foreign += column.evidence->prior.foreign;
      if (column.evidence->prior.foreign > 0.5) {
        (foreign_words += foreign_words.empty() ? "\"" : ", \"") += column.name + "\"";
      }
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, columns_.size()));
    if (measure > 0) add("amounts", kMeasure * measure / count, "columns hold amounts");
    if (clock > 0) add("clock", kClock * clock, "a column holds times of day");
    if (person > 0) add("addresses", kPerson * person, "a column holds addresses or authors");
    if (foreign > 0 && headed > 0) {
      add("other-words",
          kForeignWords * foreign / static_cast<double>(headed) + kMoreForeign * std::max(0.0, foreign - 1),
          "headers of other tables: " + foreign_words);
    }
  }

  /// What a table lacks to be read without a person's word, however many points it has.
  [[nodiscard]] bool is_in_doubt(const JudgedColumn& action, int fields) {
    const Profile& p = action.evidence->profile;
    const double word = action.evidence->prior.kinds[index(Kind::kAction)];
    bool doubt = fields == 0;
    if (p.imperative < kSomeOrders && word < kSomeWord) {
      lack("no-order", fmt::format("neither the header nor the verbs of column \"{}\" speak of actions", action.name));
      doubt = true;
    }
    if (action.assigned.margin < kSureAction && word < kSomeWord) {
      lack("unsure-action", fmt::format("column \"{}\" may not be the one of the actions", action.name));
      doubt = true;
    }
    const JudgedColumn* party = find(Kind::kParty);
    if (party != nullptr && party->evidence->profile.people >= kPeople && structured_ < kStructured) {
      lack("people", fmt::format("column \"{}\" names persons: the actions may be those of a meeting", party->name));
      doubt = true;
    }
    return doubt;
  }

  void settle(const JudgedColumn* action, int fields) {
    using plan::TableVerdict;
    double needed = rows_ < kFewRows ? kPlanOfFewRows : kPlan;
    if (sequence_ < kSomeSequence) needed = std::max(needed, kPlanWithoutNumbers);
    const double content = action == nullptr ? 0
                                             : value_score(*action->evidence, Kind::kAction, false) +
                                                   action->evidence->prior.kinds[index(Kind::kAction)];
    if (action == nullptr || content < kLeastContent) {
      lack("no-action", "no column holds actions");
    } else if (out_.score >= needed) {
      out_.verdict = is_in_doubt(*action, fields) ? TableVerdict::kDoubtful : TableVerdict::kPlan;
    } else if (out_.score >= kDoubtful) {
      // What lacks points and more is no plan; in a language without words here the values alone may ask for a look.
      const bool foreign_language = known_ == 0 && fields >= 2 && sequence_ >= kSomeSequence;
      if (!is_in_doubt(*action, fields) || foreign_language) {
        out_.verdict = TableVerdict::kDoubtful;
        lack("few-points", fmt::format("{:.1f} points, a plan has {:.1f}", out_.score, needed));
      }
    }
    if (out_.verdict != TableVerdict::kPlan && rows_ < kFewRows) {
      lack("few-rows", fmt::format("{} rows are little to go by", rows_));
    }
  }

  std::span<const JudgedColumn> columns_;
  std::size_t rows_;
  double sequence_ = 0, structured_ = 0;
  std::size_t known_ = 0;  // headers with a known word
  Judgement out_;
};

}  // namespace

Judgement judge(std::span<const JudgedColumn> columns, std::size_t rows) { return Judge(columns, rows).run(); }

}  // namespace pactable::columns
