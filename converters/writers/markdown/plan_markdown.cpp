// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/markdown/plan_markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "writers/format/scalars.h"
#include "writers/markdown/escape.h"

namespace pactable::writers::markdown {
namespace {

constexpr std::string_view kLineEnd = "<br>";

std::string in_cell(std::string_view text) { return escape(text, kLineEnd); }

std::string with_chance(const std::vector<plan::Candidate>& candidates) {
  std::string list;
  for (const plan::Candidate& candidate : candidates) {
    list +=
        fmt::format("{}{} ({})", list.empty() ? "" : ", ", escape(candidate.value), format::print_number(candidate.p));
  }
  return list;
}

class PlanText {
 public:
  explicit PlanText(const plan::Plan& plan) : plan_(plan) {
    for (const plan::Repair& repair : plan.repairs) repairs_.emplace(repair.id, &repair);
    for (const plan::Item& item : plan.items) items_[item.table].push_back(&item);
  }

  std::string write() {
    write_head();
    write_legends();
    for (std::size_t i = 0; i < plan_.tables.size(); ++i) write_table(plan_.tables[i], i + 1);
    write_items_without_table();
    write_judgements();
    write_findings();
    write_footnotes();
    return std::move(out_);
  }

 private:
  void entry(std::string_view name, const std::optional<std::string>& text) {
    if (format::is_present(text)) out_ += fmt::format("- {}: {}\n", name, escape(*text));
  }

  void write_head() {
    const plan::Metadata& metadata = plan_.metadata;
    out_ += fmt::format("# {}\n\n", escape(format::is_present(metadata.title) ? *metadata.title : plan_.source.file));
    entry("Status", metadata.status);
    entry("Period", metadata.period_printed);
    entry("Vision", metadata.vision);
    entry("Goal", metadata.goal);
    for (const std::string& objective : metadata.objectives) entry("Objective", objective);
    entry("Language", plan_.language);
    entry("Family", plan_.family);
    entry("Source", plan_.source.file);
    entry("SHA-256", plan_.source.sha256);
    out_ += fmt::format("- Text: {}\n", to_string(plan_.source.layer));
  }

  void write_legends() {
    if (plan_.code_lists.empty()) return;
    out_ += "\n## Legend\n\n";
    for (const plan::CodeList& legend : plan_.code_lists) {
      for (const plan::Code& code : legend.codes) {
        out_ += fmt::format("- {} {}: {}", escape(legend.role), escape(code.code), escape(code.label));
        if (format::is_present(code.definition)) out_ += fmt::format(" ({})", escape(*code.definition));
        out_ += '\n';
      }
    }
  }

  /// A field's name and what stands above its column.
  struct Column {
    std::string name, header;
  };

  /// The fields that the items of a table have, in the order of its columns.
  static std::vector<Column> columns_of(const plan::Table* table, const std::vector<const plan::Item*>& items) {
    std::vector<Column> columns;
    for (const plan::Item* item : items) {
      for (std::string& name : format::field_names(*item)) {
        const auto same = [&](const Column& column) { return column.name == name; };
        if (std::none_of(columns.begin(), columns.end(), same)) columns.push_back({name, std::move(name)});
      }
    }
    if (table == nullptr) return columns;
    const auto place = [&](const Column& column) {
      return std::find_if(table->columns.begin(), table->columns.end(),
                          [&](const plan::Column& printed) { return printed.role == column.name; });
    };
    std::stable_sort(columns.begin(), columns.end(),
                     [&](const Column& a, const Column& b) { return place(a) < place(b); });
    for (Column& column : columns) {
      const auto printed = place(column);
      if (printed != table->columns.end() && format::is_present(printed->header)) column.header = *printed->header;
    }
    return columns;
  }

  void write_table(const plan::Table& table, std::size_t number) {
    out_ += fmt::format("\n## Table {}", number);
    if (format::is_present(table.caption)) out_ += fmt::format(": {}", escape(*table.caption));
    out_ += "\n\n";
    const auto items = items_.extract(table.id);
    if (!items.empty()) write_rows(&table, items.mapped());
  }

  void write_items_without_table() {
    for (const auto& [table, items] : items_) {
      out_ += fmt::format("\n## {}\n\n", escape(table));
      write_rows(nullptr, items);
    }
  }

  void write_rows(const plan::Table* table, const std::vector<const plan::Item*>& items) {
    const std::vector<Column> columns = columns_of(table, items);
    std::string rule = "|---|---|";
    out_ += "| No. | Text |";
    for (const Column& column : columns) {
      out_ += fmt::format(" {} |", in_cell(column.header));
      rule += "---|";
    }
    out_ += "\n" + rule + "\n";
    for (const plan::Item* item : items) write_row(*item, columns);
  }

  void write_row(const plan::Item& item, const std::vector<Column>& columns) {
    const bool heading = item.kind == plan::ItemKind::kGroup || item.kind == plan::ItemKind::kSection;
    const std::string text = in_cell(item.text.value_or(""));
    out_ += fmt::format("| {} | {} |", number_of(item) + beside_number(item),
                        heading && !text.empty() ? "**" + text + "**" : text);
    const std::vector<std::string> names = format::field_names(item);
    for (const Column& column : columns) {
      const auto found = std::find(names.begin(), names.end(), column.name);
      const auto at = static_cast<std::size_t>(found - names.begin());
      out_ += fmt::format(" {} |", found == names.end() ? std::string() : value_of(item.fields[at]));
    }
    out_ += '\n';
  }

