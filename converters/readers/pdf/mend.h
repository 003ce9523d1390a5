// SPDX-License-Identifier: GPL-3.0-or-later
// What: what a PDF needs behind its last byte to be opened, where its own end is lost.
// In:   the bytes of a file that does not open. Out: a trailer that names its catalog, or a catalog and a tree of the
// pages that are left. Never: changes a byte of the file; finds pages that are packed into object streams.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace pactable::readers::pdf {

struct Mended {
  std::string appended;
  bool page_tree_lost = false;  // the pages are those that were found: there may have been more
};

/// Fails with damaged where there is neither a catalog nor a page.
[[nodiscard]] Result<Mended> mend_end(std::string_view bytes);

}  // namespace pactable::readers::pdf
