// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/drawn.h"

#include <algorithm>
#include <array>

#include "readers/text/unsure.h"

namespace pactable::readers::text {
namespace {

struct Kind {
  DrawnTable::Kind kind;
  DrawnExtent (*extent)(Lines lines, std::size_t begin);
  void (*read)(Lines lines, Markup markup, layout::Document& document);
};

constexpr std::array<Kind, 3> kKinds = {{
    {DrawnTable::Kind::kGrid, grid_table_extent, read_grid_table},
    {DrawnTable::Kind::kPipes, pipe_table_extent, read_pipe_table},
    {DrawnTable::Kind::kRuled, ruled_table_extent, read_ruled_table},
}};

bool is_markdown_heading(const Line& line) {
  const std::size_t signs = std::min(line.utf8.find_first_not_of('#'), line.utf8.size());
  return signs > 0 && signs <= 6 && signs < line.utf8.size() && line.utf8[signs] == ' ';
}

}  // namespace

DrawnTables find_drawn_tables(Lines lines, layout::Document& document) {
  DrawnTables found;
  UnsureLines doubtful;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t next = i + 1;
    for (const Kind& kind : kKinds) {
      if (lines[i].blank) break;
      const DrawnExtent extent = kind.extent(lines, i);
      if (extent.doubtful) doubtful.add(lines[i].number);
      if (extent.table) found.tables.push_back({kind.kind, i, extent.end, extent.markdown});
      next = std::max(next, extent.end);
      if (extent.table || extent.end > i) break;
    }
    i = next;
  }
  doubtful.report(document, "begin what looks like a table with bars, but the rows differ in width; kept as text");
  const bool markdown =
      std::any_of(found.tables.begin(), found.tables.end(), [](const DrawnTable& table) { return table.markdown; }) ||
      (!found.tables.empty() && std::any_of(lines.begin(), lines.end(), is_markdown_heading));
  found.markup = markdown ? Markup::kMarkdown : Markup::kPlain;
  // Bars without their ruler are no Markdown, whatever the rest of the file is.
  for (DrawnTable& table : found.tables)
    table.markdown = table.markdown || (markdown && table.kind != DrawnTable::Kind::kPipes);
  return found;
}

void read_drawn_table(Lines lines, const DrawnTable& table, layout::Document& document) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& one) { return one.kind == table.kind; });
  kind->read(lines.subspan(table.begin, table.end - table.begin), table.markdown ? Markup::kMarkdown : Markup::kPlain,
             document);
}

}  // namespace pactable::readers::text
