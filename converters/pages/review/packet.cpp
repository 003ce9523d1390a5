// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/review/packet.h"

#include <fmt/format.h>

#include <set>

#include "pages/look/base64.h"
#include "pages/look/page.h"
#include "pages/review/cards.h"
#include "pages/review/crops.h"
#include "pages/review/embedded.h"
#include "pages/review/questions.h"
#include "readers/pdf/pdf_reader.h"
#include "writers/format/json_stream.h"

namespace pactable::pages::review {
namespace {

using look::Html;
using writers::format::JsonStream;

// A page of 64 MiB still opens on a telephone; its pictures take three quarters of it.
constexpr std::size_t kMostPictureBytes = std::size_t{48} << 20U;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

void optional_member(JsonStream& out, std::string_view name, const std::optional<std::string>& text) {
  if (text) out.member(name, *text);
}

/// What the script needs: the values as they are, not as they are shown.
std::string data_of(const plan::Plan& plan, const std::vector<Question>& questions) {
  JsonStream out;
  out.begin_object();
  out.member("source", plan.source.sha256);
  out.member("document", plan.source.file);
  out.key("questions");
  out.begin_array();
  for (const Question& question : questions) {
    out.begin_object(JsonStream::Shape::kLine);
    out.member("item", plan.items[question.item].id);
    out.member("field", question.field);
    out.member("rule", question.rule);
    optional_member(out, "printed", question.printed);
    optional_member(out, "machine", question.machine);
    out.key("reject");
    out.boolean(question.can_reject || question.can_object);
    out.key("choices");
    out.begin_array();
    for (const Choice& choice : question.choices) out.string(choice.value);
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

Html button(std::string_view id, std::string_view style, std::string_view text) {
  Html out;
  out.element("button", text, {{"type", "button"}, {"id", id}, {"class", style}});
  return out;
}

Html toolbar(const std::map<std::string, int>& rules, std::size_t count) {
  Html out;
  out.open("section",
           {{"class", "card toolbar no-print"}, {"id", "toolbar"}, {"aria-label", "Review"}, {"hidden", ""}});
  out.open("div", {{"class", "progress"}});
  out.open("p", {{"id", "progress-text"}, {"class", "small number"}, {"role", "status"}});
  out.text(fmt::format("0 of {} decided", count)).close();
  out.open("progress", {{"id", "progress"}, {"max", std::to_string(count)}, {"value", "0"}, {"aria-label", "Decided"}});
  out.close().close();
  out.open("label", {{"class", "field"}}).text("Rule").open("select", {{"id", "filter-rule"}});
  out.element("option", fmt::format("All rules ({})", count), {{"value", ""}});
  for (const auto& [rule, number] : rules)
    out.element("option", fmt::format("{} ({})", rule, number), {{"value", rule}});
  out.close().close();
  out.open("label", {{"class", "field"}}).text("State").open("select", {{"id", "filter-state"}});
  out.element("option", "All", {{"value", ""}}).element("option", "Open", {{"value", "open"}});
  out.element("option", "Decided", {{"value", "decided"}}).close().close();
  out.open("div", {{"class", "row tools"}});
  out.add(button("accept-shown", "quiet", "Accept all shown")).add(button("load", "", "Load …"));
  out.add(button("save", "main", "Save decisions.json"));
  out.open("input", {{"type", "file"},
                     {"id", "file"},
                     {"accept", ".json,application/json"},
                     {"hidden", ""},
                     {"aria-label", "File of decisions"}});
  out.close();
  out.open("div", {{"class", "row hints small soft"}});
  for (const auto& [key, text] : {std::pair("j", "next"),
                                  {"k", "previous"},
                                  {"a", "accept"},
                                  {"r", "reject"},
                                  {"1–9", "choose"},
                                  {"t", "type"},
                                  {"u", "undo"}}) {
    out.open("span").element("kbd", key).text(" ").text(text).close();
  }
  out.add(button("help", "quiet small", "All keys ?")).add(button("who", "quiet small", "Reviewer: not said yet"));
  return out;
}

Html dialogs() {
  Html out;
  out.open("dialog", {{"id", "who-dialog"}, {"aria-labelledby", "who-title"}}).open("div", {{"class", "inside stack"}});
  out.element("h2", "Who decides?", {{"id", "who-title"}});
  out.element("p", "Your name is kept with every decision, in decisions.json and in the data made with it.");
  out.open("label", {{"class", "field"}}).text("Name");
  out.open("input", {{"type", "text"}, {"id", "who-name"}, {"autocomplete", "name"}, {"maxlength", "120"}}).close();
  out.open("div", {{"class", "row"}}).add(button("who-ok", "main", "Go on")).add(button("who-cancel", "", "Cancel"));
  out.close().close().close();
  out.open("dialog", {{"id", "help-dialog"}, {"aria-labelledby", "help-title"}})
      .open("div", {{"class", "inside stack"}});
  out.element("h2", "Keys", {{"id", "help-title"}}).open("dl", {{"class", "facts keys"}});
  for (const auto& [key, text] : {std::pair("j", "next question"),
                                  {"k", "previous question"},
                                  {"a", "accept, or right as printed"},
                                  {"r", "reject: back to what is printed"},
                                  {"1–9", "choose a value"},
                                  {"t", "type a value; Enter sets it"},
                                  {"n", "write a note"},
                                  {"u", "undo the decision"},
                                  {"s", "save decisions.json"},
                                  {"Esc", "leave a field"},
                                  {"?", "this list"}}) {
    out.open("dt").element("kbd", key).close().element("dd", text);
  }
  out.close().open("p", {{"class", "small soft"}});
  out.text("Decisions stay in this browser until they are saved as a file; pactable convert --decisions replays it.");
  out.close().add(button("help-ok", "main", "Close")).close().close();
  out.open("dialog", {{"id", "sure-dialog"}, {"aria-labelledby", "sure-title"}})
      .open("div", {{"class", "inside stack"}});
  out.element("h2", "Accept all shown?", {{"id", "sure-title"}}).element("p", "", {{"id", "sure-text"}});
  out.open("div", {{"class", "row"}}).add(button("sure-ok", "main", "Accept")).add(button("sure-cancel", "", "Cancel"));
  return out;
}

Html rule_texts(const plan::Plan& plan, const std::map<std::string, int>& rules, const Words& words) {
  std::set<std::string> shown;
  for (const auto& [rule, count] : rules) shown.insert(rule);
  for (const plan::Finding& finding : plan.findings) shown.insert(finding.rule);
  Html out;
  out.open("section", {{"class", "rules"}, {"aria-labelledby", "rules-title"}});
  out.element("h2", "What the rules mean", {{"id", "rules-title"}}).open("dl", {{"class", "card inside rule-list"}});
  for (const std::string& rule : shown) {
    const auto text = words.rules.find(rule);
    out.element("dt", rule, {{"id", "rule-" + rule}, {"tabindex", "-1"}}).open("dd");
    if (text != words.rules.end()) {
      out.text(text->second.when);
      if (!text->second.example.empty()) {
        out.text(" ").element("span", "For example: " + text->second.example, {{"class", "soft"}});
      }
    }
    out.close();
  }
  return out;
}

/// Pictures stand once; the crops of the cards use them.
Html picture_store(const Crops& crops) {
  Html out;
  if (crops.pictures.empty()) return out;
  out.open("svg", {{"class", "unseen"}, {"aria-hidden", "true"}, {"width", "0"}, {"height", "0"}}).open("defs");
  std::vector<Box> areas(crops.pictures.size());
  for (const std::vector<Crop>& of_question : crops.of_question) {
    for (const Crop& crop : of_question) {
      if (crop.picture) areas[*crop.picture] = crop.area;
    }
  }
  for (std::size_t i = 0; i < crops.pictures.size(); ++i) {
    out.open("image", {{"id", fmt::format("crop-{}", i + 1)},
                       {"width", fmt::format("{:.2f}", areas[i].width())},
                       {"height", fmt::format("{:.2f}", areas[i].height())},
                       {"preserveAspectRatio", "none"},
                       {"href", "data:image/png;base64," + look::base64(crops.pictures[i])}});
    out.close();
  }
  return out;
}

std::string lead_of(std::size_t questions, const std::string& undrawn) {
  if (questions == 0) return "Nothing in this document is in doubt: every number and code is as printed.";
  std::string lead = counted(questions, "value needs", "values need") +
                     " a look at the page. Decide here, save decisions.json, and give it to pactable convert.";
  return undrawn.empty() ? lead : lead + ' ' + undrawn;
}

}  // namespace

Packet write_packet(std::string_view bytes, const std::string& path, const plan::Plan& plan, const Words& words) {
  const std::vector<Question> asked = questions(plan);
  Crops crops;
  crops.of_question.resize(asked.size());
  std::string undrawn;
  if (readers::pdf::recognises(bytes)) {
    Result<Crops> drawn = draw_crops(bytes, plan, asked, kMostPictureBytes);
    if (drawn) {
      crops = std::move(*drawn);
    } else {
      undrawn = fmt::format("Its pages cannot be drawn ({}): rows are shown as tables.", drawn.error().message);
    }
    if (!crops.all_drawn) undrawn = "With all pictures this page would be too large: some rows are shown as tables.";
  }
  Packet packet;
  packet.title = plan.metadata.title.value_or(plan.source.file);
  for (const Question& question : asked) ++packet.rules[question.rule];

  Html main;
  if (!asked.empty()) {
    main.open("noscript").element("p", "Decisions need the script of this page; without it the page can only be read.");
    main.close().add(toolbar(packet.rules, asked.size()));
  }
  main.open("p", {{"id", "message"}, {"class", "message"}, {"role", "status"}, {"hidden", ""}}).close();
  main.open("div", {{"class", "questions"}, {"id", "questions"}});
  for (std::size_t i = 0; i < asked.size(); ++i) {
    main.add(write_card(plan, asked[i], crops.of_question[i], {i, asked.size()}, words));
  }
  main.close();
  main.open("p", {{"id", "none-shown"}, {"class", "soft"}, {"hidden", ""}})
      .text("No question is of this rule and state.");
  main.close();
  if (!packet.rules.empty()) main.add(rule_texts(plan, packet.rules, words));
  main.add(picture_store(crops)).add(dialogs());
  main.data("review-data", data_of(plan, asked));

  look::Page page;
  page.title = packet.title;
  page.kind = "Review packet";
  page.lead = lead_of(asked.size(), undrawn);
  page.path = {{"index.html", "All documents"}};
  page.made_by = words.made_by;
  page.note = fmt::format("Made from {} (SHA-256 {}).", path, plan.source.sha256);
  page.styles = {kReviewStyle};
  page.scripts = {kReviewScript};
  packet.page = look::write_page(page, std::move(main));
  return packet;
}

}  // namespace pactable::pages::review
