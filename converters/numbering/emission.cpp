// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/emission.h"

#include <algorithm>
#include <cmath>

#include "numbering/channel.h"
#include "numbering/sightings.h"

namespace pactable::numbering {

namespace {

constexpr std::size_t kEntries = 1024;  // a row weighs a few hundred numbers at most
// Numbers that an author may write instead of the right one, each as likely: a plan has one or two hundred.
constexpr double kSlipChoices = 200;
// Authors' slips in scanned plans: two in 227 numbers of the seeds; half of that, since OCR explains most there.
constexpr double kSlipRateOcr = 0.004;
// An author's error is a mistyped number or another number, even odds.
constexpr double kMistyped = 0.5;
// A number that stands elsewhere in its scope: two rows in a hundred of the worst plans repeat one.
constexpr double kUsedElsewhere = 0.03;
// A row whose grid column asks for another level: authors do not misplace levels, tables may be read wrongly.
constexpr double kOtherGridDepth = 0.001;

}  // namespace

RowEmission::RowEmission(const Sequence& sequence, const Beliefs& beliefs)
    : sequence_(sequence), beliefs_(beliefs), entries_(kEntries) {}

void RowEmission::begin(const Row& row, const RowPosterior* before) {
  row_ = &row;
  before_ = before;
  ++stamp_;
}

double RowEmission::weight(const Path& number, bool repeated) {
  const Entry& entry = entry_of(number);
  return (entry.exact + entry.damage + entry.slip) * entry.rest * (repeated ? 1.0 : entry.unique);
}

Shares RowEmission::shares(const Path& number) {
  const Entry& entry = entry_of(number);
  const double total = entry.exact + entry.damage + entry.slip;
  return total > 0 ? Shares{entry.damage / total, entry.slip / total} : Shares{};
}

RowEmission::Entry& RowEmission::entry_of(const Path& number) {
  const std::uint64_t key = number.key();
  std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 31U;
  std::size_t slot = hash % kEntries;
  for (std::size_t tries = 0; tries < 8; ++tries, slot = (slot + 1) % kEntries) {
    Entry& entry = entries_[slot];
    if (entry.stamp == stamp_ && entry.key == key) return entry;
    if (entry.stamp != stamp_) break;
  }
  Entry& entry = entries_[slot];  // after eight tries an older entry gives way
  entry.key = key;
  entry.stamp = stamp_;
  weigh(number, entry);
  return entry;
}

/// Damage leaves the number on the page; an author's slip leaves the other one there.
void RowEmission::weigh_sightings(const Path& number, Entry& entry) const {
  const double agrees = agreement(*row_, number, sequence_, beliefs_.channel);
  entry.exact *= agrees;
  entry.damage *= agrees;
  if (entry.slip > 0) entry.slip *= agreement(*row_, row_->reads.front().path, sequence_, beliefs_.channel);
}

void RowEmission::weigh(const Path& number, Entry& entry) const {
  const Row& row = *row_;
  const auto& forms = sequence_.by_depth[number.depth];
  const double rate = beliefs_.page_rate[static_cast<std::size_t>(row.page)];
  double exact = 0, edit = 0;
  for (const Read& read : row.reads)
    if (read.path == number) exact = 1.0 / static_cast<double>(forms.size());
  if (row.empty) {
    edit = kAllLost;
  } else {
    for (const int form : forms) edit += beliefs_.channel.likelihood(row.glyphs, sequence_.glyphs_of(number, form));
    edit *= (1 - kAllLost) / static_cast<double>(forms.size());
  }
  const double slip = !row.reads.empty() && exact == 0 ? 1.0 / kSlipChoices : 0.0;
  if (row.damageable) {
    entry.exact = exact * (1 - rate - kSlipRateOcr);
    entry.damage = exact > 0 ? 0.0 : edit * rate;
    entry.slip = slip * kSlipRateOcr;
    if (!row.seen.empty()) weigh_sightings(number, entry);
  } else {
    entry.exact = exact * (1 - rate);
    entry.damage = 0;
    entry.slip = exact > 0 ? 0.0 : rate * (kMistyped * edit + (1 - kMistyped) * slip);
  }
  entry.rest = 1;
  if (row.grid_depth > 0 && row.grid_depth != number.depth) entry.rest *= kOtherGridDepth;
  const unsigned look = (row.section_like ? 2U : 0U) + (row.codes_present ? 1U : 0U);
  entry.rest *= beliefs_.features[look][number.depth];
  entry.unique = 1;
  double others = 0;
  if (beliefs_.earlier != nullptr && row.scope == 0)
    if (const auto held = beliefs_.earlier->find(number.key()); held != beliefs_.earlier->end())
      others = static_cast<double>(held->second.use);
  if (const auto use = beliefs_.in_use.find(use_key(row.scope, number)); use != beliefs_.in_use.end()) {
    others += static_cast<double>(use->second);
    if (before_ != nullptr) {
      for (const NumberMass& mass : before_->numbers)
        if (mass.number == number) others -= mass.p;
    } else if (exact > 0) {
      others -= 1;
    }
  }
  if (others > 0) entry.unique = std::pow(kUsedElsewhere, std::min(1.0, others));
}

}  // namespace pactable::numbering
