// SPDX-License-Identifier: GPL-3.0-or-later
// What: what stands around the tables: title, status, period, vision, goal, objectives, footnotes, legends, language.
// In:   the text blocks of a document. Out: metadata and code lists in the draft; the reason under which each block is
//       listed as discarded.
// Never: keeps a text in two places of the corpus (metadata repeats, discarded and footnotes hold).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammar/family.h"
#include "layout/table.h"
#include "parser/draft.h"

namespace pactable::parser {

/// The lead of a frame row or paragraph ("Vision: …"): the frame and the offset of the text behind the colon.
struct FrameLead {
  grammar::Frame frame = grammar::Frame::kVision;
  std::size_t text_begin = 0;
};
[[nodiscard]] std::optional<FrameLead> read_frame_lead(std::string_view text, const grammar::Family& family);

/// Stores the text of a frame in the metadata unless an earlier one stands there.
void keep_frame(plan::Metadata& metadata, grammar::Frame frame, const std::string& text);

/// Reads title, status, period and frames; returns the reason for every text block that was used, by block index.
[[nodiscard]] std::map<std::size_t, std::string> read_front_matter(std::span<const layout::Block> blocks,
                                                                   const grammar::Family& family,
                                                                   plan::Metadata& metadata);

/// BCP 47 code of the language whose frequent words the texts use most; "und" where none stands out.
[[nodiscard]] std::string find_language(std::span<const layout::Block> blocks, const grammar::Family& family);

/// Turns the notes of the draft into footnotes and code lists; a legend belongs to the column that its lead word or its
/// mark names.
void read_notes(Draft& draft);

/// True for a paragraph outside of tables that is a legend of one of the columns.
[[nodiscard]] bool is_legend_paragraph(const layout::TextBlock& block, const grammar::Family& family);

}  // namespace pactable::parser
