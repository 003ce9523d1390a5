// SPDX-License-Identifier: GPL-3.0-or-later
// What: the styles of a package: what a paragraph or character style says of headings, numbers and the setting of runs.
// In:   word/styles.xml. Out: properties with everything inherited (basedOn) filled in.
// Never: loops on styles that are based on each other.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/result.h"
#include "readers/docx/character_properties.h"

namespace pactable::readers::docx {

struct NumberingReference {
  std::optional<int> num_id;  // 0: numbering is taken off
  std::optional<int> level;   // 0-based
};

struct StyleProperties : CharacterProperties {
  std::optional<int> outline_level;  // 0-based; 9 is body text
  NumberingReference numbering;
  std::optional<Paint> ground;   // of a paragraph
  std::optional<bool> coloured;  // a table style that lays colour under some of its cells
};

class Styles {
 public:
  /// Fails like XmlStream.
  [[nodiscard]] static Result<Styles> parse(std::string bytes, const std::string& part);

  /// Properties of a style; of the default paragraph style for "". Unknown ids have none.
  [[nodiscard]] const StyleProperties& paragraph(const std::string& id) const;
  [[nodiscard]] const StyleProperties& character(const std::string& id) const;
  [[nodiscard]] const StyleProperties& table(const std::string& id) const { return character(id); }
  /// What the document sets where neither style nor run says anything.
  [[nodiscard]] const StyleProperties& defaults() const { return defaults_; }

  /// What a style says itself, without what it inherits.
  struct Style {
    std::string based_on;
    StyleProperties own;
  };
  /// Null for unknown ids; the default paragraph style for "".
  [[nodiscard]] const Style* own(const std::string& id) const;
  [[nodiscard]] const std::string& default_paragraph() const { return default_paragraph_; }

 private:
  void resolve_all();

  std::map<std::string, Style> styles_;
  std::map<std::string, StyleProperties> resolved_;
  std::string default_paragraph_;
  StyleProperties defaults_;
};

}  // namespace pactable::readers::docx
