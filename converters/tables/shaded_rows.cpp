// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/shaded_rows.h"

#include <algorithm>
#include <cmath>

namespace pactable::tables {
namespace {

constexpr std::size_t kMinShaded = 2;      // rows that show the same borders: one may be a box
constexpr double kShadedShare = 0.8;       // of a row's height
constexpr std::size_t kMaxRows = 400;      // on a page; more level lines are a drawing
constexpr double kMaxTitle = 40;           // points: a title of three lines between two rows; prose is higher
constexpr std::ptrdiff_t kMaxBridged = 4;  // rows for each shaded one: zebra has two; more shade marks something else
constexpr double kReach = 1;               // points: a glyph may touch a border

// A row between two level lines that begin and end in the same places.
struct Band {
  double top = 0, bottom = 0, left = 0, right = 0;
  std::vector<double> borders;  // that shaded cells show
};

// Bands of one table, from top to bottom.
std::vector<std::vector<Band>> ladders(std::vector<Segment> level) {
  std::sort(level.begin(), level.end(), [](const Segment& a, const Segment& b) { return a.at < b.at; });
  std::vector<std::vector<Band>> out;
  std::vector<bool> used(level.size(), false);
  const auto same = [](const Segment& a, const Segment& b) {
    return std::abs(a.begin - b.begin) <= 2 * kSnap && std::abs(a.end - b.end) <= 2 * kSnap;
  };
  for (std::size_t i = 0; i < level.size(); ++i) {
    if (used[i]) continue;
    std::vector<Band> bands;
    std::size_t above = i;
    for (std::size_t k = i + 1; k < level.size(); ++k) {
      if (used[k] || !same(level[i], level[k])) continue;
      used[k] = true;
      bands.push_back({level[above].at, level[k].at, level[i].begin, level[i].end, {}});
      above = k;
    }
    if (bands.size() > kMinShaded) out.push_back(std::move(bands));
  }
  return out;
}

void add_borders(std::vector<Band>& bands, const std::vector<Segment>& edges) {
  for (const Segment& edge : edges) {
    if (edge.at < bands.front().left - kSnap || edge.at > bands.front().right + kSnap) continue;
    for (Band& band : bands) {
      const double shared = std::min(edge.end, band.bottom) - std::max(edge.begin, band.top);
      if (shared >= kShadedShare * (band.bottom - band.top)) band.borders.push_back(edge.at);
    }
  }
}

// True where no word of the page stands over one of the borders inside the band.
bool keeps_free(const std::vector<const layout::Word*>& words, const Band& band, const std::vector<double>& borders) {
  auto word = std::lower_bound(words.begin(), words.end(), band.top,
                               [](const layout::Word* w, double y) { return w->box.mid_y() < y; });
  for (; word != words.end() && (*word)->box.mid_y() < band.bottom; ++word) {
    const Box& box = (*word)->box;
    const auto border = std::upper_bound(borders.begin(), borders.end(), box.x0 + kReach);
    if (border != borders.end() && *border < box.x1 - kReach) return false;
  }
  return true;
}

// The borders that most shaded rows agree on; a header may have cells of its own.
std::vector<double> usual_borders(std::vector<Band>& bands) {
  std::vector<double> best;
  std::size_t most = kMinShaded - 1;
  for (Band& band : bands) std::sort(band.borders.begin(), band.borders.end());
  const auto agree = [](const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return std::abs(x - y) <= kSnap; });
  };
  for (const Band& band : bands) {
    if (band.borders.empty()) continue;
    const auto same = static_cast<std::size_t>(std::count_if(
        bands.begin(), bands.end(), [&](const Band& other) { return agree(band.borders, other.borders); }));
    if (same <= most) continue;
    most = same;
    best = band.borders;
  }
  return best;
}

// Upright lines are drawn between the rows: nothing is left to be seen.
bool is_ruled(const std::vector<Band>& bands, const std::vector<Segment>& vertical) {
  return std::any_of(vertical.begin(), vertical.end(), [&](const Segment& line) {
    return line.at > bands.front().left - kSnap && line.at < bands.front().right + kSnap &&
           line.begin < bands.back().bottom - kSnap && line.end > bands.front().top + kSnap;
  });
}

enum class Use { kOther, kRow, kTitle };

// Rows that are shaded, rows between them that keep the borders free, and low titles between two rows.
std::vector<Use> uses_of(const std::vector<Band>& bands, const std::vector<const layout::Word*>& words,
                         const std::vector<double>& borders) {
  std::vector<Use> uses(bands.size(), Use::kOther);
  std::vector<bool> free(bands.size(), false);
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (!bands[i].borders.empty()) uses[i] = Use::kRow;
    free[i] = keeps_free(words, bands[i], borders);
  }
  const auto is_row = [&](std::size_t i) { return i < uses.size() && uses[i] == Use::kRow; };
  const auto reach = [&](std::size_t i, std::size_t next, std::size_t after) {
    if (uses[i] != Use::kRow || is_row(next) || next >= uses.size()) return;
    if (free[next]) uses[next] = Use::kRow;
    const bool low = bands[next].bottom - bands[next].top <= kMaxTitle;
    if (!free[next] && low && after < uses.size() && (is_row(after) || free[after])) uses[next] = Use::kTitle;
    if (uses[next] == Use::kTitle) uses[after] = Use::kRow;
  };
  for (std::size_t i = 0; i + 1 < bands.size(); ++i) reach(i, i + 1, i + 2);
  for (std::size_t i = bands.size(); i-- > 1;) reach(i, i - 1, i - 2);
  return uses;
}

void close_rows(const std::vector<Band>& bands, const std::vector<const layout::Word*>& words,
                const std::vector<double>& borders, std::vector<Segment>& out) {
  const std::vector<Use> uses = uses_of(bands, words, borders);
  const auto rows = std::count(uses.begin(), uses.end(), Use::kRow);
  const auto shaded = std::count_if(bands.begin(), bands.end(), [](const Band& b) { return !b.borders.empty(); });
  if (kMaxBridged * shaded < rows) return;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Band& band = bands[i];
    if (uses[i] == Use::kOther) continue;
    // A title over all columns is a row of the table, too.
    out.push_back({band.left, band.top, band.bottom});
    out.push_back({band.right, band.top, band.bottom});
    if (uses[i] == Use::kTitle || !band.borders.empty()) continue;
    for (const double x : borders) out.push_back({x, band.top, band.bottom});
  }
}

}  // namespace

std::vector<Segment> bridge_shaded_rows(const layout::Page& page, const std::vector<Segment>& horizontal,
                                        const std::vector<Segment>& vertical,
                                        const std::vector<Segment>& shared_edges) {
  if (shared_edges.empty() || horizontal.size() > kMaxRows) return {};
  std::vector<const layout::Word*> words;
  for (const layout::Word& word : page.words) words.push_back(&word);
  std::sort(words.begin(), words.end(),
            [](const layout::Word* a, const layout::Word* b) { return a->box.mid_y() < b->box.mid_y(); });
  std::vector<Segment> out;
  for (std::vector<Band>& bands : ladders(horizontal)) {
    if (is_ruled(bands, vertical)) continue;
    add_borders(bands, shared_edges);
    const std::vector<double> borders = usual_borders(bands);
    if (borders.empty()) continue;
    close_rows(bands, words, borders, out);
  }
  return out;
}

}  // namespace pactable::tables
