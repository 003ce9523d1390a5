// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "assembly/fields.h"
#include "assembly/labels.h"
#include "assembly/outline.h"
#include "assembly/series.h"
#include "core/unicode.h"
#include "parser/forms.h"
#include "plan/rules.h"

namespace pactable::assembly {
namespace {

constexpr const char* kNumberActivity = "act1";
constexpr const char* kCodeActivity = "act2";
constexpr const char* kLookActivity = "act4";  // act3 is the recognition of whole pages

plan::TextStyle plan_style(layout::Style style) {
  switch (style) {
    case layout::Style::kBold: return plan::TextStyle::kBold;
    case layout::Style::kItalic: return plan::TextStyle::kItalic;
    case layout::Style::kSuperscript: return plan::TextStyle::kSuperscript;
  }
  return plan::TextStyle::kItalic;
}

std::vector<plan::TextStyleSpan> styles_of(const layout::Text& text) {
  std::vector<plan::TextStyleSpan> spans;
  const std::string_view all(text.utf8());
  for (const layout::StyleSpan& span : text.styles()) {
    const int start = static_cast<int>(unicode::length(all.substr(0, span.begin)));
    const int length = static_cast<int>(unicode::length(all.substr(span.begin, span.end - span.begin)));
    spans.push_back({start, start + length, plan_style(span.style)});
  }
  return spans;
}

// docs/rules.md says why: what asks for a look at the page is a warning.
plan::Level level_of(std::string_view rule) {
  if (const auto level = plan::level_of_reading(rule)) return *level;
  static constexpr std::array<std::string_view, 15> kWarnings = {
      "NUM-AMBIGUOUS",   "NUM-MISSING", "NUM-AUTHOR",     "NUM-GAP",           "NUM-ORDER",
      "NUM-DUPLICATE",   "PDF-NO-TEXT", "PDF-PAGE-CUT",   "PDF-PAGE-MISSING",  "PDF-NO-UNICODE",
      "OCR-PAGE-FAILED", "OCR-WANTED",  "OCR-UNREADABLE", "OCR-FILE-NOT-USED", "PIC-TABLE"};
  const bool warning = std::find(kWarnings.begin(), kWarnings.end(), rule) != kWarnings.end();
  return warning ? plan::Level::kWarning : plan::Level::kNote;
}

class Builder {
 public:
  Builder(const parser::Draft& draft, plan::Source source, const Evidence& evidence)
      : draft_(draft), evidence_(evidence), witnesses_(evidence) {
    plan_.language = draft.language;
    plan_.family = draft.family->id;
    plan_.source = std::move(source);
    plan_.metadata = draft.metadata;
    plan_.code_lists = draft.code_lists;
    plan_.discarded = draft.discarded;
    for (const parser::DraftTable& table : draft.tables) plan_.tables.push_back(table.table);
    labels_ = labels_of(draft, witnesses_);
    series_ = recover_series(draft, labels_, parser::scheme_of(draft.forms, *draft.family->words));
    // What was not read, and what was read because someone said so.
    for (const plan::TableJudgement& table : draft.judgements) {
      const bool chosen = std::find(draft.chosen.begin(), draft.chosen.end(), table.id) != draft.chosen.end();
      if (chosen || draft.verdict != plan::TableVerdict::kPlan) plan_.judgements.push_back(table);
    }
  }

  plan::Plan build(const std::vector<layout::Oddity>& oddities) {
    add_items();
    add_number_findings();
    add_row_findings();
    for (const layout::Oddity& oddity : oddities) {
      plan::Finding finding{oddity.rule, level_of(oddity.rule), {}, oddity.message, std::nullopt, {}};
      if (oddity.place) finding.places.push_back(*oddity.place);
      // A doubt about rows names the items that were made of them.
      const auto* page = oddity.place ? std::get_if<PagePlace>(&*oddity.place) : nullptr;
      if (page != nullptr && level_of(oddity.rule) == plan::Level::kWarning) finding.items = items_in(*page);
      plan_.findings.push_back(std::move(finding));
    }
    add_activities();
    return std::move(plan_);
  }

