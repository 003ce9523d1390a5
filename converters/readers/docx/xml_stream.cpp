// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/xml_stream.h"

#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <charconv>
#include <mutex>

namespace pactable::readers::docx {
namespace {

// Word itself writes some thirty levels; deeper nesting than this is an attack on recursive readers.
constexpr int kMaxDepth = 256;

thread_local bool loading_denied = false;
xmlExternalEntityLoader other_loader = nullptr;

// The loader is one for the process, and schemas are loaded through it: it denies only while a part is read.
xmlParserInputPtr load_unless_denied(const char* url, const char* id, xmlParserCtxtPtr context) {
  return loading_denied ? nullptr : other_loader(url, id, context);
}

void deny_loading_while_reading() {
  static std::once_flag once;
  std::call_once(once, [] {
    xmlInitParser();
    other_loader = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(load_unless_denied);
  });
}

class DeniedLoading {
 public:
  DeniedLoading() { loading_denied = true; }
  ~DeniedLoading() { loading_denied = false; }
  DeniedLoading(const DeniedLoading&) = delete;
  DeniedLoading& operator=(const DeniedLoading&) = delete;
};

void swallow(void*, xmlErrorPtr) {}
// What libxml2 says of an input that it cannot decode passes by the handler of the reader.
void swallow_text(void*, const char*, ...) {}

// Before parsing, so that not even the declarations inside are read. Packages hold UTF-8 or UTF-16 only.
bool has_document_type(std::string_view bytes) {
  constexpr std::string_view kDocumentType = "<!DOCTYPE";
  if (bytes.find(kDocumentType) != std::string_view::npos) return true;
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) return false;
  std::string wide;
  for (const char c : kDocumentType) wide += {c, '\0'};
  // In either byte order the letters stand one byte apart.
  return bytes.find(std::string_view(wide).substr(0, wide.size() - 1)) != std::string_view::npos;
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void free_reader(xmlTextReader* reader) {
  if (reader != nullptr) xmlFreeTextReader(reader);
}

}  // namespace

XmlStream::XmlStream(std::string bytes, std::string part)
    : bytes_(std::move(bytes)), part_(std::move(part)), reader_(nullptr, free_reader) {
  if (has_document_type(bytes_)) {
    fail_with(ErrorCode::kDamaged, "a document type declaration is not accepted");
    return;
  }
  deny_loading_while_reading();
  const DeniedLoading denied;
  xmlSetGenericErrorFunc(nullptr, swallow_text);
  constexpr int kOptions = XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  reader_.reset(xmlReaderForMemory(bytes_.data(), static_cast<int>(bytes_.size()), nullptr, nullptr, kOptions));
  if (!reader_) {
    fail_with(ErrorCode::kDamaged, "cannot be read as XML");
    return;
  }
  xmlTextReaderSetStructuredErrorHandler(reader_.get(), swallow, nullptr);
}

XmlStream::~XmlStream() = default;

void XmlStream::fail_with(ErrorCode code, const std::string& message) {
  status_ = fail(code, fmt::format("{}: {}", part_, message));
}

bool XmlStream::next() {
  if (!status_ || !reader_) return false;
  if (end_of_empty_next_) {
    end_of_empty_next_ = false;
    event_ = Event::kEnd;
    return true;
  }
  const DeniedLoading denied;
  for (;;) {
    const int result = xmlTextReaderRead(reader_.get());
    if (result == 0) return false;
    if (result < 0) {
      fail_with(ErrorCode::kDamaged,
                fmt::format("not well-formed XML near line {}", xmlTextReaderGetParserLineNumber(reader_.get())));
      return false;
    }
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_ELEMENT:
        if (xmlTextReaderDepth(reader_.get()) > kMaxDepth) {
          fail_with(ErrorCode::kLimit, fmt::format("elements are nested deeper than {}", kMaxDepth));
          return false;
        }
        event_ = Event::kStart;
        end_of_empty_next_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        return true;
      case XML_READER_TYPE_END_ELEMENT: event_ = Event::kEnd; return true;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: event_ = Event::kText; return true;
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE:
        fail_with(ErrorCode::kDamaged, "entities and document types are not accepted");
        return false;
      default: break;  // comments, processing instructions
    }
  }
}

std::string_view XmlStream::name() const { return view(xmlTextReaderConstLocalName(reader_.get())); }

Vocabulary XmlStream::vocabulary() const {
  const std::string_view uri = view(xmlTextReaderConstNamespaceUri(reader_.get()));
  if (uri == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
      uri == "http://purl.oclc.org/ooxml/wordprocessingml/main") {
    return Vocabulary::kWord;
  }
  if (uri == "http://schemas.openxmlformats.org/officeDocument/2006/math" ||
      uri == "http://purl.oclc.org/ooxml/officeDocument/math") {
    return Vocabulary::kMath;
  }
  if (uri == "http://schemas.openxmlformats.org/markup-compatibility/2006") return Vocabulary::kCompatibility;
  return Vocabulary::kOther;
}

std::string_view XmlStream::text() const { return view(xmlTextReaderConstValue(reader_.get())); }

std::optional<std::string> XmlStream::attribute(const char* local_name) const {
  std::optional<std::string> found;
  xmlTextReaderPtr reader = reader_.get();
  for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader)) {
    if (xmlTextReaderIsNamespaceDecl(reader) == 1 || view(xmlTextReaderConstLocalName(reader)) != local_name) continue;
    found = std::string(view(xmlTextReaderConstValue(reader)));
    break;
  }
  xmlTextReaderMoveToElement(reader);
  return found;
}

bool XmlStream::on(const char* local_name, bool absent) const {
  const auto val = attribute(local_name);
  return val ? (*val != "0" && *val != "false" && *val != "off" && *val != "none") : absent;
}

int XmlStream::number(const char* local_name, int fallback) const {
  const auto text = attribute(local_name);
  if (!text) return fallback;
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc::result_out_of_range) return text->starts_with('-') ? fallback : 1'000'000'000;
  return error == std::errc() ? number : fallback;
}

}  // namespace pactable::readers::docx
