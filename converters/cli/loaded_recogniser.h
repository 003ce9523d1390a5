// SPDX-License-Identifier: GPL-3.0-or-later
// What: the recogniser of this thread, loaded when it is first asked for.
// In:   languages. Out: a recogniser that lives as long as the thread, or why there is none.
#pragma once

#include <span>
#include <string>

#include "core/result.h"
#include "recognition/recogniser.h"

namespace pactable::cli {

/// Fails with unsupported; the message names the Debian package that is missing. What failed once is not tried again.
[[nodiscard]] Result<recognition::Recogniser*> loaded_recogniser(std::span<const std::string> languages);

}  // namespace pactable::cli
