// SPDX-License-Identifier: GPL-3.0-or-later
// What: writes JSON as it goes, without a tree in memory: two-space indent, UTF-8 as it is, members in call order;
// characters that act instead of being seen (acting_characters.h) are written as \u....
// In:   calls in the order of the document. Out: the text, closed by a line break.
// Never: writes malformed UTF-8 (a bad byte becomes U+FFFD); checks that keys are unique.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pactable::writers::format {

class JsonStream {
 public:
  /// kLine: the whole object or array stands on one line.
  enum class Shape { kBlock, kLine };

  void begin_object(Shape shape = Shape::kBlock) { begin('{', shape); }
  void end_object() { end('}'); }
  void begin_array(Shape shape = Shape::kBlock) { begin('[', shape); }
  void end_array() { end(']'); }
  void key(std::string_view name);
  void string(std::string_view text);
  void integer(std::int64_t value);
  void boolean(bool value);
  /// A number that is already printed as JSON wants it.
  void literal(std::string_view number);

  void member(std::string_view name, std::string_view text);
  void member(std::string_view name, int value);

  /// What was written since the last call; the document goes on.
  [[nodiscard]] std::string drain() { return std::exchange(out_, {}); }
  /// The document so far, with its final line break; the stream is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  struct Level {
    Shape shape = Shape::kBlock;
    bool empty = true;
  };
  void begin(char bracket, Shape shape);
  void end(char bracket);
  void before_value();
  void before_entry();
  void append_quoted(std::string_view text);

  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace pactable::writers::format
