// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/format/xml_stream.h"

#include <fmt/format.h>

#include <utility>

#include "core/unicode.h"
#include "writers/format/acting_characters.h"

namespace pactable::writers::format {

XmlStream::XmlStream() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlStream::finish_tag() {
  if (std::exchange(tag_open_, false)) out_ += '>';
}

void XmlStream::open(std::string_view name, Shape shape) {
  finish_tag();
  const bool inside_line = !levels_.empty() && levels_.back().inline_content;
  if (!levels_.empty()) levels_.back().empty = false;
  if (!inside_line) {
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  }
  out_ += '<';
  out_ += name;
  levels_.push_back({name, inside_line || shape == Shape::kLine, true});
  tag_open_ = true;
}

void XmlStream::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(value, true);
  out_ += '"';
}

void XmlStream::attribute(std::string_view name, int value) { attribute(name, std::to_string(value)); }

void XmlStream::text(std::string_view value) {
  if (value.empty()) return;
  finish_tag();
  levels_.back().inline_content = true;
  levels_.back().empty = false;
  append_escaped(value, false);
}

void XmlStream::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.empty) {
    out_ += "/>";
    tag_open_ = false;
    return;
  }
  if (!level.inline_content) {
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  }
  out_ += "</";
  out_ += level.name;
  out_ += '>';
}

void XmlStream::element(std::string_view name, std::string_view value) {
  open(name);
  text(value);
  close();
}

std::string XmlStream::take() {
  out_ += '\n';
  return std::exchange(out_, {});
}

void XmlStream::append_escaped(std::string_view value, bool in_attribute) {
  const std::string text = unicode::xml_safe(value);
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (const char c = text[at]) {
      case '&': out_ += "&amp;"; break;
      case '<': out_ += "&lt;"; break;
      case '>': out_ += "&gt;"; break;
      case '\r': out_ += "&#13;"; break;
      case '"': out_ += in_attribute ? "&quot;" : "\""; break;
      case '\n': out_ += in_attribute ? "&#10;" : "\n"; break;
      case '\t': out_ += in_attribute ? "&#9;" : "\t"; break;
      default: {
        const ActingCharacter acting = acting_character_at(text, at);
        if (acting.bytes == 0) {
          out_ += c;
          break;
        }
        out_ += fmt::format("&#x{:X};", static_cast<unsigned>(acting.code_point));
        at += acting.bytes - 1;
      }
    }
  }
}

}  // namespace pactable::writers::format
