// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/scan_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "layout/page_kind.h"

namespace pactable::pipeline {
namespace {

constexpr const char* kActivity = "act3";

// A single damaged number is worth a second look at its cell; two on a page, and more than a few in a hundred, are a
// layer that reads badly.
constexpr int kDamagedNumbers = 2;
constexpr double kDamagedShare = 0.05;
constexpr double kMostPages = 0.5;
// Points around a number's cell that the reader of it can do with, and that no other text reaches into.
constexpr double kAround = 2;
constexpr std::size_t kMostLooks = 5000;  // a hundredth of a second each

struct PageNumbers {
  int numbers = 0, damaged = 0;
};

/// What holds no figure may be no number at all: without the rulings of the picture, prose can look like rows.
bool is_damaged(const plan::Number& number) {
  if (number.status == plan::NumberStatus::kRepaired) return true;
  const std::string printed = number.printed.value_or("");
  return number.status == plan::NumberStatus::kAmbiguous && printed.find_first_of("0123456789") != std::string::npos;
}

const PagePlace* first_on_page(const std::vector<Place>& places) {
  return places.empty() ? nullptr : std::get_if<PagePlace>(&places.front());
}

/// "1-3, 5"
std::string list_of(const std::vector<int>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::size_t end = i;
    while (end + 1 < pages.size() && pages[end + 1] == pages[end] + 1) ++end;
    text += text.empty() ? "" : ", ";
    text += end > i ? fmt::format("{}-{}", pages[i], pages[end]) : fmt::format("{}", pages[i]);
    i = end;
  }
  return text;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "; ") + text;
  return all;
}

/// Where the labels and the texts of a table's rows stand on a page.
struct Columns {
  double label_begin = 1e9, label_end = -1e9, text_begin = 1e9;
  [[nodiscard]] bool apart() const { return label_end > label_begin && label_end <= text_begin; }
};

std::map<std::pair<int, int>, Columns> columns_of(const parser::Draft& draft) {
  std::map<std::pair<int, int>, Columns> columns;
  for (const parser::DraftItem& item : draft.items) {
    if (!item.number_expected) continue;
    const std::vector<Place> labels = item.label.places(), texts = item.text.places();
    const PagePlace* const label = first_on_page(labels);
    const PagePlace* const text = first_on_page(texts);
    if (label == nullptr) continue;
    Columns& at = columns[{item.table, label->page}];
    at.label_begin = std::min(at.label_begin, label->box.x0);
    at.label_end = std::max(at.label_end, label->box.x1);
    if (text != nullptr && text->page == label->page) at.text_begin = std::min(at.text_begin, text->box.x0);
  }
  return columns;
}

std::optional<PagePlace> cell_of(const parser::DraftItem& item, const std::map<std::pair<int, int>, Columns>& columns) {
  const std::vector<Place> labels = item.label.places(), texts = item.text.places();
  const PagePlace* const label = first_on_page(labels);
  const PagePlace* const place = label != nullptr ? label : first_on_page(texts);
  if (place == nullptr) return std::nullopt;
  const auto found = columns.find({item.table, place->page});
  const bool apart = found != columns.end() && found->second.apart();
  if (!apart && label == nullptr) return std::nullopt;
  PagePlace cell = *place;
  if (apart) {
    cell.box.x0 = found->second.label_begin;
    cell.box.x1 = found->second.label_end;
  }
  const double room = apart ? std::min(kAround, (found->second.text_begin - found->second.label_end) / 2) : 0;
  cell.box = {cell.box.x0 - kAround, cell.box.y0 - kAround, cell.box.x1 + room, cell.box.y1 + kAround};
  return cell;
}

bool is_in_doubt(const plan::Number& number) {
  return number.origin == LabelOrigin::kOcr && number.status != plan::NumberStatus::kAsPrinted;
}

struct Back {
  const scans::ScannedDocument& scanned;
  const TurnedPages& turned;

  void operator()(std::vector<Place>& places) const {
    for (Place& place : places) {
      auto* const on_page = std::get_if<PagePlace>(&place);
      if (on_page == nullptr) continue;
      const auto page = turned.find(on_page->page);
      on_page->box = page != turned.end() && !scanned.is_scan(on_page->page)
                         ? layout::as_displayed(page->second, on_page->box)
                         : scanned.as_displayed(on_page->page, on_page->box);
    }
  }
};

}  // namespace

