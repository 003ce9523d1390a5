// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/headings_above.h"

#include <algorithm>
#include <map>

#include "core/unicode.h"
#include "grammar/family.h"
#include "parser/label_shape.h"
#include "values/timeframe.h"

namespace pactable::parser {
namespace {

// A heading is a line, not a paragraph.
constexpr std::size_t kMaxHeadingWords = 25;

struct Line {
  std::size_t block = 0;
  std::string text;
  std::string label;  // by its looks
  std::optional<LabelShape> shape;
};

// The line right above a table; running heads and notes between do not count.
std::optional<Line> line_above(std::span<const layout::Block> blocks, const columns::ReadTable& table,
                               const grammar::Vocabulary& words) {
  for (std::size_t i = table.table.pieces.front(); i-- > 0;) {
    const auto* block = std::get_if<layout::TextBlock>(&blocks[i]);
    if (block == nullptr) return std::nullopt;
    const std::string text = block->paragraph.text.collapsed().utf8();
    if (block->furniture != layout::Furniture::kNone || !unicode::has_word_character(text)) continue;
    if (unicode::split_space(text).size() > kMaxHeadingWords) return std::nullopt;
    Line line{i, text, block->paragraph.list_label, {}};
    line.shape = leading_shape(line.label.empty() ? text : line.label, words.number_leads);
    if (line.shape && line.label.empty()) line.label = std::string(unicode::trim(text.substr(0, line.shape->length)));
    return line;
  }
  return std::nullopt;
}

bool begins_path(const std::string& above, const std::string& below, const numbering::Scheme& scheme) {
  for (const numbering::Reading& a : numbering::read_label(above, scheme)) {
    for (const numbering::Reading& b : numbering::read_label(below, scheme)) {
      if (a.path.size() < b.path.size() && std::equal(a.path.begin(), a.path.end(), b.path.begin())) return true;
    }
  }
  return false;
}

bool is_caption(const std::string& text, const grammar::Vocabulary& words) {
  const std::string folded = grammar::comparable(text);
  const std::string first(folded.substr(0, folded.find(' ')));
  if (words.captions.holds(first)) return true;
  return values::find_period(text, words).has_value();
}

std::string header_key(const columns::ReadTable& table) {
  std::string key;
  for (const columns::HeaderColumn& column : table.table.headers.front().columns) key += column.bare + '\n';
  return key;
}

bool same_kind(const LabelShape& a, const LabelShape& b) {
  return a.form.lead == b.form.lead && a.form.depth == b.form.depth && a.set_off == b.set_off;
}

}  // namespace

std::vector<std::optional<HeadingAbove>> find_headings(std::span<const layout::Block> blocks,
                                                       std::span<const columns::ReadTable* const> tables,
                                                       std::span<const std::string> first_labels,
                                                       const numbering::Scheme& scheme,
                                                       const grammar::Vocabulary& words) {
  std::vector<std::optional<Line>> lines;
  std::map<std::string, std::vector<std::size_t>> groups;  // tables with one header that have a line above
  for (std::size_t t = 0; t < tables.size(); ++t) {
    lines.push_back(line_above(blocks, *tables[t], words));
    if (lines.back() && !is_caption(lines.back()->text, words)) groups[header_key(*tables[t])].push_back(t);
  }
  std::vector<std::optional<HeadingAbove>> headings(tables.size());
  for (const auto& [key, members] : groups) {
    if (members.size() < 2) continue;
    // Numbered alike, or none of them numbered: they are the sections of one plan that is set in several tables.
    const auto& first = lines[members.front()]->shape;
    const bool alike = std::all_of(members.begin(), members.end(), [&](std::size_t t) {
      const auto& shape = lines[t]->shape;
      const bool numbered = first && first->set_off;
      return numbered ? shape && same_kind(*first, *shape) : !(shape && shape->set_off);
    });
    const bool sentences = std::any_of(members.begin(), members.end(), [&](std::size_t t) {
      const std::string& text = lines[t]->text;
      return text.ends_with('.') || text.ends_with(';') || text.ends_with(',');
    });
    if (!alike || sentences) continue;
    for (const std::size_t t : members) {
      headings[t] = HeadingAbove{lines[t]->block, first && first->set_off ? lines[t]->label : std::string()};
    }
  }
  for (std::size_t t = 0; t < tables.size(); ++t) {
    if (headings[t] || !lines[t] || first_labels[t].empty()) continue;
    const std::string& text = lines[t]->text;
    const std::size_t length = numbering::leading_label(text, scheme);
    const std::string label = length > 0 ? std::string(unicode::trim(text.substr(0, length))) : lines[t]->label;
    const bool name_behind = lines[t]->label != text;
    if (!label.empty() && name_behind && begins_path(label, first_labels[t], scheme)) {
      headings[t] = HeadingAbove{lines[t]->block, label};
    }
  }
  return headings;
}

}  // namespace pactable::parser
