// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/aligned_rows.h"

#include <algorithm>
#include <cmath>

#include "core/unicode.h"
#include "tables/row_decision.h"

namespace pactable::tables {
namespace {

constexpr double kReach = 0.25;     // of the font size: a glyph may stand out into a gutter by this much
constexpr double kShortColumn = 3;  // words per line: numbers, codes, dates ("Dec 2018 (first")
constexpr double kLongShare =
    0.2;  // of the lines of a column with more words: its short lines are ends of wrapped texts
constexpr double kBlockGap = 1.3;   // of the usual line distance: rows that are set apart
constexpr double kRuleShare = 0.5;  // of the table's width: shorter rules group columns, they do not part rows
constexpr double kIndent = 0.5;     // of the font size: a wrapped label is indented by this at least
constexpr double kKeyFill = 0.3;    // of the lines: a column that tells rows apart has an entry in many
constexpr std::size_t kMaxHeaderLines = 6;

struct LineInfo {
  std::vector<bool> filled;  // by column
  bool key = false;          // a short column has an entry
  double gap = 0;            // distance to the line above in usual line distances
  bool ruled_off = false;    // a long rule stands above
  bool shaded_off = false;   // the edge of a long shaded area lies above
};

int column_count(const AlignedTable& table) { return static_cast<int>(table.gutters.size()) + 1; }

Box bounds(const AlignedTable& table) {
  Box box = table.lines.front().box;
  for (const Line& line : table.lines) box.cover(line.box);
  return box;
}

// Columns of short entries. Where there is none, every column tells rows apart.
std::vector<bool> short_columns(const AlignedTable& table) {
  const auto columns = static_cast<std::size_t>(column_count(table));
  std::vector<double> words(columns, 0);
  std::vector<double> lines(columns, 0);
  std::vector<double> long_lines(columns, 0);
  for (const auto& chunks : table.chunks) {
    for (const Line& chunk : chunks) {
      const auto [first, last] = columns_of(table, chunk.box);
      if (first != last) continue;
      words[static_cast<std::size_t>(first)] += static_cast<double>(chunk.words.size());
      lines[static_cast<std::size_t>(first)] += 1;
      if (static_cast<double>(chunk.words.size()) > kShortColumn) long_lines[static_cast<std::size_t>(first)] += 1;
    }
  }
  const double most = *std::max_element(lines.begin(), lines.end());
  std::vector<bool> out(columns, false);
  for (std::size_t c = 0; c < columns; ++c) {
    out[c] =
        lines[c] >= kKeyFill * most && words[c] <= kShortColumn * lines[c] && long_lines[c] <= kLongShare * lines[c];
  }
  // The first column is a label: it tells rows apart only where all columns do.
  if (std::count(out.begin(), out.end(), true) > 1 && columns > 2 && words[0] > 1.5 * lines[0]) out[0] = false;
  return out;
}

// True where a rule of at least this length stands between two lines.
bool separated(const std::vector<Segment>& rules, const Line& above, const Line& below, double length) {
  return std::any_of(rules.begin(), rules.end(), [&](const Segment& rule) {
    return rule.at > above.baseline - above.size / 4 && rule.at < below.baseline - below.size / 4 &&
           rule.length() >= length;
  });
}

// The lines at the head that lie in one shaded area.
std::size_t shaded_header(const AlignedTable& table, double length) {
  const Line& first = table.lines.front();
  const bool begins = std::any_of(table.shades.begin(), table.shades.end(), [&](const Segment& edge) {
    return edge.length() >= length && edge.at <= first.box.mid_y() && edge.at > first.baseline - 2 * first.size;
  });
  for (std::size_t i = 1; begins && i < std::min(table.lines.size(), kMaxHeaderLines + 1); ++i) {
    if (separated(table.shades, table.lines[i - 1], table.lines[i], length)) return i;
  }
  return 0;
}

std::vector<LineInfo> describe(const AlignedTable& table) {
  const std::vector<bool> is_short = short_columns(table);
  const Box box = bounds(table);
  std::vector<LineInfo> infos;
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    LineInfo info;
    info.filled.assign(is_short.size(), false);
    for (const Line& chunk : table.chunks[i]) {
      const auto [first, last] = columns_of(table, chunk.box);
      for (int c = first; c <= last; ++c) info.filled[static_cast<std::size_t>(c)] = true;
      if (first == last && is_short[static_cast<std::size_t>(first)]) info.key = true;
    }
    if (i > 0) {
      const Line& above = table.lines[i - 1];
      const Line& line = table.lines[i];
      info.gap = (line.baseline - above.baseline) / std::max(1.0, table.leading * std::max(line.size, above.size));
      info.ruled_off = separated(table.rules, above, line, kRuleShare * box.width());
      info.shaded_off = separated(table.shades, above, line, kRuleShare * box.width());
    }
    infos.push_back(std::move(info));
  }
  return infos;
}

double first_column_start(const AlignedTable& table, std::size_t line) { return table.chunks[line].front().box.x0; }

bool is_bold(const Line& line) {
  return std::all_of(line.words.begin(), line.words.end(), [](const layout::Word* w) { return w->bold; });
}

// True where the label at `row_begin` heads a group of which line i is the first entry: it is set otherwise, or the
// next entry is indented as far.
bool heads_group(const AlignedTable& table, const std::vector<LineInfo>& infos, std::size_t row_begin, std::size_t i) {
  if (is_bold(table.chunks[row_begin].front()) != is_bold(table.chunks[i].front())) return true;
  for (std::size_t next = i + 1; next < infos.size(); ++next) {
    if (!infos[next].filled[0] || !infos[next].key) continue;
    return std::abs(first_column_start(table, next) - first_column_start(table, i)) <= kIndent * table.lines[i].size;
  }
  return false;
}

// True where line i goes on with the row of the line above, both in one block of lines without a large gap.
bool continues(const AlignedTable& table, const std::vector<LineInfo>& infos, std::size_t i, std::size_t row_begin) {
  const LineInfo& info = infos[i];
  const auto filled = std::count(info.filled.begin(), info.filled.end(), true);
  if (info.key) {
    // The codes of a row may stand below its first text line (vertically centred): no code in the row so far, and
    // this line adds no new label.
    const bool row_has_key =
        std::any_of(infos.begin() + static_cast<std::ptrdiff_t>(row_begin),
                    infos.begin() + static_cast<std::ptrdiff_t>(i), [](const LineInfo& above) { return above.key; });
    if (row_has_key) return false;
    const bool label = info.filled[0];
    const bool label_above = infos[row_begin].filled[0];
    if (!label) return true;
    return label_above && !heads_group(table, infos, row_begin, i) &&
           first_column_start(table, i) - first_column_start(table, row_begin) >
               kIndent * table.lines[i].size;  // a wrapped label with its numbers on the last line
  }
  if (!info.filled[0]) return true;
  if (filled > 1) return true;
  const bool indented =
      first_column_start(table, i) - first_column_start(table, row_begin) > kIndent * table.lines[i].size;
  return indented && infos[row_begin].filled[0];
}

// Lines from `begin` to `end` without a large gap or a rule between them.
void split_block(const AlignedTable& table, const std::vector<LineInfo>& infos, std::size_t begin, std::size_t end,
                 std::vector<std::size_t>& starts) {
  std::size_t keys = 0;
  std::size_t key = begin;
  bool title = false;  // a label of its own above the line with the codes
  for (std::size_t i = begin; i < end; ++i) {
    if (!infos[i].key) continue;
    ++keys;
    key = i;
  }
  for (std::size_t i = begin; i < key; ++i) title = title || (infos[i].filled[0] && infos[key].filled[0]);
  starts.push_back(begin);
  if (keys == 1 && !title) return;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (!continues(table, infos, i, starts.back())) starts.push_back(i);
  }
}

