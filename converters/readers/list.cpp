// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "readers/docx/docx_reader.h"
#include "readers/pdf/pdf_reader.h"
#include "readers/reader.h"
#include "readers/text/text_reader.h"

namespace pactable::readers {
namespace {

constexpr std::array<std::string_view, 1> kPdfExtensions = {".pdf"};
constexpr std::array<std::string_view, 1> kDocxExtensions = {".docx"};
constexpr std::array<std::string_view, 1> kTextExtensions = {".txt"};

constexpr std::array<Format, 3> kFormats = {{
    {"pdf", "application/pdf", kPdfExtensions, pdf::recognises, pdf::read},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", kDocxExtensions,
     docx::recognises, docx::read},
    {"text", "text/plain", kTextExtensions, text::recognises, text::read},
}};

}  // namespace

std::span<const Format> formats() { return kFormats; }

Result<const Format*> recognise(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorCode::kEmptyFile, "the file is empty");
  for (const Format& format : kFormats) {
    if (format.recognises(bytes)) return &format;
  }
  return fail(ErrorCode::kUnknownType, "the content is neither PDF, DOCX nor text");
}

}  // namespace pactable::readers
