// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/logical_table.h"

#include <algorithm>
#include <deque>
#include <memory>

#include "columns/column_map.h"
#include "columns/prior.h"
#include "columns/row_uses.h"
#include "core/unicode.h"

namespace pactable::columns {
namespace {

// A caption is a line, not a paragraph. The longest seen has 14 words ("Table 1. Draft Programme of Work …").
constexpr std::size_t kMaxCaptionWords = 25, kMaxCaptionBytes = 1000;
// An introducing sentence may stand between a caption and its table ("The table below identifies …").
constexpr int kCaptionReach = 2;
// A table that is nothing but a header, with its title, above another that holds the rows.
constexpr int kHeaderTableRows = 2;

bool is_capitals(std::string_view text) {
  const std::string folded = unicode::fold(text);
  if (folded == text) return false;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (!unicode::is_letter(c)) continue;
    std::string one;
    unicode::append_utf8(one, c);
    if (unicode::fold(one) == one) return false;
  }
  return true;
}

/// "¹ Urgency: …", "* see annex", "[1] …": a note that stands between two parts of a table.
bool is_note(const layout::TextBlock& block) {
  if (block.furniture != layout::Furniture::kNone) return true;
  const layout::Text text = block.paragraph.text.trimmed();
  if (text.empty()) return true;
  for (const layout::StyleSpan& span : text.styles()) {
    if (span.style == layout::Style::kSuperscript && span.begin == 0 && span.end < text.utf8().size()) return true;
  }
  const std::u32string head = unicode::to_code_points(text.utf8().substr(0, 12));
  constexpr std::u32string_view kMarks = U"*†‡§¹²³⁴⁵⁶⁷⁸⁹";
  if (kMarks.find(head.front()) != std::u32string_view::npos) return true;
  return head.size() > 2 && head[0] == U'[' && unicode::is_digit(head[1]) &&
         (head[2] == U']' || (head.size() > 3 && head[3] == U']'));
}

class Finder {
 public:
  Finder(std::span<const layout::Block> blocks, const HeaderWords& words) : blocks_(blocks), words_(words) {}

