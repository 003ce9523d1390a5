// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/akn/schema.h"

#include <libxml/parser.h>
#include <libxml/xmlIO.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

#include "writers/akn/schemas.h"

namespace pactable::writers::akn {
namespace {

// The schema imports "./xml.xsd": with this address libxml2 asks the functions below for it, and nobody else.
constexpr const char* kAddress = "pactable-schema:///akomantoso30.xsd";
constexpr std::string_view kImported = "pactable-schema:///xml.xsd";

int is_imported(const char* address) { return address == kImported ? 1 : 0; }
void* open_imported(const char*) { return new std::string_view(kXmlNamespace); }
int read_imported(void* context, char* buffer, int size) {
  auto* rest = static_cast<std::string_view*>(context);
  const std::size_t count = std::min(rest->size(), static_cast<std::size_t>(size));
  std::memcpy(buffer, rest->data(), count);
  rest->remove_prefix(count);
  return static_cast<int>(count);
}
int close_imported(void* context) {
  delete static_cast<std::string_view*>(context);
  return 0;
}

void keep_quiet(void*, xmlErrorPtr) {}

}  // namespace

xmlSchemaPtr compile_schema() {
  static std::once_flag registered;
  std::call_once(registered,
                 [] { xmlRegisterInputCallbacks(is_imported, open_imported, read_imported, close_imported); });
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(kAkomaNtoso.data(), static_cast<int>(kAkomaNtoso.size()), kAddress, nullptr, XML_PARSE_NONET),
      xmlFreeDoc);
  if (!document) return nullptr;
  const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser(
      xmlSchemaNewDocParserCtxt(document.get()), xmlSchemaFreeParserCtxt);
  if (!parser) return nullptr;
  xmlSchemaSetParserStructuredErrors(parser.get(), keep_quiet, nullptr);
  return xmlSchemaParse(parser.get());
}

}  // namespace pactable::writers::akn
