// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/review/cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/unicode.h"
#include "decisions/decisions.h"
#include "pages/review/rows.h"
#include "writers/format/scalars.h"

namespace pactable::pages::review {
namespace {

using look::Html;

std::string points(double value) { return writers::format::print_coordinate(value); }

/// Look-alike letters can only be told by their code points.
std::string code_points(const std::string& text) {
  std::string out;
  for (const char32_t c : unicode::to_code_points(text)) {
    out += fmt::format("{}U+{:04X}", out.empty() ? "" : " ", static_cast<unsigned>(c));
  }
  return out;
}

bool is_on_text(const Question& question) {
  return question.field == decisions::kRowField || question.field == decisions::kTextField;
}

class Card {
 public:
  Card(const plan::Plan& plan, const Question& question, const std::vector<Crop>& crops, const CardPlace& place,
       const Words& words)
      : plan_(plan),
        item_(plan.items[question.item]),
        question_(question),
        crops_(crops),
        place_(place),
        words_(words),
        id_(fmt::format("q{}", place.index + 1)) {}

  Html write() {
    out_.open("article", {{"class", "card question"},
                          {"id", id_},
                          {"data-rule", question_.rule},
                          {"tabindex", "-1"},
                          {"aria-labelledby", id_ + "-title"}});
    write_head();
    out_.open("div", {{"class", "body"}}).open("div", {{"class", "stack"}});
    bool pictured = false;
    for (const Crop& crop : crops_) pictured = write_crop(crop) || pictured;
    if (!pictured) out_.open("div", {{"class", "as-read"}}).add(row_table(plan_, question_)).close();
    write_facts();
    write_evidence();
    write_other_findings();
    if (pictured) {
      out_.open("details").element("summary", "The row as it was read");
      out_.add(row_table(plan_, question_)).close();
    }
    out_.close();
    write_actions();
    return std::move(out_);
  }

 private:
  /// What a scan shows and what was recognised in it are two things.
  [[nodiscard]] bool is_recognised() const {
    return item_.number ? item_.number->origin == LabelOrigin::kOcr : plan_.source.layer == plan::Layer::kOcr;
  }

  void value(const std::optional<std::string>& text) {
    if (text) {
      out_.quoted("samp", *text, {{"class", "value"}});
    } else {
      out_.element("span", "nothing", {{"class", "soft"}});
    }
    if (text && question_.rule == "TXT-HOMOGLYPH") {
      out_.text(" ").element("span", code_points(*text), {{"class", "soft small"}});
    }
  }

  void write_head() {
    out_.open("header", {{"class", "head"}}).open("p", {{"class", "where small soft"}});
    out_.element("span", fmt::format("{} of {}", place_.index + 1, place_.count), {{"class", "number"}});
    const std::vector<Place> places = question_.marks.empty() ? item_.derived_from() : question_.marks;
    if (!places.empty()) out_.text(" · ").text(words_.place(places.front()));
    out_.text(" · row ").text(item_.id).close();
    out_.open("p", {{"class", "chips"}}).link("#rule-" + question_.rule, question_.rule, {{"class", "chip accent"}});
    out_.text(" ").element("span", "open", {{"class", "chip state"}}).close();
    out_.open("h2", {{"id", id_ + "-title"}});
    write_title();
    out_.close().close();
  }

  void write_title() {
    const std::string title = field_title(plan_, item_, question_.field);
    if (question_.field == decisions::kRowField) {
      out_.text("A row that a page break had cut was joined");
    } else if (question_.field == decisions::kTextField) {
      out_.text("The text holds codes that do not go together");
    } else if (question_.rule == "NUM-MISSING") {
      out_.text("No number is printed where one is expected");
    } else if (question_.field == decisions::kNumberField && !question_.machine) {
      out_.text("Number: ");
      value(question_.printed);
      out_.text(is_recognised() ? " was recognised; which number it is is open"
                                : " is printed; which number it is is open");
    } else if (question_.rule == "NUM-AUTHOR") {
      out_.text("Number: ");
      value(question_.printed);
      out_.text(" is printed, its place asks for another");
    } else {
      if (question_.field == decisions::kNumberField) {
        out_.text("Number: ");
      } else {
        out_.quote(title).text(": ");
      }
      value(question_.printed);
      out_.text(is_recognised() ? " was recognised" : " is printed");
      if (question_.can_reject) {
        out_.text(", recovered as ");
        value(question_.machine);
      }
    }
  }

