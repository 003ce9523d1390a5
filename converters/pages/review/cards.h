// SPDX-License-Identifier: GPL-3.0-or-later
// What: one question as a card: where it stands, what was printed and recovered, the evidence, the buttons.
// In:   the plan, a question, its crops. Out: a piece of HTML. Never: reads a picture.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/look/html.h"
#include "pages/review/crops.h"
#include "pages/review/packet.h"
#include "pages/review/questions.h"

namespace pactable::pages::review {

struct CardPlace {
  std::size_t index = 0, count = 0;  // of the question among all, from 0
};

[[nodiscard]] look::Html write_card(const plan::Plan& plan, const Question& question, const std::vector<Crop>& crops,
                                    const CardPlace& place, const Words& words);

/// "99.9999 %": rounded down, never 100.
[[nodiscard]] std::string percent(double p);

}  // namespace pactable::pages::review
