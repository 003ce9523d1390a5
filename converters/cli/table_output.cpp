// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table_output.h"

#include "writers/tables/table_list.h"

namespace pactable::cli {

Result<std::string> write_tables(std::span<const layout::Table> tables, TableFormat format) {
  switch (format) {
    case TableFormat::kJson: return writers::write_tables_json(tables);
    case TableFormat::kHtml: return writers::write_tables_html(tables);
    case TableFormat::kCsv: return writers::write_tables_csv(tables);
  }
  return fail(ErrorCode::kInternal, "an unknown format of tables");
}

}  // namespace pactable::cli
