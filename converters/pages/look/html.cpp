// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/look/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/unicode.h"

namespace pactable::pages::look {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

/// Elements without an end tag (HTML standard, "void elements"), those that the pages use.
bool is_void(std::string_view element) {
  static constexpr std::array<std::string_view, 7> kVoid = {"br", "col", "hr", "img", "input", "link", "meta"};
  return std::find(kVoid.begin(), kVoid.end(), element) != kVoid.end();
}

/// Elements at whose ends white space does not show: the source gets a line break there.
bool ends_line(std::string_view element) {
  static constexpr std::array<std::string_view, 20> kBlocks = {
      "article", "aside", "body", "dd",     "details", "dialog", "div", "dl", "figure",  "footer",
      "h1",      "h2",    "head", "header", "li",      "main",   "nav", "p",  "section", "tr"};
  return std::find(kBlocks.begin(), kBlocks.end(), element) != kBlocks.end();
}

/// Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2).
bool is_direction_control(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_control(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0); }

bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU; }

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : shown_text(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

bool is_address(std::string_view name) {
  return name == "href" || name == "src" || name == "action" || name == "formaction";
}

/// Relative, of the web, or a picture inside the page.
bool is_harmless(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://", "data:image/png;base64,"}) {
    if (address.starts_with(scheme)) return true;
  }
  // Browsers take white space and controls out of an address before they look for its scheme, and \ for /.
  const bool plain = std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c != '\\'; });
  const std::size_t colon = address.find(':');
  return plain && !address.starts_with("//") &&
         (colon == std::string_view::npos || address.find_first_of("/?#") < colon);
}

}  // namespace

std::string shown_text(std::string_view text) {
  std::string out;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (is_direction_control(c)) {
      out += fmt::format("[U+{:04X}]", static_cast<unsigned>(c));
    } else {
      unicode::append_utf8(out, is_control(c) || is_noncharacter(c) ? kReplacement : c);
    }
  }
  return out;
}

std::string file_address(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (kUnreserved.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

Html& Html::open(std::string_view element, Attributes attributes) {
  out_ += fmt::format("<{}", element);
  for (const auto& [name, value] : attributes) {
    const bool blocked = is_address(name) && !is_harmless(value);
    out_ += fmt::format(" {}=\"{}\"", name, blocked ? std::string("#") : escaped(value));
  }
  out_ += '>';
  if (!is_void(element)) open_.push_back(element);
  return *this;
}

Html& Html::close() {
  if (open_.empty()) return *this;
  const std::string_view element = open_.back();
  open_.pop_back();
  out_ += fmt::format("</{}>", element);
  if (ends_line(element)) out_ += '\n';
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += escaped(text);
  return *this;
}

Html& Html::element(std::string_view element, std::string_view text, Attributes attributes) {
  return open(element, attributes).text(text).close();
}

Html& Html::quote(std::string_view text) { return element("bdi", text); }

Html& Html::quoted(std::string_view element, std::string_view text, Attributes attributes) {
  return open(element, attributes).quote(text).close();
}

Html& Html::link(std::string_view address, std::string_view text, Attributes attributes) {
  if (!is_harmless(address)) return quote(text);
  out_ += fmt::format("<a href=\"{}\"", escaped(address));
  for (const auto& [name, value] : attributes) out_ += fmt::format(" {}=\"{}\"", name, escaped(value));
  out_ += '>';
  open_.push_back("a");
  return quote(text).close();
}

Html& Html::data(std::string_view id, std::string_view json) {
  out_ += fmt::format("<script type=\"application/json\" id=\"{}\">", escaped(id));
  // "<" opens "</script>" and "<!--"; in JSON it stands inside strings only.
  for (const char c : json) {
    if (c == '<') {
      out_ += "\\u003c";
    } else {
      out_ += c;
    }
  }
  out_ += "</script>\n";
  return *this;
}

Html& Html::add(Html piece) {
  out_ += piece.take();
  return *this;
}

std::string Html::take() {
  while (!open_.empty()) close();
  return std::move(out_);
}

}  // namespace pactable::pages::look
