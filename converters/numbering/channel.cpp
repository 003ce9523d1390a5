// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/channel.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pactable::numbering {

namespace {

// Glyphs that are read for each other. Exact weights hardly matter once the damage rate is learned, so that a class has
// one weight and no table of counts has to be kept.
constexpr std::string_view kClasses[] = {
    "0OoDQ", "1lIi|!7TtLJj/", "14lLA", "2Zz7?", "3Z",  "4A", "5S$s", "6bGC", "9gqa", "7T/", "83B&",
    "hnb",   "vVuUyY",        "cCeo",  "xXk",   "aoe", "rn", "mnM",  "fF",   "wW",   "dD",  "PR",
};
// Where the left edge is cropped only the right halves are left: 8 is read as 3, 9 as 0.
constexpr std::string_view kEdgeClass = "08693BS5";
constexpr std::string_view kPoints = ".,:;-'`_";

constexpr double kKeep = 0.93;          // a glyph beside the damaged one mostly survives
constexpr double kLookAlike = 0.04;     // shared by a class; the commonest change of a glyph
constexpr double kOtherGlyph = 0.0002;  // any other printable glyph: 0.02 over about a hundred
constexpr double kOtherFigure = 0.002;  // a figure read as any other figure: commoner than any letter unlike it
constexpr double kGlyphLost = 0.02;     // anywhere but at the left edge
constexpr double kPointLost = 0.10;     // the point is the glyph that scans lose most (4.1 to 41)
constexpr double kPointChanged = 0.02;  // to each of the other marks on the line
constexpr double kStrayMark = 0.001;    // dirt beside a glyph, each mark
constexpr double kStrayOther = 0.0001;  // any other glyph put in
constexpr double kCroppedGlyph = 0.20;  // the first glyph that is left may be cropped: 8 to 3, 4 to l
// How many glyphs the left edge took: a crop of three is a crop of the column, not of a glyph.
constexpr std::array<double, kMostCropped> kCrop = {0.75, 0.18, 0.05, 0.02};

bool is_point(std::uint8_t c) { return kPoints.find(static_cast<char>(c)) != std::string_view::npos; }

// Imagined glyphs of a kind, and imagined damaged labels, at the average weights: a page of damage outweighs them.
constexpr double kImaginedGlyphs = 20, kImaginedLabels = 20;

}  // namespace

struct ChannelWeights {
  std::array<std::array<double, 128>, 128> inside{};  // [truth][printed]
  std::array<std::array<double, 128>, 128> first{};
  std::array<double, 128> lost{}, stray{};
  std::array<double, kMostCropped> crop = kCrop;
};

