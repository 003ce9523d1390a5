// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/embedded.h"

#include <memory>
#include <utility>

#include "readers/html/html_reader.h"

namespace pactable::readers::docx {
namespace {

using PartName = std::shared_ptr<const std::string>;

Place in_part(Place place, const PartName& part) {
  if (auto* in = std::get_if<PartPlace>(&place)) in->part = part;
  return place;
}

layout::Text in_part(const layout::Text& text, const PartName& part) {
  layout::Text moved;
  const std::string_view all = text.utf8();
  for (const layout::Fragment& fragment : text.fragments()) {
    moved.append_joint(all.substr(moved.utf8().size(), fragment.begin - moved.utf8().size()));
    moved.append(all.substr(fragment.begin, fragment.end - fragment.begin), in_part(fragment.place, part));
  }
  moved.append_joint(all.substr(moved.utf8().size()));
  for (const layout::StyleSpan& span : text.styles()) moved.add_style(span.begin, span.end, span.style);
  return moved;
}

void move_to_part(layout::Paragraph& paragraph, const PartName& part) {
  paragraph.text = in_part(paragraph.text, part);
  for (layout::SetAside& aside : paragraph.set_aside) aside.text = in_part(aside.text, part);
}

void move_to_part(layout::Table& table, const PartName& part) {
  for (layout::Paragraph& paragraph : table.caption) move_to_part(paragraph, part);
  for (layout::Cell& cell : table.cells) {
    for (layout::Paragraph& paragraph : cell.paragraphs) move_to_part(paragraph, part);
  }
}

}  // namespace

std::optional<std::vector<layout::Block>> read_embedded(std::string_view bytes, const std::string& name,
                                                        std::vector<layout::Oddity>& oddities) {
  if (!html::recognises(bytes)) return std::nullopt;
  Result<layout::Document> page = html::read(bytes);
  if (!page) return std::nullopt;
  const PartName part = std::make_shared<const std::string>(name);
  for (layout::Oddity& oddity : page->oddities) {
    if (oddity.place) oddity.place = in_part(*oddity.place, part);
    oddities.push_back(std::move(oddity));
  }
  std::vector<layout::Block> blocks;
  for (layout::Block& block : page->blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) {
      move_to_part(*table, part);
    } else {
      auto& text = std::get<layout::TextBlock>(block);
      if (text.furniture == layout::Furniture::kRunningHead) continue;
      move_to_part(text.paragraph, part);
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace pactable::readers::docx