 private:
  void add_items() {
    const std::vector<plan::ItemKind> kinds = kinds_of(draft_, series_);
    const std::vector<int> parents = parents_of(draft_, series_, kinds);
    for (std::size_t i = 0; i < draft_.items.size(); ++i) {
      const parser::DraftItem& from = draft_.items[i];
      plan::Item item;
      item.id = from.id;
      item.table = draft_.tables[static_cast<std::size_t>(from.table)].table.id;
      item.kind = kinds[i];
      if (parents[i] >= 0) item.parent = draft_.items[static_cast<std::size_t>(parents[i])].id;
      const auto look = evidence_.looks.find(i);
      item.number =
          number_of(from, series_.recovery.verdicts[i], look == evidence_.looks.end() ? nullptr : &look->second);
      if (item.number && item.number->printed && from.printed_label().empty()) add_seen_number(item);
      if (item.number && item.number->status == plan::NumberStatus::kRepaired) {
        item.number->repair = add_number_repair(item, series_.recovery.verdicts[i]);
      }
      if (!from.text.empty()) {
        item.text = from.text.utf8();
        item.text_from = from.text.places();
        item.styles = styles_of(from.text);
      }
      for (const parser::DraftField& field : from.fields) item.fields.push_back(add_field(item, from, field));
      plan_.items.push_back(std::move(item));
    }
  }

  // Items with a word of their number or text inside the box.
  std::vector<std::string> items_in(const PagePlace& area) const {
    std::vector<std::string> ids;
    const auto inside = [&](const std::vector<Place>& places) {
      return std::any_of(places.begin(), places.end(), [&](const Place& place) {
        const auto* on = std::get_if<PagePlace>(&place);
        return on != nullptr && on->page == area.page && on->box.mid_y() >= area.box.y0 &&
               on->box.mid_y() <= area.box.y1 && on->box.mid_x() >= area.box.x0 && on->box.mid_x() <= area.box.x1;
      });
    };
    for (const plan::Item& item : plan_.items) {
      bool in = inside(item.text_from) || (item.number && inside(item.number->derived_from));
      for (const plan::Field& field : item.fields) in = in || inside(field.derived_from);
      if (in) ids.push_back(item.id);
    }
    return ids;
  }

  void add_seen_number(const plan::Item& item) {
    plan_.findings.push_back({"OCR-SECOND-LOOK",
                              plan::Level::kNote,
                              {item.id},
                              fmt::format("{} was read by the second look alone; the first saw no number in this row",
                                          *item.number->printed),
                              std::nullopt,
                              {}});
  }

  std::string next_repair_id() const { return fmt::format("rep{}", plan_.repairs.size() + 1); }

  std::string add_number_repair(const plan::Item& item, const numbering::Verdict& verdict) {
    plan::Repair repair;
    repair.id = next_repair_id();
    repair.item = item.id;
    repair.field = "number";
    repair.rule = "NUM-OCR";
    repair.from = item.number->printed.value_or("");
    repair.to = item.number->canonical.value_or("");
    repair.confidence = round_probability(verdict.confidence);
    for (const numbering::Candidate& candidate : verdict.candidates) {
      if (candidate.value != repair.to)
        repair.alternatives.push_back({candidate.value, round_probability(candidate.p)});
    }
    repair.evidence = verdict.evidence;
    repair.by = kNumberActivity;
    plan_.repairs.push_back(repair);
    return repair.id;
  }

  plan::Field add_field(const plan::Item& item, const parser::DraftItem& from, const parser::DraftField& draft_field) {
    std::optional<plan::Repair> repair;
    plan::Field field =
        read_field(draft_field, *draft_.family->words, draft_.code_lists, from.origin, witnesses_, repair);
    if (repair) {
      repair->id = next_repair_id();
      repair->item = item.id;
      repair->by = kCodeActivity;
      field.repair = repair->id;
      plan_.repairs.push_back(std::move(*repair));
    }
    return field;
  }

  void add_number_findings() {
    for (const numbering::Oddity& oddity : series_.recovery.oddities) {
      plan::Finding finding{oddity.rule, level_of(oddity.rule), {}, oddity.message, std::nullopt, {}};
      for (const int label : oddity.labels) finding.items.push_back(draft_.items[static_cast<std::size_t>(label)].id);
      if (oddity.suggestion)
        finding.suggestion = plan::Candidate{oddity.suggestion->value, round_probability(oddity.suggestion->p)};
      plan_.findings.push_back(std::move(finding));
    }
    // A number in no form that the document has elsewhere says so itself.
    std::set<std::string> said;
    for (const plan::Finding& finding : plan_.findings) {
      if (finding.rule.starts_with("NUM-")) said.insert(finding.items.begin(), finding.items.end());
    }
    for (const plan::Item& item : plan_.items) {
      const bool unread = item.number && item.number->printed && !item.number->canonical &&
                          item.number->status == plan::NumberStatus::kAmbiguous;
      if (!unread || said.contains(item.id)) continue;
      plan_.findings.push_back({"NUM-AMBIGUOUS",
                                level_of("NUM-AMBIGUOUS"),
                                {item.id},
                                fmt::format("\"{}\" is no number of a known form", *item.number->printed),
                                std::nullopt,
                                {}});
    }
  }

