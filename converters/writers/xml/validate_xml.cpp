// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/xml/validate_xml.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "core/unicode.h"
#include "writers/akn/schema.h"
#include "writers/xml/schemas.h"

namespace pactable::writers::xml {
namespace {

template <class T, void (*release)(T*)>
struct Release {
  void operator()(T* pointer) const { release(pointer); }
};
using ParserContext = std::unique_ptr<xmlParserCtxt, Release<xmlParserCtxt, xmlFreeParserCtxt>>;
using Document = std::unique_ptr<xmlDoc, Release<xmlDoc, xmlFreeDoc>>;
using SchemaParser = std::unique_ptr<xmlSchemaParserCtxt, Release<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt>>;
using Schema = std::unique_ptr<xmlSchema, Release<xmlSchema, xmlSchemaFree>>;
using SchemaRun = std::unique_ptr<xmlSchemaValidCtxt, Release<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt>>;

constexpr std::string_view kNamespace = "urn:pactable:plan:1";

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// "/plan/items/item[@id='t1.r3']/number".
std::string path_of(const xmlNode* node) {
  std::string path;
  for (; node != nullptr && node->type != XML_DOCUMENT_NODE; node = node->parent) {
    if (node->type != XML_ELEMENT_NODE) continue;
    std::string step = fmt::format("/{}", view(node->name));
    const std::unique_ptr<xmlChar, decltype(xmlFree)> id(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>("id")),
                                                         xmlFree);
    if (id) step += fmt::format("[@id='{}']", view(id.get()));
    path = step + path;
  }
  return path;
}

/// libxml2's message without namespace names and "Element '…': " in front, on one line.
std::string plain(const char* message) {
  std::string text = unicode::collapse_space(message == nullptr ? "" : message);
  for (const std::string_view name : {kNamespace, akn::kNamespace}) {
    const std::string prefix = fmt::format("{{{}}}", name);
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at)) {
      text.erase(at, prefix.size());
    }
  }
  constexpr std::string_view kElement = "Element '";
  if (const auto end = text.find("': "); text.starts_with(kElement) && end != std::string::npos) text.erase(0, end + 3);
  return text;
}

void keep_problem(void* problems, xmlErrorPtr error) {
  const auto* node = static_cast<const xmlNode*>(error->node);
  const long line = node != nullptr ? xmlGetLineNo(node) : error->line;
  static_cast<std::vector<Problem>*>(problems)->push_back(
      {line > 0 && line < std::numeric_limits<int>::max() ? static_cast<int>(line) : 0, path_of(node),
       plain(error->message)});
}

/// The node after `node` in document order, null after the last.
const xmlNode* next_node(const xmlNode* node) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != nullptr && node->next == nullptr) node = node->parent;
  return node == nullptr ? nullptr : node->next;
}

/// libxml2 names no element for a broken keyref, only its line: the first element there is meant.
void name_elements(const xmlNode* root, std::vector<Problem>& problems) {
  std::map<long, std::string> paths;
  for (const Problem& problem : problems) {
    if (problem.where.empty()) paths[problem.line];
  }
  if (paths.empty()) return;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node)) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const auto found = paths.find(xmlGetLineNo(node));
    if (found != paths.end() && found->second.empty()) found->second = path_of(node);
  }
  for (Problem& problem : problems) {
    if (problem.where.empty()) problem.where = paths[problem.line];
  }
}

void keep_quiet(void*, xmlErrorPtr) {}

/// Stops at a DOCTYPE: what follows it (entities, external parts) is never looked at.
void refuse_doctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* parser = static_cast<xmlParserCtxtPtr>(context);
  *static_cast<bool*>(parser->_private) = true;
  xmlStopParser(parser);
}

