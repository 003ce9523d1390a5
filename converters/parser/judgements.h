// SPDX-License-Identifier: GPL-3.0-or-later
// What: what was decided about tables and columns, as it is written out.
// In:   tables with their roles. Out: judgements, and findings about roles that words alone did not give.
#pragma once

#include <span>
#include <string>

#include "columns/roles.h"
#include "layout/table.h"
#include "parser/draft.h"

namespace pactable::parser {

/// "table-3": the number of a logical table in reading order, 0-based index given.
[[nodiscard]] std::string judgement_id(std::size_t index);

[[nodiscard]] plan::TableJudgement judgement_of(const columns::ReadTable& table, std::size_t index,
                                                std::span<const layout::Block> blocks);

/// The line above the table, or the caption that its layout sets apart.
[[nodiscard]] std::optional<std::string> caption_of(const columns::ReadTable& table,
                                                    std::span<const layout::Block> blocks);

/// TABLE-READ, TABLE-DOUBTFUL and TABLE-NOT-READ with the weightiest reasons; of tables that are no plans the
/// likeliest.
void add_table_findings(Draft& draft);

/// ROLE-BY-VALUES and ROLE-UNSURE for the columns of a table that is read, with the runner-up.
void add_role_findings(const columns::ReadTable& table, const std::string& id, Draft& draft);

}  // namespace pactable::parser
