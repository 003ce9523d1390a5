// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/columns.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "core/unicode.h"

namespace pactable::parser {
namespace {

// Longer texts are sentences, not headers: the longest header seen has nine words ("General description of research and
// management approaches", "Organisations responsible for the implementation of the action").
constexpr std::size_t kMaxHeaderWords = 12;

bool is_word_border(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const std::u32string tail = unicode::to_code_points(text.substr(at, 4));
  return !unicode::is_letter(tail[0]) && !unicode::is_digit(tail[0]);
}

bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
}

Match match_words(std::string_view header, std::string_view word) {
  if (word.empty()) return Match::kNone;
  if (header == word) return Match::kExact;
  const std::size_t at = header.find(word);
  if (at == std::string_view::npos || !starts_word(header, at) || !is_word_border(header, at + word.size())) {
    return Match::kNone;
  }
  // Short words ("no", "id", "n") prove nothing inside a longer header.
  constexpr std::size_t kMinPartLength = 4;
  if (word.size() < kMinPartLength) return Match::kNone;
  return at == 0 ? Match::kPrefix : Match::kContains;
}

/// True where one character is lost, added or another one.
bool is_one_edit_apart(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const std::size_t front = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  const std::u32string_view rest_a = a.substr(front), rest_b = b.substr(front);
  if (rest_a.size() == rest_b.size()) return rest_a.empty() || rest_a.substr(1) == rest_b.substr(1);
  return rest_a == rest_b.substr(1);
}

/// A recognised header that is a role's word but for one character ("timescal").
Match match_misread(std::string_view header, std::string_view word) {
  // Short words have many neighbours that mean something else ("lead" and "load", "action" and "auction"); "urgency" is
  // the shortest word over a narrow column, where recognisers lose the last letter.
  constexpr std::size_t kMinMisreadLength = 7;
  const std::u32string read = unicode::to_code_points(header), meant = unicode::to_code_points(word);
  if (meant.size() < kMinMisreadLength || !is_one_edit_apart(read, meant)) return Match::kNone;
  return Match::kPrefix;
}

layout::Text header_text(const layout::Cell& cell) {
  std::vector<layout::Text> texts;
  for (const layout::Paragraph& paragraph : cell.paragraphs) texts.push_back(paragraph.text.collapsed());
  return layout::join(texts, " ");
}

// Without characters set as superscripts: they are footnote marks in a header.
std::string without_superscripts(const layout::Text& text) {
  std::string kept;
  std::size_t at = 0;
  for (const layout::StyleSpan& span : text.styles()) {
    if (span.style != layout::Style::kSuperscript || span.begin < at) continue;
    kept += text.utf8().substr(at, span.begin - at);
    at = span.end;
  }
  kept += text.utf8().substr(at);
  return kept;
}

struct HeaderCell {
  ColumnRole column;
  std::string words;  // without footnote marks
  std::string printed;
};

// Several header rows: each column takes the words of every level above it, most specific (lowest) last.
std::vector<HeaderCell> header_cells(const layout::Table& table, int first_row, int row_count) {
  std::vector<HeaderCell> cells;
  for (int column = 0; column < table.column_count;) {
    const layout::Cell* lowest = nullptr;
    for (int row = first_row + row_count - 1; row >= first_row && lowest == nullptr; --row) {
      lowest = table.at(row, column);
    }
    if (lowest == nullptr) {
      ++column;
      continue;
    }
    HeaderCell cell;
    cell.column.column = lowest->column;
    cell.column.column_span = lowest->column_span;
    if (lowest->box) {
      cell.column.x0 = lowest->box->x0;
      cell.column.x1 = lowest->box->x1;
    }
    std::set<const layout::Cell*> seen;
    for (int row = first_row; row < first_row + row_count; ++row) {
      const layout::Cell* level = table.at(row, column);
      if (level == nullptr || !seen.insert(level).second) continue;
      const layout::Text text = header_text(*level);
      if (text.empty()) continue;
      if (!cell.printed.empty()) cell.printed += ' ';
      cell.printed += text.utf8();
      if (!cell.words.empty()) cell.words += ' ';
      cell.words += without_superscripts(text);
    }
    cells.push_back(std::move(cell));
    column = std::max(column + 1, lowest->column + lowest->column_span);
  }
  return cells;
}

int overlap(int a0, int a1, int b0, int b1) { return std::min(a1, b1) - std::max(a0, b0); }

std::size_t word_count(const layout::Cell& cell) { return unicode::split_space(cell.text().utf8()).size(); }

}  // namespace

