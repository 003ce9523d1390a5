// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/plan_parts.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "pages/site/row_cells.h"
#include "pages/site/wording.h"

namespace pactable::pages::site {
namespace {

using look::Html;

void add_fact(Html& out, std::string_view name, const std::optional<std::string>& value) {
  if (!value || value->empty()) return;
  out.element("dt", name).quoted("dd", *value);
}

std::string layer_name(plan::Layer layer) {
  switch (layer) {
    case plan::Layer::kOcr: return "recognised from page images";
    case plan::Layer::kBornDigital: return "set by a program, not recognised";
    case plan::Layer::kMixed: return "partly recognised from page images";
    case plan::Layer::kUnknown: break;
  }
  return "not known";
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : std::string(between)) + text;
  return out;
}

void open_table(Html& out, std::string_view label, std::initializer_list<std::string_view> headers) {
  out.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", label}});
  out.open("table").open("thead").open("tr");
  for (const std::string_view header : headers) out.element("th", header, {{"scope", "col"}});
  out.close().close().open("tbody");
}

/// Ends what open_table began.
void close_table(Html& out) { out.close().close().close(); }

void open_details(Html& out, std::string_view id, const std::string& summary) {
  out.open("details", {{"class", "card"}, {"id", id}});
  out.open("summary").element("h2", summary).close().open("div", {{"class", "inside stack"}});
}

std::string_view chip_of(plan::Level level) {
  if (level == plan::Level::kError) return "chip bad";
  return level == plan::Level::kWarning ? "chip warn" : "chip";
}

void add_links(Html& out, const std::vector<std::string>& items, const Mentions& mentions) {
  for (std::size_t at = 0; at < items.size(); ++at) {
    out.text(at == 0 ? "" : ", ").add(mentions.link_to(items[at]));
  }
}

/// "3.3 (0.1 %), 8.2 (0.1 %)"
std::string alternatives_of(const plan::Repair& repair) {
  std::string out;
  for (const plan::Candidate& candidate : repair.alternatives) {
    out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", candidate.value, percent(candidate.p));
  }
  return out;
}

void add_decisions(Html& out, const plan::Plan& plan, const Mentions& mentions) {
  if (plan.decisions.empty()) return;
  out.element("h3", "Decided by reviewers");
  open_table(out, "Decisions of reviewers", {"Row", "Value", "Printed", "The program's value", "Decision", "By"});
  for (const plan::Decision& decision : plan.decisions) {
    if (decision.table.empty()) {
      out.open("tr").open("td").add(mentions.link_to(decision.item)).close();
      out.quoted("td", role_name(decision.field));
    } else {
      out.open("tr").quoted("td", decision.table).element("td", "the whole table");
    }
    out.quoted("td", decision.printed.value_or("")).quoted("td", decision.machine.value_or(""));
    const std::string value = decision.value ? fmt::format(": {}", *decision.value) : std::string();
    out.quoted("td", std::string(plan::to_string(decision.verdict)) + value);
    const std::string note = decision.note ? fmt::format(" ({})", *decision.note) : std::string();
    out.quoted("td", decision.reviewer + note).close();
  }
  close_table(out);
}

}  // namespace

Html facts(const plan::Plan& plan, const std::string& title, const SourceFile& file) {
  const plan::Metadata& data = plan.metadata;
  Html out;
  out.open("dl", {{"class", "facts"}});
  add_fact(out, "Title", title);
  add_fact(out, "Status", data.status);
  if (data.period_printed) {
    const bool same = !data.period_edtf || *data.period_edtf == *data.period_printed;
    add_fact(out, "Period", *data.period_printed + (same ? "" : fmt::format(" ({})", *data.period_edtf)));
  }
  add_fact(out, "Vision", data.vision);
  add_fact(out, "Goal", data.goal);
  if (!data.objectives.empty()) {
    out.element("dt", "Objectives").open("dd").open("ol", {{"class", "objectives"}});
    for (const std::string& objective : data.objectives) out.quoted("li", objective);
    out.close().close();
  }
  add_fact(out, "Family", plan.family);
  add_fact(out, "Language", plan.language);
  out.element("dt", "Document").open("dd").add(source_link(file)).text(", ").quote(plan.source.media_type).close();
  out.element("dt", "Text").open("dd").text(layer_name(plan.source.layer));
  if (!plan.source.layer_evidence.empty()) {
    out.text(" (").quote(joined(plan.source.layer_evidence, "; ")).text(")");
  }
  out.close();
  out.element("dt", "SHA-256").open("dd").element("code", plan.source.sha256, {{"class", "digest"}}).close();
  if (!data.footnotes.empty()) {
    out.element("dt", "Footnotes").open("dd").open("ul", {{"class", "plain"}});
    for (const plan::Footnote& note : data.footnotes) out.quoted("li", note.printed);
    out.close().close();
  }
  return out;
}