void add_damaged_pages(const plan::Plan& plan, const layout::Document& document, const scans::ScannedDocument& scanned,
                       std::vector<scans::PageNeed>& needs) {
  std::map<int, PageNumbers> pages;
  for (const plan::Item& item : plan.items) {
    if (!item.number || item.number->origin != LabelOrigin::kOcr || item.number->derived_from.empty()) continue;
    PageNumbers& page = pages[page_of(item.number->derived_from.front())];
    ++page.numbers;
    page.damaged += is_damaged(*item.number) ? 1 : 0;
  }
  const auto needed = [&](int page) {
    return std::any_of(needs.begin(), needs.end(), [&](const scans::PageNeed& need) { return need.page == page; });
  };
  for (const auto& [page, count] : pages) {
    const bool bad = count.damaged >= kDamagedNumbers && count.damaged > kDamagedShare * count.numbers;
    if (!bad || needed(page) || !scanned.is_scan(page)) continue;
    needs.push_back({page, true, {fmt::format("{} of {} numbers are damaged", count.damaged, count.numbers)}});
  }
  std::size_t layered = 0, bad = 0;
  for (const layout::Page& page : document.pages) {
    if (layout::kind_of(page) != layout::PageKind::kRecognised) continue;
    ++layered;
    bad += needed(page.number) ? 1 : 0;
  }
  if (static_cast<double>(bad) > kMostPages * static_cast<double>(layered)) {
    for (const layout::Page& page : document.pages) {
      if (layout::kind_of(page) != layout::PageKind::kRecognised || needed(page.number)) continue;
      needs.push_back({page.number, true, {fmt::format("{} of {} pages of the layer are bad", bad, layered)}});
    }
  }
  std::sort(needs.begin(), needs.end(),
            [](const scans::PageNeed& a, const scans::PageNeed& b) { return a.page < b.page; });
}

std::map<std::size_t, PagePlace> cells_to_look_at(const parser::Draft& draft, const plan::Plan& plan,
                                                  const scans::ScannedDocument& scanned) {
  std::map<std::size_t, PagePlace> cells;
  if (!scanned.has_scans()) return cells;
  std::set<std::string> odd;
  for (const plan::Finding& finding : plan.findings) {
    if (finding.rule.starts_with("NUM-") && finding.rule != "NUM-DOT") {
      odd.insert(finding.items.begin(), finding.items.end());
    }
  }
  const auto columns = columns_of(draft);
  for (std::size_t i = 0; i < plan.items.size() && cells.size() < kMostLooks; ++i) {
    const plan::Item& item = plan.items[i];
    if (!item.number || item.number->origin != LabelOrigin::kOcr) continue;
    if (!is_in_doubt(*item.number) && !odd.contains(item.id)) continue;
    if (const auto cell = cell_of(draft.items[i], columns); cell && scanned.is_scan(cell->page)) cells[i] = *cell;
  }
  return cells;
}

void add_oddities(const scans::Account& account, layout::Document& document) {
  const auto place_of = [&](int number) -> std::optional<Place> {
    for (const layout::Page& page : document.pages) {
      if (page.number == number) return PagePlace{number, {0, 0, page.width, page.height}};
    }
    return std::nullopt;
  };
  if (!account.read.empty()) {
    std::vector<int> pages;
    for (const scans::PageNeed& need : account.read) pages.push_back(need.page);
    document.oddities.push_back({"OCR-USED",
                                 fmt::format("the text of page{} {} was recognised by {}", pages.size() > 1 ? "s" : "",
                                             list_of(pages), account.program),
                                 {}});
  }
  for (const scans::PageNeed& need : account.read) {
    if (!need.layered) continue;
    document.oddities.push_back(
        {"OCR-LAYER-BAD",
         fmt::format("the text that the file holds for page {} was set aside: {}", need.page, joined(need.reasons)),
         place_of(need.page)});
  }
  for (const scans::PageFailure& failure : account.failed) {
    document.oddities.push_back(
        {"OCR-PAGE-FAILED", fmt::format("page {} could not be recognised: {}", failure.page, failure.error.message),
         place_of(failure.page)});
  }
  for (const int page : account.unreadable) {
    document.oddities.push_back(
        {"OCR-UNREADABLE", fmt::format("page {} shows letters, but none was recognised", page), place_of(page)});
  }
}

void add_activity(const scans::Account& account, plan::Plan& plan) {
  if (account.read.empty()) return;
  std::vector<int> pages;
  for (const scans::PageNeed& need : account.read) pages.push_back(need.page);
  plan.activities.push_back({kActivity, "recognise-characters", {account.program, "pages " + list_of(pages)}});
}

TurnedPages turned_pages(const layout::Document& document) {
  TurnedPages turned;
  for (const layout::Page& page : document.pages) {
    if (page.turned == 0) continue;
    layout::Page& frame = turned[page.number];
    frame.number = page.number;
    frame.width = page.width;
    frame.height = page.height;
    frame.turned = page.turned;
  }
  return turned;
}

void turn_places_back(const scans::ScannedDocument& scanned, const TurnedPages& turned, plan::Plan& plan) {
  if (!scanned.has_scans() && turned.empty()) return;
  const Back back{scanned, turned};
  for (plan::Footnote& footnote : plan.metadata.footnotes) back(footnote.derived_from);
  for (plan::CodeList& list : plan.code_lists) back(list.derived_from);
  for (plan::Table& table : plan.tables) back(table.derived_from);
  for (plan::Item& item : plan.items) {
    if (item.number) back(item.number->derived_from);
    back(item.text_from);
    for (plan::Field& field : item.fields) back(field.derived_from);
  }
  for (plan::Finding& finding : plan.findings) back(finding.places);
  for (plan::Discarded& discarded : plan.discarded) back(discarded.derived_from);
}

}  // namespace pactable::pipeline
