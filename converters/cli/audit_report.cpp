// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audit_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "cli/summary_table.h"
#include "cli/terminal_text.h"

namespace pactable::cli {
namespace {

constexpr int kEntryIndent = 6;
// A finding on a whole column names every item; --json has them all.
constexpr std::size_t kShownItems = 6;
// Of a repaired text, what shows the change at a glance.
constexpr int kShownValueWidth = 24;

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string in_quotes(std::string_view value) {
  return fmt::format("\"{}\"", shorten_middle(printable(value), kShownValueWidth));
}

struct AuditTotals {
  std::size_t documents = 0, failed = 0, partial = 0, doubtful = 0, without_plan = 0, items = 0, repairs = 0;
  std::array<std::size_t, 3> findings{};  // by level

  void add(const batch::Document& document) {
    ++documents;
    failed += document.record.error && !document.plan ? 1 : 0;
    const bool is_doubtful = document.record.outcome == plan::Outcome::kDoubtful;
    doubtful += is_doubtful ? 1 : 0;
    partial += document.record.error && document.plan && !is_doubtful ? 1 : 0;
    without_plan += !document.record.error && !document.plan ? 1 : 0;
    for (const plan::Finding& finding : document.plan ? document.plan->findings : document.record.findings) {
      ++findings[static_cast<std::size_t>(finding.level)];
    }
    if (!document.plan) return;
    items += document.plan->items.size();
    repairs += document.plan->repairs.size();
  }

  [[nodiscard]] std::string text() const {
    std::string out = counted(documents, "document");
    if (partial > 0) out += fmt::format(" ({} in part)", partial);
    if (doubtful > 0) out += fmt::format(" ({} doubtful)", doubtful);
    if (failed > 0) out += fmt::format(" ({} failed)", failed);
    if (without_plan > 0) out += fmt::format(" ({} without a plan)", without_plan);
    return out + fmt::format(": {}, {}; {}, {}, {}", counted(items, "item"), counted(repairs, "repair"),
                             counted(findings[0], "error"), counted(findings[1], "warning"),
                             counted(findings[2], "note"));
  }
};

class DocumentReport {
 public:
  DocumentReport(const plan::Plan& plan, const Paint& paint) : plan_(plan), paint_(paint) {
    for (const plan::Item& item : plan.items) items_.emplace(item.id, &item);
  }

  [[nodiscard]] std::string text() const {
    std::string out;
    std::map<std::string, std::vector<const plan::Repair*>> repairs;
    for (const plan::Repair& repair : plan_.repairs) repairs[repair.rule].push_back(&repair);
    for (const auto& [rule, group] : repairs) {
      out += fmt::format("  {}  {}\n", paint_.good(printable(rule)), counted(group.size(), "repair"));
      for (const plan::Repair* repair : group) out += repair_entry(*repair);
    }
    // By level first: what matters most stands above.
    std::map<std::pair<plan::Level, std::string>, std::vector<const plan::Finding*>> findings;
    for (const plan::Finding& finding : plan_.findings) findings[{finding.level, finding.rule}].push_back(&finding);
    for (const auto& [key, group] : findings) {
      const auto& [level, rule] = key;
      out += fmt::format("  {}  {}\n", paint_.level(level, printable(rule)), counted(group.size(), to_string(level)));
      for (const plan::Finding* finding : group) out += finding_entry(*finding);
    }
    return out;
  }

 private:
  /// "page 3, t1.r27 3.2"
  [[nodiscard]] std::string item_name(const std::string& id, bool of_number) const {
    const auto found = items_.find(id);
    if (found == items_.end()) return id;
    const plan::Item& item = *found->second;
    std::string name = id;
    if (!of_number && item.number && (item.number->canonical || item.number->printed))
      name += " " + item.number->canonical.value_or(item.number->printed.value_or(""));
    const bool has_own_place = of_number && item.number && !item.number->derived_from.empty();
    const std::vector<Place> places = has_own_place ? item.number->derived_from : item.derived_from();
    return places.empty() ? name : place_name(places.front()) + ", " + name;
  }

  [[nodiscard]] static std::string entry(const std::string& where, const std::string& text) {
    return wrap("    ", where.empty() ? text : where + ": " + text, kEntryIndent);
  }