Html legend(const plan::Plan& plan, const SourceFile& file) {
  Html out;
  for (const plan::CodeList& list : plan.code_lists) {
    open_table(out, "Legend of " + role_name(list.role), {role_name(list.role), "Means", "That is"});
    for (const plan::Code& code : list.codes) {
      out.open("tr").open("th", {{"scope", "row"}}).open("span", {{"class", "code"}}).quote(code.code).close().close();
      out.quoted("td", code.label).quoted("td", code.definition.value_or("")).close();
    }
    close_table(out);
    out.open("p", {{"class", "soft small"}}).text("As printed: ").quote(list.printed);
    if (!list.derived_from.empty()) out.text(" (").add(sources_line(list.derived_from, file)).text(")");
    out.close();
  }
  return out;
}

Html findings(const plan::Plan& plan, const Mentions& mentions, const SourceFile& file) {
  Html out;
  if (plan.findings.empty()) return out;
  out.open("ul", {{"class", "findings"}});
  for (const plan::Finding& finding : plan.findings) {
    out.open("li").element("span", plan::to_string(finding.level), {{"class", chip_of(finding.level)}}).text(" ");
    out.open("code").quote(finding.rule).close().text(" ").quote(finding.message);
    if (finding.suggestion) {
      out.text(" Suggested: ")
          .quote(finding.suggestion->value)
          .text(fmt::format(" ({}).", percent(finding.suggestion->p)));
    }
    if (!finding.items.empty()) {
      out.open("span", {{"class", "soft"}}).text(" Rows: ");
      add_links(out, finding.items, mentions);
      out.close();
    }
    if (!finding.places.empty()) {
      out.open("span", {{"class", "soft"}}).text(" At: ").add(sources_line(finding.places, file)).close();
    }
    out.close();
  }
  return out;
}

Html changes(const plan::Plan& plan, const Mentions& mentions) {
  Html out;
  if (plan.repairs.empty() && plan.decisions.empty()) return out;
  open_details(out, "changes", fmt::format("What was changed ({})", grouped(plan.repairs.size())));
  if (!plan.repairs.empty()) {
    open_table(out, "Changes", {"Row", "Value", "Printed", "Now", "Sure", "Instead of", "Rule", "Evidence"});
    for (const plan::Repair& repair : plan.repairs) {
      out.open("tr", {{"id", repair.id}}).open("td").add(mentions.link_to(repair.item)).close();
      out.quoted("td", role_name(repair.field));
      out.quoted("td", repair.from.empty() ? std::string("nothing") : quoted_print(repair.from, repair.to));
      out.quoted("td", repair.to);
      out.element("td", percent(repair.confidence), {{"class", "figure"}});
      out.quoted("td", alternatives_of(repair)).open("td").open("code").quote(repair.rule).close().close();
      out.quoted("td", joined(repair.evidence, ", ")).close();
    }
    close_table(out);
  }
  add_decisions(out, plan, mentions);
  return out;
}

Html discarded(const plan::Plan& plan, const SourceFile& file) {
  Html out;
  if (plan.discarded.empty()) return out;
  open_details(out, "discarded", fmt::format("What became no row ({})", grouped(plan.discarded.size())));
  out.element(
      "p",
      "Every text of the document that stands in no row above: titles, running heads, prose, repeated headers, noise.",
      {{"class", "soft"}});
  open_table(out, "Texts that became no row", {"Reason", "Text", "Source"});
  for (const plan::Discarded& text : plan.discarded) {
    out.open("tr").open("td").quote(role_name(text.reason)).close();
    out.quoted("td", text.text)
        .open("td", {{"class", "where"}})
        .add(sources_cell(text.derived_from, file))
        .close()
        .close();
  }
  close_table(out);
  return out;
}

}  // namespace pactable::pages::site