// True where line i has several entries below one entry that reaches over all their columns.
bool divides_title(const AlignedTable& table, std::size_t row_begin, std::size_t i) {
  for (std::size_t above = row_begin; above < i; ++above) {
    for (const Line& title : table.chunks[above]) {
      const auto [first, last] = columns_of(table, title.box);
      const auto below = std::count_if(table.chunks[i].begin(), table.chunks[i].end(), [&](const Line& chunk) {
        const auto columns = columns_of(table, chunk.box);
        return columns.first >= first && columns.second <= last && columns.second - columns.first < last - first;
      });
      if (first < last && below >= 2) return true;
    }
  }
  return false;
}

std::vector<std::size_t> row_starts(const AlignedTable& table, const std::vector<LineInfo>& infos) {
  std::vector<std::size_t> starts;
  const std::size_t header = ruled_header_lines(table);
  for (std::size_t i = 0; i < header; ++i) {
    if (i == 0 || parts_header(table, starts.back(), i)) starts.push_back(i);
  }
  for (std::size_t begin = header; begin < infos.size();) {
    std::size_t end = begin + 1;
    while (end < infos.size() && infos[end].gap <= kBlockGap && !infos[end].ruled_off && !infos[end].shaded_off) ++end;
    split_block(table, infos, begin, end, starts);
    begin = end;
  }
  return starts;
}

