// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads ALTO 2 to 4, the XML in which libraries keep recognised pages.
// In:   the bytes of a file. Out: layout::Document with pages, origin ocr.
// Read: MeasurementUnit, Page (size, order), TextLine (BASELINE where it is a number), String (CONTENT, box, WC,
// STYLE),
//       HYP, ALTERNATIVE and Variant as other readings, GraphicalElement as a line, the program's name and version.
// Not read: blocks and margins, styles by reference, shapes, tags.
// Never: accepts a document type; resolves an entity; follows a link.
#pragma once

#include <string_view>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::ocr {

[[nodiscard]] bool recognises_alto(std::string_view bytes);
/// Fails with damaged (not well-formed, no page) or limit-exceeded.
[[nodiscard]] Result<layout::Document> read_alto(std::string_view bytes);

}  // namespace pactable::readers::ocr
