// SPDX-License-Identifier: GPL-3.0-or-later
// What: the style and the script of review pages as they were when the program was built.
#pragma once

#include <string_view>

namespace pactable::pages::review {

extern const std::string_view kReviewStyle;   // review.css
extern const std::string_view kReviewScript;  // review.js
extern const std::string_view kIndexScript;   // index.js

}  // namespace pactable::pages::review
