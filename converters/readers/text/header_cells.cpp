// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/header_cells.h"

#include <set>

#include "core/unicode.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kMaxHeaderCell = 40;   // characters
constexpr std::size_t kMaxAbbreviation = 6;  // characters: "No.", "Prio."

}  // namespace

bool is_header_cell(const CellSequence& sequence, std::size_t cell) {
  const std::string_view text = sequence.text(cell);
  const SequenceCell& one = sequence.cells[cell];
  const std::size_t length = unicode::length(text);
  return length <= kMaxHeaderCell && one.kind != CellKind::kTime && one.kind != CellKind::kList && !one.led &&
         (!text.ends_with('.') || length <= kMaxAbbreviation);
}

bool is_header_run(const CellSequence& sequence, std::size_t begin, std::size_t count) {
  std::set<std::string_view> texts;
  for (std::size_t i = begin; i < begin + count; ++i) {
    if (!is_header_cell(sequence, i) || !texts.insert(sequence.text(i)).second) return false;
  }
  return true;
}

bool is_number_sign(const CellSequence& sequence, std::size_t cell) {
  const std::string_view text = sequence.text(cell);
  const std::size_t length = unicode::length(text);
  return length <= 2 || (text.ends_with('.') && length <= kMaxAbbreviation) ||
         text.find_first_of("#/") != std::string_view::npos || text.find("№") != std::string_view::npos ||
         text.find("°") != std::string_view::npos;
}

bool may_head_labels(const CellSequence& sequence, std::size_t cell) {
  return is_number_sign(sequence, cell) || unicode::length(sequence.text(cell)) <= kMaxAbbreviation;
}

}  // namespace pactable::readers::text