  bool write_crop(const Crop& crop) {
    if (!crop.picture) return false;
    const Box& area = crop.area;
    const auto in = [&](const Box& box) {
      return Box{box.x0 - area.x0, box.y0 - area.y0, box.x1 - area.x0, box.y1 - area.y0};
    };
    const std::string label = fmt::format("Part of page {}: row {} and its neighbours", crop.page, item_.id);
    out_.open("figure", {{"class", "crop"}});
    out_.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", label}});
    out_.open("svg", {{"viewBox", fmt::format("0 0 {} {}", points(area.width()), points(area.height()))},
                      {"role", "img"},
                      {"aria-label", label}});
    out_.open("use", {{"href", fmt::format("#crop-{}", *crop.picture + 1)}}).close();
    for (const Box& row : crop.rows) write_rect(in(row), "row-band");
    for (const Box& mark : crop.marks) write_rect(in(mark), "mark");
    out_.close().close();
    std::string caption = fmt::format("Page {} as printed. ", crop.page);
    if (question_.second_half.empty()) {
      caption += crop.marks.empty() ? "The row is shaded." : "The row is shaded, the value framed.";
    } else {
      caption += "The part of the row that stands on this page is shaded.";
    }
    out_.element("figcaption", caption, {{"class", "small soft"}}).close();
    return true;
  }

  void write_rect(const Box& box, std::string_view name) {
    out_.open("rect", {{"class", name},
                       {"x", points(box.x0)},
                       {"y", points(box.y0)},
                       {"width", points(box.width())},
                       {"height", points(box.height())},
                       {"rx", "1.5"}});
    out_.close();
  }

  void write_facts() {
    out_.open("dl", {{"class", "facts"}});
    if (!is_on_text(question_)) {
      out_.element("dt", is_recognised() ? "Recognised" : "Printed").open("dd");
      value(question_.printed);
      out_.close().element("dt", question_.can_reject ? "Recovered" : "Taken as").open("dd");
      value(question_.machine);
      if (question_.confidence)
        out_.text(" ").element("span", percent(*question_.confidence), {{"class", "soft small number"}});
      out_.close();
    }
    if (item_.text) {
      out_.element("dt", "Text", {{"class", "row-text"}})
          .open("dd", {{"class", "row-text"}})
          .quote(*item_.text)
          .close();
    }
    out_.close();
  }

  void write_evidence() {
    std::vector<std::string> lines = question_.messages;
    for (const std::string& evidence : question_.evidence) lines.push_back(words_.evidence(evidence));
    if (lines.empty()) return;
    out_.open("div").element("h3", "Why");
    out_.open("ul", {{"class", "why"}});
    for (const std::string& line : lines) out_.quoted("li", line);
    out_.close().close();
  }

  void write_other_findings() {
    std::vector<const plan::Finding*> others;
    for (const plan::Finding& finding : plan_.findings) {
      const bool of_row = std::find(finding.items.begin(), finding.items.end(), item_.id) != finding.items.end();
      const bool said =
          std::find(question_.messages.begin(), question_.messages.end(), finding.message) != question_.messages.end();
      if (of_row && !said) others.push_back(&finding);
    }
    if (others.empty()) return;
    out_.open("div").element("h3", "Also found in this row").open("ul", {{"class", "why"}});
    for (const plan::Finding* finding : others) {
      out_.open("li").link("#rule-" + finding->rule, finding->rule).text(" ").quote(finding->message).close();
    }
    out_.close().close();
  }