Result<Document> parse(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return fail(ErrorCode::kLimit, "the file is larger than 2 GiB");
  }
  const ParserContext context(xmlNewParserCtxt());
  if (!context) return fail(ErrorCode::kInternal, "out of memory");
  bool doctype = false;
  context->_private = &doctype;
  context->sax->internalSubset = refuse_doctype;
  context->sax->serror = keep_quiet;
  context->sax->initialized = XML_SAX2_MAGIC;
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES;
  Document document(
      xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
  if (doctype) return fail(ErrorCode::kDamaged, "a DOCTYPE is not allowed");
  if (!document) {
    const xmlError& error = context->lastError;
    return fail(ErrorCode::kDamaged,
                fmt::format("line {}, column {}: {}", std::max(error.line, 1), std::max(error.int2, 1),
                            error.message == nullptr ? "not XML" : unicode::collapse_space(error.message)));
  }
  return document;
}

/// Told by the root element.
Result<Schema> schema_of(const xmlNode* root) {
  const std::string_view name = view(root->name),
                         space = root->ns == nullptr ? std::string_view() : view(root->ns->href);
  if (name == "akomaNtoso" && space == akn::kNamespace) {
    Schema schema(akn::compile_schema());
    if (!schema) return fail(ErrorCode::kInternal, "akomantoso30.xsd does not compile");
    return schema;
  }
  if (name != "plan" || space != kNamespace) {
    return fail(ErrorCode::kUnknownType,
                fmt::format("the root element is neither plan of {} nor akomaNtoso", kNamespace));
  }
  const SchemaParser parser(xmlSchemaNewMemParserCtxt(kXsd.data(), static_cast<int>(kXsd.size())));
  if (!parser) return fail(ErrorCode::kInternal, "out of memory");
  Schema schema(xmlSchemaParse(parser.get()));
  if (!schema) return fail(ErrorCode::kInternal, "pactable-1.xsd does not compile");
  return schema;
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)),
                                                          xmlFree);
  return std::string(view(value.get()));
}

/// A schema cannot say that every chain of parents ends.
void check_parents(const xmlNode* root, std::vector<Problem>& problems) {
  std::map<std::string, const xmlNode*> items;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node)) {
    if (node->type == XML_ELEMENT_NODE && view(node->name) == "item") items.emplace(attribute(node, "id"), node);
  }
  std::set<std::string> ends;
  for (const auto& [id, item] : items) {
    std::set<std::string> chain;
    std::string at = id;
    while (!at.empty() && !ends.contains(at) && chain.insert(at).second) {
      const auto found = items.find(at);
      at = found == items.end() ? std::string() : attribute(found->second, "parent");
    }
    if (chain.contains(at)) {
      const long line = xmlGetLineNo(item);
      problems.push_back({line < std::numeric_limits<int>::max() ? static_cast<int>(line) : 0, path_of(item),
                          "the chain of parents comes back to itself"});
    } else {
      ends.merge(chain);
    }
  }
}

}  // namespace

Result<std::vector<Problem>> validate_xml(std::string_view bytes) try {
  xmlInitParser();
  const Result<Document> document = parse(bytes);
  if (!document) return tl::unexpected(document.error());
  const xmlNode* root = xmlDocGetRootElement(document->get());
  const Result<Schema> compiled = schema_of(root);
  if (!compiled) return tl::unexpected(compiled.error());
  const Schema& schema = *compiled;
  const SchemaRun run(xmlSchemaNewValidCtxt(schema.get()));
  if (!run) return fail(ErrorCode::kInternal, "out of memory");
  std::vector<Problem> problems;
  xmlSchemaSetValidStructuredErrors(run.get(), keep_problem, &problems);
  const int outcome = xmlSchemaValidateDoc(run.get(), document->get());
  if (outcome < 0) return fail(ErrorCode::kInternal, "libxml2 could not run the check");
  if (outcome > 0 && problems.empty()) problems.push_back({0, "/", "does not fit its schema"});
  name_elements(root, problems);
  if (outcome == 0) check_parents(root, problems);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.line < b.line; });
  return problems;
} catch (const std::exception& error) {
  return fail(ErrorCode::kInternal, error.what());
}

}  // namespace pactable::writers::xml
