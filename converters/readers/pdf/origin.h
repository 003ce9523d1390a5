// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells whether the text of a document was typed or recognised from pictures of its pages.
// In:   the pages with words and images. Out: Document::origin, its evidence, and findings for pages without text.
#pragma once

#include "layout/document.h"

namespace pactable::readers::pdf {

/// Sets `origin` and `origin_evidence`; appends the oddity PDF-NO-TEXT for each page that is a picture without text.
void set_origin(layout::Document& document);

}  // namespace pactable::readers::pdf