// Columns that one entry of a row reaches over; a rule right below an entry widens it to the columns of the rule.
std::vector<bool> joined_columns(const AlignedTable& table, double width, std::size_t begin, std::size_t end,
                                 double bottom) {
  std::vector<bool> joined(table.gutters.size(), false);  // with the next column
  for (std::size_t i = begin; i < end; ++i) {
    for (const Line& chunk : table.chunks[i]) {
      auto [first, last] = columns_of(table, chunk.box);
      for (const Segment& rule : table.rules) {
        const bool below = rule.at > table.lines[i].baseline && rule.at <= bottom;
        const bool under = rule.begin <= chunk.box.x0 + chunk.size && rule.end >= chunk.box.x1 - chunk.size;
        const bool grouping = rule.length() < kRuleShare * width;
        if (!below || !under || !grouping) continue;
        first = std::min(first, column_at(table, rule.begin + chunk.size));
        last = std::max(last, column_at(table, rule.end - chunk.size));
      }
      for (int c = first; c < last; ++c) joined[static_cast<std::size_t>(c)] = true;
    }
  }
  return joined;
}

}  // namespace

std::size_t ruled_header_lines(const AlignedTable& table) {
  const double length = kRuleShare * bounds(table).width();
  for (std::size_t i = 1; i < std::min(table.lines.size(), kMaxHeaderLines + 1); ++i) {
    if (separated(table.rules, table.lines[i - 1], table.lines[i], length)) return i;
  }
  return shaded_header(table, length);
}

bool parts_header(const AlignedTable& table, std::size_t row_begin, std::size_t i) {
  // A rule between two header lines groups columns: then they are two rows.
  return separated(table.rules, table.lines[i - 1], table.lines[i], 0) || divides_title(table, row_begin, i);
}

int column_at(const AlignedTable& table, double x) {
  const auto after = std::upper_bound(table.gutters.begin(), table.gutters.end(), x,
                                      [](double at, const Gutter& gutter) { return at < gutter.cut; });
  return static_cast<int>(after - table.gutters.begin());
}

std::pair<int, int> columns_of(const AlignedTable& table, const Box& box) {
  const double reach = kReach * std::min(box.height(), box.width());
  int first = column_at(table, box.x0);
  int last = column_at(table, box.x1);
  // A stretch that only leans over the border of a gutter belongs to the column it comes from.
  const auto count = static_cast<int>(table.gutters.size());
  while (first < last && first < count && table.gutters[static_cast<std::size_t>(first)].begin < box.x0 + reach)
    ++first;
  while (last > first && table.gutters[static_cast<std::size_t>(last - 1)].end > box.x1 - reach) --last;
  return {first, last};
}

