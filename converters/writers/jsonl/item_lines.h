// SPDX-License-Identifier: GPL-3.0-or-later
// What: the items of a document as JSON Lines: one object a line that needs no other line to be understood.
// In:   a document of a corpus. Out: a line per item in reading order; nothing where there is no item.
// Never: changes what the item's own JSON says; the members of the item are those of the plan's JSON.
#pragma once

#include <string>

#include "writers/format/corpus_document.h"

namespace pactable::writers::jsonl {

[[nodiscard]] std::string write_items(const CorpusDocument& document);

}  // namespace pactable::writers::jsonl
