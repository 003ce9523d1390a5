// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the cells of one column have in common, as shares of its filled cells.
// In:   the cells of the column, row by row, each once. Out: shares in [0, 1].
// Never: knows the header; keeps a cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "columns/cell_facts.h"
#include "columns/label_run.h"
#include "layout/table.h"

namespace pactable::columns {

struct Profile {
  std::size_t rows = 0;    // of the column
  std::size_t filled = 0;  // n
  double labels = 0;       // share of cells that are a label
  double number = 0;       // labels that follow each other and differ
  double led = 0;          // texts that begin with such labels
  double steps = 0;        // of the labels, whole or leading
  double structured = 0;   // labels of several levels or with letters
  double scale = 0, progress = 0, code = 0, time = 0, clock = 0, mark = 0, measure = 0;
  double party = 0, imperative = 0, sentence = 0, stop = 0, question = 0, verbless = 0, person = 0;
  double merged = 0;    // rows that a cell from above spans into
  double repeated = 0;  // cells equal to the one above
  double sparse = 0;    // rows left blank below a filled cell
  double few = 0;       // 1: hardly any different values
  double ranks = 0;     // small figures or single letters, which a known header makes codes or years
  double people = 0;    // cells that name a person
  double colours = 0;   // blank cells that are filled with a colour of their own
  double mean_words = 0, mean_characters = 0;
  double different = 0;                // share of cells
  std::size_t values = 0;              // different ones
  std::vector<std::string> labels_at;  // the first labels as printed
};

/// Collects one column; linear in its cells.
class ProfileBuilder {
 public:
  void begin_table();
  /// A cell that begins in this row; `facts` are of its text.
  void add(const layout::Cell& cell, const CellText& text, const CellFacts& facts);
  /// A row in which no cell of this column begins, or an empty one.
  void add_empty(bool from_above);
  /// An empty cell that is filled with another colour than the rest of its row.
  void add_colour(layout::Colour colour);
  /// A label in a row that is set across the table: it counts in the sequence alone.
  void add_heading_label(const LightLabel& label);

  [[nodiscard]] Profile finish() const;

 private:
  void add_parties(const CellFacts& facts);

  std::size_t rows_ = 0, filled_ = 0, labels_ = 0, led_ = 0, merged_ = 0, repeated_ = 0, sparse_ = 0, coloured_ = 0;
  std::size_t scale_ = 0, progress_ = 0, short_ = 0, time_ = 0, clock_ = 0, mark_ = 0, figure_ = 0, ranks_ = 0;
  std::size_t bodies_ = 0, first_bodies_ = 0, capitals_ = 0, party_cells_ = 0;
  std::size_t stop_ = 0, question_ = 0, verbless_ = 0, person_ = 0, three_words_ = 0;
  std::size_t words_ = 0, characters_ = 0;
  double people_ = 0, imperative_ = 0;
  LabelRun run_, leading_run_;
  std::size_t last_value_ = 0;
  bool any_above_ = false;
  std::unordered_set<std::size_t> values_;                // hashes of the folded texts
  std::unordered_map<std::size_t, std::uint32_t> names_;  // how often an entity occurs
  std::unordered_set<std::uint32_t> colours_;
};

}  // namespace pactable::columns
