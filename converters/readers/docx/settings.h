// SPDX-License-Identifier: GPL-3.0-or-later
// What: how the notes of a document are numbered, as its settings say for all sections.
// In:   word/settings.xml. Out: number formats and first numbers. Source: ECMA-376 part 1, 17.11.11 and 17.11.4.
// Never: follows what a single section sets otherwise.
#pragma once

#include <string>

#include "core/result.h"
#include "readers/docx/story.h"

namespace pactable::readers::docx {

/// Fails like XmlStream.
[[nodiscard]] Status read_settings(std::string bytes, const std::string& part, NoteNumbers& footnotes,
                                   NoteNumbers& endnotes);

}  // namespace pactable::readers::docx
