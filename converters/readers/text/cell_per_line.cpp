// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/dump_kind.h"
namespace pactable::readers::text {
Evidence weigh_cell_per_line(Lines) { return {}; }
void read_cell_per_line(Lines, layout::Document&) {}
}
