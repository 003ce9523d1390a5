// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/spaced_blocks.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "core/unicode.h"
#include "readers/text/notes.h"
#include "readers/text/page_furniture.h"

namespace pactable::readers::text {
namespace {

// A line or two that do not keep to the columns are overlong cells; as many as this are another table, or prose.
constexpr std::size_t kMisfits = 3;
constexpr std::size_t kMaxSectionLines = 3;
constexpr double kRefinedShare = 0.05;  // lines that may cross finer columns
constexpr double kCrossingShare = 0.15;
// Lines with cells in two columns, or in more: a header and a row prove three columns, two need more evidence.
constexpr std::size_t kRowsOfTwo = 3;
constexpr std::size_t kRowsOfMore = 2;
// Words in the cells of both of two columns above which they are prose that is set in two columns.
constexpr double kProseWords = 4.5;
constexpr double kLabelShare = 0.8;

class BlockFinder {
 public:
  explicit BlockFinder(Lines lines) : lines_(lines), furniture_(find_page_furniture(lines)) {}

  SpacedParts find() {
    bool blank = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].new_page) {
        keep_last_section();
        close();
        new_page_ = true;
      }
      if (lines_[i].blank) {
        blank = true;
        continue;
      }
      if (!furniture_.empty() && furniture_[i]) {
        close();
        add_text(i, true);
      } else {
        take({i, blank, false, false});
      }
      blank = false;
    }
    close();
    return std::move(found_);
  }

 private:
  void take(const SpacedLine& line) {
    const auto segments = split_segments(lines_[line.line]);
    if (segments.empty()) {
      close();
      add_text(line.line, false);
    } else if (block_.lines.empty()) {
      if (segments.size() > 1)
        add(line, segments);
      else
        add_text(line.line, false);
    } else if (segments.size() > 1) {
      take_cells(line, segments);
    } else {
      take_single(line, segments);
    }
  }

  void add(const SpacedLine& line, const std::vector<Segment>& segments) {
    block_.columns.add(lines_[line.line], segments);
    block_.lines.push_back(line);
    if (segments.size() > 1) rows_end_ = block_.lines.size();
    misfits_ = 0;
  }

  void take_cells(SpacedLine line, const std::vector<Segment>& segments) {
    const bool crosses = block_.columns.crosses(lines_[line.line], segments);
    const bool parted = line.blank_before || !pending_.empty();
    if ((crosses && parted) || !settle_pending(line)) {
      close();
      take(line);
      return;
    }
    if (!crosses) {
      add(line, segments);
      return;
    }
    line.crosses = true;
    block_.lines.push_back(line);
    if (++misfits_ < kMisfits) return;
    // Another table begins with these.
    std::vector<SpacedLine> others(block_.lines.end() - kMisfits, block_.lines.end());
    block_.lines.resize(block_.lines.size() - kMisfits);
    misfits_ = 0;
    close();
    for (SpacedLine& other : others) {
      other.crosses = false;
      take(other);
    }
  }

  void take_single(const SpacedLine& line, const std::vector<Segment>& segments) {
    if (pending_.empty() && !block_.columns.crosses(lines_[line.line], segments)) {
      add(line, segments);
      return;
    }
    pending_.push_back(line);
    if (pending_.size() > kMaxSectionLines) close();
  }

  // Lines over the columns with a row below them: sections of the table, or the caption of the next one.
  bool settle_pending(const SpacedLine& next) {
    if (pending_.empty()) return true;
    bool apart = next.blank_before;
    for (const SpacedLine& line : pending_) apart = apart || line.blank_before;
    // The first column named again is the header of another table.
    const bool caption = first_text(next.line) == first_text(block_.lines.front().line);
    if (caption || !name_sections(lines_, pending_.front().line, pending_.back().line + 1, apart)) return false;
    for (SpacedLine& line : pending_) {
      line.section = true;
      block_.lines.push_back(line);
    }
    pending_.clear();
    return true;
  }

  // The last line of a page may name the section of the rows on the next one.
  void keep_last_section() {
    if (pending_.size() != 1 || pending_.front().blank_before) return;
    if (!name_sections(lines_, pending_.front().line, pending_.front().line + 1, true)) return;
    pending_.front().section = true;
    block_.lines.push_back(pending_.front());
    rows_end_ = block_.lines.size();
    pending_.clear();
  }

  [[nodiscard]] std::string_view first_text(std::size_t line) const {
    const auto segments = split_segments(lines_[line]);
    return segments.empty() ? std::string_view()
                            : lines_[line].utf8.substr(segments[0].first, segments[0].last - segments[0].first);
  }

  void close() {
    // Below the last row only what wraps its cells belongs to it.
    std::size_t end = rows_end_;
    while (end < block_.lines.size() && (block_.lines[end].crosses || continues(block_.lines[end]))) ++end;
    std::vector<SpacedLine> below(block_.lines.begin() + static_cast<std::ptrdiff_t>(end), block_.lines.end());
    below.insert(below.end(), pending_.begin(), pending_.end());
    pending_.clear();
    block_.lines.resize(end);
    rows_end_ = misfits_ = 0;
    refine_columns();
    if (is_table())
      add_table();
    else
      for (const SpacedLine& line : block_.lines) add_text(line.line, false);
    block_ = {};
    for (const SpacedLine& line : below) add_text(line.line, false);
  }

  // A header whose words nearly touch hides two columns in one. Where several lines have two cells in a column, the
  // lines with most cells are asked first, and the rest is cut by what they tell, if hardly any line crosses then.
  void refine_columns() {
    std::size_t doubled = 0;
    std::map<std::size_t, std::vector<std::size_t>, std::greater<>> by_cells;
    for (std::size_t i = 0; i < block_.lines.size(); ++i) {
      if (block_.lines[i].section) continue;
      const Line& line = lines_[block_.lines[i].line];
      const auto segments = split_segments(line);
      by_cells[segments.size()].push_back(i);
      const auto pieces = block_.columns.place(line, segments).pieces;
      doubled += std::adjacent_find(pieces.begin(), pieces.end(),
                                    [](const Piece& a, const Piece& b) { return a.column == b.column; }) != pieces.end()
                     ? 1
                     : 0;
    }
    if (doubled < kMisfits) return;
    SpacedColumns columns;
    std::vector<bool> crosses(block_.lines.size(), false);
    std::size_t crossing = 0;
    for (const auto& [cells, same] : by_cells) {
      for (const std::size_t i : same) {
        const Line& line = lines_[block_.lines[i].line];
        const auto segments = split_segments(line);
        crosses[i] = columns.crosses(line, segments);
        crossing += crosses[i] ? 1 : 0;
        if (!crosses[i]) columns.add(line, segments);
      }
    }
    if (static_cast<double>(crossing) > kRefinedShare * static_cast<double>(block_.lines.size())) return;
    block_.columns = std::move(columns);
    for (std::size_t i = 0; i < crosses.size(); ++i) block_.lines[i].crosses = crosses[i];
  }

  [[nodiscard]] bool continues(const SpacedLine& line) const {
    if (line.blank_before) return false;
    const Placed placed = block_.columns.place(lines_[line.line], split_segments(lines_[line.line]));
    return !placed.pieces.empty() && placed.pieces.front().column > 0;
  }

  [[nodiscard]] bool is_table() {
    const std::size_t columns = block_.columns.count();
    if (columns < 2) return false;
    std::size_t rows = 0, crossing = 0, labels = 0, first_filled = 0;
    std::vector<std::size_t> words(columns, 0), cells(columns, 0);
    for (const SpacedLine& line : block_.lines) {
      crossing += line.crosses ? 1 : 0;
      if (line.crosses || line.section) continue;
      const Placed placed = block_.columns.place(lines_[line.line], split_segments(lines_[line.line]));
      rows += placed.pieces.size() > 1 ? 1 : 0;
      for (const Piece& piece : placed.pieces) {
        const auto text = unicode::trim(lines_[line.line].utf8.substr(piece.first, piece.last - piece.first));
        ++cells[piece.column];
        words[piece.column] += unicode::split_space(text).size();
        if (piece.column > 0) continue;
        ++first_filled;
        labels += is_label(text) ? 1 : 0;
      }
    }
    if (rows < (columns == 2 ? kRowsOfTwo : kRowsOfMore)) return false;
    if (static_cast<double>(crossing) > kCrossingShare * static_cast<double>(rows + crossing)) {
      if (found_.doubtful_line == 0) found_.doubtful_line = lines_[block_.lines.front().line].number;
      return false;
    }
    if (columns > 2) return true;
    const auto prose = [&](std::size_t c) {
      return static_cast<double>(words[c]) > kProseWords * static_cast<double>(cells[c]);
    };
    if (prose(0) && prose(1)) return false;
    // Numbered paragraphs with a hanging indent are a list, unless a table of two columns goes on from the page before.
    const std::string_view first = lines_[block_.lines.front().line].utf8;
    const bool all_labels = static_cast<double>(labels) >= kLabelShare * static_cast<double>(first_filled);
    const auto leading = unicode::split_space(first);
    return !(all_labels && is_label(leading.front())) || last_columns_ == 2;
  }

  void add_table() {
    for (const SpacedLine& line : block_.lines) found_.crossing_lines += line.crosses ? 1 : 0;
    found_.table_lines += block_.lines.size();
    last_columns_ = block_.columns.count();
    block_.new_page = std::exchange(new_page_, false);
    found_.parts.push_back(std::move(block_));
  }

  void add_text(std::size_t line, bool furniture) {
    SpacedPart part;
    part.lines.push_back({line, false, false, false});
    part.furniture = furniture;
    if (!furniture) {
      last_columns_ = 0;
      new_page_ = false;
    }
    found_.parts.push_back(std::move(part));
  }

  Lines lines_;
  std::vector<bool> furniture_;
  SpacedParts found_;
  SpacedPart block_;
  std::vector<SpacedLine> pending_;
  std::size_t rows_end_ = 0;  // behind the last line of the block with cells in two columns
  std::size_t misfits_ = 0;
  std::size_t last_columns_ = 0;  // of the table right above, with nothing but furniture between
  bool new_page_ = false;
};

}  // namespace

SpacedParts find_spaced_parts(Lines lines) { return BlockFinder(lines).find(); }

}  // namespace pactable::readers::text
