// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/page_flow.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/unicode.h"
#include "readers/html/pictures.h"

namespace pactable::readers::html {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 3> kSkipped = {"script", "style", "xml"};
// Elements that begin and end a line (HTML, 15.3.3 "Flow content").
constexpr std::array<std::string_view, 36> kBlocks = {
    "p",       "div",        "h1",     "h2",       "h3",     "h4",         "h5",      "h6",      "ul",
    "ol",      "li",         "dl",     "dt",       "dd",     "pre",        "hr",      "form",    "body",
    "section", "article",    "header", "footer",   "main",   "nav",        "aside",   "title",   "address",
    "figure",  "figcaption", "center", "fieldset", "legend", "blockquote", "details", "summary", "hgroup"};
// Values of display that set an element on lines of its own.
constexpr std::array<std::string_view, 9> kBlockDisplays = {
    "block", "flex", "grid", "table", "list-item", "table-row", "table-cell", "flow-root", "table-caption"};
// What holds pictures that belong to the site and not to its text.
constexpr std::array<std::string_view, 6> kFrames = {"a", "nav", "header", "footer", "aside", "noscript"};
// Letters that Word prints before the items of a list where it has no bullet: those of Courier.
constexpr std::string_view kLetterBullet = "o";

int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

}  // namespace

PageFlow::PageFlow(css::StyleSheet sheet, bool outer_styles, std::vector<layout::Oddity>& oddities)
    : oddities_(oddities), outer_styles_(outer_styles), styles_(std::move(sheet), outer_styles) {}

void PageFlow::start(std::string_view name, const Attributes& attributes) {
  Element element;
  element.name = name;
  // Buttons say what they do; only as a heading, which opens what stands below it, are their words part of the page.
  const bool button = name == "button" && heading_ == 0;
  element.skips = is_one_of(name, kSkipped) || button || (name == "title" && pictures_ > 0);
  if (element.skips) ++skipped_;
  const OwnStyle& own = styles_.enter(name, attributes);
  if (styles_.look().gone)
    counters_.open({}, {}, {});
  else
    counters_.open(own.reset, own.increment, own.set);
  if (skipped_ == 0) {
    if (PageTables::is_part(name))
      begin_part(element, attributes, own);
    else
      begin_other(element, attributes, own);
  }
  elements_.push_back(std::move(element));
}

void PageFlow::begin_part(Element& element, const Attributes& attributes, const OwnStyle& own) {
  flush(true);
  const bool gone = styles_.look().gone;
  // A table that is not displayed is none: its text is set aside where it stands.
  if (element.name == "table" && gone) {
    element.no_table = true;
    ++without_table_;
  }
  if (without_table_ > 0) {
    element.block = true;
    if (element.name == "tr") ++hidden_rows_;
    return;
  }
  close_container();
  element.table_part = true;
  if (element.name == "td" || element.name == "th") lists_.begin_cell();
  tables_.begin_part(element.name, attributes, {gone, own.background});
  if (!gone) begin_numbers(element, attributes, own);
}

void PageFlow::begin_other(Element& element, const Attributes& attributes, const OwnStyle& own) {
  const std::string_view name = element.name;
  const Look& look = styles_.look();
  element.block = is_one_of(name, kBlocks) || is_one_of(own.display, kBlockDisplays);
  if (element.block) flush();
  if (name == "br" && !look.gone) paragraph_.break_line(look);
  element.heading = heading_level(name);
  if (element.heading > 0) heading_ = element.heading;
  if (name == "title") in_title_ = true;
  if (name == "svg") ++pictures_;
  element.frame = is_one_of(name, kFrames);
  if (element.frame) ++frames_;
  if (!look.gone) begin_numbers(element, attributes, own);
  if (look.list_mark) {
    element.mark = true;
    ++list_mark_;
  }
  begin_control(element, attributes);
  if (name == "label") {
    element.label = true;
    labels_.push_back({paragraphs_, paragraph_.size()});
  }
  if (name == "a" && is_note_link(attributes.value("href").value_or(""), element.note_sure)) {
    element.note_from = paragraph_.size();
  }
  if (!look.hidden()) note_picture(name, attributes);
}

void PageFlow::begin_numbers(Element& element, const Attributes& attributes, const OwnStyle& own) {
  const std::string_view name = element.name;
  if (name == "ol" || name == "ul") {
    element.list = true;
    lists_.begin_list(name == "ol", attributes, counters_);
  }
  counters_.change(own.before_reset, own.before_increment, own.before_set);
  ListLabel label;
  if (name == "li") {
    element.item = true;
    label = lists_.begin_item(attributes, styles_.look(), own);
  }
  const bool box = !PageTables::is_part(name) || name == "td" || name == "th" || name == "caption";
  if (auto before = lists_.before_label(own, counters_); before && box) label = std::move(*before);
  if (!label.text.empty()) set_label(std::move(label), elements_.size());
}

