// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/decide.h"
#include "numbering/learn.h"
#include "numbering/numbering.h"
#include "numbering/oddities.h"
#include "numbering/position.h"

namespace pactable::numbering {

Recovery recover(std::span<const Label> labels, const Scheme& scheme) {
  const Sequence sequence = prepare(labels, scheme);
  Recovery out;
  if (sequence.rows.empty() || sequence.deepest == 0) {
    out.verdicts.resize(labels.size());
    for (const Row& row : sequence.rows)
      out.verdicts[static_cast<std::size_t>(row.label)].status = row.empty ? Status::kMissing : Status::kAmbiguous;
    return out;
  }
  const Learned learned = learn(sequence);
  out.verdicts = decide(labels, scheme, sequence, learned);
  set_parents(labels, sequence, learned.decoding, out.verdicts);
  take_back_conflicts(sequence, out.verdicts);
  out.oddities = find_oddities(labels, scheme, sequence, learned.decoding, out.verdicts);
  for (std::size_t page = 0; page < sequence.pages.size(); ++page)
    out.pages.push_back({sequence.pages[page], learned.beliefs.page_rate[page], learned.page_labels[page]});
  return out;
}

}  // namespace pactable::numbering
