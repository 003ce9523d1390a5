// SPDX-License-Identifier: GPL-3.0-or-later
// What: picture files to grey pictures. In: bytes of a PNG or a TIFF with any number of pages. Out: the pages in order.
// Never: believes a size in a header before it is within bounds; writes a file.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/picture.h"

namespace pactable::recognition::tesseract {

/// `scale` comes from the resolution that the file names, or from the size of a sheet of A4 where it names none that
/// can be. Fails with damaged (no picture can be read), limit-exceeded, unsupported.
[[nodiscard]] Result<std::vector<layout::GreyPicture>> decode_pictures(std::string_view bytes);

}  // namespace pactable::recognition::tesseract
