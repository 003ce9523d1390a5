// SPDX-License-Identifier: GPL-3.0-or-later
// What: how a printed number came to be, which decides what may be done about a disagreement.
#pragma once

namespace pactable {

/// Only kOcr labels may ever be repaired. kUnknown is settled to kOcr or kTyped before recovery.
enum class LabelOrigin {
  kAutomatic,  // computed from a word processor's list definitions
  kTyped,      // text of a DOCX run, or PDF text in a visible font
  kOcr,        // invisible text over a page image, or recognised text
  kUnknown,    // plain text: the signs of OCR in the document decide
};

}  // namespace pactable
