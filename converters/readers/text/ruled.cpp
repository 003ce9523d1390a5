// SPDX-License-Identifier: GPL-3.0-or-later
// What: columns below rulers with gaps: simple tables of rst ("===  ====") and pandoc ("---  ----"), its tables of
// several lines a row, SQL clients. The rulers say where columns begin; a word belongs to the column that it begins in.
#include <algorithm>

#include "core/unicode.h"
#include "readers/text/drawn.h"
#include "readers/text/notes.h"
#include "readers/text/signs.h"
#include "readers/text/table_builder.h"
#include "readers/text/unsure.h"
#include "readers/text/wrapped_cell.h"

namespace pactable::readers::text {
namespace {

constexpr std::size_t kMaxColumns = 256;
constexpr std::size_t kMaxHeaderLines = 6;
// A rule over the whole table; shorter ones underline headings.
constexpr std::size_t kMinFullRule = 10;
constexpr std::size_t kMinDashes = 3;  // of the longest run; a column of one figure has a run of one

// The columns [begin, end) of the runs of a ruler; empty where the line is none.
struct Ruler {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  bool doubled = false;
  bool operator==(const Ruler& other) const { return runs == other.runs; }
};

Ruler ruler_of(const Line& line) {
  Ruler ruler;
  if (line.blank || line.tab) return ruler;
  const std::string_view text = line.utf8;
  std::size_t longest = 0;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
    const char sign = text[at];
    if (sign != '-' && sign != '=') return {};
    ruler.doubled = sign == '=';
    const std::size_t end = std::min(text.find_first_not_of(sign, at), text.size());
    if (end < text.size() && text[end] != ' ') return {};
    longest = std::max(longest, end - at);
    ruler.runs.emplace_back(at, end);
    at = text.find_first_not_of(' ', end);
  }
  if (longest < kMinDashes) return {};
  return ruler;
}

bool is_columns(const Ruler& ruler) { return ruler.runs.size() > 1 && ruler.runs.size() <= kMaxColumns; }
bool is_full(const Ruler& ruler) {
  return ruler.runs.size() == 1 && ruler.runs[0].second - ruler.runs[0].first >= kMinFullRule;
}

// Lines of a table: header [header, ruler), body [body, body_end), all of it [begin, end).
struct Shape {
  std::size_t begin = 0, header = 0, header_end = 0, body = 0, body_end = 0, end = 0;
  bool several_lines = false;  // blank lines part the rows
  bool found = false;
  Ruler ruler;
};

std::size_t next_line(Lines lines, std::size_t from, bool (*wanted)(const Line&)) {
  while (from < lines.size() && !wanted(lines[from])) ++from;
  return from;
}

bool blank(const Line& line) { return line.blank; }
bool full_rule(const Line& line) { return is_full(ruler_of(line)); }

// The next ruler of the same sign, if it has the same runs. Another one ends the search, so that a file of rulers costs
// no more than its lines.
std::size_t next_same(Lines lines, std::size_t from, const Ruler& ruler) {
  for (; from < lines.size(); ++from) {
    const Ruler here = ruler_of(lines[from]);
    if (here.runs.empty() || here.doubled != ruler.doubled) continue;
    return here == ruler ? from : std::string_view::npos;
  }
  return std::string_view::npos;
}

// pandoc: a full rule, the header, the ruler, rows separated by blank lines, a full rule.
Shape shape_below_rule(Lines lines, std::size_t begin) {
  Shape shape;
  std::size_t ruler = begin + 1;
  while (ruler < lines.size() && ruler - begin <= kMaxHeaderLines && !lines[ruler].blank &&
         ruler_of(lines[ruler]).runs.empty()) {
    ++ruler;
  }
  if (ruler >= lines.size() || ruler == begin + 1 || !is_columns(ruler_of(lines[ruler]))) return shape;
  const std::size_t close = next_line(lines, ruler + 1, full_rule);
  if (close == lines.size()) return shape;
  return {begin, begin + 1, ruler, ruler + 1, close, close + 1, true, true, ruler_of(lines[ruler])};
}

// A ruler first: rst (ruler, header, ruler, rows, ruler), or no header at all (ruler, rows, ruler).
Shape shape_below_ruler(Lines lines, std::size_t begin, const Ruler& ruler) {
  Shape shape;
  const std::size_t second = next_same(lines, begin + 1, ruler);
  if (second == std::string_view::npos || second == begin + 1) return shape;
  const std::size_t third = next_same(lines, second + 1, ruler);
  const bool header =
      third != std::string_view::npos && second - begin - 1 <= kMaxHeaderLines && third > second + 1 && ruler.doubled;
  if (header) return {begin, begin + 1, second, second + 1, third, third + 1, false, true, ruler};
  const bool blanks = next_line(lines.subspan(0, second), begin + 1, blank) < second;
  return {begin, begin + 1, begin + 1, begin + 1, second, second + 1, blanks && !ruler.doubled, true, ruler};
}

// The header first, then the ruler, rows to the next blank line or ruler: pandoc and SQL clients.
Shape shape_below_header(Lines lines, std::size_t begin) {
  const std::size_t ruler = begin + 1;
  const Ruler runs = ruler_of(lines[ruler]);
  if (lines[begin].blank || lines[begin].tab || runs.doubled) return {};
  std::size_t end = ruler + 1;
  while (end < lines.size() && !lines[end].blank && ruler_of(lines[end]).runs.empty()) ++end;
  if (end == ruler + 1) return {};
  const bool closed = end < lines.size() && !lines[end].blank;
  return {begin, begin, ruler, ruler + 1, end, closed ? end + 1 : end, false, true, runs};
}

Shape shape_at(Lines lines, std::size_t begin) {
  const Ruler ruler = ruler_of(lines[begin]);
  if (is_full(ruler)) return shape_below_rule(lines, begin);
  if (is_columns(ruler)) return shape_below_ruler(lines, begin, ruler);
  return begin + 1 < lines.size() && is_columns(ruler_of(lines[begin + 1])) ? shape_below_header(lines, begin)
                                                                            : Shape{};
}

class RuledReader {
 public:
  RuledReader(Lines lines, Markup markup, const Shape& shape) : lines_(lines), markup_(markup), shape_(shape) {}

