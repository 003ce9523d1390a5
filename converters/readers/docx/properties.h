// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads the properties of paragraphs, runs, tables, rows and cells into the flow of a story.
// In:   the elements inside of w:pPr, w:rPr, w:tblPr, w:trPr and w:tcPr. Out: what the flow then knows.
// Never: reads content.
#pragma once

#include <optional>
#include <string_view>

#include "readers/docx/block_flow.h"
#include "readers/docx/story_frame.h"
#include "readers/docx/tracked_changes.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {

class PropertyReader {
 public:
  PropertyReader(BlockFlow& flow, TrackedChanges& changes) : flow_(flow), changes_(changes) {}

  /// The frame of an element that stands in properties; nothing where `context` is none of them.
  [[nodiscard]] std::optional<Frame> read(Context context, const XmlStream& xml, std::string_view name);
  /// What properties were before a change: they take the place of the present ones where the original is read.
  [[nodiscard]] Frame earlier(Context context, std::string_view name);

 private:
  Frame of_paragraph(const XmlStream& xml, std::string_view name);
  Frame of_numbering(const XmlStream& xml, std::string_view name);
  Frame of_mark(const XmlStream& xml, std::string_view name);
  Frame of_run(const XmlStream& xml, std::string_view name);
  Frame of_table(const XmlStream& xml, std::string_view name);
  Frame of_row(const XmlStream& xml, std::string_view name);
  Frame of_cell(const XmlStream& xml, std::string_view name);
  void tracked_merge(const XmlStream& xml, CellProperties& cell);
  /// True where the element marks a change that the side that is read does not have.
  [[nodiscard]] bool leaves_out(std::string_view name);

  BlockFlow& flow_;
  TrackedChanges& changes_;
};

}  // namespace pactable::readers::docx
