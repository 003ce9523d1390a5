// SPDX-License-Identifier: GPL-3.0-or-later
// What: which number forms a document uses: those of its family, or those of the wider family that its labels fit.
//       Forms that no grammar names are learned from the labels themselves, where they recur.
// In:   labels as printed. Out: form rules in the order of the grammar, learned ones behind them.
// Never: keeps a form that no label of the document has; learns one from a single text.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "grammar/family.h"
#include "grammar/vocabulary.h"
#include "numbering/numbering.h"
#include "parser/draft.h"

namespace pactable::parser {

/// Labels of a document in reading order.
struct FoundLabels {
  std::vector<std::string> sure;      // of number columns and automatic lists
  std::vector<std::string> possible;  // that texts begin with, by their looks
  std::size_t texts = 0;              // that might have begun with one
  std::vector<std::string> bare;      // "1" of "1 Beaches" alone in its row: a number where 1.1 stands below

  void add(const FoundLabels& other);
};

/// What stands above the numbers of several levels: "1" of 1.1, "A" and "A.1" of A.1.3, "A" of A1.
[[nodiscard]] std::set<std::string> heads_of(const FoundLabels& labels, const grammar::Vocabulary& words);

[[nodiscard]] std::vector<grammar::FormRule> settle_forms(const FoundLabels& labels, const grammar::Family& family,
                                                          const grammar::Vocabulary& words);

/// Numbers that were put in between two others ("1.3a" behind 1.3, "H2bis") get the number they stand behind.
void mark_inserted(Draft& draft, const grammar::Vocabulary& words);

[[nodiscard]] numbering::Scheme scheme_of(const std::vector<grammar::FormRule>& forms,
                                          const grammar::Vocabulary& words);

/// The kind of the items that carry numbers of this form, where the grammar leaves it open: judged by the depth among
/// the forms and by which depth carries the fields.
[[nodiscard]] plan::ItemKind kind_by_depth(int depth, int action_depth);

}  // namespace pactable::parser