  [[nodiscard]] std::string repair_entry(const plan::Repair& repair) const {
    return entry(item_name(repair.item, repair.field == "number"),
                 fmt::format("{} {} -> {}, confidence {:.6g}", repair.field, in_quotes(repair.from),
                             in_quotes(repair.to), repair.confidence));
  }

  [[nodiscard]] std::string finding_entry(const plan::Finding& finding) const {
    std::string where;
    for (std::size_t i = 0; i < finding.items.size() && i < kShownItems; ++i)
      where += (i > 0 ? "; " : "") + item_name(finding.items[i], false);
    if (finding.items.size() > kShownItems) where += fmt::format("; {} more", finding.items.size() - kShownItems);
    if (finding.items.empty() && !finding.places.empty()) where = place_name(finding.places.front());
    std::string text = finding.message;
    if (finding.suggestion)
      text += fmt::format(" (suggested: {}, p {:.3g})", in_quotes(finding.suggestion->value), finding.suggestion->p);
    return entry(where, text);
  }

  const plan::Plan& plan_;
  const Paint& paint_;
  std::map<std::string, const plan::Item*> items_;
};

/// What was decided about a table, and why.
std::string table_report(const plan::TableJudgement& judgement) {
  std::string head = fmt::format("{}, {:.1f} points, {}", to_string(judgement.verdict), judgement.score,
                                 counted(static_cast<std::size_t>(std::max(judgement.rows, 0)), "row"));
  if (judgement.caption) head += ": " + *judgement.caption;
  std::string out = wrap(fmt::format("  {}  ", printable(judgement.id)), head, kEntryIndent);
  for (const std::string& reason : judgement.reasons) out += wrap("    ", reason, kEntryIndent);
  for (const plan::ColumnJudgement& column : judgement.columns) {
    std::string text =
        fmt::format("column {}: {}", column.header ? in_quotes(*column.header) : "without a header", column.role);
    if (column.runner_up) text += fmt::format(", {:.1f} points before {}", column.margin, *column.runner_up);
    out += wrap("    ", text, kEntryIndent);
  }
  return out;
}

std::string report_without_items(const batch::Document& document, const Paint& paint) {
  const plan::CorpusRecord& record = document.record;
  std::string out =
      wrap("", fmt::format("{}: {}: {}", record.path, to_string(record.outcome), reason_in_words(record)), 4);
  if (record.error) out += wrap("  ", fmt::format("{}: {}", to_string(record.error->code), record.error->message), 4);
  for (const plan::TableJudgement& judgement : document.plan ? document.plan->judgements : record.judgements) {
    out += table_report(judgement);
  }
  plan::Plan alone;
  alone.findings = record.findings;
  return out + DocumentReport(document.plan ? *document.plan : alone, paint).text();
}

std::string document_report(const batch::Document& document, const Paint& paint) {
  const plan::CorpusRecord& record = document.record;
  if (record.error && !document.plan) {
    return paint.level(
        plan::Level::kError,
        wrap("", fmt::format("{}: failed: {}: {}", record.path, to_string(record.error->code), record.error->message),
             4));
  }
  if (!document.plan || record.outcome == plan::Outcome::kDoubtful) return report_without_items(document, paint);
  return paint.bold(wrap("",
                         fmt::format("{}: {}, {}, {}", record.path, counted(document.plan->items.size(), "item"),
                                     counted(document.plan->repairs.size(), "repair"),
                                     counted(document.plan->findings.size(), "finding")),
                         4)) +
         DocumentReport(*document.plan, paint).text();
}

}  // namespace

std::string place_name(const Place& place) {
  if (const auto* page = std::get_if<PagePlace>(&place)) return fmt::format("page {}", page->page);
  if (const auto* line = std::get_if<LinePlace>(&place)) return fmt::format("line {}", line->line);
  const auto& part = std::get<PartPlace>(place);
  if (part.table >= 0) return fmt::format("table {} row {}", part.table + 1, part.row + 1);
  return fmt::format("paragraph {}", part.paragraph + 1);
}

std::string audit_report(std::span<const batch::Document> documents, const Paint& paint) {
  std::string out;
  AuditTotals totals;
  for (const batch::Document& document : documents) {
    out += document_report(document, paint) + '\n';
    totals.add(document);
  }
  return documents.empty() ? out : out + wrap("", totals.text(), 4);
}

}  // namespace pactable::cli
