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
#include "readers/docx/styles.h"

namespace pactable::readers::docx {

constexpr int kListLevels = 9;

struct ListLevel {
  int start = 0;  // where w:start is left out (17.9.25)
  std::string format = "decimal";
  std::string text;            // e.g. "%1.%2."
  std::optional<int> restart;  // 1-based level that restarts this one; 0: never restarts
  bool legal = false;          // every level of the label prints decimal
  bool hidden = false;         // counts, and is not printed
  bool capitals = false;
  std::string paragraph_style;  // style that is tied to this level
  bool defined = false;
};

class NumberingDefinitions {
 public:
  /// Fails like XmlStream.
  [[nodiscard]] static Result<NumberingDefinitions> parse(std::string bytes, const std::string& part);

  /// Lets a list that stands for a numbering style, where no definition says that it defines this style, follow the
  /// style's own list.
  void follow_styles(const Styles& styles);

  /// The level of a list that is tied to a paragraph style, if one is.
  [[nodiscard]] std::optional<int> level_of_style(int num_id, const std::string& style) const;
  /// Advances the list and prints the label of its next paragraph; empty for bullets and undefined lists.
  [[nodiscard]] std::string next_label(int num_id, int level);
  /// Number formats that a printed label needed and that are printed as decimal numbers for want of a better form.
  [[nodiscard]] const std::set<std::string>& unknown_formats() const { return unknown_formats_; }

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
  void advance(const List& list, int num_id, int index);
  [[nodiscard]] std::string print(const List& list, int index);
  [[nodiscard]] const ListLevel& level(const List& list, int index) const;

  std::map<int, AbstractList> abstract_lists_;
  std::map<int, List> lists_;
  std::map<int, Counters> counters_;  // by abstract list: lists of one definition count on
  std::set<int> started_;             // lists whose start overrides took effect
  std::set<std::string> unknown_formats_;
};

}  // namespace pactable::readers::docx
