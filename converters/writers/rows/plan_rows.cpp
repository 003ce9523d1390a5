// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/rows/plan_rows.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "writers/format/edtf_bounds.h"
#include "writers/format/json_stream.h"
#include "writers/format/scalars.h"
#include "writers/json/plan_parts.h"

namespace pactable::writers::rows {
namespace {

using format::JsonStream;

Cell cell(std::string_view text) { return std::string(text); }
Cell cell(std::int64_t number) { return number; }
Cell cell(const std::optional<std::string>& text) { return format::is_present(text) ? Cell(*text) : Cell(); }
Cell cell(const std::optional<double>& number) { return number ? Cell(*number) : Cell(); }

template <class Write>
Cell list(bool empty, Write write) {
  if (empty) return {};
  JsonStream out;
  write(out);
  return out.drain();
}

Cell places(const std::vector<Place>& entries) {
  return list(entries.empty(),
              [&](JsonStream& out) { json::write_list_of_places(out, entries, JsonStream::Shape::kLine); });
}

Cell texts(const std::vector<std::string>& entries) {
  return list(entries.empty(), [&](JsonStream& out) {
    out.begin_array(JsonStream::Shape::kLine);
    for (const std::string& entry : entries) out.string(entry);
    out.end_array();
  });
}

Cell path(const std::vector<int>& levels) {
  return list(levels.empty(), [&](JsonStream& out) {
    out.begin_array(JsonStream::Shape::kLine);
    for (const int level : levels) out.integer(level);
    out.end_array();
  });
}

Cell styles(const std::vector<plan::TextStyleSpan>& spans) {
  return list(spans.empty(),
              [&](JsonStream& out) { json::write_list_of_styles(out, spans, JsonStream::Shape::kLine); });
}

/// First and last day of an EDTF value.
std::pair<Cell, Cell> days(const std::optional<std::string>& edtf) {
  const format::DayBounds bounds = format::edtf_bounds(edtf.value_or(""));
  return {cell(bounds.earliest), cell(bounds.latest)};
}

using Items = std::map<std::string_view, const plan::Item*>;

// A printed tree has five levels; a circle of parents, in a plan somebody altered, has no end.
constexpr int kMaxParents = 32;

/// The id of the nearest item of a kind above an item.
Cell nearest(const Items& items, const plan::Item& item, plan::ItemKind kind) {
  const plan::Item* above = &item;
  for (int step = 0; above->parent && step < kMaxParents; ++step) {
    const auto found = items.find(*above->parent);
    if (found == items.end()) return {};
    above = found->second;
    if (above->kind == kind) return above->id;
  }
  return {};
}

class DocumentRows {
 public:
  DocumentRows(const CorpusDocument& document, const TakeRow& take)
      : document_(document), take_(take), id_(static_cast<std::int64_t>(document.id)) {}

  void give() const {
    give_document();
    if (document_.plan == nullptr) {
      give_judgements(document_.record.judgements);
      give_findings(document_.record.findings);
      return;
    }
    give_legends(*document_.plan);
    give_tables(*document_.plan);
    give_items(*document_.plan);
    give_repairs(*document_.plan);
    give_judgements(document_.plan->judgements);
    give_decisions(*document_.plan);
    give_findings(document_.plan->findings);
    give_references(*document_.plan);
    for (std::size_t i = 0; i < document_.plan->discarded.size(); ++i) {
      const plan::Discarded& entry = document_.plan->discarded[i];
      take_(Relation::kDiscarded, {id_, at(i), entry.reason, entry.text, places(entry.derived_from)});
    }
  }

 private:
  static Cell at(std::size_t index) { return static_cast<std::int64_t>(index) + 1; }

  void give_document() const {
    const plan::CorpusRecord& record = document_.record;
    Row row = {id_,
               record.path,
               cell(record.sha256),
               cell(record.media_type),
               record.layer ? cell(to_string(*record.layer)) : Cell(),
               cell(record.family),
               cell(to_string(record.outcome)),
               record.error ? cell(to_string(record.error->code)) : Cell(),
               record.error ? cell(std::string_view(record.error->message)) : Cell()};
    if (document_.plan != nullptr) {
      const plan::Plan& plan = *document_.plan;
      const plan::Metadata& metadata = plan.metadata;
      auto [earliest, latest] = days(metadata.period_edtf);
      row.insert(row.end(), {document_.plan_file, plan.source.file, plan.language, cell(metadata.title),
                             cell(metadata.status), cell(metadata.vision), cell(metadata.goal),
                             texts(metadata.objectives), cell(metadata.period_printed), cell(metadata.period_edtf),
                             std::move(earliest), std::move(latest), texts(plan.source.layer_evidence)});
    }
    row.resize(describe(Relation::kDocuments).columns.size());
    take_(Relation::kDocuments, row);
  }

