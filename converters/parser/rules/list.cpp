// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/rules.h"

namespace pactable::parser {

std::span<const RowRule> row_rules() {
  static constexpr RowRule kRules[] = {
      {rules::kNoise, rules::noise},
      {rules::kFrame, rules::frame},
      {rules::kLegend, rules::legend},
      {rules::kTotal, rules::total},
      {rules::kTopic, rules::topic},
      {rules::kSection, rules::section},
      {rules::kStep, rules::step},
      {rules::kSubRow, rules::sub_row},
      {rules::kContinue, rules::continuation},
      {rules::kPlaceholder, rules::placeholder},
      {rules::kItem, rules::item},
      {rules::kCells, rules::cells},
      {rules::kNote, rules::note},
  };
  return kRules;
}

}  // namespace pactable::parser
