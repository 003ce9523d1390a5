// SPDX-License-Identifier: GPL-3.0-or-later
// What: what stands in a story as a drawing: pictures, charts and diagrams, whose content is not read.
// In:   the elements inside of w:drawing, w:pict and w:object. Out: what to report of it.
// Never: looks into a picture; reports a shape that holds only text, which the story reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {

struct UnreadDrawing {
  std::string rule;     // DOCX-PICTURE, or DOCX-NOT-READ for what is drawn from data
  std::string message;  // what it is, with the description that the file gives
  bool tiny = false;    // no larger than a sign of the text: a bullet, a flag, a light
};

/// True where a part holds a drawing that is not set in the line, as far as the names in its markup tell.
[[nodiscard]] bool holds_floating_drawing(std::string_view part);

class Drawings {
 public:
  void begin(std::string_view element);
  [[nodiscard]] bool open() const { return !open_.empty(); }
  /// An element inside of the innermost drawing.
  void see(const XmlStream& xml);
  /// What the innermost drawing leaves unread, if anything.
  [[nodiscard]] std::optional<UnreadDrawing> end();

 private:
  struct Drawing {
    bool picture = false, object = false, decorative = false;
    std::string data;  // "chart" or "diagram"
    std::string description;
    std::optional<double> width, height;  // points
  };
  std::vector<Drawing> open_;
};

}  // namespace pactable::readers::docx
