// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the main part of a package; what is read as a table must be a grid whose cells lie in it and apart.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "docx_package.h"
#include "readers/docx/docx_reader.h"

namespace {

void check(const pactable::layout::Table& table) {
  std::set<std::pair<int, int>> taken;
  for (const pactable::layout::Cell& cell : table.cells) {
    if (cell.row < 0 || cell.column < 0 || cell.row_span < 1 || cell.column_span < 1) std::abort();
    if (cell.row + cell.row_span > static_cast<int>(table.rows.size()) ||
        cell.column + cell.column_span > table.column_count)
      std::abort();
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        if (!taken.emplace(row, column).second) std::abort();
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pactable;
  const std::string part(reinterpret_cast<const char*>(data), size);
  const auto document = readers::docx::read(fuzz::docx_package(part, {}));
  if (!document) return 0;
  for (const layout::Block& block : document->blocks) {
    if (const auto* table = std::get_if<layout::Table>(&block)) check(*table);
  }
  return 0;
}