std::size_t header_lines(const AlignedTable& table) {
  if (const std::size_t ruled = ruled_header_lines(table); ruled > 0) return ruled;
  std::size_t count = 0;
  while (count < table.lines.size() && is_bold(table.lines[count])) ++count;
  return count <= kMaxHeaderLines && count < table.lines.size() ? count : 0;
}

bool is_numeric(const Line& chunk) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (const layout::Word* word : chunk.words) {
    for (const char32_t c : unicode::to_code_points(word->text)) {
      digits += unicode::is_digit(c) ? 1 : 0;
      letters += unicode::is_letter(c) ? 1 : 0;
    }
  }
  return digits > letters;
}

namespace {

// Cells of each row: entries over several columns are joined; a cell goes on where its row says so.
void add_cells(const AlignedTable& table, const std::vector<RowStart>& rows, double foot, Grid& grid) {
  const std::size_t columns = table.gutters.size() + 1;
  const double width = bounds(table).width();
  std::vector<std::size_t> above(columns, SIZE_MAX);  // index of the cell over each column
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::size_t end = r + 1 < rows.size() ? rows[r + 1].line : table.lines.size();
    const double bottom = end < table.lines.size() ? table.lines[end].baseline : foot;
    std::vector<bool> joined = joined_columns(table, width, rows[r].line, end, bottom);
    if (rows[r].title) joined.assign(joined.size(), true);
    for (std::size_t c = 0; c < columns;) {
      std::size_t last = c;
      while (last + 1 < columns && joined[last]) ++last;
      const bool goes_on =
          last == c && r > 0 && !rows[r].goes_on.empty() && rows[r].goes_on[c] && grid.cells[above[c]].column_span == 1;
      if (goes_on) {
        ++grid.cells[above[c]].row_span;
      } else {
        for (std::size_t k = c; k <= last; ++k) above[k] = grid.cells.size();
        grid.cells.push_back({static_cast<int>(r), static_cast<int>(c), 1, static_cast<int>(last - c + 1)});
      }
      c = last + 1;
    }
  }
}

RowDecision rows_of(const AlignedTable& table, bool& numbered) {
  auto decided = decide_rows(table);
  numbered = decided.has_value();
  if (decided) return std::move(*decided);
  RowDecision rows;
  for (const std::size_t line : row_starts(table, describe(table))) rows.rows.push_back({line, {}, false});
  return rows;
}

}  // namespace

Grid make_rows(const AlignedTable& table) {
  Grid grid;
  const RowDecision decision = rows_of(table, grid.numbered);
  const std::vector<RowStart>& rows = decision.rows;
  grid.row_space = decision.space;
  const Box box = bounds(table);
  grid.xs.push_back(box.x0 - 1);
  for (const Gutter& gutter : table.gutters) grid.xs.push_back(gutter.cut);
  grid.xs.push_back(box.x1 + 1);
  grid.ys.push_back(box.y0 - 1);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    // Between the feet of the letters above and the heads of those below.
    const Line& above = table.lines[rows[r].line - 1];
    const Line& below = table.lines[rows[r].line];
    const double foot = above.baseline;
    const double head = below.baseline - 0.6 * below.size;
    grid.ys.push_back(std::max(grid.ys.back() + 0.01, (foot + head) / 2));
  }
  grid.ys.push_back(std::max(grid.ys.back() + 0.01, box.y1 + 1));
  for (const std::size_t line : decision.unsure) grid.unsure.push_back(table.lines[line].baseline);
  add_cells(table, rows, box.y1, grid);
  compact(grid);
  return grid;
}

}  // namespace pactable::tables
