// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table_output.h"

namespace pactable::cli {

Result<std::string> write_tables(std::span<const layout::Table>, TableFormat) {
  return fail(ErrorCode::kUnsupported, "tables are not written yet");
}

}  // namespace pactable::cli
