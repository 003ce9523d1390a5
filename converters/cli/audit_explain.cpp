// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audit_explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/audit_report.h"
#include "cli/terminal_text.h"

namespace pactable::cli {
namespace {

constexpr std::ptrdiff_t kNeighbours = 3;  // rows shown on either side
constexpr int kIndent = 6;
constexpr int kNumberWidth = 12;
constexpr int kIdWidth = 12;
constexpr std::size_t kValueWidth = 60;

std::string shown(const std::optional<std::string>& text) {
  return text ? fmt::format("\"{}\"", shorten_middle(printable(*text), kValueWidth)) : std::string("nothing");
}

std::string line(std::string_view text, int indent = kIndent) {
  return wrap(std::string(static_cast<std::size_t>(indent) - 2, ' '), text, indent);
}

std::string_view value_of(const std::string& evidence) {
  const std::size_t colon = evidence.find(':');
  return colon == std::string::npos ? std::string_view() : std::string_view(evidence).substr(colon + 1);
}

/// "3.1<3.2<3.3" in its three parts; empty ones where it has another form.
std::array<std::string, 3> three_numbers(std::string_view text) {
  std::array<std::string, 3> out;
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '<')
      ++part;
    else if (part < out.size())
      out[part] += c;
  }
  return out;
}

class Explanation {
 public:
  Explanation(const batch::Document& document, const Paint& paint)
      : document_(document), plan_(*document.plan), paint_(paint) {}

  [[nodiscard]] std::string of(std::size_t at) const {
    const plan::Item& item = plan_.items[at];
    std::string out = paint_.bold(wrap("", heading(item), 4));
    if (item.number) out += number_text(*item.number);
    for (const plan::Repair& repair : plan_.repairs)
      if (repair.item == item.id) out += repair_text(repair);
    out += neighbours_text(at) + findings_text(item);
    return out;
  }

 private:
  [[nodiscard]] std::string heading(const plan::Item& item) const {
    std::string out = fmt::format("{}: {}, {}", document_.record.path, item.id, to_string(item.kind));
    const std::vector<Place> places =
        item.number && !item.number->derived_from.empty() ? item.number->derived_from : item.derived_from();
    if (!places.empty()) out += ", " + place_name(places.front());
    return out;
  }

  [[nodiscard]] std::string number_text(const plan::Number& number) const {
    std::string out = section("Number");
    out += line(fmt::format("printed {}; {}", shown(number.printed), to_string(number.status)));
    if (number.canonical) out += line(fmt::format("taken as {}", *number.canonical));
    if (number.suggested) out += line(fmt::format("its place asks for {}", with_probability(*number.suggested)));
    if (!number.candidates.empty()) out += section("Candidates");
    for (const plan::Candidate& candidate : number.candidates) out += line(with_probability(candidate));
    return out;
  }

  [[nodiscard]] std::string repair_text(const plan::Repair& repair) const {
    std::string out = section(fmt::format("Repair {} of {} ({})", repair.id, repair.field, repair.rule));
    out += line(fmt::format("{} -> {}", shown(repair.from), shown(repair.to)));
    out += section("Candidates");
    out += line(with_probability({repair.to, repair.confidence}) + "  chosen");
    for (const plan::Candidate& candidate : repair.alternatives) out += line(with_probability(candidate));
    if (repair.alternatives.empty() && repair.field == "number") out += line("no other number above 0.0001");
    out += section("Evidence");
    for (const std::string& evidence : repair.evidence) {
      const std::string words = evidence_in_words(evidence);
      out += line(words == evidence ? evidence : fmt::format("{} ({})", words, evidence));
    }
    return out;
  }

