// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the search page loads, prepared: words with the items that hold them, values to filter by, rows to show.
// In:   plans, one after the other. Out: script files: "search.js", "facets.js", "words-N.js", "rows-N.js".
// Never: keeps a plan: of the items stay a few bytes for each word. Lets a text end a script or run in it.
//
// A page that was opened from a disk may not read files, but may run scripts: each file is one call of pactable(name,
// value), whose value is JSON. Words stand in ascending order of their UTF-16 code units, as JavaScript compares them,
// in files of about equal size; a word's first letters tell the files it can be in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "pages/site/facets.h"
#include "pages/site/postings.h"
#include "plan/plan.h"

namespace pactable::pages::site {

/// Rows in one "rows-N.js": a search that finds one row in each of ten plans loads ten of them.
inline constexpr std::size_t kRowsInFile = 128;
/// Bytes after which a "words-N.js" ends: a letter typed loads a few of them.
inline constexpr std::size_t kWordsFileSize = 192 * 1024;

/// A file of the folder "data".
using WriteFile = std::function<Status(const std::string& name, std::string_view bytes)>;

/// The call that hands `json` to the page.
[[nodiscard]] std::string script_file(std::string_view name, std::string_view json);

class SearchFiles {
 public:
  explicit SearchFiles(WriteFile write) : write_(std::move(write)) {}

  /// `page` is the name of the plan's page without ".html", `title` what it is called. Fails as the writing of a file.
  [[nodiscard]] Status add(const std::string& page, const std::string& title, const plan::Plan& plan);
  [[nodiscard]] Status finish();
  [[nodiscard]] std::size_t items() const { return next_; }

 private:
  struct PlanEntry {
    std::string page, title;
    std::uint32_t first = 0;
  };
  void add_words(const plan::Item& item);
  [[nodiscard]] Status add_row(const plan::Item& item, const std::string& section);
  [[nodiscard]] Status end_rows();
  [[nodiscard]] Status write_words(std::vector<std::string>& first_words) const;
  [[nodiscard]] Status write(const std::string& name, std::string_view json) const;

  WriteFile write_;
  std::vector<PlanEntry> plans_;
  std::unordered_map<std::string, Postings> words_;
  Facets facets_;
  std::string rows_;  // of the file at work, JSON
  std::uint32_t next_ = 0;
};

}  // namespace pactable::pages::site
