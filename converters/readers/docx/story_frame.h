// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the children of an open element of a story may say. Data only.
#pragma once

namespace pactable::readers::docx {

enum class Context {
  kOther,
  kSkipped,
  kParagraph,
  kParagraphProperties,
  kNumberingProperties,
  kMarkProperties,
  kRun,
  kRunProperties,
  kText,
  kFieldCode,
  kField,
  kFormField,
  kTable,
  kTableProperties,
  kRow,
  kRowProperties,
  kCell,
  kCellProperties,
  kControl,
  kControlProperties,
  kDrawing,
  kAlternate,
  kNote
};

struct Frame {
  Context context = Context::kOther;
  bool owner = true;  // false: transparent, its end means nothing
};

}  // namespace pactable::readers::docx
