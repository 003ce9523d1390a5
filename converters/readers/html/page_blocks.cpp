// SPDX-License-Identifier: GPL-3.0-or-later
// What a page flow hands on: its paragraphs, what is set aside, and what is odd.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/unicode.h"
#include "readers/html/page_flow.h"
#include "readers/html/pictures.h"

namespace pactable::readers::html {
namespace {

// Struck and hidden text is quoted up to here: findings are lines for people.
constexpr std::size_t kMaxQuoted = 400;

std::string cut(std::string quoted) {
  const std::u32string all = unicode::to_code_points(quoted);
  return all.size() > kMaxQuoted ? unicode::to_utf8(all.substr(0, kMaxQuoted)) + "…" : quoted;
}

}  // namespace

void PageFlow::flush(bool bare) {
  // Text that is only set aside waits for a paragraph.
  if (!paragraph_.has_text() && !(bare && paragraph_.has_label())) return paragraph_.clear_space();
  if (paragraph_.has_words_in_signs()) {
    note_once("HTML-SIGNS", "words in a font of signs were read as letters");
  }
  ++paragraphs_;
  layout::TextBlock block;
  block.paragraph = paragraph_.take(tables_.here());
  if (block.paragraph.text.empty() && block.paragraph.list_label.empty()) {
    return paragraph_.put_back(std::move(block.paragraph.set_aside));
  }
  block.paragraph.heading_level = heading_;
  if (in_title_) block.furniture = layout::Furniture::kRunningHead;
  quote(block.paragraph.set_aside);
  tables_.add(std::move(block));
  if (!tables_.in_cell()) report_set_aside();
}

void PageFlow::give_set_aside() {
  if (!paragraph_.has_set_aside()) return;
  std::vector<layout::SetAside> rest = paragraph_.take_set_aside();
  quote(rest);
  layout::Paragraph* last = tables_.last_paragraph();
  if (last == nullptr) {
    tables_.add(layout::TextBlock{});
    last = tables_.last_paragraph();
  }
  std::move(rest.begin(), rest.end(), std::back_inserter(last->set_aside));
}

void PageFlow::close_container() {
  give_set_aside();
  report_set_aside();
}

void PageFlow::quote(const std::vector<layout::SetAside>& set_aside) {
  for (const layout::SetAside& aside : set_aside) {
    const bool struck = aside.reason == layout::SetAside::Reason::kStruck;
    std::string& quoted = struck ? struck_ : hidden_;
    auto& place = struck ? struck_place_ : hidden_place_;
    if (!place && !aside.text.fragments().empty()) {
      place = std::get<PartPlace>(aside.text.fragments().front().place);
    }
    if (quoted.size() > kMaxQuoted * 4) continue;  // a sign has up to four bytes
    if (!quoted.empty()) quoted += " / ";
    quoted += aside.text.utf8();
  }
}

void PageFlow::report_set_aside() {
  const auto report = [&](const char* rule, const char* what, std::string& quoted, std::optional<PartPlace>& place) {
    if (quoted.empty()) return;
    std::optional<Place> where;
    if (place) where = *place;
    oddities_.push_back({rule, what + cut(std::exchange(quoted, {})), where});
    place.reset();
  };
  report("HTML-STRUCK", "struck out text was set aside: ", struck_, struck_place_);
  report("HTML-HIDDEN-TEXT", "hidden text was left out: ", hidden_, hidden_place_);
}

void PageFlow::note_picture(std::string_view name, const Attributes& attributes) {
  if (auto message = picture_message(name, attributes, tables_.in_cell(), frames_ > 0)) {
    oddities_.push_back({"HTML-PICTURE", std::move(*message), tables_.here()});
  }
}

// Tabs and folds hide tables, too: that rows were left out must be seen.
void PageFlow::note_hidden_table() {
  const int rows = std::exchange(hidden_rows_, 0);
  if (rows < 2) return;
  oddities_.push_back(
      {"HTML-HIDDEN-TABLE", fmt::format("a hidden table with {} rows was left out", rows), tables_.here()});
}

void PageFlow::note_once(const char* rule, const char* message) {
  if (noted_.insert(std::string(rule) + message).second) oddities_.push_back({rule, message, tables_.here()});
}

void PageFlow::note_page() {
  if (outer_styles_) {
    oddities_.push_back({"HTML-STYLES", "style sheets outside of the page were not read; they may hide text", {}});
  } else if (styles_.unread()) {
    oddities_.push_back({"HTML-STYLES", "some rules of the page's style sheets were not read; they may hide text", {}});
  }
  if (lists_.unknown_style()) {
    oddities_.push_back({"HTML-LIST", "numbers of a list in a style that is not known were read as decimal", {}});
  }
}

// Recursion is bounded: tables nest to a limit.
void PageFlow::resolve_labels(std::vector<Content>& contents) {
  const auto resolve = [&](layout::Paragraph& paragraph) {
    paragraph.list_label = lists_.resolved(paragraph.list_label);
  };
  for (Content& content : contents) {
    if (auto* block = std::get_if<layout::TextBlock>(&content)) {
      resolve(block->paragraph);
      continue;
    }
    PageTable& table = *std::get<std::unique_ptr<PageTable>>(content);
    for (layout::Paragraph& paragraph : table.caption) resolve(paragraph);
    resolve_labels(table.stray);
    for (PageRow& row : table.rows) {
      for (PageCell& cell : row.cells) resolve_labels(cell.contents);
    }
  }
}

}  // namespace pactable::readers::html
