// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/row_items.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/unicode.h"
#include "readers/text/notes.h"

namespace pactable::readers::text {
namespace {

class RowItems {
 public:
  RowItems(Lines lines, const SeparatedForm& form) : lines_(lines), form_(form) {}

  std::vector<RowItem> find() {
    bool blank_before = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank) {
        blank_before = true;
        continue;
      }
      const bool break_before = blank_before || lines_[i].new_page;
      blank_before = false;
      if (!has_separator(i)) {
        items_.push_back({.line = i, .text = true, .break_before = break_before});
        continue;
      }
      read_record(lines_, i, form_.separation, record_);
      add_record(break_before, blank_before);
      i = record_.last_line;
    }
    if (form_.usual_fields > 0) find_table();
    mark_sections();
    return std::move(items_);
  }

 private:
  [[nodiscard]] bool has_separator(std::size_t line) const {
    return form_.separation.separator == '\t'
               ? lines_[line].tab
               : lines_[line].utf8.find(form_.separation.separator) != std::string_view::npos;
  }

  void add_record(bool break_before, bool& blank_before) {
    std::size_t filled = 0;
    for (std::size_t f = 0; f < record_.fields.size(); ++f) filled += record_.blank(lines_, f) ? 0 : 1;
    const auto cells = static_cast<int>(record_.fields.size());
    if (form_.padded && filled == 0) {
      blank_before = true;
      return;
    }
    RowItem item{.line = record_.first_line, .break_before = break_before};
    item.full = filled == record_.fields.size();
    item.cells = cells;
    item.filled = static_cast<int>(filled);
    // Far from the usual width, with the separator set as prose sets it: a section or a paragraph between the rows.
    const bool quoted =
        std::any_of(record_.fields.begin(), record_.fields.end(), [](const Field& f) { return f.quoted; });
    item.text = cells + 2 <= form_.usual_fields && !quoted && item.full && spaced_like_prose(record_.first_line);
    items_.push_back(item);
  }

  [[nodiscard]] bool spaced_like_prose(std::size_t line) const {
    const std::string_view text = lines_[line].utf8;
    for (std::size_t at = text.find(form_.separation.separator); at != std::string_view::npos;
         at = text.find(form_.separation.separator, at + 1)) {
      if (at + 1 < text.size() && text[at + 1] != ' ') return false;
    }
    return true;
  }

  // What stands above the first and below the last row of the usual width is no row, however many separators it has.
  void find_table() {
    const auto is_usual = [&](const RowItem& item) {
      return !item.text && item.cells == form_.usual_fields && item.filled > 1 &&
             (form_.spaced || !spaced_like_prose(item.line));
    };
    const auto first = std::find_if(items_.begin(), items_.end(), is_usual);
    const auto last = std::find_if(items_.rbegin(), items_.rend(), is_usual).base();
    for (auto item = items_.begin(); item != items_.end(); ++item) {
      if (item >= first && item < last) continue;
      item->fields = !item->text && item->filled == 1;
      item->text = true;
    }
  }

  [[nodiscard]] bool is_row(std::size_t item) const { return item < items_.size() && !items_[item].text; }

  void mark_sections() {
    std::size_t head = 0;  // the first row of the table that the rows above belong to
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i].text) {
        if (i == 0 || items_[i - 1].text) head = i;
        continue;
      }
      std::size_t end = i;
      while (end < items_.size() && items_[end].text) ++end;
      if (i > 0 && is_row(end) && are_sections(head, i, end)) {
        for (std::size_t s = i; s < end; ++s) {
          items_[s].text = false;
          items_[s].section = true;
          items_[s].break_before = false;
        }
        items_[end].break_before = false;
        // The table goes on, with the head it had.
        i = end;
        continue;
      }
      i = end - 1;
    }
  }

  [[nodiscard]] std::string_view first_field(std::size_t item) const {
    const std::string_view line = lines_[items_[item].line].utf8;
    return unicode::trim(line.substr(0, line.find(form_.separation.separator)));
  }

  [[nodiscard]] bool are_sections(std::size_t head, std::size_t begin, std::size_t end) const {
    bool apart = items_[end].break_before;
    for (std::size_t i = begin; i < end; ++i) apart = apart || items_[i].break_before;
    if (!name_sections(lines_, items_[begin].line, items_[end - 1].line + 1, apart)) return false;
    // The first column named again is the header of another table.
    const std::string_view first = first_field(head);
    if (first == first_field(end) &&
        (!first.empty() || lines_[items_[head].line].utf8 == lines_[items_[end].line].utf8)) {
      return false;
    }
    const int below = usual_cells(end, 1), above = usual_cells(begin - 1, -1);
    return below == above || (below <= items_[head].cells && above <= items_[head].cells);
  }

  // The usual width of the rows from an item on, up to the next line of text.
  [[nodiscard]] int usual_cells(std::size_t from, int step) const {
    std::map<int, int> counts;
    for (std::size_t i = from; is_row(i) && !items_[i].section; i += static_cast<std::size_t>(step)) {
      ++counts[items_[i].cells];
      if (i == 0 && step < 0) break;
    }
    int usual = 0, most = 0;
    for (const auto& [cells, count] : counts) {
      if (count > most) std::tie(usual, most) = std::pair(cells, count);
    }
    return usual;
  }

  Lines lines_;
  const SeparatedForm& form_;
  std::vector<RowItem> items_;
  Record record_;
};

}  // namespace

std::vector<RowItem> find_row_items(Lines lines, const SeparatedForm& form) { return RowItems(lines, form).find(); }

}  // namespace pactable::readers::text
