// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/sightings.h"

#include <algorithm>
#include <cmath>

namespace pactable::numbering {

namespace {

// Share of second looks that read something else: number cells read by themselves go wrong in 12 of 100 at 200 dpi and
// 27 at 150, and a look is taken where the first reading has failed already.
constexpr double kLookWrong = 0.2;
// Both readings are of one picture: a point that the scan has lost is lost in both. Half the evidence counts.
constexpr double kCorrelation = 0.5;
// A number that stands among the alternatives against one that does not, where the label is misread. Alternatives are
// made by the glyphs that were misread and so hold look-alikes of the truth and of the error as well.
constexpr double kAmongAlternatives = 8;

bool reads_as(const std::vector<Read>& reads, const Path& number) {
  return std::any_of(reads.begin(), reads.end(), [&](const Read& read) { return read.path == number; });
}

double look_likelihood(const Seen& look, const Path& number, const Sequence& sequence, const Channel& channel) {
  const auto& forms = sequence.by_depth[number.depth];
  if (forms.empty()) return kFloor;
  double misread = 0;
  for (const int form : forms) misread += channel.likelihood(look.glyphs, sequence.glyphs_of(number, form));
  misread /= static_cast<double>(forms.size());
  return (reads_as(look.reads, number) ? 1 - kLookWrong : 0) + kLookWrong * misread;
}

}  // namespace

double agreement(const Row& row, const Path& number, const Sequence& sequence, const Channel& channel) {
  if (row.seen.empty()) return 1;
  double looks = 1;
  int count = 0;
  bool alternative = false;
  for (const Seen& seen : row.seen) {
    if (seen.second_look) {
      looks *= look_likelihood(seen, number, sequence, channel);
      ++count;
    } else {
      alternative = alternative || reads_as(seen.reads, number);
    }
  }
  // However many looks, they are looks at one picture: their mean counts once.
  const double looked = count == 0 ? 1 : std::pow(looks, kCorrelation / count);
  const bool misread = !reads_as(row.reads, number);
  return looked * (misread && alternative ? kAmongAlternatives : 1);
}

const Seen* seen_as(const Row& row, const Path& number) {
  const Seen* found = nullptr;
  for (const Seen& seen : row.seen) {
    if (!reads_as(seen.reads, number)) continue;
    if (found == nullptr || (seen.second_look && !found->second_look)) found = &seen;
  }
  return found;
}

}  // namespace pactable::numbering
