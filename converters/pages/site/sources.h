// SPDX-License-Identifier: GPL-3.0-or-later
// What: where a row stands in its document, as text and, where the documents can be reached, as links to the page.
// In:   places, the path of the document in the corpus, the address below which the documents lie. Out: HTML.
// Never: opens a document, or makes an address of anything but the web or relative to the site.
#pragma once

#include <string>
#include <vector>

#include "core/place.h"
#include "pages/look/html.h"
#include "plan/corpus.h"

namespace pactable::pages::site {

/// A document as pages one folder below the site's index refer to it.
struct SourceFile {
  std::string name;     // as in the corpus: "pdf/plan.pdf"
  std::string address;  // empty where it cannot be reached
  bool has_pages = false;
};

/// `documents` is a web address or a folder relative to the site's index, empty where there is none.
[[nodiscard]] SourceFile source_file(const plan::CorpusRecord& record, const std::string& documents);

/// "p. 3", linked where that is possible, with the box beneath; a line for each page or stretch.
[[nodiscard]] look::Html sources_cell(const std::vector<Place>& places, const SourceFile& file);
/// The same in a sentence.
[[nodiscard]] look::Html sources_line(const std::vector<Place>& places, const SourceFile& file);
[[nodiscard]] look::Html source_link(const SourceFile& file);

}  // namespace pactable::pages::site
