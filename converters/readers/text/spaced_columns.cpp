// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/dump_kind.h"
namespace pactable::readers::text {
Evidence weigh_spaced_columns(Lines) { return {}; }
void read_spaced_columns(Lines, layout::Document&) {}
}
