// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/properties.h"

#include "readers/docx/vocabulary.h"

namespace pactable::readers::docx {

std::optional<Frame> PropertyReader::read(Context context, const XmlStream& xml, std::string_view name) {
  if (xml.vocabulary() != Vocabulary::kWord) {
    if (context != Context::kRunProperties) return std::nullopt;
    read_character_property(xml, flow_.paragraph()->run);
    return Frame{Context::kOther, false};
  }
  switch (context) {
    case Context::kParagraphProperties: return of_paragraph(xml, name);
    case Context::kNumberingProperties: return of_numbering(xml, name);
    case Context::kMarkProperties: return of_mark(xml, name);
    case Context::kRunProperties: return of_run(xml, name);
    case Context::kTableProperties: return of_table(xml, name);
    case Context::kRowProperties: return of_row(xml, name);
    case Context::kCellProperties: return of_cell(xml, name);
    default: return std::nullopt;
  }
}

bool PropertyReader::leaves_out(std::string_view name) {
  const int side = TrackedChanges::side_of(name);
  return side != 0 && changes_.leaves_out(side, flow_.place());
}

Frame PropertyReader::earlier(Context context, std::string_view name) {
  changes_.count_setting(flow_.place());
  if (!changes_.original()) return {Context::kSkipped};
  if (name == "pPrChange" && context == Context::kParagraphProperties) {
    OpenParagraph& paragraph = *flow_.paragraph();
    paragraph.builder.set_style("");
    paragraph.builder.set_outline_level(std::nullopt);
    paragraph.numbering = {};
  } else if (name == "rPrChange" && context == Context::kRunProperties) {
    flow_.paragraph()->run = {};
  } else if (name == "tcPrChange" && context == Context::kCellProperties) {
    flow_.cell_properties() = {};
  } else {
    return {Context::kSkipped};
  }
  return {context, false};
}

Frame PropertyReader::of_paragraph(const XmlStream& xml, std::string_view name) {
  OpenParagraph& paragraph = *flow_.paragraph();
  if (name == "pStyle") paragraph.builder.set_style(xml.value().value_or(""));
  if (name == "outlineLvl") paragraph.builder.set_outline_level(xml.number("val", 9));
  if (name == "shd") paragraph.builder.set_shading(shading_paint(xml));
  if (name == "numPr") return {Context::kNumberingProperties};
  if (name == "pPr") return {Context::kParagraphProperties, false};  // the earlier ones
  return {name == "rPr" ? Context::kMarkProperties : Context::kOther, false};
}

Frame PropertyReader::of_numbering(const XmlStream& xml, std::string_view name) {
  NumberingReference& numbering = flow_.paragraph()->numbering;
  if (name == "ilvl") numbering.level = xml.number("val", 0);
  if (name == "numId") numbering.num_id = xml.number("val", 0);
  if (name == "ins" && leaves_out(name)) numbering = {};
  return {};
}

Frame PropertyReader::of_mark(const XmlStream& xml, std::string_view name) {
  ParagraphMark& mark = flow_.paragraph()->mark;
  if (leaves_out(name)) mark.removed = true;
  if (name == "vanish") mark.hidden = xml.on();
  if (name == "specVanish") mark.run_in = xml.on();
  if (name == "strike" || name == "dstrike") mark.struck = xml.on();
  return {};
}

Frame PropertyReader::of_run(const XmlStream& xml, std::string_view name) {
  RunProperties& run = flow_.paragraph()->run;
  if (name == "rStyle") run.style = xml.value().value_or("");
  if (name == "rPr") return {Context::kRunProperties, false};  // the earlier ones
  read_character_property(xml, run);
  return {};
}

Frame PropertyReader::of_table(const XmlStream& xml, std::string_view name) {
  if (name == "tblStyle") flow_.set_table_style(xml.value().value_or(""));
  if (name == "shd") flow_.set_table_shading(shading_paint(xml));
  return {Context::kOther, false};
}

Frame PropertyReader::of_row(const XmlStream& xml, std::string_view name) {
  if (name == "tblHeader" && xml.on()) flow_.mark_header();
  if (name == "gridBefore") flow_.set_grid_before(xml.number("val", 0));
  if (name == "hidden" && xml.on()) flow_.hide_row();
  if (leaves_out(name)) flow_.discard_row();
  return {};
}

Frame PropertyReader::of_cell(const XmlStream& xml, std::string_view name) {
  CellProperties& cell = flow_.cell_properties();
  if (name == "gridSpan") cell.grid_span = xml.number("val", 1);
  if (name == "vMerge") {
    cell.vertical_merge = xml.value() == "restart" ? VerticalMerge::kRestart : VerticalMerge::kContinue;
  }
  if (name == "hMerge") cell.horizontal_continue = xml.value() != "restart";
  if (name == "shd") {
    cell.ground = shading_paint(xml);
    cell.shading = xml.value() == "solid" ? std::optional(cell.ground.colour) : colour_of(xml.attribute("fill"));
  }
  if (leaves_out(name)) cell.removed = true;
  if (name == "cellMerge") tracked_merge(xml, cell);
  if (name == "tcPr") return {Context::kCellProperties, false};  // the earlier ones
  return {};
}

void PropertyReader::tracked_merge(const XmlStream& xml, CellProperties& cell) {
  changes_.count_setting(flow_.place());
  const auto merge = xml.attribute(changes_.original() ? "vMergeOrig" : "vMerge");
  if (!merge) return;
  cell.vertical_merge = *merge == "rest" ? VerticalMerge::kRestart : VerticalMerge::kContinue;
}

}  // namespace pactable::readers::docx
