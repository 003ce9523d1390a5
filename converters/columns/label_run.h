// SPDX-License-Identifier: GPL-3.0-or-later
// What: how well the labels of a column follow each other: the surest sign of a number column.
// In:   labels row by row. Out: shares of steps and of different labels.
// Never: keeps a text; recovers a number (that is numbering's).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "columns/light_label.h"

namespace pactable::columns {

class LabelRun {
 public:
  /// A table begins: its first label may be a 1 again.
  void begin_table() { at_begin_ = true; }
  void add(const LightLabel& label);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// Share of labels that follow from those before: sibling one or two further, first child, step up, restart behind a
  /// label of another kind. The first label of a table counts where it is a first one.
  [[nodiscard]] double steps() const;
  /// Share of labels that differ from all others of the same stretch between restarts.
  [[nodiscard]] double different() const;
  [[nodiscard]] const std::vector<std::string>& first() const { return first_; }
  /// Share of labels of several levels, or set off from plain counts by a letter, a lead or a bracket.
  [[nodiscard]] double structured() const;
  /// The first labels as printed, for the reasons of a verdict.
  void keep_printed(std::string_view printed);

 private:
  struct Last {
    std::vector<int> path;
    std::size_t serial = 0;  // number of the label among all
    int run = 0;             // labels since the last restart
  };
  bool follows(const std::string& kind, const std::vector<int>& path);

  std::map<std::string, Last> last_;      // by kind
  std::unordered_set<std::size_t> seen_;  // hashes of kind, path and scope
  std::vector<std::string> first_;
  std::size_t count_ = 0, steps_ = 0, asked_ = 0, structured_ = 0;
  std::size_t scope_ = 0;  // stretch between restarts
  bool at_begin_ = true;
};

}  // namespace pactable::columns
