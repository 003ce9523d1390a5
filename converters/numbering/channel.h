// SPDX-License-Identifier: GPL-3.0-or-later
// What: the edit channel: how likely a number, once damaged, is printed like this.
// In:   glyphs that stand there and glyphs that should. Out: a probability, summed over all alignments.
//       A document's own confusions, counted over its damaged labels, move the weights.
// Never: knows the sequence.
// Source: Kolak & Resnik 2002; classes of look-alikes after UTS #39 and what scans of numbered tables show.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <utility>

#include "numbering/sequence.h"

namespace pactable::numbering {

/// How many glyphs the left edge may take.
inline constexpr std::size_t kMostCropped = 4;

/// What happened to the glyphs of damaged labels, each by its expected count.
struct Confusions {
  std::map<std::pair<std::uint8_t, std::uint8_t>, double> read_as;  // {truth, printed}, also where both are the same
  std::array<double, 128> seen{}, lost{};                           // by true glyph
  std::array<double, kMostCropped> cropped{};                       // labels, by glyphs that the left edge took
};

struct ChannelWeights;

class Channel {
 public:
  /// The weights that scans of numbered tables show on average.
  Channel();
  /// The same, moved towards what this document shows.
  explicit Channel(const Confusions& counted);

  /// P(printed | truth, damaged), floor included; a row that lost all of its label is handled by kAllLost.
  [[nodiscard]] double likelihood(const Glyphs& printed, const Glyphs& truth) const;
  /// Adds `share` for every glyph along the likeliest alignment.
  void count(const Glyphs& printed, const Glyphs& truth, double share, Confusions& counts) const;

 private:
  std::shared_ptr<const ChannelWeights> weights_;
};

/// By the average weights.
[[nodiscard]] double damage_likelihood(const Glyphs& printed, const Glyphs& truth);

/// Share of damaged labels of which nothing is left: a scan at 150 dpi loses one cell in fifteen, OCR text layers
/// fewer.
inline constexpr double kAllLost = 0.04;

/// What no edit explains, so that no row can stop the decoder: below any single edit, above three of them.
inline constexpr double kFloor = 1e-7;

/// True where the two glyphs are taken for each other in print or after a cropped edge.
[[nodiscard]] bool look_alike(std::uint8_t a, std::uint8_t b);

}  // namespace pactable::numbering
