// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/grid_band.h"

#include <algorithm>

#include "core/unicode.h"
#include "readers/text/signs.h"
#include "readers/text/wrapped_cell.h"

namespace pactable::readers::text {
namespace {

// A line that goes on with the row above fills less than this share of the columns; a row of its own fills more.
constexpr double kWholeRowShare = 0.5;

bool blank(std::string_view line, std::size_t begin, std::size_t end) {
  return end <= begin || unicode::trim(line.substr(begin, end - begin)).empty();
}

}  // namespace

struct GridBandReader::Part {
  std::size_t begin = 0, end = 0;  // its lines; the line `end` is a ruler that stops at merged cells, or the band's end
};

// Bytes at which the columns of a line begin and end: [2c, 2c+1) is column c. Where a line has as many bars as there
// are borders, these part it, wherever they stand: signs of double width move them.
std::vector<std::size_t> GridBandReader::cut(std::size_t line) const {
  const std::string_view text = lines_[line].utf8;
  std::vector<std::size_t> cuts;
  const auto bars = find_bars(text);
  if (bars.size() == borders_.size()) {
    for (std::size_t c = 0; c + 1 < bars.size(); ++c) {
      cuts.push_back(bars[c].end);
      cuts.push_back(bars[c + 1].begin);
    }
    return cuts;
  }
  const LineColumns columns = line_columns(text);
  const auto byte_at = [&](std::size_t column) { return columns.bytes[std::min(column, columns.signs.size())]; };
  const auto is_border = [&](std::size_t column) {
    return column < columns.signs.size() && drawn_sign(columns.signs[column]) != 0 &&
           drawn_sign(columns.signs[column]) != '=' && drawn_sign(columns.signs[column]) != '-';
  };
  for (std::size_t c = 0; c + 1 < borders_.size(); ++c) {
    cuts.push_back(byte_at(borders_[c] + (is_border(borders_[c]) ? 1 : 0)));
    const bool last = c + 2 == borders_.size();
    cuts.push_back(last && !is_border(borders_[c + 1]) ? text.size() : byte_at(borders_[c + 1]));
  }
  return cuts;
}

// The cells of lines [begin, end): columns between which no line has a bar are merged.
std::vector<GridBandReader::Span> GridBandReader::spans(std::size_t begin, std::size_t end) const {
  std::vector<bool> open(column_count(), false);  // no border behind the column
  for (std::size_t i = begin; i < end; ++i) {
    if (find_bars(lines_[i].utf8).size() == borders_.size()) continue;
    const auto columns = line_columns(lines_[i].utf8).signs;
    for (std::size_t c = 0; c + 1 < column_count(); ++c) {
      const std::size_t at = borders_[c + 1];
      const char sign = at < columns.size() ? drawn_sign(columns[at]) : static_cast<char>(0);
      if (sign != '|' && sign != '+') open[c] = true;
    }
  }
  std::vector<Span> found;
  for (std::size_t c = 0; c < column_count(); ++c) {
    if (c == 0 || !open[c - 1]) found.push_back({c, c});
    found.back().last = c + 1;
  }
  return found;
}

std::vector<GridBandReader::Part> GridBandReader::split_parts(std::size_t begin, std::size_t end) const {
  std::vector<Part> parts;
  std::size_t from = begin;
  for (std::size_t i = begin; i < end; ++i) {
    const auto signs = line_columns(lines_[i].utf8).signs;
    bool ruler = false;
    for (std::size_t c = 0; c + 1 < borders_.size() && !ruler; ++c) {
      if (borders_[c + 1] >= signs.size() || drawn_sign(signs[borders_[c]]) != '+') continue;
      ruler = borders_[c + 1] > borders_[c] + 1;
      for (std::size_t x = borders_[c] + 1; x < borders_[c + 1] && ruler; ++x) {
        const char sign = drawn_sign(signs[x]);
        ruler = sign == '-' || sign == '=';
      }
    }
    if (!ruler) continue;
    parts.push_back({from, i});
    from = i + 1;
  }
  parts.push_back({from, end});
  return parts;
}

bool GridBandReader::ruled_below(std::size_t ruler, const Span& span) const {
  const auto signs = line_columns(lines_[ruler].utf8).signs;
  for (std::size_t x = borders_[span.first] + 1; x < borders_[span.last]; ++x) {
    const char sign = x < signs.size() ? drawn_sign(signs[x]) : static_cast<char>(0);
    if (sign != '-' && sign != '=' && sign != '+') return false;
  }
  return true;
}

void GridBandReader::read(std::size_t begin, std::size_t end, bool one_row, bool header) {
  // Only a band of several lines can hold a ruler of its own; a table of a row a line is not searched for any.
  const auto parts = one_row && end - begin > 2 ? split_parts(begin, end) : std::vector<Part>{{begin, end}};
  if (parts.size() > 1)
    read_merged(parts, header);
  else
    read_part_rows(begin, end, one_row, header);
}

bool GridBandReader::all_whole_rows(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    const auto cuts = cut(i);
    std::size_t filled = 0;
    for (std::size_t c = 0; c < cuts.size(); c += 2) filled += blank(lines_[i].utf8, cuts[c], cuts[c + 1]) ? 0 : 1;
    if (cuts.empty() || blank(lines_[i].utf8, cuts[0], cuts[1]) ||
        static_cast<double>(filled) <= kWholeRowShare * static_cast<double>(column_count())) {
      return false;
    }
  }
  return true;
}

