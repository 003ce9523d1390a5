// SPDX-License-Identifier: GPL-3.0-or-later
// What: one document of a corpus as rows of the relations; together they hold everything that its JSON holds.
// In:   a document. Out: rows, handed over one by one: a row comes behind those it names, but for repairs.
// Never: changes a value; keeps a row.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "writers/format/corpus_document.h"
#include "writers/rows/relations.h"

namespace pactable::writers::rows {

/// std::monostate: absent.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;
/// A cell for each column of the relation.
using Row = std::vector<Cell>;
using TakeRow = std::function<void(Relation, const Row&)>;

void give_rows(const CorpusDocument& document, const TakeRow& take);

}  // namespace pactable::writers::rows
