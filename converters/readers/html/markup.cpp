// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "core/unicode.h"

namespace pactable::readers::html {
namespace {

constexpr std::size_t kMaxBytes = 256U << 20;  // as for one part of a package

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string string_of(const xmlChar* text) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

MarkupHandler& handler_of(void* context) {
  return *static_cast<MarkupHandler*>(static_cast<htmlParserCtxtPtr>(context)->_private);
}

void stop_if_enough(void* context) {
  if (!handler_of(context).wants_more()) xmlStopParser(static_cast<htmlParserCtxtPtr>(context));
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  Attributes read;
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    read.add(lower(string_of(attributes[0])), string_of(attributes[1]));
  }
  handler_of(context).start(lower(string_of(name)), read);
  stop_if_enough(context);
}

void on_end(void* context, const xmlChar* name) { handler_of(context).end(lower(string_of(name))); }

void on_text(void* context, const xmlChar* text, int size) {
  handler_of(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

}  // namespace

std::optional<std::string_view> Attributes::value(std::string_view name) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const auto& attribute) { return attribute.first == name; });
  return found == all_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

int Attributes::number(std::string_view name, int fallback) const {
  constexpr int kClamp = 1'000'000'000;
  const auto text = value(name);
  if (!text) return fallback;
  const std::string_view digits = unicode::trim(*text);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc::result_out_of_range) return digits.starts_with('-') ? -kClamp : kClamp;
  return error == std::errc() ? std::clamp(number, -kClamp, kClamp) : fallback;
}

Status walk(std::string_view utf8, MarkupHandler& handler) {
  if (utf8.size() > kMaxBytes) return fail(ErrorCode::kLimit, "the page is larger than is read");
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               &htmlFreeParserCtxt);
  if (!context) return fail(ErrorCode::kInternal, "no memory for the HTML parser");
  context->_private = &handler;
  htmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  *context->sax = sax;
  constexpr int kOptions =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
  htmlDocPtr tree =
      htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions);
  if (tree != nullptr) xmlFreeDoc(tree);
  return {};
}

}  // namespace pactable::readers::html
