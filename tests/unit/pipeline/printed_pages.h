// SPDX-License-Identifier: GPL-3.0-or-later
// What: a print of a plan as if it had been scanned: a PDF of pictures, and a recogniser that reads the print's words.
// In:   a PDF of fixtures/. Out: the two; what the recogniser misreads is the test's to say.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "batch/inputs.h"
#include "pipeline/converter.h"
#include "readers/pdf/pdf_reader.h"
#include "unit/pdf/pdf_builder.h"
#include "unit/scans/fake_recogniser.h"

namespace pactable::test {

struct ScannedPrint {
  std::string bytes;                // as many pages, each covered by a picture
  std::vector<layout::Page> pages;  // as printed
};

/// `layer` makes the invisible text of a page (operators of its content), or nothing.
inline ScannedPrint scan_of(const std::string& fixture,
                            const std::function<std::string(const layout::Page&)>& layer = {}) {
  const auto bytes = batch::read_file(std::filesystem::path(PACTABLE_SOURCE_DIR) / "fixtures" / fixture);
  if (!bytes) throw std::runtime_error(fixture);
  auto document = readers::pdf::read(*bytes);
  if (!document) throw std::runtime_error(fixture);
  ScannedPrint scan;
  tests::PdfBuilder pdf;
  for (layout::Page& page : document->pages) {
    const std::string box = "[0 0 " + std::to_string(page.width) + " " + std::to_string(page.height) + "]";
    const std::string picture =
        "q " + std::to_string(page.width) + " 0 0 " + std::to_string(page.height) + " 0 0 cm /I Do Q ";
    pdf.page(picture + (layer ? layer(page) : ""), "/MediaBox" + box);
    for (layout::Word& word : page.words) word.readings = {{word.text, .9}};
    scan.pages.push_back(std::move(page));
  }
  scan.bytes = pdf.build();
  return scan;
}

/// Reads the pages of a print; `misread` may change them.
inline void read_print(FakeRecogniser& fake, const ScannedPrint& scan,
                       const std::function<void(layout::Page&)>& misread = {}) {
  fake.page = [&scan, misread](const layout::GreyPicture& picture) -> Result<layout::Page> {
    layout::Page page = scan.pages.at(static_cast<std::size_t>(picture.page) - 1);
    page.images.clear();
    if (misread) misread(page);
    return page;
  };
}

/// Puts another text in the place of the first word of that text on the page.
inline bool change_word(layout::Page& page, const std::string& from, const std::string& to,
                        std::vector<layout::Reading> others = {}) {
  for (layout::Word& word : page.words) {
    if (word.text != from) continue;
    word.text = to;
    word.readings = {{to, .95}};
    word.readings.insert(word.readings.end(), others.begin(), others.end());
    return true;
  }
  return false;
}

}  // namespace pactable::test