void GridBandReader::read_part_rows(std::size_t begin, std::size_t end, bool one_row, bool header) {
  if (one_row && !header && end - begin > 1 && all_whole_rows(begin, end)) one_row = false;
  for (std::size_t first = begin; first < end;) {
    const std::size_t last = one_row ? end : first + 1;
    builder_.begin_row();
    const auto cells = spans(first, last);
    std::vector<WrappedCell> texts(cells.size(), WrappedCell(markup_));
    for (std::size_t i = first; i < last; ++i) {
      const auto cuts = cut(i);
      LineCursor cursor(lines_[i]);
      for (std::size_t s = 0; s < cells.size() && 2 * cells[s].last <= cuts.size(); ++s) {
        texts[s].add(cursor, cuts[2 * cells[s].first], cuts[2 * cells[s].last - 1]);
      }
    }
    if (!one_row && blank(lines_[first].utf8, cut(first)[0], cut(first)[1])) unsure_.add(lines_[first].number);
    for (std::size_t s = 0; s < cells.size(); ++s) {
      builder_.add_cell(static_cast<int>(cells[s].first), texts[s].take(),
                        static_cast<int>(cells[s].last - cells[s].first));
    }
    if (header) builder_.mark_header();
    first = last;
  }
}

// Cells that go on through a ruler are open until one closes them; all parts must cut them at the same borders.
void GridBandReader::read_merged(const std::vector<Part>& parts, bool header) {
  struct Open {
    Span span;
    std::size_t part = 0;
    int rows = 0;
    WrappedCell text;
  };
  std::vector<Open> open, closed;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (const Span& span : spans(parts[p].begin, parts[p].end)) {
      const auto above = std::find_if(open.begin(), open.end(), [&](const Open& o) {
        return o.span.first < span.last && span.first < o.span.last;
      });
      if (above == open.end())
        open.push_back({span, p, 0, WrappedCell(markup_)});
      else if (above->span.first != span.first || above->span.last != span.last)
        unsure_.add(lines_[parts[p].begin].number);
    }
    const std::size_t end = std::min(parts[p].end + (p + 1 < parts.size() ? 1 : 0), lines_.size());
    for (std::size_t i = parts[p].begin; i < end; ++i) {
      const bool ruler = i == parts[p].end;
      const auto cuts = cut(i);
      LineCursor cursor(lines_[i]);
      std::sort(open.begin(), open.end(), [](const Open& a, const Open& b) { return a.span.first < b.span.first; });
      for (Open& cell : open) {
        if (2 * cell.span.last > cuts.size() || (ruler && ruled_below(i, cell.span))) continue;
        cell.text.add(cursor, cuts[2 * cell.span.first], cuts[2 * cell.span.last - 1]);
      }
    }
    for (auto cell = open.begin(); cell != open.end();) {
      ++cell->rows;
      const bool ends = p + 1 == parts.size() || ruled_below(parts[p].end, cell->span);
      if (ends) closed.push_back(std::move(*cell));
      cell = ends ? open.erase(cell) : cell + 1;
    }
  }
  std::sort(closed.begin(), closed.end(), [](const Open& a, const Open& b) {
    return std::pair(a.part, a.span.first) < std::pair(b.part, b.span.first);
  });
  std::size_t next = 0;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    builder_.begin_row();
    for (; next < closed.size() && closed[next].part == p; ++next) {
      Open& cell = closed[next];
      builder_.add_cell(static_cast<int>(cell.span.first), cell.text.take(),
                        static_cast<int>(cell.span.last - cell.span.first), cell.rows);
    }
    if (header) builder_.mark_header();
  }
}

void GridBandReader::report(layout::Document& document) {
  unsure_.report(document,
                 "of a drawn table may go on with the row above, or are merged in a way that was not understood");
}

}  // namespace pactable::readers::text
