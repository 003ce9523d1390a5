// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/pdf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>

#include "readers/pdf/beside.h"
#include "readers/pdf/form_marks.h"
#include "readers/pdf/origin.h"
#include "readers/pdf/paths.h"
#include "readers/pdf/poppler_pages.h"
#include "readers/pdf/turn.h"
#include "readers/pdf/words.h"

namespace pactable::readers::pdf {
namespace {

// Readers of PDF look this far for the mark, because mail and web servers put lines before it.
constexpr std::size_t kMarkWithin = 1024;
constexpr double kMaxPageSide = 14'400;  // points; the largest page that PDF allows

double sane_side(double side) { return std::isfinite(side) && side > 0 ? std::min(side, kMaxPageSide) : 0; }

void note(layout::Document& document, const layout::Page& page, const char* rule, std::string message) {
  document.oddities.push_back({rule, std::move(message), PagePlace{page.number, {0, 0, page.width, page.height}}});
}

constexpr std::size_t kMostStretches = 20;  // a page; hidden text is said word for word up to here
constexpr std::size_t kMostBytes = 120;     // of a hidden stretch

std::string cut(const std::string& text) {
  if (text.size() <= kMostBytes) return text;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

void note_unseen(layout::Document& document, const layout::Page& page, const GlyphOddities& odd) {
  for (std::size_t i = 0; i < std::min(odd.hidden.size(), kMostStretches); ++i) {
    const HiddenStretch& hidden = odd.hidden[i];
    document.oddities.push_back({"PDF-HIDDEN-TEXT",
                                 fmt::format("\"{}\" cannot be seen: {}", cut(hidden.text), hidden.reason),
                                 PagePlace{page.number, hidden.box}});
  }
  if (odd.hidden.size() > kMostStretches) {
    note(document, page, "PDF-HIDDEN-TEXT",
         fmt::format("{} more stretches of text cannot be seen", odd.hidden.size() - kMostStretches));
  }
  if (odd.struck == 0) return;
  std::size_t told = 0;
  for (std::size_t i = 0; i < page.words.size() && told < kMostStretches; ++i) {
    if (!page.words[i].struck) continue;
    std::string text = page.words[i].text;
    Box box = page.words[i].box;
    while (i + 1 < page.words.size() && page.words[i + 1].struck) {
      ++i;
      text += " " + page.words[i].text;
      box.cover(page.words[i].box);
    }
    ++told;
    document.oddities.push_back(
        {"PDF-STRUCK", fmt::format("\"{}\" is struck out", cut(text)), PagePlace{page.number, box}});
  }
}

void take_page(DrawnPage&& drawn, layout::Document& document) {
  layout::Page page;
  page.turned = turn_upright(drawn);
  page.number = drawn.number;
  page.width = sane_side(drawn.width);
  page.height = sane_side(drawn.height);
  if (page.width != drawn.width || page.height != drawn.height) {
    note(document, page, "PDF-COORDINATES", "the page claims an impossible size");
  }
  add_graphics(drawn, page);
  const GlyphOddities odd = add_words(drawn, page);
  const std::vector<NotChosen> others = add_marks(drawn.marks, page);
  put_beside(page);
  note_unseen(document, page, odd);
  for (const NotChosen& other : others) {
    document.oddities.push_back({"PDF-NOT-CHOSEN",
                                 fmt::format("\"{}\" stands at radio buttons that are not chosen", cut(other.words)),
                                 PagePlace{page.number, other.box}});
  }
  if (odd.unmapped > 0) {
    note(document, page, "PDF-NO-UNICODE",
         fmt::format("{} characters have no Unicode value in their font and stand as U+FFFD; character recognition "
                     "(--ocr always) reads what they look like",
                     odd.unmapped));
  }
  for (const DrawnImage& image : drawn.images) {
    if (!image.table || page.words.empty()) continue;
    document.oddities.push_back(
        {"PIC-TABLE", "a picture of a table was not read: its rows are missing", PagePlace{page.number, image.box}});
  }
  if (!odd.ligatures.empty()) {
    note(document, page, "PDF-LIGATURE",
         fmt::format("glyphs that their font does not explain were read as ligatures, by width and place: {}",
                     fmt::join(odd.ligatures, ", ")));
  }
  if (drawn.cut) {
    note(document, page, "PDF-PAGE-CUT", "the content of the page is broken off: what stood behind the break is lost");
  }
  if (odd.repeated > 0) {
    note(document, page, "PDF-REPEATED-GLYPH",
         fmt::format("{} characters are printed twice in one place and were taken once", odd.repeated));
  }
  if (odd.misplaced > 0) {
    note(document, page, "PDF-COORDINATES",
         fmt::format("{} characters have impossible coordinates and were moved to the page's edge", odd.misplaced));
  }
  document.pages.push_back(std::move(page));
}

void add_page_count(const OpenReport& report, const std::vector<int>& cut, const Choices& choices,
                    layout::Document& document) {
  layout::PageCount count{report.page_count, report.missing_pages, report.end_lost};
  if (report.repaired) {
    document.oddities.push_back({"PDF-REPAIRED", "the table of objects was broken and was rebuilt by search", {}});
  }
  const auto unreachable = std::count_if(count.missing.begin(), count.missing.end(),
                                         [&](int page) { return choices.last_page == 0 || page <= choices.last_page; });
  if (unreachable > 0) {
    document.oddities.push_back(
        {"PDF-PAGE-MISSING", fmt::format("{} of {} pages cannot be reached", unreachable, count.total), {}});
  }
  count.missing.insert(count.missing.end(), cut.begin(), cut.end());
  std::sort(count.missing.begin(), count.missing.end());
  document.page_count = std::move(count);
}

}  // namespace

bool recognises(std::string_view bytes) { return bytes.substr(0, kMarkWithin).find("%PDF-") != std::string_view::npos; }

Result<layout::Document> read(std::string_view bytes, const Choices& choices) {
  layout::Document document;
  document.media_type = "application/pdf";
  std::vector<int> cut;
  try {
    const auto report = draw_pages(bytes, choices, [&](DrawnPage&& drawn) {
      if (drawn.cut) cut.push_back(drawn.number);
      take_page(std::move(drawn), document);
    });
    if (!report) return tl::unexpected<Error>(report.error());
    add_page_count(*report, cut, choices, document);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kOutOfMemory, "not enough memory");
  } catch (const std::exception& failure) {
    return fail(ErrorCode::kInternal, fmt::format("reading the PDF failed: {}", failure.what()));
  }
  set_origin(document);
  return document;
}

}  // namespace pactable::readers::pdf
