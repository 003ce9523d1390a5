// SPDX-License-Identifier: GPL-3.0-or-later
// What: the style sheet and the scripts of a site, as they were when the program was built.
#pragma once

#include <string_view>

namespace pactable::pages::site {

extern const std::string_view kSiteStyle;      // site.css
extern const std::string_view kIndexScript;    // index.js
extern const std::string_view kWordsScript;    // search_words.js
extern const std::string_view kFilesScript;    // search_files.js
extern const std::string_view kFiltersScript;  // search_filters.js
extern const std::string_view kResultsScript;  // search_results.js
extern const std::string_view kSearchScript;   // search.js

}  // namespace pactable::pages::site
