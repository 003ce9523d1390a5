// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/row_uses.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::columns {
namespace {

// Header words of a changed header that a cell of data could be too: texts longer than any header are not compared.
constexpr std::size_t kMaxHeaderBytes = 240;
constexpr int kMinSharedCells = 2;

std::size_t bytes_of(const layout::Cell& cell) {
  std::size_t bytes = 0;
  for (const layout::Paragraph& paragraph : cell.paragraphs) bytes += paragraph.text.utf8().size();
  return bytes;
}

std::size_t shared_cells(const std::vector<std::string>& bares, const std::unordered_set<std::string>& others) {
  return static_cast<std::size_t>(
      std::count_if(bares.begin(), bares.end(), [&](const std::string& bare) { return others.contains(bare); }));
}

std::string joined(const std::vector<std::string>& bares) {
  std::string key;
  for (const std::string& bare : bares) (key += bare) += '\n';
  return key;
}

}  // namespace

void RowUses::add_row(int piece, int row, RowUse use) {
  LogicalRow out;
  out.piece = piece;
  out.row = row;
  out.header = header_;
  out.use = use;
  if (use == RowUse::kData) {
    out.behind_break = break_seen_;
    break_seen_ = false;
  }
  table_.rows.push_back(out);
}

void RowUses::add_header(int piece, const PieceGrid& grid, const PieceGrid* next, const HeaderPlace& place) {
  Header header;
  header.piece = piece;
  header.row = place.row;
  header.height = place.height;
  header.score = place.score;
  header.evidence = place.evidence;
  header.columns = header_columns(grid, place.row, place.height, next);
  Keys keys;
  for (int row = place.row; row < place.row + place.height; ++row) {
    keys.rows.push_back(bare_row(grid, row));
    for (const std::string& bare : keys.rows.back()) keys.cells.insert(bare);
    for (const layout::Cell& cell : grid.cells(row)) keys.longest = std::max(keys.longest, bytes_of(cell));
  }
  keys_.push_back(std::move(keys));
  table_.headers.push_back(std::move(header));
  header_ = static_cast<int>(table_.headers.size()) - 1;
}

void RowUses::add_title_rows(int piece, const PieceGrid& grid, int end) {
  for (int row = 0; row < end; ++row) {
    bool numbered = false;
    for (const layout::Cell& cell : grid.cells(row)) {
      const CellText text(cell);
      const auto label = read_leading_label(text.printed, words_.vocabulary());
      const bool caption = !text.words.empty() && words_.vocabulary().captions.holds(text.words.front());
      numbered = numbered || !text.list_label.empty() || (label && !caption);
    }
    // A numbered line above the header is a section of the plan, not its title.
    add_row(piece, row, numbered ? RowUse::kData : RowUse::kTitle);
    if (!numbered && filled_cells(grid, row) > 0) titles_.insert(joined(bare_row(grid, row)));
  }
}

void RowUses::begin(const PieceGrid& grid, const PieceGrid* next, std::optional<HeaderPlace> place) {
  if (!place) {
    Header blank;
    blank.columns = blank_columns(grid);
    table_.headers.push_back(std::move(blank));
    keys_.emplace_back();
    walk(0, grid, next, 0);
    return;
  }
  table_.has_header = true;
  add_header(0, grid, next, *place);
  add_title_rows(0, grid, place->row);
  const int end = std::min(place->row + place->height, grid.rows());
  for (int row = place->row; row < end; ++row) add_row(0, row, RowUse::kHeader);
  walk(0, grid, next, end);
}

void RowUses::begin_below(const PieceGrid& grid, const RowUses& earlier) {
  table_.has_header = true;
  Header header = earlier.table_.headers[static_cast<std::size_t>(earlier.header_)];
  header.height = 0;
  header.piece = 0;
  table_.headers.push_back(std::move(header));
  keys_.push_back(earlier.keys_[static_cast<std::size_t>(earlier.header_)]);
  walk(0, grid, nullptr, 0);
}

void RowUses::go_on(const PieceGrid& grid, const PieceGrid* next, int header_rows) {
  break_seen_ = true;
  const int piece = static_cast<int>(table_.pieces.size()) - 1;
  for (int row = 0; row < header_rows; ++row) add_row(piece, row, RowUse::kRepeatedHeader);
  walk(piece, grid, next, header_rows);
}

bool RowUses::may_be_header(const PieceGrid& grid, int row) const {
  const auto cells = grid.cells(row);
  int filled = 0;
  for (const layout::Cell& cell : cells) {
    if (cell.empty()) continue;
    if (bytes_of(cell) > kMaxHeaderBytes) return false;
    ++filled;
  }
  return filled >= kMinSharedCells || (filled == 1 && grid.table->column_count == 1);
}

