// SPDX-License-Identifier: GPL-3.0-or-later
// What: where Tesseract's language data lies. In: names of languages. Out: the folder, once all are there.
// Never: loads the data.
#pragma once

#include <span>
#include <string>

#include "core/result.h"

namespace pactable::recognition::tesseract {

/// The folder that holds `<language>.traineddata` of all languages: the one that TESSDATA_PREFIX names, else the one
/// that Debian's packages fill. Fails with unsupported; the message names the Debian package that is missing.
[[nodiscard]] Result<std::string> find_language_data(std::span<const std::string> languages);

}  // namespace pactable::recognition::tesseract
