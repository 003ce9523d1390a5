// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads small PDFs and tells their words. Used by the tests of the PDF reader.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "readers/pdf/pdf_reader.h"
#include "unit/pdf/pdf_builder.h"

namespace pactable::tests {

inline layout::Document read_pdf(const PdfBuilder& pdf) {
  auto document = readers::pdf::read(pdf.build());
  BOOST_REQUIRE_MESSAGE(document.has_value(), "the PDF is read");
  return std::move(*document);
}

/// "One two|three|": a stroke where no space follows.
inline std::string text_of(const std::vector<layout::Word>& words) {
  std::string text;
  for (const layout::Word& word : words) text += word.text + (word.space_after ? " " : "|");
  return text;
}

inline std::string text_of(const PdfBuilder& pdf) { return text_of(read_pdf(pdf).pages.at(0).words); }

inline long count_rule(const layout::Document& document, const std::string& rule) {
  return std::count_if(document.oddities.begin(), document.oddities.end(),
                       [&](const layout::Oddity& oddity) { return oddity.rule == rule; });
}

}  // namespace pactable::tests
