// SPDX-License-Identifier: GPL-3.0-or-later
// What: a small plan with every state of a number, a legend, repairs, findings and texts that try to do something.
#pragma once

#include <string>

#include "plan/corpus.h"
#include "plan/plan.h"

namespace pactable::test {

inline const std::string kHostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\xE2\x80\xA8\xE2\x80\xAE\"'&";

inline plan::Item item(const std::string& id, plan::ItemKind kind, const std::string& text) {
  plan::Item made;
  made.id = id;
  made.table = "t1";
  made.kind = kind;
  made.text = text;
  made.text_from = {PagePlace{3, Box{100, 200, 300, 212}}};
  return made;
}

inline plan::Item numbered(plan::Item made, const std::string& printed,
                           plan::NumberStatus status = plan::NumberStatus::kAsPrinted) {
  made.number = plan::Number();
  made.number->status = status;
  if (status != plan::NumberStatus::kMissing) made.number->printed = printed;
  if (status == plan::NumberStatus::kAsPrinted || status == plan::NumberStatus::kDisputed) {
    made.number->canonical = printed;
  }
  return made;
}

inline plan::Field code(const std::string& role, const std::string& printed, const std::string& label) {
  plan::Field field;
  field.role = role;
  field.printed = printed;
  field.value = printed;
  if (!label.empty()) field.label = label;
  return field;
}

inline plan::Field time(const std::string& printed, plan::TimeframeKind kind, const std::string& edtf) {
  plan::Field field;
  field.role = "timeframe";
  field.printed = printed;
  plan::Timeframe frame;
  frame.kind = kind;
  if (!edtf.empty()) frame.edtf = edtf;
  field.value = frame;
  return field;
}

inline plan::Plan example_plan() {
  using plan::ItemKind;
  using plan::NumberStatus;
  plan::Plan plan;
  plan.language = "en";
  plan.family = "cms-mtiwp";
  plan.source = {"plan.pdf", std::string(64, 'a'), "application/pdf", plan::Layer::kOcr, {"invisible text"}};
  plan.metadata.title = "Work Programme for the Saïga Antelope";
  plan.metadata.period_printed = "2021-2025";
  plan.code_lists = {{"urgency", "1 - Urgent. 2 - Useful.", {{"1", "Urgent", {}}, {"2", "Useful", "later"}}, {}}};
  plan.tables = {{"t1", "The actions", {}, {{"number", {}}, {"action", "Measures"}, {"urgency", "Urgency"}, {"responsible", "Who"}}, {}}};
  plan.items.push_back(numbered(item("t1.r1", ItemKind::kSection, "Trade"), "3.0"));
  plan.items.push_back(numbered(item("t1.r2", ItemKind::kAction, "Reduce the demand for horn"), "3.1"));
  plan.items.back().fields = {code("urgency", "1", "Urgent")};
  plan.items.push_back(numbered(item("t1.r3", ItemKind::kAction, kHostile), ".2", NumberStatus::kRepaired));
  plan.items.back().number->canonical = "3.2";
  plan.items.back().number->repair = "rep1";
  plan.items.push_back(numbered(item("t1.r4", ItemKind::kAction, "Étude des marchés 3.10"), "2.1.2", NumberStatus::kDisputed));
  plan.items.back().number->suggested = plan::Candidate{"3.3", 0.97};
  plan.items.push_back(numbered(item("t1.r5", ItemKind::kAction, "Ambiguous one"), ".", NumberStatus::kAmbiguous));
  plan.items.back().number->candidates = {{"3.4", 0.5}, {"3.5", 0.4}};
  plan.items.push_back(numbered(item("t1.r6", ItemKind::kSubTask, "Without its number"), "", NumberStatus::kMissing));
  for (std::size_t at = 1; at < plan.items.size(); ++at) plan.items[at].parent = "t1.r1";
  plan::Field parties;
  parties.role = "responsible";
  parties.printed = "Secretariat, Range States";
  parties.value = std::vector<std::string>{"Secretariat", "Range States"};
  plan.items[1].fields.push_back(parties);
  plan.repairs = {{"rep1", "t1.r3", "number", "NUM-OCR", ".2", "3.2", 0.999, {{"8.2", 0.001}}, {"suffix-intact"}, "act1"}};
  plan.activities = {{"act1", "recover-numbers", {}}};
  plan.findings = {{"NUM-AUTHOR", plan::Level::kWarning, {"t1.r4"}, "2.1.2 stands under 3.0", plan::Candidate{"3.3", 0.97}, {}}};
  plan.references = {{"t1.r4", "3.10", 19, 23, {"t1.r2"}}};
  plan.discarded = {{"title", "Work Programme", {PagePlace{1, Box{10, 10, 20, 20}}}}};
  return plan;
}

inline plan::CorpusRecord record_of(const plan::Plan& plan, const std::string& path, const std::string& output) {
  plan::CorpusRecord record;
  record.path = path;
  record.sha256 = plan.source.sha256;
  record.media_type = plan.source.media_type;
  record.layer = plan.source.layer;
  record.family = plan.family;
  record.outcome = plan::Outcome::kConverted;
  record.outputs = {output};
  record.counts = {static_cast<int>(plan.items.size()), 1, 1, 1};
  return record;
}

}  // namespace pactable::test