namespace {

ChannelWeights build_weights() {
  ChannelWeights out;
  std::array<std::array<bool, 128>, 128> alike{};
  const auto is_figure = [](std::size_t c) { return c >= '0' && c <= '9'; };
  for (const std::string_view cls : kClasses)
    for (const char a : cls)
      for (const char b : cls)
        if (a != b && a != ' ' && b != ' ') alike[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = true;
  auto alike_at_edge = alike;
  for (const char a : kEdgeClass)
    for (const char b : kEdgeClass)
      if (a != b) alike_at_edge[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = true;
  const auto members_of = [](const std::array<bool, 128>& row) {
    return static_cast<double>(std::max<std::ptrdiff_t>(1, std::count(row.begin(), row.end(), true)));
  };
  for (std::size_t t = 0; t < 128; ++t) {
    const double members = members_of(alike[t]), edge_members = members_of(alike_at_edge[t]);
    const bool point = is_point(static_cast<std::uint8_t>(t));
    out.lost[t] = point ? kPointLost : kGlyphLost;
    out.stray[t] = point || t == '|' || t == 1 ? kStrayMark : kStrayOther;
    for (std::size_t p = 0; p < 128; ++p) {
      double inside = is_figure(t) && is_figure(p) ? kOtherFigure : kOtherGlyph;
      double first = inside;
      if (t == p) {
        inside = kKeep;
        first = kKeep - kCroppedGlyph;
      } else if (alike_at_edge[t][p]) {
        if (alike[t][p]) inside += kLookAlike / members;
        first += (kLookAlike + kCroppedGlyph) / edge_members;
      } else if (is_point(static_cast<std::uint8_t>(t)) && is_point(static_cast<std::uint8_t>(p))) {
        inside += kPointChanged;
        first += kPointChanged;
      }
      out.inside[t][p] = inside;
      out.first[t][p] = first;
    }
  }
  return out;
}

const std::shared_ptr<const ChannelWeights>& average() {
  static const std::shared_ptr<const ChannelWeights> kAverage = std::make_shared<ChannelWeights>(build_weights());
  return kAverage;
}

std::shared_ptr<const ChannelWeights> moved_to(const Confusions& counted) {
  auto out = std::make_shared<ChannelWeights>(*average());
  for (std::size_t t = 0; t < 128; ++t) {
    if (counted.seen[t] <= 0) continue;
    const double share = kImaginedGlyphs / (kImaginedGlyphs + counted.seen[t]);
    for (std::size_t p = 0; p < 128; ++p) {
      out->inside[t][p] *= share;
      out->first[t][p] *= share;
    }
    out->lost[t] = out->lost[t] * share + counted.lost[t] / (kImaginedGlyphs + counted.seen[t]);
  }
  for (const auto& [pair, count] : counted.read_as) {
    const double added = count / (kImaginedGlyphs + counted.seen[pair.first]);
    out->inside[pair.first][pair.second] += added;
    out->first[pair.first][pair.second] += added;
  }
  double labels = kImaginedLabels;
  for (const double count : counted.cropped) labels += count;
  for (std::size_t i = 0; i < kMostCropped; ++i)
    out->crop[i] = (kImaginedLabels * kCrop[i] + counted.cropped[i]) / labels;
  return out;
}

}  // namespace

Channel::Channel() : weights_(average()) {}

Channel::Channel(const Confusions& counted) : weights_(moved_to(counted)) {}

double Channel::likelihood(const Glyphs& printed, const Glyphs& truth) const {
  const ChannelWeights& weight = *weights_;
  const std::size_t n = printed.length, m = truth.length;
  // reach[j]: the truth up to the current glyph has produced j printed glyphs. A crop enters at its own glyph.
  std::array<double, kMostGlyphs + 1> reach{}, next{};
  for (std::size_t i = 0; i <= m; ++i) {
    if (i < kMostCropped && (i == 0 || i < m)) reach[0] += weight.crop[i];
    for (std::size_t j = 1; j <= n; ++j) {
      reach[j] += reach[j - 1] * weight.stray[printed.at[j - 1] & 127U];
    }
    if (i == m) break;
    const std::uint8_t glyph = truth.at[i] & 127U;
    const double lost = weight.lost[glyph];
    next[0] = reach[0] * lost;
    for (std::size_t j = 1; j <= n; ++j) {
      const auto& row = j == 1 ? weight.first[glyph] : weight.inside[glyph];
      next[j] = reach[j] * lost + reach[j - 1] * row[printed.at[j - 1] & 127U];
    }
    std::swap(reach, next);
  }
  return std::max(reach[n], kFloor);
}

void Channel::count(const Glyphs& printed, const Glyphs& truth, double share, Confusions& counts) const {
  enum class Move : std::uint8_t { kNone, kCropped, kStray, kLost, kRead };
  const ChannelWeights& weight = *weights_;
  const std::size_t n = printed.length, m = truth.length;
  std::array<std::array<double, kMostGlyphs + 1>, kMostGlyphs + 1> best{};
  std::array<std::array<Move, kMostGlyphs + 1>, kMostGlyphs + 1> came{};
  const auto offer = [&](std::size_t i, std::size_t j, double p, Move move) {
    if (p > best[i][j]) best[i][j] = p, came[i][j] = move;
  };
  for (std::size_t i = 0; i <= m; ++i) {
    if (i < kMostCropped && (i == 0 || i < m)) offer(i, 0, weight.crop[i], Move::kCropped);
    for (std::size_t j = 0; j <= n; ++j) {
      const std::uint8_t read = j > 0 ? printed.at[j - 1] & 127U : 0;
      if (j > 0) offer(i, j, best[i][j - 1] * weight.stray[read], Move::kStray);
      if (i == 0) continue;
      const std::uint8_t glyph = truth.at[i - 1] & 127U;
      offer(i, j, best[i - 1][j] * weight.lost[glyph], Move::kLost);
      const auto& row = j == 1 ? weight.first[glyph] : weight.inside[glyph];
      if (j > 0) offer(i, j, best[i - 1][j - 1] * row[read], Move::kRead);
    }
  }
  if (best[m][n] <= kFloor) return;  // what no edit explains teaches nothing
  for (std::size_t i = m, j = n;;) {
    const Move move = came[i][j];
    if (move == Move::kNone || move == Move::kCropped) {
      if (move == Move::kCropped) counts.cropped[i] += share;
      return;
    }
    const std::uint8_t glyph = i > 0 ? truth.at[i - 1] & 127U : 0;
    if (move != Move::kStray) counts.seen[glyph] += share, --i;
    if (move == Move::kLost) counts.lost[glyph] += share;
    // The glyph beside a cropped edge is half a glyph and says nothing of the others.
    if (move == Move::kRead && j > 1)
      counts.read_as[{glyph, static_cast<std::uint8_t>(printed.at[j - 1] & 127U)}] += share;
    if (move == Move::kRead && j == 1) counts.seen[glyph] -= share;
    if (move != Move::kLost) --j;
  }
}

double damage_likelihood(const Glyphs& printed, const Glyphs& truth) {
  static const Channel kAverage;
  return kAverage.likelihood(printed, truth);
}

bool look_alike(std::uint8_t a, std::uint8_t b) {
  return a < 128 && b < 128 && a != b && average()->inside[a][b] > kOtherFigure * 1.2;
}

}  // namespace pactable::numbering
