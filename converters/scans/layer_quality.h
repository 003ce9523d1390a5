// SPDX-License-Identifier: GPL-3.0-or-later
// What: tells whether the text layer that another program laid over a page's picture can be trusted.
// In:   the words of the page, its picture. Out: what speaks against it, in a few words each; nothing speaks for it.
// Never: looks at what the text means; the damage of numbers is known only once they are recovered.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "layout/picture.h"

namespace pactable::scans {

/// From the words alone.
[[nodiscard]] std::vector<std::string> signs_in_words(const std::vector<layout::Word>& words);

/// From the picture beside the words.
[[nodiscard]] std::vector<std::string> signs_in_picture(const layout::GreyPicture& picture,
                                                        const std::vector<layout::Word>& words);

/// True where a page that a picture covers has no more visible text than a stamp or a running head, and the picture
/// shows more.
[[nodiscard]] bool is_stamped_picture(const layout::Page& page, const layout::GreyPicture& picture);
/// Whether that is worth a look at the picture.
[[nodiscard]] bool may_be_stamped_picture(const layout::Page& page);

}  // namespace pactable::scans
