// SPDX-License-Identifier: GPL-3.0-or-later
// What: everything a reader hands on of one document. Data only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/label_origin.h"
#include "layout/page.h"
#include "layout/table.h"

namespace pactable::layout {

/// Something odd that a reader met and went on from; becomes a finding.
struct Oddity {
  std::string rule;     // stable id, e.g. "PDF-NO-UNICODE"
  std::string message;  // one line in plain words
  std::optional<Place> place;
};

/// The pages that a file announces, and those of them that were not read, or not to their end: what is made of the rest
/// is a part.
struct PageCount {
  int total = 0;             // as the file says; where its end is lost, as many as were found
  std::vector<int> missing;  // 1-based, ascending
  bool end_lost = false;     // there may have been more pages
  [[nodiscard]] bool partial() const { return end_lost || !missing.empty(); }
};

/// A page-based reader fills `pages` (tables::find makes blocks of them); a flowing one fills `blocks` in reading
/// order.
struct Document {
  std::string media_type;  // IANA name, e.g. "application/pdf"
  std::vector<Page> pages;
  std::vector<Block> blocks;
  LabelOrigin origin = LabelOrigin::kUnknown;  // of the text as a whole, as far as the reader can tell
  std::vector<std::string> origin_evidence;    // why, in a few words each
  std::vector<Oddity> oddities;
  std::optional<PageCount> page_count;  // absent for formats without pages
};

}  // namespace pactable::layout