  void give_legends(const plan::Plan& plan) const {
    for (std::size_t i = 0; i < plan.code_lists.size(); ++i) {
      const plan::CodeList& legend = plan.code_lists[i];
      take_(Relation::kCodeLists, {id_, at(i), legend.role, legend.printed, places(legend.derived_from)});
      for (std::size_t j = 0; j < legend.codes.size(); ++j) {
        const plan::Code& code = legend.codes[j];
        take_(Relation::kCodes, {id_, at(i), at(j), code.code, code.label, cell(code.definition)});
      }
    }
    for (std::size_t i = 0; i < plan.metadata.footnotes.size(); ++i) {
      const plan::Footnote& note = plan.metadata.footnotes[i];
      take_(Relation::kFootnotes, {id_, at(i), cell(note.mark), note.printed, places(note.derived_from)});
    }
  }

  void give_tables(const plan::Plan& plan) const {
    for (std::size_t i = 0; i < plan.tables.size(); ++i) {
      const plan::Table& table = plan.tables[i];
      auto [earliest, latest] = days(table.period);
      take_(Relation::kTables, {id_, table.id, at(i), cell(table.caption), cell(table.period), std::move(earliest),
                                std::move(latest), places(table.derived_from)});
      for (std::size_t j = 0; j < table.columns.size(); ++j) {
        take_(Relation::kColumns, {id_, table.id, at(j), table.columns[j].role, cell(table.columns[j].header)});
      }
    }
  }

  void give_items(const plan::Plan& plan) const {
    Items items;
    for (const plan::Item& item : plan.items) items.emplace(item.id, &item);
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
      const plan::Item& item = plan.items[i];
      Row row = {id_,
                 item.id,
                 at(i),
                 item.table,
                 cell(to_string(item.kind)),
                 cell(item.parent),
                 nearest(items, item, plan::ItemKind::kGroup),
                 nearest(items, item, plan::ItemKind::kSection),
                 nearest(items, item, plan::ItemKind::kAction)};
      if (item.number) {
        const plan::Number& number = *item.number;
        const bool suggested = number.suggested.has_value();
        row.insert(
            row.end(),
            {cell(number.canonical), cell(number.printed), path(number.path), cell(to_string(number.status)),
             cell(format::origin_name(number.origin)), cell(number.confidence), cell(number.repair),
             suggested ? Cell(number.suggested->value) : Cell(), suggested ? Cell(number.suggested->p) : Cell()});
      } else {
        row.resize(row.size() + 9);
      }
      row.insert(row.end(),
                 {cell(item.text), styles(item.styles), item.number ? places(item.number->derived_from) : Cell(),
                  places(item.text_from), item.number ? texts(item.number->marks) : Cell(),
                  item.number ? cell(item.number->state) : Cell()});
      take_(Relation::kItems, row);
      if (item.number) give_candidates(Relation::kCandidates, item.id, item.number->candidates);
      give_fields(item);
    }
  }

  void give_candidates(Relation relation, const std::string& of, const std::vector<plan::Candidate>& candidates) const {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      take_(relation, {id_, of, at(i), candidates[i].value, candidates[i].p});
    }
  }

