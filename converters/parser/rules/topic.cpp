// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/cell_text.h"
#include "parser/rules.h"

namespace pactable::parser::rules {

// A merged or repeated cell left of the numbers heads the rows that it stands beside. Takes those cells out of the row.
bool topic(Walk& walk, RowView& row) {
  if (row.topics.empty() || !walk.has_number_column()) return false;
  for (const ItemCell& topic : row.topics) {
    const layout::Text text = cell_text(*topic.cell);
    Segment segment = walk.segment_of(text, {});
    walk.spend(topic.cell, Use::kItem);
    const auto before = walk.last_topic.find(topic.column->role);
    if (before != walk.last_topic.end()) {
      DraftItem& above = walk.item(before->second);
      const bool same_label = !segment.labelled() || segment.label.utf8() == above.label.utf8();
      if (same_label && walk.repeats(before->second, segment.text)) {
        walk.discard("repeated-cell", text);
        walk.trace(row, kTopic, "the topic above is printed again", text);
        continue;
      }
      // A topic that a page cuts goes on beside the rows of the next page.
      if (!segment.labelled() && row.behind_break && walk.continues(before->second, segment.text, true)) {
        walk.append_to(row, before->second, segment.text, {}, false, kTopic, "goes on behind the page break");
        continue;
      }
    }
    DraftItem item = walk.new_item(row);
    item.id += ".c" + std::to_string(topic.cell->column);
    item.label = segment.label;
    item.text = segment.text;
    item.kind = segment.labelled() ? plan::ItemKind::kSection : plan::ItemKind::kGroup;
    item.heading = Heading::kRow;
    item.section_like = true;
    item.number_expected = segment.labelled();
    const int index = walk.add_item(std::move(item), row, kTopic, "merged or repeated left of the numbers");
    walk.last_topic[topic.column->role] = index;
    walk.last_section = index;
  }
  row.topics.clear();
  // Nothing else in the row: it is spent.
  return row.number_cell == nullptr && row.items.empty() && row.fields.empty();
}

}  // namespace pactable::parser::rules
