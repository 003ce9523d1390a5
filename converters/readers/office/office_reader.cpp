// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/office/office_reader.h"

#include <string>

#include "readers/docx/docx_reader.h"

namespace pactable::readers::office {
namespace {

constexpr std::string_view kCompoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
// The first entry of the package, stored, so that its content stands at a fixed place (ODF 1.2 part 3, 3.3).
constexpr std::string_view kTextType = "mimetypeapplication/vnd.oasis.opendocument.text";
constexpr std::size_t kTypeAt = 30;
constexpr std::string_view kEncryptedPart = "manifest:encryption-data";

constexpr std::string_view kRichText = "{\\rtf";

thread_local const std::string_view* made_docx = nullptr;
thread_local std::string_view made_bytes;

Result<layout::Document> read_as(const char* media_type, Revisions revisions) {
  if (made_docx == nullptr) return fail(ErrorCode::kUnsupported, "LibreOffice made no .docx of it that could be read");
  Result<layout::Document> document = docx::read(*made_docx, revisions);
  if (!document) return document;
  document->media_type = media_type;
  document->origin_evidence = {"text of a document that LibreOffice converted"};
  document->oddities.push_back(
      {"OFFICE-CONVERTED", "the document was read through LibreOffice; its places are those of the converted one", {}});
  return document;
}

}  // namespace

bool recognises_doc(std::string_view bytes) {
  if (!bytes.starts_with(kCompoundMagic)) return false;
  std::string stream;  // directory names are UTF-16LE
  for (const char c : std::string_view("WordDocument")) stream += {c, '\0'};
  return bytes.find(stream) != std::string_view::npos;
}

bool recognises_odt(std::string_view bytes) {
  if (bytes.size() < kTypeAt + kTextType.size() || bytes.substr(kTypeAt, kTextType.size()) != kTextType) return false;
  const char next = bytes.size() > kTypeAt + kTextType.size() ? bytes[kTypeAt + kTextType.size()] : '\0';
  return next != '-';  // -master, -template and -web are other types
}

bool recognises_rtf(std::string_view bytes) { return bytes.starts_with(kRichText); }

std::string extension_of(std::string_view bytes) {
  if (recognises_rtf(bytes)) return ".rtf";
  if (recognises_doc(bytes)) return ".doc";
  const bool open = recognises_odt(bytes) && bytes.find(kEncryptedPart) == std::string_view::npos;
  return open ? ".odt" : "";
}

MadeDocx::MadeDocx(std::string_view docx) {
  made_bytes = docx;
  made_docx = &made_bytes;
}

MadeDocx::~MadeDocx() { made_docx = nullptr; }

Result<layout::Document> read_doc(std::string_view, Revisions revisions) {
  return read_as("application/msword", revisions);
}

Result<layout::Document> read_odt(std::string_view bytes, Revisions revisions) {
  if (bytes.find(kEncryptedPart) != std::string_view::npos) {
    return fail(ErrorCode::kEncrypted, "the document opens only with a password");
  }
  return read_as("application/vnd.oasis.opendocument.text", revisions);
}

Result<layout::Document> read_rtf(std::string_view, Revisions revisions) {
  return read_as("application/rtf", revisions);
}

}  // namespace pactable::readers::office