  void read(layout::Document& document) {
    if (shape_.header_end > shape_.header) {
      add_row(shape_.header, shape_.header_end);
      builder_.mark_header();
    }
    for (std::size_t i = shape_.body; i < shape_.body_end;) {
      if (lines_[i].blank || !ruler_of(lines_[i]).runs.empty()) {
        ++i;
        continue;
      }
      const std::size_t end = row_end(i);
      add_row(i, end);
      i = end;
    }
    unsure_.report(document, "do not keep to the columns of the ruler above them");
    document.blocks.emplace_back(builder_.take());
  }

 private:
  // rst: an empty first cell goes on with the row above.
  [[nodiscard]] std::size_t row_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    if (shape_.several_lines) {
      while (end < shape_.body_end && !lines_[end].blank) ++end;
    } else if (shape_.ruler.doubled) {
      while (end < shape_.body_end && !lines_[end].blank && ruler_of(lines_[end]).runs.empty() && first_blank(end))
        ++end;
    }
    return end;
  }

  [[nodiscard]] bool first_blank(std::size_t line) const {
    const auto cuts = cut(line_columns(lines_[line].utf8, true));
    return unicode::trim(lines_[line].utf8.substr(0, cuts[0])).empty();
  }

  // The byte at which each column ends: before the word that begins at or behind the beginning of the next.
  [[nodiscard]] std::vector<std::size_t> cut(const LineColumns& line) const {
    std::vector<std::size_t> cuts;
    for (std::size_t c = 1; c < shape_.ruler.runs.size(); ++c) {
      std::size_t at = std::min(shape_.ruler.runs[c].first, line.signs.size());
      while (at < line.signs.size() && at > 0 && line.signs[at - 1] != U' ' && line.signs[at] != U' ') ++at;
      cuts.push_back(line.bytes[at]);
    }
    cuts.push_back(line.bytes.back());
    return cuts;
  }

  [[nodiscard]] std::size_t crossed_gaps(const LineColumns& line) const {
    std::size_t crossed = 0;
    for (std::size_t c = 1; c < shape_.ruler.runs.size(); ++c) {
      const std::size_t gap = shape_.ruler.runs[c].first - 1;
      crossed += gap < line.signs.size() && line.signs[gap] != U' ' ? 1 : 0;
    }
    return crossed;
  }

  // One text over the columns, such as the name of a section.
  [[nodiscard]] bool spans_all(std::size_t line, std::size_t crossed) const {
    return crossed > 0 && unicode::trim(lines_[line].utf8).find("  ") == std::string_view::npos &&
           name_sections(lines_, line, line + 1, false);
  }

  void add_row(std::size_t begin, std::size_t end) {
    builder_.begin_row();
    std::vector<WrappedCell> cells(shape_.ruler.runs.size(), WrappedCell(markup_));
    for (std::size_t i = begin; i < end; ++i) {
      if (!ruler_of(lines_[i]).runs.empty()) continue;  // rst underlines headers that span columns
      const LineColumns columns = line_columns(lines_[i].utf8, true);
      const std::size_t crossed = crossed_gaps(columns);
      LineCursor cursor(lines_[i]);
      if (end - begin == 1 && spans_all(i, crossed)) {
        WrappedCell whole(markup_);
        whole.add(cursor, 0, lines_[i].utf8.size());
        builder_.add_cell(0, whole.take(), 0);
        builder_.widen(static_cast<int>(cells.size()));
        return;
      }
      if (crossed > 0) unsure_.add(lines_[i].number);
      std::size_t from = 0;
      const auto cuts = cut(columns);
      for (std::size_t c = 0; c < cells.size(); ++c) {
        if (cuts[c] > from && !unicode::trim(lines_[i].utf8.substr(from, cuts[c] - from)).empty()) {
          cells[c].add(cursor, from, cuts[c]);
        }
        from = std::max(from, cuts[c]);
      }
    }
    for (std::size_t c = 0; c < cells.size(); ++c) builder_.add_cell(static_cast<int>(c), cells[c].take());
  }

  Lines lines_;
  Markup markup_;
  Shape shape_;
  TableBuilder builder_;
  UnsureLines unsure_;
};

}  // namespace

DrawnExtent ruled_table_extent(Lines lines, std::size_t begin) {
  const Shape shape = shape_at(lines, begin);
  if (!shape.found || shape.begin != begin) return {begin, false, false, false};
  return {shape.end, true, false, false};
}

void read_ruled_table(Lines lines, Markup markup, layout::Document& document) {
  RuledReader(lines, markup, shape_at(lines, 0)).read(document);
}

}  // namespace pactable::readers::text
