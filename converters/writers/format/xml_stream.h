// SPDX-License-Identifier: GPL-3.0-or-later
// What: writes XML 1.0 as it goes: two-space indent between elements, never inside an element that holds text;
// characters that act instead of being seen (acting_characters.h) are written as character references.
// In:   calls in the order of the document. Out: the text, closed by a line break.
// Never: writes a character that XML 1.0 forbids (it becomes U+FFFD); lets white space of a value be normalized away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pactable::writers::format {

class XmlStream {
 public:
  /// kLine: the children stand on the element's own line, without white space between them.
  enum class Shape { kBlock, kLine };

  XmlStream();
  /// `name` has to outlive the element.
  void open(std::string_view name, Shape shape = Shape::kBlock);
  /// Only directly after open or another attribute.
  void attribute(std::string_view name, std::string_view value);
  void attribute(std::string_view name, int value);
  void text(std::string_view value);
  void close();
  /// open, text and close.
  void element(std::string_view name, std::string_view value);

  [[nodiscard]] std::string take();

 private:
  struct Level {
    std::string_view name;
    bool inline_content = false;
    bool empty = true;
  };
  void finish_tag();
  void append_escaped(std::string_view value, bool in_attribute);

  std::string out_;
  std::vector<Level> levels_;
  bool tag_open_ = false;
};

}  // namespace pactable::writers::format
