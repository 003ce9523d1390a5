// SPDX-License-Identifier: GPL-3.0-or-later
// What: what one cell looks like: a label, a code, a time, a party, a sentence, an order.
// In:   the words of the cell. Out: facts, each by itself; a column is judged by all of its cells.
// Never: decides what a cell means.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "columns/cell_text.h"
#include "columns/light_label.h"
#include "grammar/vocabulary.h"

namespace pactable::columns {

struct CellFacts {
  std::optional<LightLabel> label;    // the whole cell is one
  std::optional<LightLabel> leading;  // a text begins with one
  std::size_t words = 0;
  std::size_t characters = 0;
  bool figure = false;      // an amount, a count, a share: figures with at most a unit
  bool clock = false;       // "10:30", "9.00–10.15"
  bool time = false;        // a date, a period, "ongoing"
  bool mark = false;        // x, ●, ✓: stands for what the header says
  bool scale = false;       // words of a rating or of a progress, letter and figure (A1)
  bool progress = false;    // of these, words of a progress
  bool short_text = false;  // of a code's length
  double imperative = 0;    // begins with an order or an infinitive: 1; with a noun for one: .5
  bool stop = false, question = false, verbless = false, person = false, capitals = false;
  bool body = false;                  // some entity is a body or an abbreviation
  bool first_body = false;            // the first one is
  double named_person = 0;            // some entity is a person: 1 with initials, .5 by two names
  std::vector<std::string> entities;  // folded names, of a cell that can be a list of parties
};

/// `language`: that of the table, for verb forms that end alike ("élaborer", "desarrollar"); null where it is unknown.
[[nodiscard]] CellFacts facts_of(const CellText& text, const grammar::Vocabulary& words,
                                 const grammar::Language* language);

}  // namespace pactable::columns
