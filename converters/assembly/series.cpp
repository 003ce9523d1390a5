// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/series.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace pactable::assembly {
namespace {

using numbering::Figure;

struct Member {
  Series series = Series::kMain;
  std::string key;  // the prefix of a code; labels of one series and key are one sequence
  bool scope_begins = false;
  int above = -1;  // of a step: the label it stands below
};

// A lead that is a word ("Objective ") belongs to the level; one that is a code ("MON-") names a series.
bool is_code_lead(const std::string& lead) { return !lead.empty() && !lead.ends_with(' '); }

bool is_letter_form(const numbering::Form& form) {
  return form.depth == 1 && !form.figures.empty() && form.figures.front() != Figure::kDecimal;
}

bool is_lower_form(const numbering::Form& form) {
  return is_letter_form(form) && form.lead.empty() &&
         (form.figures.front() == Figure::kLetterLower || form.figures.front() == Figure::kRomanLower);
}

bool is_decimal_top(const numbering::Form& form) {
  return form.depth == 1 && form.lead.empty() && form.tail.empty() && !is_letter_form(form);
}

class Splitter {
 public:
  Splitter(const parser::Draft& draft, const std::vector<numbering::Label>& labels, const numbering::Scheme& scheme)
      : draft_(draft), labels_(labels), scheme_(scheme) {
    for (const numbering::Label& label : labels) readings_.push_back(numbering::read_label(label.printed, scheme));
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const numbering::Form* form = form_of(i);
      if (form != nullptr && form->lead.size() == 1) letters_.insert(form->lead);
      if (form == nullptr || !is_decimal_top(*form)) continue;
      decimal_top_ = true;
      bare_rows_ = bare_rows_ || !labels[i].section_like;
    }
    begins_anew_ = find_new_beginnings();
  }

  std::vector<Member> split() {
    std::vector<Member> members;
    for (std::size_t i = 0; i < labels_.size(); ++i) members.push_back(member(i));
    return members;
  }

 private:
  const numbering::Form* form_of(std::size_t i) const {
    if (readings_[i].empty()) return nullptr;
    return &scheme_.forms[static_cast<std::size_t>(readings_[i].front().form)];
  }

  [[nodiscard]] bool is_bare_row(std::size_t i) const {
    const numbering::Form* form = form_of(i);
    return form != nullptr && is_decimal_top(*form) && draft_.items[i].heading == parser::Heading::kNone;
  }

  // True where the rows count 1, 2, 3 anew below most of the headings.
  [[nodiscard]] bool find_new_beginnings() const {
    constexpr int kFewest = 2;  // one heading with a 1 below it is any plan
    int headings = 0, first = 0;
    bool below = false;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (draft_.items[i].heading != parser::Heading::kNone) below = true;
      if (!below || !is_bare_row(i)) continue;
      below = false;
      ++headings;
      first += readings_[i].front().path.back() == 1 ? 1 : 0;
    }
    return first >= kFewest && first * 2 > headings;
  }

  Member member(std::size_t i) {
    const numbering::Form* form = form_of(i);
    Member out;
    if (!draft_.items[i].inserted_after.empty()) {
      out.series = Series::kInserted;
    } else if (form == nullptr) {
      // What follows a heading stands below it; what follows steps is no step by that alone.
      out = current_.series == Series::kHeading || current_.series == Series::kStep ? Member{} : current_;
    } else if (is_step(i, *form)) {
      out.series = Series::kStep;
      out.above = last_main_;
      out.scope_begins = !step_open_;
    } else if (is_code_lead(form->lead)) {
      out.series = Series::kCode;
      out.key = form->lead;
    } else if (is_heading(i, *form)) {
      out.series = Series::kHeading;
    }
    out.scope_begins = begins_table(out, i) || out.scope_begins;
    if (draft_.items[i].heading != parser::Heading::kNone) below_heading_ = true;
    if (below_heading_ && is_bare_row(i)) {
      out.scope_begins = out.scope_begins || begins_anew_;
      below_heading_ = false;
    }
    if (form != nullptr) keep_place(i, out);
    return out;
  }

  // "(a)" below 1, "(i)" below (a). A list of letters alone is a sequence like any other.
  bool is_step(std::size_t i, const numbering::Form& form) const {
    if (!is_lower_form(form) || last_main_ < 0) return false;
    const auto last = static_cast<std::size_t>(last_main_);
    const numbering::Form* above = form_of(last);
    if (above == nullptr || !is_lower_form(*above)) return true;
    if (above->figures.front() == form.figures.front()) return false;
    // "i" behind "h" is a letter, whatever it may be elsewhere.
    for (const numbering::Reading& now : readings_[i]) {
      for (const numbering::Reading& before : readings_[last]) {
        if (now.form == before.form && now.path.back() == before.path.back() + 1) return false;
      }
    }
    return true;
  }

  bool is_heading(std::size_t i, const numbering::Form& form) const {
    if (is_letter_form(form) && form.lead.empty()) {
      // "A" above A1 and A2, "I" above 1 and 2.
      const bool above = decimal_top_ || letters_.contains(readings_[i].front().canonical);
      return above && !labels_[i].codes_present;
    }
    // "Theme 1:" above rows that count 1, 2, 3 of their own.
    return form.lead.ends_with(' ') && form.depth == 1 && labels_[i].section_like && bare_rows_;
  }

  bool begins_table(const Member& member, std::size_t i) {
    if (!labels_[i].number_expected) return false;
    const int table = draft_.items[i].table;
    const auto [known, added] = table_of_.emplace(std::pair(member.series, member.key), table);
    const bool begins = added || known->second != table;
    known->second = table;
    return begins;
  }

  void keep_place(std::size_t i, const Member& member) {
    if (member.series == Series::kInserted) {
      last_main_ = static_cast<int>(i);
      step_open_ = false;
      return;
    }
    current_ = {member.series, member.key, false, -1};
    step_open_ = member.series == Series::kStep;
    if (member.series != Series::kStep) last_main_ = member.series == Series::kHeading ? -1 : static_cast<int>(i);
  }

  const parser::Draft& draft_;
  const std::vector<numbering::Label>& labels_;
  const numbering::Scheme& scheme_;
  std::vector<std::vector<numbering::Reading>> readings_;
  std::set<std::string> letters_;  // that lead numbers: "A" of A1
  bool decimal_top_ = false;       // some number is a bare 1, 2, 3
  bool bare_rows_ = false;         // … and not of a heading row
  bool begins_anew_ = false;       // … and begins with 1 below each heading
  bool below_heading_ = false;     // no bare row since the last heading
  Member current_;
  int last_main_ = -1;
  bool step_open_ = false;
  std::map<std::pair<Series, std::string>, int> table_of_;
};

