// SPDX-License-Identifier: GPL-3.0-or-later
// What: the files that a page offers, as links; those of one set folded away under its name.
// In:   addresses and names. Out: HTML, empty where there is nothing to offer.
#pragma once

#include <string>
#include <vector>

#include "pages/look/html.h"

namespace pactable::pages::site {

/// A file to take away.
struct Download {
  std::string address;  // from the page that links to it
  std::string name;     // "JSON"
  std::string note;     // "62 KB"; may be empty
  std::string set;      // what it belongs to: "CSV data package"; empty: it stands for itself
};

[[nodiscard]] look::Html download_list(const std::vector<Download>& files);

}  // namespace pactable::pages::site