  static std::string raised(const std::vector<std::string>& marks) {
    std::string text;
    for (const std::string& mark : marks) text += fmt::format("<sup>{}</sup>", in_cell(mark));
    return text;
  }

  /// What stands in the number cell beside the number.
  static std::string beside_number(const plan::Item& item) {
    if (!item.number) return {};
    const std::string marks = raised(item.number->marks);
    return format::is_present(item.number->state) ? fmt::format("{} {}", marks, in_cell(*item.number->state)) : marks;
  }

  std::string number_of(const plan::Item& item) {
    if (!item.number) return {};
    const plan::Number& number = *item.number;
    const std::string printed = in_cell(number.printed.value_or(""));
    switch (number.status) {
      case plan::NumberStatus::kAsPrinted: return printed;
      case plan::NumberStatus::kRepaired: return in_cell(number.canonical.value_or("")) + note_of_repair(number.repair);
      case plan::NumberStatus::kDisputed:
        return printed + note(number.suggested ? "as printed; the sequence asks for " + with_chance({*number.suggested})
                                               : std::string("as printed; out of step with the sequence"));
      case plan::NumberStatus::kAmbiguous:
      case plan::NumberStatus::kMissing: break;
    }
    const std::string_view what = number.status == plan::NumberStatus::kMissing
                                      ? "a number is expected and none can be read"
                                      : "damaged, and no reading is certain enough";
    const std::string maybe = number.candidates.empty() ? "" : "; perhaps " + with_chance(number.candidates);
    return printed + note(std::string(what) + maybe);
  }

  /// What is printed; a code with what it stands for.
  std::string value_of(const plan::Field& field) {
    const auto* code = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
    const bool repaired = format::is_present(field.repair) && code != nullptr && !code->empty();
    std::string text = in_cell(repaired ? *code : field.printed);
    text += raised(field.marks);
    if (format::is_present(field.label)) text += fmt::format(" ({})", in_cell(*field.label));
    return format::is_present(field.repair) ? text + note_of_repair(field.repair) : text;
  }

  std::string note_of_repair(const std::optional<std::string>& id) {
    const auto found = repairs_.find(id.value_or(""));
    if (found == repairs_.end()) return note("not what is printed");
    const plan::Repair& repair = *found->second;
    std::string text = fmt::format("printed “{}”, read as {} ({}; confidence {}", escape(repair.from),
                                   escape(repair.to), escape(repair.rule), format::print_number(repair.confidence));
    for (const std::string& evidence : repair.evidence) text += "; " + escape(evidence);
    text += ")";
    if (!repair.alternatives.empty()) text += ", or else " + with_chance(repair.alternatives);
    return note(std::move(text));
  }

  std::string note(std::string text) {
    notes_.push_back(std::move(text));
    return fmt::format("[^{}]", notes_.size());
  }

  void write_judgements() {
    if (!plan_.judgements.empty()) out_ += "\n## Tables that were judged\n\n";
    for (const plan::TableJudgement& judgement : plan_.judgements) {
      out_ += fmt::format("- {} {}, {} points", escape(judgement.id), to_string(judgement.verdict),
                          format::print_points(judgement.score));
      if (format::is_present(judgement.caption)) out_ += fmt::format(": {}", escape(*judgement.caption));
      out_ += '\n';
      for (const std::string& reason : judgement.reasons) out_ += fmt::format("  - {}\n", escape(reason));
    }
  }

  void write_findings() {
    if (!plan_.findings.empty()) out_ += "\n## Findings\n\n";
    for (const plan::Finding& finding : plan_.findings) {
      out_ += fmt::format("- {} {}: {}", to_string(finding.level), escape(finding.rule), escape(finding.message));
      if (finding.suggestion) out_ += fmt::format("; suggested: {}", with_chance({*finding.suggestion}));
      if (!finding.items.empty()) {
        std::string about;
        for (const std::string& id : finding.items) about += (about.empty() ? "" : ", ") + escape(id);
        out_ += fmt::format(" (at {})", about);
      }
      out_ += '\n';
    }
  }

  void write_footnotes() {
    if (!plan_.metadata.footnotes.empty()) out_ += "\n## Footnotes of the document\n\n";
    for (const plan::Footnote& footnote : plan_.metadata.footnotes) {
      out_ += fmt::format("- note: {}\n", escape(footnote.printed));
    }
    if (!notes_.empty()) out_ += '\n';
    for (std::size_t i = 0; i < notes_.size(); ++i) out_ += fmt::format("[^{}]: {}\n", i + 1, notes_[i]);
  }

  const plan::Plan& plan_;
  std::map<std::string, const plan::Repair*> repairs_;
  std::map<std::string, std::vector<const plan::Item*>> items_;  // of each table, in reading order
  std::vector<std::string> notes_;
  std::string out_;
};

}  // namespace

std::string write_plan(const plan::Plan& plan) { return PlanText(plan).write(); }

}  // namespace pactable::writers::markdown
