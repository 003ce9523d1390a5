// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads hOCR, the HTML in which recognisers write words with their boxes.
// In:   the bytes of a file. Out: layout::Document with pages, origin ocr.
// Read: ocr_page (bbox, scan_res), ocr_line and its kin (bbox, baseline), ocrx_word (bbox, x_wconf), strong and em,
//       <del class="alt"> as another reading, ocr_separator as a line, the program in ocr-system.
// Not read: areas and paragraphs, the language of a word, glyphs.
// Never: fetches the picture that it names.
#pragma once

#include <string_view>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::ocr {

[[nodiscard]] bool recognises_hocr(std::string_view bytes);
/// Fails with damaged (no page, an encoding that cannot be read) or limit-exceeded.
[[nodiscard]] Result<layout::Document> read_hocr(std::string_view bytes);

}  // namespace pactable::readers::ocr
