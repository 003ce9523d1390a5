// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "readers/docx/docx_reader.h"
#include "readers/html/html_reader.h"
#include "readers/ocr/alto_reader.h"
#include "readers/ocr/hocr_reader.h"
#include "readers/office/office_reader.h"
#include "readers/pdf/pdf_reader.h"
#include "readers/pdf/pictures.h"
#include "readers/picture/picture_reader.h"
#include "readers/reader.h"
#include "readers/text/text_reader.h"

namespace pactable::readers {
namespace {

constexpr std::array<std::string_view, 1> kPdfExtensions = {".pdf"};
constexpr std::array<std::string_view, 2> kDocxExtensions = {".docx", ".docm"};
constexpr std::array<std::string_view, 1> kDocExtensions = {".doc"};
constexpr std::array<std::string_view, 1> kOdtExtensions = {".odt"};
constexpr std::array<std::string_view, 1> kRtfExtensions = {".rtf"};
constexpr std::array<std::string_view, 1> kPngExtensions = {".png"};
constexpr std::array<std::string_view, 2> kTiffExtensions = {".tif", ".tiff"};
constexpr std::array<std::string_view, 1> kHocrExtensions = {".hocr"};
// Not .xml: folders hold XML of all kinds, our own among it.
constexpr std::array<std::string_view, 1> kAltoExtensions = {".alto"};
constexpr std::array<std::string_view, 3> kHtmlExtensions = {".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 1> kTextExtensions = {".txt"};

constexpr auto kWordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// A format without choices.
template <Result<layout::Document> (*read)(std::string_view)>
Result<layout::Document> read_plainly(std::string_view bytes, const ReadOptions&) {
  return read(bytes);
}

template <Result<layout::Document> (*read)(std::string_view, Revisions)>
Result<layout::Document> read_revised(std::string_view bytes, const ReadOptions& options) {
  return read(bytes, options.revisions);
}

Result<layout::Document> read_pdf(std::string_view bytes, const ReadOptions& options) {
  return pdf::read(bytes, {options.last_page, options.passwords});
}

constexpr std::array<Format, 11> kFormats = {{
    {"pdf", "application/pdf", kPdfExtensions, pdf::recognises, read_pdf, pdf::open_pictures},
    {"docx", kWordType, kDocxExtensions, docx::recognises, read_revised<docx::read>},
    {"doc", "application/msword", kDocExtensions, office::recognises_doc, read_revised<office::read_doc>},
    {"odt", "application/vnd.oasis.opendocument.text", kOdtExtensions, office::recognises_odt,
     read_revised<office::read_odt>},
    {"rtf", "application/rtf", kRtfExtensions, office::recognises_rtf, read_revised<office::read_rtf>},
    {"png", "image/png", kPngExtensions, picture::recognises_png, read_plainly<picture::read_png>},
    {"tiff", "image/tiff", kTiffExtensions, picture::recognises_tiff, read_plainly<picture::read_tiff>},
    {"hocr", "text/vnd.hocr+html", kHocrExtensions, ocr::recognises_hocr, read_plainly<ocr::read_hocr>},
    {"alto", "application/xml", kAltoExtensions, ocr::recognises_alto, read_plainly<ocr::read_alto>},
    {"html", "text/html", kHtmlExtensions, html::recognises, read_plainly<html::read>},
    {"text", "text/plain", kTextExtensions, text::recognises, read_plainly<text::read>},
}};

struct Likeness {
  std::string_view begins;  // lower case; letters of the content are folded
  std::string_view name;
};

constexpr std::array<Likeness, 8> kLikenesses = {{
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an OLE compound file (.xls, .ppt, .msg)"},
    {"pk\x03\x04", "a ZIP archive"},
    {"{\\rtf", "RTF"},
    {"<?xml", "XML"},
    {"%!ps", "PostScript"},
    {"\xFF\xD8\xFF", "an image (JPEG)"},
    {std::string_view("ii+\0", 4), "an image (BigTIFF)"},
    {"gif8", "an image (GIF)"},
}};

// The name of what the content begins like, or nothing.
std::string_view likeness_of(std::string_view bytes) {
  for (const Likeness& likeness : kLikenesses) {
    const std::string_view begin = bytes.substr(0, likeness.begins.size());
    const bool same =
        std::equal(begin.begin(), begin.end(), likeness.begins.begin(), likeness.begins.end(),
                   [](char c, char lower) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == lower; });
    if (same) return likeness.name;
  }
  return {};
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

bool is_recognised_text(std::string_view bytes) { return ocr::recognises_hocr(bytes) || ocr::recognises_alto(bytes); }

Result<const Format*> recognise(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorCode::kEmptyFile, "the file is empty");
  for (const Format& format : kFormats) {
    if (format.recognises(bytes)) return &format;
  }
  std::string message = "the content is neither PDF, DOCX, DOC, ODT, PNG, TIFF, hOCR, ALTO, HTML nor text";
  if (const std::string_view likeness = likeness_of(bytes); !likeness.empty()) {
    message += "; it looks like " + std::string(likeness);
  }
  return fail(ErrorCode::kUnknownType, std::move(message));
}

}  // namespace pactable::readers
