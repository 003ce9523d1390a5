// SPDX-License-Identifier: GPL-3.0-or-later
// What: a Recogniser on Tesseract and Leptonica.
// In:   names of languages. Out: an object whose engines are loaded, so that it opens no file later.
// Never: prints (the libraries' messages are silenced), starts a thread, throws over the border.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/result.h"
#include "recognition/recogniser.h"

namespace pactable::recognition::tesseract {

[[nodiscard]] Result<std::unique_ptr<Recogniser>> make_recogniser(std::span<const std::string> languages);

}  // namespace pactable::recognition::tesseract
