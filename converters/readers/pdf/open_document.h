// SPDX-License-Identifier: GPL-3.0-or-later
// What: opens a PDF in Poppler, with passwords, and with its end mended where that is lost.
// In:   the bytes of a file. Out: Poppler's document and what opening it showed.
// Never: prints, or reads a page.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

class PDFDoc;

namespace pactable::readers::pdf {

struct OpenDocument {
  std::unique_ptr<const std::string> mended;  // the bytes that are read, where they are not those of the file
  std::shared_ptr<PDFDoc> document;
  /// The table of objects had to be rebuilt; Poppler may come to that while it reads pages.
  std::shared_ptr<bool> repaired = std::make_shared<bool>(false);
  bool page_tree_lost = false;  // so had the tree of pages, from those that are left
};

/// Silences Poppler's messages and loads its settings, once; for every file that includes Poppler.
void set_up_poppler();

/// Whether Poppler said, in this thread and since the last call, that content does not unpack to its end.
[[nodiscard]] bool take_cut_content();

/// `bytes` must outlive what is returned. Fails with encrypted (neither the empty password nor one of these opens it)
/// or damaged.
[[nodiscard]] Result<OpenDocument> open_document(std::string_view bytes, const std::vector<std::string>& passwords);

}  // namespace pactable::readers::pdf
