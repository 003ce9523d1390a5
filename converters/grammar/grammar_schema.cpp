// SPDX-License-Identifier: GPL-3.0-or-later
#include "grammar/grammar_schema.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <fstream>
#include <memory>
#include <pugixml.hpp>
#include <sstream>

#include "core/unicode.h"

namespace pactable::grammar {
namespace {

struct FirstProblem {
  std::string text;  // "line: message"
};

void keep_first(void* context, xmlErrorPtr error) {
  auto* first = static_cast<FirstProblem*>(context);
  if (!first->text.empty() || error == nullptr) return;
  const std::string message = error->message != nullptr ? error->message : "not well formed";
  first->text = fmt::format("{}: {}", error->line, unicode::collapse_space(message));
}

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
using Schema = std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)>;

Document parse(std::string_view bytes, FirstProblem& problem) {
  xmlSetStructuredErrorFunc(&problem, keep_first);
  Document document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "grammar.xml", nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOBLANKS),
                    &xmlFreeDoc);
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  return document;
}

Schema load_schema(std::string_view bytes) {
  const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> context(
      xmlSchemaNewMemParserCtxt(bytes.data(), static_cast<int>(bytes.size())), &xmlSchemaFreeParserCtxt);
  return {xmlSchemaParse(context.get()), &xmlSchemaFree};
}

}  // namespace

Status check_grammar_file(std::string_view bytes, const std::string& file_name, std::string_view schema_bytes) {
  FirstProblem problem;
  const Document document = parse(bytes, problem);
  if (!document) {
    // The parser says nothing of a file without a byte.
    const std::string text = problem.text.empty() ? std::string("1: the file is empty") : problem.text;
    return fail(ErrorCode::kBadGrammar, fmt::format("{}:{}", file_name, text));
  }
  const Schema schema = load_schema(schema_bytes);
  const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> validator(
      xmlSchemaNewValidCtxt(schema.get()), &xmlSchemaFreeValidCtxt);
  xmlSchemaSetValidStructuredErrors(validator.get(), keep_first, &problem);
  if (xmlSchemaValidateDoc(validator.get(), document.get()) == 0) return {};
  return fail(ErrorCode::kBadGrammar, fmt::format("{}:{}", file_name, problem.text));
}

Result<pugi::xml_document> read_grammar_file(const std::filesystem::path& path, std::string_view schema) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::kNotFound, fmt::format("{}: cannot be opened", path.string()));
  std::ostringstream read;
  read << in.rdbuf();
  const std::string bytes = read.str();
  if (const Status valid = check_grammar_file(bytes, path.string(), schema); !valid) {
    return tl::unexpected(valid.error());
  }
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
  if (!parsed) return fail(ErrorCode::kBadGrammar, fmt::format("{}:1: {}", path.string(), parsed.description()));
  return document;
}

}  // namespace pactable::grammar