  void add_row_findings() {
    for (const parser::JoinedRow& joined : draft_.joined) {
      plan_.findings.push_back({joined.sub_row ? "ROW-SUBROW" : "ROW-SPLIT",
                                plan::Level::kNote,
                                {draft_.items[static_cast<std::size_t>(joined.item)].id},
                                joined.sub_row ? "a row without a number of its own holds further values of it"
                                               : "the row is cut in two; its second half was joined to it",
                                std::nullopt,
                                joined.fragment});
    }
    for (const plan::Discarded& noise : draft_.noise) {
      plan_.findings.push_back({"ROW-NOISE",
                                plan::Level::kNote,
                                {},
                                fmt::format("a row holds nothing but \"{}\"; it became no item", noise.text),
                                std::nullopt,
                                noise.derived_from});
    }
    for (const parser::DraftFinding& odd : draft_.findings) {
      plan::Finding finding{odd.rule, level_of(odd.rule), {}, odd.message, std::nullopt, odd.places};
      for (const int item : odd.items) finding.items.push_back(draft_.items[static_cast<std::size_t>(item)].id);
      plan_.findings.push_back(std::move(finding));
    }
    for (const parser::DraftTable& table : draft_.tables) {
      for (const std::string& role : table.unknown_roles) {
        plan_.findings.push_back(
            {"COL-UNKNOWN",
             plan::Level::kNote,
             {},
             fmt::format("no family knows the column \"{}\" of table {}; it is kept under the name {}",
                         header_of(table, role), table.table.id, role),
             std::nullopt,
             {}});
      }
    }
  }

  static std::string header_of(const parser::DraftTable& table, const std::string& role) {
    for (const plan::Column& column : table.table.columns) {
      if (column.role == role) return column.header.value_or("");
    }
    return {};
  }

  void add_activities() {
    const auto used = [&](std::string_view id) {
      return std::any_of(plan_.repairs.begin(), plan_.repairs.end(), [&](const plan::Repair& r) { return r.by == id; });
    };
    if (used(kNumberActivity)) {
      plan::Activity activity{kNumberActivity, "recover-numbers", {}};
      for (const numbering::PageDamage& page : series_.recovery.pages) {
        activity.details.push_back(
            fmt::format("page {}: damage rate {:.2f} over {} labels", page.page, page.rate, page.labels));
      }
      plan_.activities.push_back(std::move(activity));
    }
    if (used(kCodeActivity)) plan_.activities.push_back({kCodeActivity, "read-codes", {}});
    if (evidence_.looks.empty()) return;
    plan::Activity looks{kLookActivity, "look-again", {}};
    for (const auto& [item, look] : evidence_.looks) {
      looks.details.push_back(
          fmt::format("page {}: number of {}: {}", look.place.page, draft_.items[item].id, look.readings.front().text));
    }
    plan_.activities.push_back(std::move(looks));
  }

  const parser::Draft& draft_;
  const Evidence& evidence_;
  Witnesses witnesses_;
  plan::Plan plan_;
  std::vector<numbering::Label> labels_;
  SeriesRecovery series_;
};

}  // namespace

plan::Layer layer_of(const parser::Draft& draft) {
  bool ocr = false;
  bool typed = false;
  for (const parser::DraftItem& item : draft.items) {
    ocr = ocr || item.origin == LabelOrigin::kOcr;
    typed = typed || item.origin == LabelOrigin::kTyped || item.origin == LabelOrigin::kAutomatic;
  }
  if (ocr && typed) return plan::Layer::kMixed;
  if (ocr) return plan::Layer::kOcr;
  return typed ? plan::Layer::kBornDigital : plan::Layer::kUnknown;
}

plan::Plan build(const parser::Draft& draft, plan::Source source, const std::vector<layout::Oddity>& oddities,
                 const Evidence& evidence) {
  return Builder(draft, std::move(source), evidence).build(oddities);
}

}  // namespace pactable::assembly