  void give_fields(const plan::Item& item) const {
    const std::vector<std::string> names = format::field_names(item);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const plan::Field& field = item.fields[i];
      Row row = {id_,
                 item.id,
                 names[i],
                 at(i),
                 field.printed,
                 {},
                 cell(field.label),
                 {},
                 {},
                 {},
                 {},
                 {},
                 cell(field.repair),
                 places(field.derived_from),
                 texts(field.marks),
                 field.inherited ? cell(std::int64_t{1}) : Cell()};
      const auto* parties = field.value ? std::get_if<std::vector<std::string>>(&*field.value) : nullptr;
      if (field.value) {
        if (const auto* text = std::get_if<std::string>(&*field.value); text != nullptr && !text->empty()) {
          row[5] = *text;
        } else if (const auto* time = std::get_if<plan::Timeframe>(&*field.value)) {
          auto [earliest, latest] = days(time->edtf);
          row[7] = cell(to_string(time->kind));
          row[8] = cell(time->edtf);
          row[9] = std::move(earliest);
          row[10] = std::move(latest);
          row[11] = cell(time->note);
        }
      }
      take_(Relation::kFields, row);
      if (parties == nullptr) continue;
      for (std::size_t j = 0; j < parties->size(); ++j) {
        take_(Relation::kParties, {id_, item.id, names[i], at(j), (*parties)[j]});
      }
    }
  }

  void give_repairs(const plan::Plan& plan) const {
    for (std::size_t i = 0; i < plan.activities.size(); ++i) {
      const plan::Activity& activity = plan.activities[i];
      take_(Relation::kActivities, {id_, activity.id, at(i), activity.label, texts(activity.details)});
    }
    for (std::size_t i = 0; i < plan.repairs.size(); ++i) {
      const plan::Repair& repair = plan.repairs[i];
      take_(Relation::kRepairs, {id_, repair.id, at(i), repair.item, repair.field, repair.rule,
                                 cell(format::repair_layer(repair, plan.source)), cell(std::optional(repair.from)),
                                 repair.to, repair.confidence, texts(repair.evidence), repair.by});
      give_candidates(Relation::kAlternatives, repair.id, repair.alternatives);
    }
  }

  void give_decisions(const plan::Plan& plan) const {
    for (std::size_t i = 0; i < plan.decisions.size(); ++i) {
      const plan::Decision& decision = plan.decisions[i];
      const Cell overruled = list(!decision.overruled, [&](JsonStream& out) {
        out.begin_array(JsonStream::Shape::kLine);
        out.begin_object();
        json::write_members(out, *decision.overruled, plan.source);
        out.end_object();
        out.end_array();
      });
      const bool on_table = !decision.table.empty();
      const auto of_value = [&](const std::string& text) { return on_table ? Cell() : Cell(text); };
      take_(Relation::kDecisions, {id_, decision.id, at(i), of_value(decision.item), of_value(decision.field),
                                   of_value(decision.rule), cell(to_string(decision.verdict)), cell(decision.printed),
                                   cell(decision.machine), cell(decision.value), decision.reviewer, cell(decision.when),
                                   cell(decision.note), overruled, on_table ? Cell(decision.table) : Cell()});
    }
  }

  void give_judgements(const std::vector<plan::TableJudgement>& judgements) const {
    for (std::size_t i = 0; i < judgements.size(); ++i) {
      const plan::TableJudgement& judgement = judgements[i];
      take_(Relation::kJudgements,
            {id_, judgement.id, at(i), cell(to_string(judgement.verdict)), judgement.score, cell(judgement.caption),
             cell(std::int64_t{judgement.rows}), texts(judgement.reasons), places(judgement.derived_from)});
      for (std::size_t j = 0; j < judgement.columns.size(); ++j) {
        const plan::ColumnJudgement& column = judgement.columns[j];
        take_(Relation::kJudgedColumns,
              {id_, judgement.id, at(j), column.role, cell(column.header), cell(column.runner_up), column.margin});
      }
    }
  }

  void give_findings(const std::vector<plan::Finding>& findings) const {
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const plan::Finding& finding = findings[i];
      const bool suggested = finding.suggestion.has_value();
      take_(Relation::kFindings, {id_, at(i), finding.rule, cell(to_string(finding.level)), finding.message,
                                  suggested ? Cell(finding.suggestion->value) : Cell(),
                                  suggested ? Cell(finding.suggestion->p) : Cell(), places(finding.places)});
      for (std::size_t j = 0; j < finding.items.size(); ++j) {
        take_(Relation::kFindingItems, {id_, at(i), at(j), finding.items[j]});
      }
    }
  }

  void give_references(const plan::Plan& plan) const {
    for (std::size_t i = 0; i < plan.references.size(); ++i) {
      const plan::Reference& reference = plan.references[i];
      take_(Relation::kReferences, {id_, at(i), reference.from, reference.printed, cell(std::int64_t{reference.start}),
                                    cell(std::int64_t{reference.end})});
      for (std::size_t j = 0; j < reference.targets.size(); ++j) {
        take_(Relation::kReferenceTargets, {id_, at(i), at(j), reference.targets[j]});
      }
    }
  }

  const CorpusDocument& document_;
  const TakeRow& take_;
  Cell id_;
};

}  // namespace

void give_rows(const CorpusDocument& document, const TakeRow& take) { DocumentRows(document, take).give(); }

}  // namespace pactable::writers::rows