int RowUses::repeated_height(const PieceGrid& grid, int row, int& header) const {
  if (!table_.has_header || !may_be_header(grid, row)) return 0;
  std::size_t filled = 0, longest = 0;
  for (const layout::Cell& cell : grid.cells(row)) {
    filled += cell.empty() ? 0 : 1;
    longest = std::max(longest, bytes_of(cell));
  }
  // Most rows are told from a header by their length.
  constexpr std::size_t kMarks = 16;
  const bool possible = std::any_of(keys_.begin(), keys_.end(), [&](const Keys& keys) {
    return longest <= keys.longest + kMarks &&
           std::any_of(keys.rows.begin(), keys.rows.end(), [&](const auto& cells) { return cells.size() == filled; });
  });
  if (!possible) return 0;
  const std::vector<std::string> bares = bare_row(grid, row);
  for (std::size_t h = keys_.size(); h-- > 0;) {
    const auto& rows = keys_[h].rows;
    if (rows.empty()) continue;
    std::size_t height = 0;
    // The lower levels alone come again where the upper one is a title.
    for (std::size_t first = 0; first < rows.size() && height == 0; ++first) {
      if (rows[first].empty() || bares != rows[first]) continue;
      height = 1;
      while (first + height < rows.size() && row + static_cast<int>(height) < grid.rows() &&
             bare_row(grid, row + static_cast<int>(height)) == rows[first + height]) {
        ++height;
      }
    }
    if (height == 0) continue;
    header = static_cast<int>(h);
    return static_cast<int>(height);
  }
  return 0;
}

int RowUses::changed_height(const PieceGrid& grid, int row, bool within) const {
  if (!table_.has_header || !may_be_header(grid, row)) return 0;
  const Keys& keys = keys_[static_cast<std::size_t>(header_)];
  const bool marked = grid.table->rows[static_cast<std::size_t>(row)].header;
  const auto cells = grid.cells(row);
  if (!marked && std::none_of(cells.begin(), cells.end(), [&](const layout::Cell& cell) {
        return !cell.empty() && bytes_of(cell) <= keys.longest + 4;
      })) {
    return 0;
  }
  std::vector<std::string> bares;
  std::size_t known = 0;
  for (const layout::Cell& cell : cells) {
    if (cell.empty()) continue;
    const CellText text(cell);
    const std::string bare = bare_header(text.folded);
    // A cell that no header has, a label or a sentence, makes a row of data.
    if (!keys.cells.contains(bare)) {
      constexpr std::size_t kMaxWords = 12;
      if (text.words.size() > kMaxWords || read_whole_label(text.printed, words_.vocabulary())) return 0;
      if (read_leading_label(text.printed, words_.vocabulary())) return 0;
    }
    known += words_.knows(bare) ? 1 : 0;
    bares.push_back(bare);
  }
  const std::size_t shared = shared_cells(bares, keys.cells);
  const bool half = shared >= kMinSharedCells && 2 * shared >= bares.size() && 2 * shared >= keys.cells.size();
  // Inside a grid other columns may begin; a grid of its own with other columns is a table of its own.
  const bool another = within && marked && bares.size() >= 2 && 3 * known >= 2 * bares.size();
  if (!half && !another) return 0;
  int height = 1;
  for (const layout::Cell& cell : cells) {
    constexpr int kMaxLevels = 4;
    if (!cell.empty() && cell.row_span <= kMaxLevels) height = std::max(height, cell.row_span);
  }
  return std::min(height, grid.rows() - row);
}

bool RowUses::is_title(const PieceGrid& grid, int row) const {
  return !titles_.empty() && filled_cells(grid, row) == 1 && titles_.contains(joined(bare_row(grid, row)));
}

void RowUses::walk(int piece, const PieceGrid& grid, const PieceGrid* next, int first_row) {
  bool behind_header =
      first_row > 0 || (piece > 0 && !table_.rows.empty() && table_.rows.back().use == RowUse::kHeader);
  for (int row = first_row; row < grid.rows();) {
    break_seen_ = break_seen_ || grid.table->rows[static_cast<std::size_t>(row)].after_break;
    int header = header_;
    int height = repeated_height(grid, row, header);
    RowUse use = RowUse::kRepeatedHeader;
    if (height > 0) {
      header_ = header;
    } else if ((height = changed_height(grid, row, true)) > 0) {
      use = RowUse::kChangedHeader;
      add_header(piece, grid, next, {row, height, 0, {}});
    }
    if (height > 0) {
      for (int r = row; r < row + height; ++r) add_row(piece, r, use);
      row += height;
      behind_header = true;
      continue;
    }
    if (behind_header && is_column_numbers(grid, row, words_.vocabulary())) {
      add_row(piece, row, RowUse::kColumnNumbers);
    } else if (break_seen_ && is_title(grid, row)) {
      add_row(piece, row, RowUse::kTitle);
    } else {
      add_row(piece, row, RowUse::kData);
      behind_header = behind_header && filled_cells(grid, row) == 0;
    }
    ++row;
  }
}

bool RowUses::repeats(const PieceGrid& grid) const {
  constexpr int kTitles = 2;  // a title may stand above a header that comes again
  int header = 0;
  for (int row = 0; row < std::min(grid.rows(), 1 + kTitles); ++row) {
    if (repeated_height(grid, row, header) > 0) return true;
    if (filled_cells(grid, row) > 1) return false;
  }
  return false;
}

bool RowUses::changes(const PieceGrid& grid, const HeaderPlace& place) const {
  return changed_height(grid, place.row, false) > 0;
}

}  // namespace pactable::columns
