// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <new>
#include <vector>

#include "recognition/module.h"
#include "recognition/tesseract/tesseract_recogniser.h"

// The only symbol that the module shows.
extern "C" __attribute__((visibility("default"))) pactable::recognition::Recogniser* pactable_make_recogniser(
    unsigned version, const std::string* languages, std::size_t count, pactable::Error* error) {
  using namespace pactable;
  if (version != recognition::kModuleVersion) {
    *error = {ErrorCode::kUnsupported, "the module that reads pictures of pages belongs to another build"};
    return nullptr;
  }
  try {
    auto made = recognition::tesseract::make_recogniser({languages, count});
    if (made) return made->release();
    *error = made.error();
  } catch (const std::bad_alloc&) {
    *error = {ErrorCode::kOutOfMemory, "no memory for the recogniser"};
  } catch (const std::exception& e) {
    *error = {ErrorCode::kInternal, e.what()};
  }
  return nullptr;
}
