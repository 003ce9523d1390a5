// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "pages/look/page.h"
#include "pages/review/embedded.h"
#include "pages/review/packet.h"
#include "plan/outcome_reason.h"

namespace pactable::pages::review {
namespace {

using look::Html;

struct Summary {
  std::string title;
  std::vector<std::pair<std::string, int>> rules;
  int questions = 0;
};

Summary read_summary(std::string_view text) {
  Summary summary;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (first) {
      summary.title = std::string(line);
      first = false;
      continue;
    }
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) continue;
    int count = 0;
    std::from_chars(line.data() + space + 1, line.data() + line.size(), count);
    summary.rules.emplace_back(line.substr(0, space), count);
    summary.questions += count;
  }
  return summary;
}

void write_row(Html& out, const IndexEntry& entry) {
  const plan::CorpusRecord& record = entry.record;
  out.open("tr");
  if (entry.file.empty()) {
    out.quoted("th", record.path, {{"scope", "row"}});
    std::string why = record.error ? record.error->message : plan::reason_without_plan(record);
    if (record.outcome == plan::Outcome::kDoubtful)
      why += ". There are no rows to decide on until it is read as a plan.";
    out.open("td", {{"colspan", "3"}}).element("span", to_string(record.outcome), {{"class", "chip bad"}});
    out.text(" ").quote(why).close().close();
    return;
  }
  const Summary summary = read_summary(entry.summary);
  out.open("th", {{"scope", "row"}}).link(look::file_address(entry.file), summary.title);
  out.open("div", {{"class", "small soft"}}).quote(record.path).close();
  if (record.error) {
    out.open("div", {{"class", "small"}}).element("span", to_string(record.outcome), {{"class", "chip warn"}});
    out.text(" ").quote(record.error->message).close();
  }
  out.close();
  out.element("td", std::to_string(summary.questions), {{"class", "figure"}}).open("td");
  if (summary.rules.empty()) out.element("span", "nothing in doubt", {{"class", "chip good"}});
  for (const auto& [rule, count] : summary.rules) {
    out.element("span", fmt::format("{} {}", count, rule), {{"class", "chip"}}).text(" ");
  }
  out.close();
  out.open("td", {{"class", "done"},
                  {"data-source", record.sha256.value_or("")},
                  {"data-count", std::to_string(summary.questions)}});
  out.element("span", "–", {{"class", "soft"}}).close().close();
}

}  // namespace

std::string pack_summary(const Packet& packet) {
  std::string title = packet.title;
  std::replace(title.begin(), title.end(), '\n', ' ');
  std::string out = title + '\n';
  for (const auto& [rule, count] : packet.rules) out += fmt::format("{} {}\n", rule, count);
  return out;
}

std::string write_index(const std::vector<IndexEntry>& entries, const std::string& made_by) {
  Html main;
  main.open("div", {{"class", "card scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Documents"}});
  main.open("table", {{"class", "documents"}}).open("thead").open("tr").element("th", "Document", {{"scope", "col"}});
  main.element("th", "In doubt", {{"scope", "col"}, {"class", "figure"}}).element("th", "Rules", {{"scope", "col"}});
  main.element("th", "Decided here", {{"scope", "col"}}).close().close().open("tbody");
  for (const IndexEntry& entry : entries) write_row(main, entry);

  look::Page page;
  page.title = "Review packet";
  page.lead =
      "Each document has a page on which repaired and doubtful values are shown where they are printed. Decisions "
      "stay in this browser until they are saved from there.";
  page.made_by = made_by;
  page.styles = {kReviewStyle};
  page.scripts = {kIndexScript};
  return look::write_page(page, std::move(main));
}

}  // namespace pactable::pages::review