void PageFlow::set_label(ListLabel label, std::size_t owner) {
  if (styles_.look().hidden()) return;
  // An item without text of its own prints its number all the same.
  if (paragraph_.has_label()) flush(true);
  if (paragraph_.has_text()) {
    note_once("HTML-LIST", "a number that the style sheet prints inside of a text was not read");
    return;
  }
  paragraph_.set_label(std::move(label.text), label.level);
  label_owner_ = owner;
}

void PageFlow::begin_control(const Element& element, const Attributes& attributes) {
  const Look& look = styles_.look();
  if (element.name == "textarea") paragraph_.gap();
  if (element.name == "select") {
    if (selection_) end_selection();  // a list cannot hold a list
    selection_.emplace(attributes);
  } else if (element.name == "option" && selection_) {
    selection_->begin_option(attributes);
  } else if (element.name == "input") {
    const auto shown = input_text(attributes);
    if (!shown) return;
    if (shown->box && !labels_.empty() && !look.hidden() && !look.struck &&
        !unicode::trim(paragraph_.text_from(label_begin())).empty()) {
      paragraph_.insert(label_begin(), shown->text + " ");
      return;
    }
    // A control is a box of its own: what stands beside it is another word.
    paragraph_.gap();
    append(shown->text);
    paragraph_.gap();
  }
}

void PageFlow::end_selection() {
  const std::vector<std::string> chosen = selection_->chosen();
  selection_.reset();
  paragraph_.gap();
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (i > 0) paragraph_.break_line(styles_.look());
    append(chosen[i]);
  }
  paragraph_.gap();
}

void PageFlow::end(std::string_view name) {
  // The parser ends everything that it began; what does not match is an end without a begin.
  const auto match =
      std::find_if(elements_.rbegin(), elements_.rend(), [&](const Element& e) { return e.name == name; });
  if (match == elements_.rend()) return;
  for (bool done = false; !done;) {
    const Element element = std::move(elements_.back());
    elements_.pop_back();
    done = element.name == name;
    end_element(element);
  }
}

void PageFlow::end_element(const Element& element) {
  if (element.name == "option" && selection_) selection_->end_option();
  if (element.name == "select" && selection_) end_selection();
  if (element.name == "textarea") paragraph_.gap();
  if (element.mark && --list_mark_ == 0) end_list_mark();
  if (element.note_from) end_note_link(element);
  if (element.table_part || element.block || element.item) flush(elements_.size() <= label_owner_);
  if (element.table_part) {
    close_container();
    tables_.end_part(element.name);
    if (element.name == "td" || element.name == "th") lists_.end_cell();
  }
  if (element.no_table && --without_table_ == 0) note_hidden_table();
  if (element.frame) --frames_;
  if (element.list) lists_.end_list();
  if (element.heading > 0) heading_ = 0;
  if (element.label && !labels_.empty()) labels_.pop_back();
  if (element.name == "title") in_title_ = false;
  if (element.name == "svg" && pictures_ > 0) --pictures_;
  if (element.skips) --skipped_;
  counters_.close();
  styles_.leave();
}

// The number that Word printed: "1.2." or "a)". A bullet is none, nor is the letter "o" of Courier.
void PageFlow::end_list_mark() {
  const std::string mark = unicode::collapse_space(std::exchange(mark_text_, {}));
  const bool bullet = std::exchange(mark_bullet_, false) || !unicode::has_word_character(mark);
  if (mark.empty() || bullet) return;
  if (paragraph_.has_text()) return append(mark + " ");
  const auto block = std::find_if(elements_.rbegin(), elements_.rend(),
                                  [](const Element& open) { return open.block || open.table_part; });
  const auto owner = block == elements_.rend() ? 0 : static_cast<std::size_t>(elements_.rend() - block) - 1;
  set_label({mark, std::max(styles_.look().list_level, 1) - 1}, owner);
}

void PageFlow::end_note_link(const Element& element) {
  const std::size_t from = *element.note_from;
  if (from > paragraph_.size()) return;
  const bool behind_text = from > 0;
  if (is_note_mark(paragraph_.text_from(from)) && (behind_text || element.note_sure)) paragraph_.raise_from(from);
}

void PageFlow::text(std::string_view utf8) {
  if (skipped_ > 0) return;
  const Look& look = styles_.look();
  if (selection_) {
    selection_->text(utf8);
  } else if (list_mark_ > 0 && !look.hidden() && !look.struck) {
    mark_text_ += utf8;
    mark_bullet_ = mark_bullet_ || (look.signs && !unicode::trim(utf8).empty()) ||
                   (look.courier && unicode::trim(utf8) == kLetterBullet);
  } else {
    append(utf8);
  }
}

Result<std::vector<Content>> PageFlow::finish() {
  if (!tables_.status()) return tl::unexpected<Error>(tables_.status().error());
  while (!elements_.empty()) {
    const Element element = std::move(elements_.back());
    elements_.pop_back();
    end_element(element);
  }
  flush(true);
  close_container();
  note_page();
  std::vector<Content> contents = tables_.take();
  if (lists_.has_stand_ins()) resolve_labels(contents);
  return contents;
}

}  // namespace pactable::readers::html
