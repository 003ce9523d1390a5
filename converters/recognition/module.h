// SPDX-License-Identifier: GPL-3.0-or-later
// What: the one function that the recogniser's module exports, and where the module lies.
// In:   languages. Out: a Recogniser, or an Error. Never: throws over the border of the module.
#pragma once

#include <cstddef>
#include <string>

#include "core/result.h"
#include "recognition/recogniser.h"

namespace pactable::recognition {

/// Goes up with every change of Recogniser, layout::Page, GreyPicture or of the factory: program and module are built
/// together, and a module left over from another build must not be called.
inline constexpr unsigned kModuleVersion = 1;

inline constexpr const char* kModuleFile = "pactable_tesseract.so";
inline constexpr const char* kModuleFolder = "../lib/pactable";  // seen from the folder of the program
inline constexpr const char* kFactoryName = "pactable_make_recogniser";

/// Returns null and fills `error` where a recogniser cannot be made. The caller owns the result.
using Factory = Recogniser* (*)(unsigned version, const std::string* languages, std::size_t count, Error* error);

}  // namespace pactable::recognition