void move_indices(std::vector<int>& indices, const std::vector<int>& to) {
  for (int& index : indices) index = to[static_cast<std::size_t>(index)];
}

std::string without_end(std::string label) {
  while (!label.empty() && (label.back() == '.' || label.back() == ':' || label.back() == ')')) label.pop_back();
  return label;
}

// A number that was put in stands as it is printed, beside the one it follows.
void settle_inserted(const parser::Draft& draft, const std::vector<numbering::Label>& labels, SeriesRecovery& all) {
  std::map<std::string, std::size_t> last;  // by canonical number
  int table = -1;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (draft.items[i].table != table) last.clear();
    table = draft.items[i].table;
    numbering::Verdict& verdict = all.recovery.verdicts[i];
    if (all.series[i] == Series::kInserted) {
      verdict.status = numbering::Status::kAsPrinted;
      verdict.canonical = without_end(labels[i].printed);
      verdict.confidence = 1;
      if (const auto base = last.find(draft.items[i].inserted_after); base != last.end()) {
        const numbering::Verdict& beside = all.recovery.verdicts[base->second];
        verdict.path = beside.path;
        verdict.form = beside.form;
        verdict.parent = beside.parent;
      }
    }
    if (verdict.canonical) last[*verdict.canonical] = i;
  }
}

}  // namespace

SeriesRecovery recover_series(const parser::Draft& draft, const std::vector<numbering::Label>& labels,
                              const numbering::Scheme& scheme) {
  const std::vector<Member> members = Splitter(draft, labels, scheme).split();
  std::map<std::pair<int, std::string>, std::vector<int>> sequences;
  SeriesRecovery all;
  for (std::size_t i = 0; i < members.size(); ++i) {
    all.series.push_back(members[i].series);
    if (members[i].series == Series::kInserted) continue;
    sequences[{static_cast<int>(members[i].series), members[i].key}].push_back(static_cast<int>(i));
  }
  all.recovery.verdicts.resize(labels.size());
  for (const auto& [key, indices] : sequences) {
    std::vector<numbering::Label> own;
    for (const int index : indices) {
      own.push_back(labels[static_cast<std::size_t>(index)]);
      own.back().scope_begins = own.back().scope_begins || members[static_cast<std::size_t>(index)].scope_begins;
    }
    numbering::Recovery recovery = numbering::recover(own, scheme);
    for (std::size_t i = 0; i < indices.size(); ++i) {
      numbering::Verdict& verdict = recovery.verdicts[i];
      if (verdict.parent >= 0) verdict.parent = indices[static_cast<std::size_t>(verdict.parent)];
      const auto at = static_cast<std::size_t>(indices[i]);
      if (members[at].above >= 0) verdict.parent = members[at].above;
      all.recovery.verdicts[at] = std::move(verdict);
    }
    for (numbering::Oddity& oddity : recovery.oddities) {
      move_indices(oddity.labels, indices);
      all.recovery.oddities.push_back(std::move(oddity));
    }
    all.recovery.pages.insert(all.recovery.pages.end(), recovery.pages.begin(), recovery.pages.end());
  }
  settle_inserted(draft, labels, all);
  std::stable_sort(all.recovery.oddities.begin(), all.recovery.oddities.end(),
                   [](const numbering::Oddity& a, const numbering::Oddity& b) { return a.labels < b.labels; });
  return all;
}

}  // namespace pactable::assembly
