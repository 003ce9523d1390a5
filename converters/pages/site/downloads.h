// SPDX-License-Identifier: GPL-3.0-or-later
// What: the files that a site offers: every plan in every format, and the corpus in every format of a whole corpus.
// In:   a corpus. Out: the folder "downloads" of the site, and what pages call the files in it.
// Never: makes a file of its own: they are those of `pactable export`, byte for byte.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "batch/output_folder.h"
#include "core/result.h"
#include "pages/site/plan_page.h"
#include "plan/corpus.h"

namespace pactable::pages::site {

inline constexpr const char* kDownloads = "downloads";

/// Takes away what an earlier run left of documents that are gone. Fails as exports::export_corpus does.
[[nodiscard]] Status write_downloads(const std::filesystem::path& corpus, const std::filesystem::path& site,
                                     const plan::Corpus& manifest, batch::Overwrite overwrite);

/// Of the plan `name`, for a page in the folder "plans".
[[nodiscard]] std::vector<Download> plan_downloads(const std::filesystem::path& site, const std::string& name);
/// For the index.
[[nodiscard]] std::vector<Download> corpus_downloads(const std::filesystem::path& site);

}  // namespace pactable::pages::site
