// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audit_report.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "cli/terminal_text.h"

namespace pactable::cli {
namespace {

constexpr int kEntryIndent = 8;
// A finding on a whole column names every item; --json has them all.
constexpr std::size_t kShownItems = 6;
// Of a repaired text, what shows the change at a glance.
constexpr int kShownValueWidth = 40;

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string in_quotes(std::string_view value) {
  return fmt::format("\"{}\"", shorten_middle(printable(value), kShownValueWidth));
}

class DocumentReport {
 public:
  explicit DocumentReport(const plan::Plan& plan) : plan_(plan) {
    for (const plan::Item& item : plan.items) items_.emplace(item.id, &item);
  }

  [[nodiscard]] std::string text() const {
    std::string out;
    std::map<std::string, std::vector<const plan::Repair*>> repairs;
    for (const plan::Repair& repair : plan_.repairs) repairs[repair.rule].push_back(&repair);
    for (const auto& [rule, group] : repairs) {
      out += wrap("    ", fmt::format("{} ({})", rule, counted(group.size(), "repair")), kEntryIndent);
      for (const plan::Repair* repair : group) out += repair_entry(*repair);
    }
    std::map<std::string, std::vector<const plan::Finding*>> findings;
    for (const plan::Finding& finding : plan_.findings) findings[finding.rule].push_back(&finding);
    for (const auto& [rule, group] : findings) {
      out += wrap("    ", fmt::format("{} ({})", rule, counted(group.size(), "finding")), kEntryIndent);
      for (const plan::Finding* finding : group) out += finding_entry(*finding);
    }
    return out;
  }

 private:
  [[nodiscard]] std::string item_name(const std::string& id, bool of_number) const {
    const auto found = items_.find(id);
    if (found == items_.end()) return id;
    const plan::Item& item = *found->second;
    std::string name = id;
    if (item.number && (item.number->canonical || item.number->printed)) {
      name += " " + item.number->canonical.value_or(item.number->printed.value_or(""));
    }
    const bool has_own_place = of_number && item.number && !item.number->derived_from.empty();
    const std::vector<Place> places = has_own_place ? item.number->derived_from : item.derived_from();
    if (!places.empty()) name += ", " + place_name(places.front());
    return name;
  }

  [[nodiscard]] std::string repair_entry(const plan::Repair& repair) const {
    std::string text =
        fmt::format("{}: {} {} -> {}, confidence {:.5g}", item_name(repair.item, repair.field == "number"),
                    repair.field, in_quotes(repair.from), in_quotes(repair.to), repair.confidence);
    for (const std::string& evidence : repair.evidence) text += "; " + evidence;
    return wrap("      ", text, kEntryIndent);
  }

  [[nodiscard]] std::string finding_entry(const plan::Finding& finding) const {
    std::string where;
    for (std::size_t i = 0; i < finding.items.size() && i < kShownItems; ++i) {
      where += (i > 0 ? "; " : "") + item_name(finding.items[i], false);
    }
    if (finding.items.size() > kShownItems) where += fmt::format("; {} more", finding.items.size() - kShownItems);
    if (finding.items.empty() && !finding.places.empty()) where = place_name(finding.places.front());
    if (!where.empty()) where += ": ";
    std::string text = fmt::format("{}: {}{}", to_string(finding.level), where, finding.message);
    if (finding.suggestion) {
      text += fmt::format(" (suggested: {}, p {:.3g})", in_quotes(finding.suggestion->value), finding.suggestion->p);
    }
    return wrap("      ", text, kEntryIndent);
  }

  const plan::Plan& plan_;
  std::map<std::string, const plan::Item*> items_;
};

std::string document_report(const batch::Document& document) {
  const plan::CorpusRecord& record = document.record;
  if (record.error) {
    return wrap(
        "", fmt::format("{}: failed: {}: {}", record.path, to_string(record.error->code), record.error->message), 4);
  }
  if (!document.plan) return wrap("", record.path + ": no-plan: no action table was found", 4);
  return wrap("",
              fmt::format("{}: {}, {}, {}", record.path, counted(document.plan->items.size(), "item"),
                          counted(document.plan->repairs.size(), "repair"),
                          counted(document.plan->findings.size(), "finding")),
              4) +
         DocumentReport(*document.plan).text();
}

}  // namespace

std::string place_name(const Place& place) {
  if (const auto* page = std::get_if<PagePlace>(&place)) return fmt::format("page {}", page->page);
  if (const auto* line = std::get_if<LinePlace>(&place)) return fmt::format("line {}", line->line);
  const auto& part = std::get<PartPlace>(place);
  if (part.table >= 0) return fmt::format("table {} row {}", part.table + 1, part.row + 1);
  return fmt::format("paragraph {}", part.paragraph + 1);
}

std::string audit_report(std::span<const batch::Document> documents) {
  std::string out;
  for (const batch::Document& document : documents) {
    if (!out.empty()) out += '\n';
    out += document_report(document);
  }
  return out;
}

}  // namespace pactable::cli
