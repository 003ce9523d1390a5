// SPDX-License-Identifier: GPL-3.0-or-later
// What: the stretches of pages where the values in doubt stand: a row and its neighbours, as pictures.
// In:   the bytes of a PDF, its plan, the questions. Out: for each question its crops, and the pictures they share.
// Never: draws into a picture: marks are laid over it by the page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/place.h"
#include "core/result.h"
#include "pages/review/questions.h"
#include "plan/plan.h"

namespace pactable::pages::review {

/// A stretch of a page, in points. `picture` indexes Crops::pictures.
struct Crop {
  int page = 1;
  Box area;
  std::vector<Box> rows;   // the row in question, inside of `area`
  std::vector<Box> marks;  // the value
  std::optional<std::size_t> picture;
};

struct Crops {
  std::vector<std::vector<Crop>> of_question;  // none where the document has no pages
  std::vector<std::string> pictures;           // PNG
  bool all_drawn = true;                       // false: some crops were left without a picture, to bound the page
};

/// Fails as drawing does. At most `most_bytes` of pictures are made, in the order of the questions.
[[nodiscard]] Result<Crops> draw_crops(std::string_view bytes, const plan::Plan& plan,
                                       const std::vector<Question>& questions, std::size_t most_bytes);

/// Where a question stands and how much around it is shown; no picture yet. For tests and for draw_crops.
[[nodiscard]] std::vector<Crop> plan_crops(const plan::Plan& plan, const Question& question);

}  // namespace pactable::pages::review
