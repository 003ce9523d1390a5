// SPDX-License-Identifier: GPL-3.0-or-later
// What: walks one story of a document (its body, a header, the notes) from XML events to blocks.
// In:   a part, the styles and the list definitions. Out: blocks in reading order, references to notes, oddities.
// Reads: either side of tracked changes, results of fields, one branch of alternate content, text boxes after their
//        paragraph, nested tables flattened into the outer cell, marks of notes as raised text.
// Never: recurses; drops visible text (hidden and struck-out text is set aside).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/revisions.h"
#include "layout/document.h"
#include "readers/docx/numbering_definitions.h"
#include "readers/docx/styles.h"
#include "readers/docx/tracked_changes.h"

namespace pactable::readers::docx {

/// A reference in the running text to a note.
struct NoteReference {
  bool endnote = false;
  int id = 0;
  std::string mark;  // as it is printed; empty where it is typed in the text
};

/// Blocks [begin, end) of a notes part that belong to one note. `separator`: the line above the notes, no note.
struct Note {
  int id = 0;
  bool separator = false;
  std::size_t begin = 0, end = 0;
};

struct Story {
  std::string root;  // local name of the root element
  std::vector<layout::Block> blocks;
  std::vector<std::vector<int>> table_edges;  // of each table among the blocks, see TableBuilder::edges
  std::vector<NoteReference> references;
  std::vector<Note> notes;
  RevisionCounts revisions;
};

/// How notes of one kind are marked.
struct NoteNumbers {
  std::string format = "decimal";
  int start = 1;
};

/// What a story needs of the rest of its document. `numbering` advances with every numbered paragraph.
struct StoryContext {
  const Styles& styles;
  NumberingDefinitions& numbering;
  std::vector<layout::Oddity>& oddities;
  Revisions revisions = Revisions::kFinal;
  NoteNumbers footnotes, endnotes = {"lowerRoman", 1};
  /// Blocks of an embedded document, by the id of its relationship; nothing where it is not read.
  std::function<std::optional<std::vector<layout::Block>>(const std::string& id)> embedded;
  bool has_floating_drawings = false;  // covers of reports are pictures under white text
  bool reports_pictures = true;        // not in page heads and feet, where they are logos
};

/// A PartPlace counts the paragraphs of text boxes and of nested tables along with those of the body or cell that holds
/// them. Fails like XmlStream and TableBuilder.
[[nodiscard]] Result<Story> read_story(std::string bytes, const std::string& part, const StoryContext& context);

}  // namespace pactable::readers::docx
