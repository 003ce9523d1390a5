// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells a picture of a table from other pictures.
// In:   the pixels of an image of a page. Out: whether rules cross in it on a light ground.
// Never: reads a letter; decodes formats that have more to them than lines of pixels (JPEG 2000, JBIG2).
#pragma once

#include <GfxState.h>
#include <Stream.h>

namespace pactable::readers::pdf {

/// Decodes the whole image: only for the few that are as large as a table.
[[nodiscard]] bool shows_table(Stream& stream, int width, int height, GfxImageColorMap& colours);

}  // namespace pactable::readers::pdf
