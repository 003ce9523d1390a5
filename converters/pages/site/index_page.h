// SPDX-License-Identifier: GPL-3.0-or-later
// What: the first page of a site: every document of the corpus with its figures, also those without a plan.
// In:   a line of figures a document, in the order of the manifest. Out: one HTML file.
// Never: leaves out a document, or why it has no plan.
#pragma once

#include <string>
#include <vector>

#include "pages/site/plan_page.h"
#include "pages/site/summary.h"
#include "plan/corpus.h"

namespace pactable::pages::site {

struct IndexPage {
  std::string title;
  std::vector<Summary> documents;
  std::vector<Download> downloads;     // of the whole corpus
  std::string made_by;
};

[[nodiscard]] std::string write_index_page(const IndexPage& page);

/// The page that searches the rows of all plans; it loads what search_files.h prepared.
[[nodiscard]] std::string write_search_page(const std::string& title, const std::string& made_by);

}  // namespace pactable::pages::site