  [[nodiscard]] std::string neighbours_text(std::size_t at) const {
    std::string out = section("Rows around it");
    const auto here = static_cast<std::ptrdiff_t>(at), end = static_cast<std::ptrdiff_t>(plan_.items.size());
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, here - kNeighbours); i < std::min(end, here + kNeighbours + 1);
         ++i) {
      const plan::Item& item = plan_.items[static_cast<std::size_t>(i)];
      if (item.table != plan_.items[at].table) continue;
      const std::string row =
          fmt::format("  {} ", i == here ? ">" : " ") +
          align_row({item.id, number_of(item), note_of(item)},
                    {{Align::kLeft, kIdWidth}, {Align::kLeft, kNumberWidth}, {Align::kLeft, kNoteWidth}});
      out += i == here ? paint_.bold(row) : row;
    }
    return out;
  }

  [[nodiscard]] std::string findings_text(const plan::Item& item) const {
    std::string out;
    for (const plan::Finding& finding : plan_.findings) {
      if (std::find(finding.items.begin(), finding.items.end(), item.id) == finding.items.end()) continue;
      if (out.empty()) out = section("Findings");
      std::string text = fmt::format("{} {}: {}", to_string(finding.level), finding.rule, finding.message);
      if (finding.suggestion) text += fmt::format(" (suggested: {})", with_probability(*finding.suggestion));
      out += line(text);
    }
    return out;
  }

  static std::string number_of(const plan::Item& item) {
    if (!item.number) return "-";
    return printable(item.number->canonical.value_or("?"));
  }

  /// What differs from the ordinary, else the beginning of the text.
  static std::string note_of(const plan::Item& item) {
    if (item.number && item.number->status != plan::NumberStatus::kAsPrinted)
      return fmt::format("{}, printed {}", to_string(item.number->status), shown(item.number->printed));
    std::string text = printable(item.text.value_or(""));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  static std::string with_probability(const plan::Candidate& candidate) {
    return fmt::format("{}  {:.6f}", shorten_middle(printable(candidate.value), static_cast<int>(kValueWidth)),
                       candidate.p);
  }

  [[nodiscard]] std::string section(std::string_view name) const { return "  " + paint_.good(name) + "\n"; }

  static constexpr int kNoteWidth = kTerminalWidth - 4 - kIdWidth - kNumberWidth - 2 * kColumnGap;

  const batch::Document& document_;
  const plan::Plan& plan_;
  const Paint& paint_;
};

bool has_id(const plan::Plan& plan, const std::string& id) {
  return std::any_of(plan.items.begin(), plan.items.end(), [&](const plan::Item& item) { return item.id == id; });
}

bool is_wanted(const plan::Item& item, const std::string& wanted, bool by_id) {
  return by_id ? item.id == wanted : item.number && item.number->canonical == wanted;
}

}  // namespace

std::string evidence_in_words(const std::string& evidence) {
  const std::string_view value = value_of(evidence);
  const std::string name = evidence.substr(0, evidence.find(':'));
  if (name == "suffix-intact") return "its last part is as printed";
  if (name == "prefix-intact") return "all but its last part is as printed";
  if (name == "figures-intact") return "its figures are as printed; points or marks are not";
  if (name == "parts-intact") return "its parts are as printed; the ending that all of its level share is not";
  if (name == "sandwich" || name == "enclosed") {
    const auto [before, number, after] = three_numbers(value);
    return name == "sandwich"
               ? fmt::format("it stands between {} and {}, which are settled", before, after)
               : fmt::format("it and one unsettled row stand between {} and {}, which are settled", before, after);
  }
  if (name == "after") return fmt::format("the number before it, {}, is settled", value);
  if (name == "before") return fmt::format("the number behind it, {}, is settled", value);
  if (name == "page-damage-rate") return fmt::format("share of damaged numbers on its page, as estimated: {}", value);
  if (name == "damage-rate") return fmt::format("share of damaged numbers in the document, as estimated: {}", value);
  if (name == "damage-over-slip") return fmt::format("damage explains it {} times as well as an author's slip", value);
  if (name == "same-skeleton") return fmt::format("its characters look like those of the code {}", value);
  if (name == "closed-list") return fmt::format("the legend of the document has these codes and no others: {}", value);
  return evidence;
}

std::optional<std::string> explain_items(std::span<const batch::Document> documents, const std::string& wanted,
                                         const Paint& paint) {
  const bool by_id = std::any_of(documents.begin(), documents.end(), [&](const batch::Document& document) {
    return document.plan && has_id(*document.plan, wanted);
  });
  std::string out;
  for (const batch::Document& document : documents) {
    if (!document.plan) continue;
    const Explanation explanation(document, paint);
    for (std::size_t i = 0; i < document.plan->items.size(); ++i) {
      if (!is_wanted(document.plan->items[i], wanted, by_id)) continue;
      if (!out.empty()) out += '\n';
      out += explanation.of(i);
    }
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace pactable::cli