std::string slug(std::string_view header) {
  std::string out;
  for (const char32_t c : unicode::to_code_points(grammar::comparable(header))) {
    if (unicode::is_letter(c) || unicode::is_digit(c)) {
      unicode::append_utf8(out, c);
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

RoleMatch match_header(std::string_view header, const grammar::Family& family, LabelOrigin origin) {
  const std::string words = grammar::comparable(header);
  if (unicode::split_space(words).size() > kMaxHeaderWords) return {};
  RoleMatch best;
  std::size_t best_length = 0;
  for (const grammar::ColumnRule& rule : family.columns) {
    for (const std::string& synonym : rule.headers) {
      Match match = match_words(words, synonym);
      if (match == Match::kNone && origin == LabelOrigin::kOcr) match = match_misread(words, synonym);
      if (match > best.match || (match == best.match && match != Match::kNone && synonym.size() > best_length)) {
        best = {&rule, match};
        best_length = synonym.size();
      }
    }
  }
  return best;
}

const ColumnRole* Columns::with_value(grammar::ColumnValue value) const {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const ColumnRole& r) { return r.value == value; });
  return found == roles.end() ? nullptr : &*found;
}

const ColumnRole* Columns::with_role(std::string_view role) const {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const ColumnRole& r) { return r.role == role; });
  return found == roles.end() ? nullptr : &*found;
}

const ColumnRole* Columns::role_of(const layout::Cell& cell, const layout::Table& table) const {
  const ColumnRole* best = nullptr;
  if (cell.box && !roles.empty() && roles.front().x1 > roles.front().x0) {
    double best_overlap = 0;
    for (const ColumnRole& role : roles) {
      const double shared = std::min(cell.box->x1, role.x1) - std::max(cell.box->x0, role.x0);
      if (shared > best_overlap) {
        best_overlap = shared;
        best = &role;
      }
    }
    if (best != nullptr) return best;
  }
  if (table.column_count == column_count) {
    int best_overlap = 0;
    for (const ColumnRole& role : roles) {
      const int shared =
          overlap(cell.column, cell.column + cell.column_span, role.column, role.column + role.column_span);
      if (shared > best_overlap) {
        best_overlap = shared;
        best = &role;
      }
    }
    return best;
  }
  const std::vector<const layout::Cell*> row = table.row_cells(cell.row);
  const auto order = static_cast<std::size_t>(std::find(row.begin(), row.end(), &cell) - row.begin());
  return order < roles.size() ? &roles[order] : nullptr;
}

bool is_header_row(const layout::Table& table, int row, const grammar::Family& family) {
  int filled = 0;
  int matched = 0;
  int sure = 0;
  for (const layout::Cell* cell : table.row_cells(row)) {
    if (cell->empty()) continue;
    ++filled;
    if (word_count(*cell) > kMaxHeaderWords) return false;
    const RoleMatch found = match_header(without_superscripts(header_text(*cell)), family, table.origin);
    if (found.match == Match::kNone) continue;
    ++matched;
    if (found.match >= Match::kPrefix) ++sure;
  }
  if (filled == 0) return false;
  if (table.rows[static_cast<std::size_t>(row)].header) return matched > 0 && filled > 1;
  return sure >= 2 && matched * 2 >= filled;
}

Columns read_columns(const layout::Table& table, int first_row, int row_count, const grammar::Family& family) {
  Columns columns;
  columns.column_count = table.column_count;
  std::vector<HeaderCell> cells = header_cells(table, first_row, row_count);
  std::vector<RoleMatch> matches;
  for (const HeaderCell& cell : cells) matches.push_back(match_header(cell.words, family, table.origin));
  // The surest match takes a role first: "Action by" must not lose to "Responsible for each action".
  std::vector<std::size_t> order(cells.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return matches[a].match > matches[b].match; });
  std::set<std::string> taken;
  for (const std::size_t i : order) {
    const RoleMatch& found = matches[i];
    if (found.rule == nullptr || !taken.insert(found.rule->role).second) continue;
    cells[i].column.rule = found.rule;
    cells[i].column.role = found.rule->role;
    cells[i].column.value = found.rule->value;
  }
  for (HeaderCell& cell : cells) {
    ColumnRole& role = cell.column;
    if (!cell.printed.empty()) role.header = cell.printed;
    if (role.rule == nullptr) {
      const std::string base =
          slug(cell.words).empty() ? "column-" + std::to_string(role.column + 1) : slug(cell.words);
      role.role = base;
      for (int copy = 2; !taken.insert(role.role).second; ++copy) role.role = base + "-" + std::to_string(copy);
    }
    columns.roles.push_back(role);
  }
  return columns;
}

}  // namespace pactable::parser
