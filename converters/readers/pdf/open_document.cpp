// SPDX-License-Identifier: GPL-3.0-or-later
// Includes Poppler, as poppler_pages.cpp and pictures.cpp do.
#include "readers/pdf/open_document.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Stream.h>

#include <algorithm>
#include <array>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "readers/pdf/mend.h"

namespace pactable::readers::pdf {
namespace {

thread_local bool content_was_cut = false;

// Poppler tells of content that does not unpack by its messages alone (22.12: Stream.cc, Parser.cc); what it says of
// fonts, images and operators is left aside, for files that print well are full of that.
bool is_about_cut_content(std::string_view message) {
  constexpr std::array<std::string_view, 3> kMessages = {"flate stream", "LZW stream", "Missing 'endstream'"};
  return std::any_of(kMessages.begin(), kMessages.end(),
                     [&](std::string_view part) { return message.find(part) != std::string_view::npos; });
}

Result<std::shared_ptr<PDFDoc>> open_with(std::string_view bytes, const std::vector<std::string>& passwords,
                                          const std::function<void()>& repaired) {
  int error = errNone;
  for (std::size_t i = 0; i <= passwords.size(); ++i) {
    const std::optional<GooString> password(std::in_place, i == 0 ? std::string() : passwords[i - 1]);
    auto stream = std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
    auto document = std::make_shared<PDFDoc>(stream.release(), password, password, nullptr, repaired);
    if (document->isOk()) return document;
    error = document->getErrorCode();
    if (error != errEncrypted) break;
  }
  if (error == errEncrypted) {
    return fail(ErrorCode::kEncrypted, passwords.empty() ? "the PDF opens only with a password"
                                                         : "the PDF opens with none of the passwords given for it");
  }
  return fail(ErrorCode::kDamaged, "the PDF's structure is broken beyond repair");
}

}  // namespace

void set_up_poppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    setErrorCallback([](ErrorCategory, Goffset, const char* message) {
      if (is_about_cut_content(message)) content_was_cut = true;
    });
    globalParams = std::make_unique<GlobalParams>();
  });
}

bool take_cut_content() { return std::exchange(content_was_cut, false); }

Result<OpenDocument> open_document(std::string_view bytes, const std::vector<std::string>& passwords) {
  set_up_poppler();
  OpenDocument open;
  const auto note_repair = [repaired = open.repaired] { *repaired = true; };
  Result<std::shared_ptr<PDFDoc>> document = open_with(bytes, passwords, note_repair);
  if (!document && document.error().code == ErrorCode::kDamaged) {
    const Result<Mended> end = mend_end(bytes);
    if (!end) return tl::unexpected<Error>(document.error());
    open.mended = std::make_unique<const std::string>(std::string(bytes) + end->appended);
    open.page_tree_lost = end->page_tree_lost;
    document = open_with(*open.mended, passwords, note_repair);
    *open.repaired = true;
  }
  if (!document) return tl::unexpected<Error>(document.error());
  open.document = std::move(*document);
  return open;
}

}  // namespace pactable::readers::pdf