  [[nodiscard]] std::string accept_label() const {
    if (question_.can_reject) return "Accept " + question_.machine.value_or("");
    if (question_.field == decisions::kRowField) return "Joined rightly";
    if (question_.field == decisions::kNumberField && !question_.machine) return "Leave it open";
    return is_recognised() ? "Right as recognised" : "Right as printed";
  }

  [[nodiscard]] std::string reject_label() const {
    const std::string printed = question_.printed.value_or("");
    const bool alike = question_.rule == "TXT-HOMOGLYPH";
    return "Reject: keep " + printed + (alike ? " (" + code_points(printed) + ")" : "");
  }

  void write_button(std::string_view action, std::string_view style, std::string_view key, const std::string& label) {
    out_.open("button", {{"type", "button"}, {"data-do", action}, {"class", style}, {"aria-keyshortcuts", key}});
    out_.quoted("span", label).element("kbd", key, {{"aria-hidden", "true"}}).close();
  }

  void write_actions() {
    out_.open("div", {{"class", "decide"}, {"role", "group"}, {"aria-labelledby", id_ + "-title"}});
    out_.open("div", {{"class", "actions no-print"}, {"hidden", ""}}).open("div", {{"class", "pair"}});
    write_button("accept", "main", "a", accept_label());
    if (question_.can_reject) write_button("reject", "", "r", reject_label());
    if (question_.can_object) write_button("reject", "", "r", "Not right");
    out_.close();
    if (question_.can_set) write_choices();
    out_.open("label", {{"class", "field"}}).text("Note (optional)");
    out_.open("input", {{"type", "text"}, {"class", "note"}, {"autocomplete", "off"}, {"maxlength", "500"}}).close();
    out_.close();
    out_.open("p", {{"class", "outcome"}, {"aria-live", "polite"}}).text("Not decided yet.").close();
  }

  void write_choices() {
    if (!question_.choices.empty()) {
      out_.open("div", {{"class", "choices"}}).element("p", "Or choose", {{"class", "small soft"}});
      for (std::size_t i = 0; i < question_.choices.size(); ++i) {
        const Choice& choice = question_.choices[i];
        const std::string key = std::to_string(i + 1);
        out_.open("button", {{"type", "button"},
                             {"data-do", "choose"},
                             {"data-choice", std::to_string(i)},
                             {"class", "choice"},
                             {"aria-keyshortcuts", key}});
        out_.element("kbd", key, {{"aria-hidden", "true"}}).quoted("span", choice.value, {{"class", "grow value"}});
        const std::string p = choice.p ? percent(*choice.p) : std::string();
        out_.open("span", {{"class", "small number soft"}}).quote(choice.note);
        if (!p.empty()) out_.text((choice.note.empty() ? "" : " · ") + p);
        out_.close().close();
      }
      out_.close();
    }
    out_.open("div", {{"class", "set"}}).open("label", {{"class", "field grow"}}).text("Another value");
    out_.open("input", {{"type", "text"},
                        {"class", "typed"},
                        {"autocomplete", "off"},
                        {"spellcheck", "false"},
                        {"maxlength", "80"},
                        {"aria-keyshortcuts", "t"}});
    out_.close();
    write_button("set", "", "t", "Set");
    out_.close();
  }

  const plan::Plan& plan_;
  const plan::Item& item_;
  const Question& question_;
  const std::vector<Crop>& crops_;
  const CardPlace place_;
  const Words& words_;
  const std::string id_;
  Html out_;
};

}  // namespace

std::string percent(double p) {
  constexpr double kSteps = 1e6;  // parts of a million: as fine as probabilities are written
  const double cut = std::min(std::floor(p * kSteps), kSteps - 1) / kSteps * 100;
  if (p >= 1) return "certain";
  return fmt::format("{} %", writers::format::print_number(std::round(cut * 1e4) / 1e4));
}

look::Html write_card(const plan::Plan& plan, const Question& question, const std::vector<Crop>& crops,
                      const CardPlace& place, const Words& words) {
  return Card(plan, question, crops, place, words).write();
}

}  // namespace pactable::pages::review
