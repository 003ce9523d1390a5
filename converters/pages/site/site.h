// SPDX-License-Identifier: GPL-3.0-or-later
// What: a corpus as a static site: a list of its documents, a page for each plan, a search over all rows, downloads.
// In:   a folder with a manifest and the JSON of its plans. Out: a folder that opens from a disk or any static host.
// Never: changes the corpus; leaves out a document; has more than one plan in memory (of each remain its figures and,
//        for the search, a few bytes a word); leaves pages of an earlier site that are no longer true.
//
// index.html and search.html come last and are taken away first: while they are there the site is whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "batch/output_folder.h"
#include "core/result.h"

namespace pactable::pages::site {

struct Request {
  std::filesystem::path corpus, output;
  std::string documents;  // address below which the documents lie, or empty; see sources.h
  std::string title = "Action plans";
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

struct Report {
  std::size_t documents = 0, plans = 0, items = 0;
};

/// Fails with not-found (no manifest: the conversion did not end), invalid (a plan is missing or none of the manifest's
/// document) or write-failed.
[[nodiscard]] Result<Report> write_site(const Request& request);

}  // namespace pactable::pages::site
