// SPDX-License-Identifier: GPL-3.0-or-later
// This file, recorder, font_traits, form_fields, open_document and pictures are those that include Poppler. Its core
// interface changes between releases: check the overridden functions of OutputDev and the constructors of PDFDoc and
// MemStream before raising the version below.
#include "readers/pdf/poppler_pages.h"

#include <Annot.h>
#include <PDFDoc.h>
#include <poppler-config.h>

#include <string_view>
#include <utility>

#include "core/current_page.h"
#include "readers/pdf/form_fields.h"
#include "readers/pdf/open_document.h"
#include "readers/pdf/recorder.h"

static_assert(std::string_view(POPPLER_VERSION).starts_with("22.12."),
              "readers/pdf is written for the core interface of Poppler 22.12");

namespace pactable::readers::pdf {
namespace {

// A count that no printed plan reaches; a page tree that claims more is an attack or damage.
constexpr int kMaxPages = 20'000;

// Borders of links are drawn by the viewer and look like rulings.
// Check boxes and radio buttons become words.
bool is_shown(Annot* annotation, void* buttons) {
  if (annotation->getType() == Annot::typeLink) return false;
  return !static_cast<const FormButtons*>(buttons)->objects.contains(annotation->getRef().num);
}

/// True for a reference to what is not there.
bool leads_nowhere(const Object& entry, XRef* objects) { return entry.isRef() && entry.fetch(objects).isNull(); }

/// A kid of the page tree that is no page and has nothing to show stands for one that is lost, as does a page whose
/// content is not there.
bool is_lost(PDFDoc& document, int number) {
  if (document.getPage(number) == nullptr) return true;
  const Ref* ref = document.getCatalog()->getPageRef(number);
  if (ref == nullptr) return true;
  XRef* objects = document.getXRef();
  const Object page = objects->fetch(*ref);
  if (!page.isDict()) return true;
  const Object content = page.dictLookup("Contents");
  if (content.isNull()) return !page.isDict("Page") || leads_nowhere(page.dictLookupNF("Contents"), objects);
  for (int i = 0; content.isArray() && i < content.arrayGetLength(); ++i) {
    if (leads_nowhere(content.arrayGetNF(i), objects)) return true;
  }
  return false;
}

Result<OpenReport> draw_document(PDFDoc& document, const Choices& choices,
                                 const std::function<void(DrawnPage&&)>& take) {
  OpenReport report;
  const Error no_page{ErrorCode::kDamaged, "the PDF has no page that can be reached"};
  report.page_count = document.getNumPages();
  if (report.page_count <= 0) return tl::unexpected<Error>(no_page);
  if (report.page_count > kMaxPages) return fail(ErrorCode::kLimit, "the PDF claims more than 20000 pages");
  note_page_count(report.page_count);
  for (int number = 1; number <= report.page_count; ++number) {
    const bool wanted = choices.last_page == 0 || number <= choices.last_page;
    if (wanted) note_page(number);
    if (!wanted || is_lost(document, number)) {
      report.missing_pages.push_back(number);
      continue;
    }
    DrawnPage page;
    page.number = number;
    Recorder recorder(page);
    FormButtons buttons = find_buttons(document, number);
    static_cast<void>(take_cut_content());
    document.displayPage(&recorder, number, kScreenDpi, kScreenDpi, 0, false, true, false, nullptr, nullptr, is_shown,
                         &buttons);
    for (FormMark& mark : buttons.marks) mark.box = displayed(mark.box, recorder.matrix());
    page.marks = std::move(buttons.marks);
    page.cut = take_cut_content();
    take(std::move(page));
  }
  note_page(0);
  if (static_cast<int>(report.missing_pages.size()) == report.page_count) return tl::unexpected<Error>(no_page);
  return report;
}

}  // namespace

Result<OpenReport> draw_pages(std::string_view bytes, const Choices& choices,
                              const std::function<void(DrawnPage&&)>& take) {
  const Result<OpenDocument> open = open_document(bytes, choices.passwords);
  if (!open) return tl::unexpected<Error>(open.error());
  Result<OpenReport> report = draw_document(*open->document, choices, take);
  if (!report) return report;
  report->repaired = *open->repaired;
  report->end_lost = open->page_tree_lost;
  return report;
}

}  // namespace pactable::readers::pdf
