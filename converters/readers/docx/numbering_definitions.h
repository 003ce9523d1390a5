// SPDX-License-Identifier: GPL-3.0-or-later
// What: automatic numbers: list definitions and the counters that run through a document.
// In:   word/numbering.xml, then the numbered paragraphs in document order. Out: labels exactly as they are printed.
// Never: numbers a paragraph whose list or level is not defined. Source of the rules: ECMA-376 part 1, 17.9.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/result.h"

namespace pactable::readers::docx {

constexpr int kListLevels = 9;

/// `value` in a number format of ECMA-376 (ST_NumberFormat), e.g. "lowerRoman"; unknown formats print decimal.
[[nodiscard]] std::string format_number(int value, const std::string& format);

struct ListLevel {
  int start = 1;
  std::string format = "decimal";
  std::string text;             // e.g. "%1.%2."
  std::optional<int> restart;   // 1-based level that restarts this one; 0: never restarts
  bool legal = false;           // higher levels print decimal
  std::string paragraph_style;  // style that is tied to this level
  bool defined = false;
};

class NumberingDefinitions {
 public:
  /// Fails like XmlStream.
  [[nodiscard]] static Result<NumberingDefinitions> parse(std::string bytes, const std::string& part);

  /// The level of a list that is tied to a paragraph style; 0 where none is.
  [[nodiscard]] int level_of_style(int num_id, const std::string& style) const;
  /// Advances the list and prints the label of its next paragraph; empty for bullets and undefined lists.
  [[nodiscard]] std::string next_label(int num_id, int level);

 private:
  friend class NumberingParser;
  using Levels = std::array<ListLevel, kListLevels>;

  struct AbstractList {
    Levels levels;
    std::string style_link;      // it defines this numbering style
    std::string num_style_link;  // it stands for the list that defines this numbering style
  };
  struct List {
    int abstract_id = -1;
    std::map<int, int> start_overrides;
    std::map<int, ListLevel> level_overrides;
  };
  struct Counters {
    std::array<std::optional<int>, kListLevels> values;
  };

  void resolve_links();
  [[nodiscard]] const ListLevel& level(const List& list, int index) const;

  std::map<int, AbstractList> abstract_lists_;
  std::map<int, List> lists_;
  std::map<int, Counters> counters_;  // by abstract list: lists of one definition count on
  std::set<int> started_;             // lists whose start overrides took effect
};

}  // namespace pactable::readers::docx