  std::vector<LogicalTable> run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (const auto* text = std::get_if<layout::TextBlock>(&blocks_[i])) {
        add_text(i, *text);
      } else {
        add_table(i);
      }
    }
    std::vector<LogicalTable> out;
    for (Built& built : built_) {
      fill_maps(built);
      out.push_back(std::move(*built.table));
    }
    return out;
  }

 private:
  struct Built {
    std::unique_ptr<LogicalTable> table;  // at a fixed address: `uses` refers to it
    std::unique_ptr<RowUses> uses;
    std::deque<PieceGrid> grids;
    std::vector<char> classes;  // of the columns of its first piece, see column_classes
  };

  [[nodiscard]] const layout::Table& table_at(std::size_t block) const {
    return std::get<layout::Table>(blocks_[block]);
  }

  void add_text(std::size_t i, const layout::TextBlock& block) {
    if (block.furniture != layout::Furniture::kNone || !unicode::has_word_character(block.paragraph.text.utf8()))
      return;
    if (is_continued(block)) return;
    if (!is_note(block)) body_between_ = true;
    const bool right_above = i + 1 < blocks_.size() && std::holds_alternative<layout::Table>(blocks_[i + 1]);
    if (is_caption(block, right_above)) {
      caption_ = i;
      since_caption_ = 0;
    } else if (++since_caption_ >= kCaptionReach) {
      caption_.reset();
    }
  }

  // "(continued)" between two parts of a table.
  [[nodiscard]] bool is_continued(const layout::TextBlock& block) const {
    if (block.paragraph.text.utf8().size() > kMaxCaptionBytes) return false;
    const std::string text = unicode::fold(block.paragraph.text.collapsed().utf8());
    const auto& forms = words_.vocabulary().continued;
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
      return text == form || "(" + text + ")" == form || text == "(" + form + ")";
    });
  }

  // A phrase right above a table names it, however it is set; farther up only what looks like a heading does.
  [[nodiscard]] bool is_caption(const layout::TextBlock& block, bool right_above) const {
    if (block.paragraph.text.utf8().size() > kMaxCaptionBytes) return false;
    const std::string text = block.paragraph.text.collapsed().utf8();
    const std::vector<std::string_view> split = unicode::split_space(text);
    if (split.empty() || split.size() > kMaxCaptionWords) return false;
    const std::string first = unicode::fold(split.front());
    if (split.size() > 1 && words_.vocabulary().captions.holds(first)) return true;
    if (text.ends_with('.') || text.ends_with(':') || text.ends_with(';')) return false;
    return right_above || block.paragraph.heading_level > 0 || is_capitals(text) ||
           block.paragraph.text.is_all(layout::Style::kBold);
  }

  /// The table right below, where only notes stand between.
  [[nodiscard]] const layout::Table* table_below(std::size_t block) const {
    for (std::size_t i = block + 1; i < blocks_.size(); ++i) {
      if (const auto* table = std::get_if<layout::Table>(&blocks_[i])) return table;
      if (!is_note(std::get<layout::TextBlock>(blocks_[i]))) return nullptr;
    }
    return nullptr;
  }

  void add_table(std::size_t i) {
    const PieceGrid grid(table_at(i));
    std::optional<PieceGrid> below;
    const layout::Table* next = grid.rows() <= kHeaderTableRows ? table_below(i) : nullptr;
    if (next != nullptr && next->column_count == grid.table->column_count) below.emplace(*next);
    const PieceGrid* next_grid = below ? &*below : nullptr;
    std::optional<HeaderPlace> own = find_header(grid, next_grid, words_);
    if (!built_.empty() && !body_between_ && goes_on(built_.back(), grid, own)) {
      Built& open = built_.back();
      open.table->pieces.push_back(i);
      open.grids.push_back(grid);
      const bool rest = own && is_rest_of_header(open, grid, *own) && !open.uses->repeats(grid);
      open.uses->go_on(grid, next_grid, rest ? own->row + own->height : 0);
    } else {
      begin(i, grid, next_grid, std::move(own));
    }
    caption_.reset();
    body_between_ = false;
  }

  void begin(std::size_t i, const PieceGrid& grid, const PieceGrid* next, std::optional<HeaderPlace> own) {
    Built built;
    built.table = std::make_unique<LogicalTable>();
    built.table->pieces = {i};
    built.table->caption = caption_;
    built.grids.push_back(grid);
    built.uses = std::make_unique<RowUses>(*built.table, words_);
    built.classes = column_classes(grid, own ? own->row + own->height : 0, words_.vocabulary());
    const bool takes = !own && !built_.empty() && built_.back().table->has_header &&
                       built_.back().grids.front().table->column_count == grid.table->column_count &&
                       classes_agree(built_.back().classes, built.classes);
    if (takes) {
      built.table->header_from = built_.size() - 1;
      built.uses->begin_below(grid, *built_.back().uses);
    } else {
      built.uses->begin(grid, next, std::move(own));
    }
    built_.push_back(std::move(built));
  }

  /// The lower level of a header whose upper one stands with the running head: years that fill about half of the
  /// columns, above columns like those of the table.
  [[nodiscard]] static bool is_rest_of_header(const Built& open, const PieceGrid& grid, const HeaderPlace& own) {
    if (!open.table->has_header || open.grids.back().table->column_count != grid.table->column_count) return false;
    int filled = 0;
    for (int row = own.row; row < std::min(own.row + own.height, grid.rows()); ++row) filled += filled_cells(grid, row);
    return open.table->headers.front().height > 1 && own.row == 0 && 2 * filled <= grid.table->column_count + 2;
  }

  [[nodiscard]] bool goes_on(const Built& open, const PieceGrid& grid, const std::optional<HeaderPlace>& own) const {
    if (open.uses->repeats(grid)) return true;
    if (own) return open.uses->changes(grid, *own) || is_rest_of_header(open, grid, *own);
    const int columns = open.grids.back().table->column_count;
    if (grid.table->column_count == columns) return true;
    // Rows over the whole width alone have one column; grids that were found anew have others, at the same places.
    return lies_within(open.grids.front(), grid) || lies_within(open.grids.back(), grid);
  }

  static void fill_maps(Built& built) {
    LogicalTable& table = *built.table;
    for (std::size_t p = 0; p < table.pieces.size(); ++p) {
      table.maps.emplace_back();
      for (const Header& header : table.headers) {
        const bool same = header.piece == static_cast<int>(p);
        table.maps.back().push_back(
            map_columns(header, built.grids[static_cast<std::size_t>(header.piece)], built.grids[p], same));
      }
    }
  }

  std::span<const layout::Block> blocks_;
  const HeaderWords& words_;
  std::vector<Built> built_;
  std::optional<std::size_t> caption_;
  int since_caption_ = 0;
  bool body_between_ = false;
};

}  // namespace

int LogicalTable::column_of(int piece, int header, const layout::Cell& cell) const {
  const std::vector<int>& map = maps[static_cast<std::size_t>(piece)][static_cast<std::size_t>(header)];
  int best = -1, best_shared = 0;
  int open = -1, shared = 0;
  for (int c = cell.column; c < cell.column + cell.column_span && c < static_cast<int>(map.size()); ++c) {
    const int column = map[static_cast<std::size_t>(c)];
    if (column < 0) continue;
    shared = column == open ? shared + 1 : 1;
    open = column;
    if (shared > best_shared) {
      best = column;
      best_shared = shared;
    }
  }
  return best;
}

std::vector<LogicalTable> find_logical_tables(std::span<const layout::Block> blocks, const HeaderWords& words) {
  return Finder(blocks, words).run();
}

}  // namespace pactable::columns
