// SPDX-License-Identifier: GPL-3.0-or-later
// What: the upright borders of tables of which only some rows are shaded. A shaded row shows where its columns meet; in
//       the rows between, ruled off by level lines of the same width, the borders go on unseen.
// In:   a page, its level lines, the edges that shaded cells share. Out: more upright edges.
// Never: draws a border through a word.
#pragma once

#include <vector>

#include "layout/page.h"
#include "tables/rulings.h"

namespace pactable::tables {

[[nodiscard]] std::vector<Segment> bridge_shaded_rows(const layout::Page& page, const std::vector<Segment>& horizontal,
                                                      const std::vector<Segment>& vertical,
                                                      const std::vector<Segment>& shared_edges);

}  // namespace pactable::tables
