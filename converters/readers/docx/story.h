// SPDX-License-Identifier: GPL-3.0-or-later
// What: walks one story of a document (its body, a header, the notes) from XML events to blocks.
// In:   a part, the styles and the list definitions. Out: blocks in reading order, references to notes, oddities.
// Reads: either side of tracked changes, results of fields, one branch of alternate content, text boxes after their
//        paragraph, nested tables flattened into the outer cell.
// Never: recurses; drops visible text (hidden and deleted text becomes an oddity).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/revisions.h"
#include "layout/document.h"
#include "readers/docx/numbering_definitions.h"
#include "readers/docx/styles.h"

namespace pactable::readers::docx {

/// A reference in the running text to a note.
struct NoteReference {
  bool endnote = false;
  int id = 0;
  bool custom_mark = false;  // the mark is typed in the text, no number is printed
};

/// Blocks [begin, end) of a notes part that belong to one note. `separator`: the line above the notes, no note.
struct Note {
  int id = 0;
  bool separator = false;
  std::size_t begin = 0, end = 0;
};

/// Tracked changes that were met, on whichever side the story was read.
struct RevisionCounts {
  int insertions = 0, deletions = 0, settings = 0;
  std::optional<PartPlace> first;

  [[nodiscard]] bool any() const { return insertions + deletions + settings > 0; }
};

struct Story {
  std::string root;  // local name of the root element
  std::vector<layout::Block> blocks;
  std::vector<NoteReference> references;
  std::vector<Note> notes;
  RevisionCounts revisions;
};

/// `numbering` advances with every numbered paragraph. A PartPlace counts the paragraphs of text boxes and of nested
/// tables along with those of the body or cell that holds them. Fails like XmlStream and TableBuilder.
[[nodiscard]] Result<Story> read_story(std::string bytes, const std::string& part, const Styles& styles,
                                       NumberingDefinitions& numbering, std::vector<layout::Oddity>& oddities,
                                       Revisions revisions = Revisions::kFinal);

}  // namespace pactable::readers::docx
