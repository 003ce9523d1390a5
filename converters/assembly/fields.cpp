// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/fields.h"

#include <algorithm>

#include "core/unicode.h"
#include "values/choice.h"
#include "values/legend.h"
#include "values/parties.h"
#include "values/timeframe.h"

namespace pactable::assembly {
namespace {

const plan::CodeList* list_of(const std::string& role, const std::vector<plan::CodeList>& lists) {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [&](const plan::CodeList& list) { return list.role == role; });
  return found == lists.end() ? nullptr : &*found;
}

std::string codes_of(const plan::CodeList& list) {
  std::string codes;
  for (const plan::Code& each : list.codes) codes += (codes.empty() ? "" : ",") + each.code;
  return codes;
}

plan::Repair look_alike_repair(const std::string& role, const std::string& printed, const plan::CodeList& list,
                               const std::string& code) {
  plan::Repair repair;
  repair.field = role;
  repair.rule = "TXT-HOMOGLYPH";
  repair.from = printed;
  repair.to = code;
  repair.confidence = 1;  // the list is closed and one code alone looks like this
  repair.evidence = {"same-skeleton:" + code, "closed-list:" + codes_of(list)};
  return repair;
}

// Nothing but what else was read there and the closed list speaks for it.
constexpr double kByAlternatives = 0.9;

/// The one code of the list that further readings spell; none where they spell two.
std::optional<plan::Repair> repair_by_readings(const parser::DraftField& field, const plan::CodeList& list,
                                               const Witnesses& witnesses) {
  std::string code, spelled;
  for (const layout::Reading& reading : witnesses.readings_at(field.text)) {
    const auto read = values::read_code(reading.text, list.codes);
    if (!read || read->code == code) continue;
    if (!code.empty()) return std::nullopt;
    code = read->code;
    spelled = reading.text;
  }
  if (code.empty()) return std::nullopt;
  // A figure beside other signs is noise in the cell, and so may be the other reading ("4al" that is a 1).
  const std::u32string printed = unicode::to_code_points(field.text.utf8());
  const bool longer = printed.size() > unicode::to_code_points(code).size();
  if (longer && std::any_of(printed.begin(), printed.end(), unicode::is_digit)) return std::nullopt;
  plan::Repair repair;
  repair.field = field.role;
  repair.rule = "CODE-OCR";
  repair.from = field.text.utf8();
  repair.to = code;
  repair.confidence = kByAlternatives;
  repair.evidence = {"sighting:" + spelled, "closed-list:" + codes_of(list)};
  return repair;
}

void read_code_field(plan::Field& field, const std::string& text, const plan::CodeList* list,
                     const parser::DraftField& draft, LabelOrigin origin, const Witnesses& witnesses,
                     std::optional<plan::Repair>& repair) {
  if (list == nullptr) {
    field.value = text;
    return;
  }
  const auto reading = values::read_code(text, list->codes);
  if (!reading && origin == LabelOrigin::kOcr) repair = repair_by_readings(draft, *list, witnesses);
  if (!reading && !repair) return;
  if (reading && reading->look_alike) {
    if (origin != LabelOrigin::kOcr) return;
    repair = look_alike_repair(field.role, field.printed, *list, reading->code);
  }
  const std::string value = reading ? reading->code : repair->to;
  field.value = value;
  const auto code =
      std::find_if(list->codes.begin(), list->codes.end(), [&](const plan::Code& each) { return each.code == value; });
  if (code != list->codes.end() && !code->label.empty()) field.label = code->label;
}

// The lines of the cell, where a party may stand on each.
std::string party_text(const parser::DraftField& draft, const std::string& text) {
  if (draft.lines.empty()) return text;
  std::string lines;
  for (const std::string& line : draft.lines) lines += (lines.empty() ? "" : "\n") + line;
  return lines;
}

}  // namespace

plan::Field read_field(const parser::DraftField& draft, const grammar::Vocabulary& words,
                       const std::vector<plan::CodeList>& code_lists, LabelOrigin origin, const Witnesses& witnesses,
                       std::optional<plan::Repair>& repair) {
  plan::Field field;
  field.role = draft.role;
  field.printed = draft.text.utf8();
  field.derived_from = draft.text.places();
  field.marks = draft.marks;
  field.inherited = draft.inherited;
  if (draft.colour) field.printed = draft.colour_name;
  if (draft.timeframe) {
    field.value = *draft.timeframe;
    return field;
  }
  // A ditto mark is read as what it stands for, a fill as what the legend says of it.
  const std::string said = draft.same_as.value_or(values::ticked(field.printed));
  const bool chosen = !draft.same_as && said != field.printed;  // by a tick: the lines hold what was not, too
  const bool figures = draft.value == grammar::ColumnValue::kCode || draft.value == grammar::ColumnValue::kTimeframe;
  const std::string text = figures ? unicode::ascii_digits(said) : said;
  const bool stands_for = draft.same_as.has_value() || text != field.printed;
  switch (draft.value) {
    case grammar::ColumnValue::kCode:
      read_code_field(field, text, list_of(draft.role, code_lists), draft, origin, witnesses, repair);
      break;
    case grammar::ColumnValue::kTimeframe:
      if (auto reading = values::read_timeframe(text, words)) field.value = std::move(reading->timeframe);
      break;
    case grammar::ColumnValue::kParties:
      // A dash says that nobody is named: there is no value then.
      if (auto parties = values::split_parties(chosen ? text : party_text(draft, text), words); !parties.empty()) {
        field.value = std::move(parties);
      }
      break;
    default:
      if (stands_for) field.value = text;
  }
  return field;
}

}  // namespace pactable::assembly
