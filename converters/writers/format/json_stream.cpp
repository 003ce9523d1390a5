// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/format/json_stream.h"

#include <utility>

#include "core/unicode.h"
#include "writers/format/acting_characters.h"

namespace pactable::writers::format {

void JsonStream::before_entry() {
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += level.shape == Shape::kLine ? ", " : ",";
  level.empty = false;
  if (level.shape == Shape::kBlock) {
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  }
}

void JsonStream::before_value() {
  if (!std::exchange(after_key_, false)) before_entry();
}

void JsonStream::begin(char bracket, Shape shape) {
  before_value();
  out_ += bracket;
  const bool inside_line = !levels_.empty() && levels_.back().shape == Shape::kLine;
  levels_.push_back({inside_line ? Shape::kLine : shape, true});
}

void JsonStream::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && level.shape == Shape::kBlock) {
    out_ += '\n';
    out_.append(levels_.size() * 2, ' ');
  }
  out_ += bracket;
}

void JsonStream::key(std::string_view name) {
  before_entry();
  append_quoted(name);
  out_ += ": ";
  after_key_ = true;
}

void JsonStream::string(std::string_view text) {
  before_value();
  append_quoted(text);
}

void JsonStream::integer(std::int64_t value) { literal(std::to_string(value)); }

void JsonStream::boolean(bool value) { literal(value ? "true" : "false"); }

void JsonStream::literal(std::string_view number) {
  before_value();
  out_ += number;
}

void JsonStream::member(std::string_view name, std::string_view text) {
  key(name);
  string(text);
}

void JsonStream::member(std::string_view name, int value) {
  key(name);
  integer(value);
}

std::string JsonStream::take() {
  out_ += '\n';
  levels_.clear();
  return std::exchange(out_, {});
}

void JsonStream::append_quoted(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string mended;
  if (!unicode::is_valid_utf8(text)) {
    mended = unicode::to_utf8(unicode::to_code_points(text));
    text = mended;
  }
  out_ += '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (const char c = text[at]) {
      case '"': out_ += "\\\""; break;
      case '\\': out_ += "\\\\"; break;
      case '\b': out_ += "\\b"; break;
      case '\f': out_ += "\\f"; break;
      case '\n': out_ += "\\n"; break;
      case '\r': out_ += "\\r"; break;
      case '\t': out_ += "\\t"; break;
      default: {
        const ActingCharacter acting = acting_character_at(text, at);
        if (acting.bytes == 0) {
          out_ += c;
          break;
        }
        out_ += "\\u";
        for (unsigned shift = 16; shift > 0; shift -= 4) out_ += kHex[(acting.code_point >> (shift - 4)) & 0xFU];
        at += acting.bytes - 1;
      }
    }
  }
  out_ += '"';
}

}  // namespace pactable::writers::format
