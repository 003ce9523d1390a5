// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/front_matter.h"

#include <algorithm>
#include <set>

#include "core/unicode.h"
#include "parser/row_view.h"
#include "values/legend.h"
#include "values/timeframe.h"

namespace pactable::parser {
namespace {

// A title is a phrase; the longest seen has 36 words (a work programme that names its memorandum).
constexpr std::size_t kMaxTitleWords = 45, kMaxTitleBytes = 2000;

std::string block_text(const layout::TextBlock& block) { return block.paragraph.text.collapsed().utf8(); }

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The first text of a document may be its title without being set apart: a plain text has no types.
constexpr std::size_t kMaxPlainTitleWords = 25;

bool is_title_like(const layout::TextBlock& block, const std::string& text, bool first) {
  if (text.size() > kMaxTitleBytes) return false;
  const std::size_t words = unicode::split_space(text).size();
  if (words == 0 || words > kMaxTitleWords || text.ends_with('.') || text.ends_with(':')) return false;
  if (!unicode::has_word_character(text)) return false;
  return block.paragraph.heading_level > 0 || is_capitals(text) || block.paragraph.text.is_all(layout::Style::kBold) ||
         (first && words <= kMaxPlainTitleWords);
}

// A further line of a title is set like the first; "1. Introduction" is the first heading of the text.
bool goes_on_with(const layout::TextBlock& block, const std::string& text, int title_level) {
  const bool numbered = !block.paragraph.list_label.empty() || (text.front() >= '0' && text.front() <= '9');
  return block.paragraph.heading_level == title_level && !numbered;
}

// "CMP ACTION PLAN – 2018-2020" as title and caption of the first of two tables: the period names the table.
std::string without_final_period(const std::string& title, const grammar::Vocabulary& words) {
  const auto period = values::find_period(title, words);
  if (!period) return title;
  const std::size_t at = title.rfind(period->printed);
  if (at == std::string::npos || at + period->printed.size() != title.size()) return title;
  const std::string head(unicode::trim(title.substr(0, at)));
  for (const std::string_view dash : {"–", "—", "-", ","}) {
    if (head.ends_with(dash)) return std::string(unicode::trim(head.substr(0, head.size() - dash.size())));
  }
  return title;
}

// Reads the paragraphs of the list that follows "Objectives:": "1. To address …".
std::size_t read_objectives(std::span<const layout::Block> blocks, std::size_t first, plan::Metadata& metadata,
                            std::map<std::size_t, std::string>& used) {
  numbering::Scheme scheme;
  scheme.forms.push_back({});
  std::size_t at = first;
  for (; at < blocks.size(); ++at) {
    const auto* block = std::get_if<layout::TextBlock>(&blocks[at]);
    if (block == nullptr) break;
    const std::string text = block_text(*block);
    const std::size_t length = block->paragraph.list_label.empty() ? numbering::leading_label(text, scheme) : 0;
    if (length == 0 && block->paragraph.list_label.empty()) break;
    // The next numbered heading continues the count by chance; an objective is a sentence or ends like one.
    if (!text.ends_with('.') && !text.ends_with(';')) break;
    metadata.objectives.emplace_back(unicode::trim(text.substr(length)));
    used[at] = "frame";
  }
  return at;
}

}  // namespace

std::optional<FrameLead> read_frame_lead(std::string_view text, const grammar::Family& family) {
  // A lead word stands before the first colon; "Long-term vision:" is the longest seen.
  constexpr std::size_t kMaxLead = 40;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kMaxLead) return std::nullopt;
  const std::string lead = grammar::comparable(text.substr(0, colon));
  for (const grammar::FrameRule& rule : family.frames) {
    if (contains(rule.leads, lead)) return FrameLead{rule.frame, colon + 1};
  }
  return std::nullopt;
}

void keep_frame(plan::Metadata& metadata, grammar::Frame frame, const std::string& text) {
  if (text.empty()) return;
  if (frame == grammar::Frame::kVision && !metadata.vision) metadata.vision = text;
  if (frame == grammar::Frame::kGoal && !metadata.goal) metadata.goal = text;
  if (frame == grammar::Frame::kObjectives && metadata.objectives.empty()) metadata.objectives.push_back(text);
}

std::map<std::size_t, std::string> read_front_matter(std::span<const layout::Block> blocks,
                                                     const grammar::Family& family, plan::Metadata& metadata) {
  std::map<std::size_t, std::string> used;
  bool title_open = false;
  int title_level = 0;
  bool table_seen = false;
  bool prose_seen = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto* block = std::get_if<layout::TextBlock>(&blocks[i]);
    if (block == nullptr) {
      table_seen = true;
      title_open = false;
      continue;
    }
    if (block->furniture != layout::Furniture::kNone) continue;
    const std::string text = block_text(*block);
    if (!unicode::has_word_character(text)) continue;
    if (const auto lead = read_frame_lead(text, family)) {
      title_open = false;
      used[i] = "frame";
      std::string content(unicode::trim(text.substr(lead->text_begin)));
      if (lead->frame == grammar::Frame::kObjectives && content.empty()) {
        i = read_objectives(blocks, i + 1, metadata, used) - 1;
        continue;
      }
      const auto* next = i + 1 < blocks.size() ? std::get_if<layout::TextBlock>(&blocks[i + 1]) : nullptr;
      if (content.empty() && next != nullptr && next->furniture == layout::Furniture::kNone) {
        content = block_text(*next);
        used[++i] = "frame";
      }
      keep_frame(metadata, lead->frame, content);
      continue;
    }
    if (table_seen || prose_seen) continue;
    if (!metadata.status && text.size() <= kMaxTitleBytes && contains(family.statuses, grammar::comparable(text))) {
      metadata.status = text;
      used[i] = "title";
    } else if (is_title_like(*block, text, !metadata.title) &&
               (!metadata.title || (title_open && goes_on_with(*block, text, title_level)))) {
      metadata.title = metadata.title ? *metadata.title + " " + text : text;
      title_open = true;
      title_level = block->paragraph.heading_level;
      used[i] = "title";
    } else {
      title_open = false;
      prose_seen = metadata.title.has_value();
    }
  }
  if (metadata.title) {
    if (const auto period = values::find_period(*metadata.title, *family.words)) {
      metadata.period_printed = period->printed;
      metadata.period_edtf = period->edtf;
    }
    metadata.title = without_final_period(*metadata.title, *family.words);
  }
  return used;
}

std::string find_language(std::span<const layout::Block> blocks, const grammar::Family& family) {
  std::map<std::string, int> hits;
  int words = 0;
  const auto count = [&](const std::string& text) {
    const std::string folded = unicode::fold(text);
    for (const std::string_view word : unicode::split_space(folded)) {
      ++words;
      for (const grammar::LanguageWords& language : family.languages) {
        if (std::find(language.frequent.begin(), language.frequent.end(), word) != language.frequent.end()) {
          ++hits[language.language];
        }
      }
    }
  };
  for (const layout::Block& block : blocks) {
    if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
      count(text->paragraph.text.utf8());
    } else {
      for (const layout::Cell& cell : std::get<layout::Table>(block).cells) {
        for (const layout::Paragraph& paragraph : cell.paragraphs) count(paragraph.text.utf8());
      }
    }
  }
  const auto best =
      std::max_element(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  // Frequent words make up a quarter of running text and more; one in twenty is enough in tables of phrases.
  constexpr int kOneIn = 20;
  return best != hits.end() && best->second * kOneIn >= words ? best->first : "und";
}

bool is_legend_paragraph(const layout::TextBlock& block, const grammar::Family& family) {
  const auto legend = values::read_legend(block_text(block), *family.words);
  if (!legend) return false;
  if (legend->mark) return true;
  const std::string lead = grammar::comparable(legend->lead);
  return std::any_of(family.columns.begin(), family.columns.end(), [&](const grammar::ColumnRule& rule) {
    return rule.value == grammar::ColumnValue::kCode && (contains(rule.legends, lead) || contains(rule.headers, lead));
  });
}

namespace {

// The footnote mark behind a header: "2" of "Timescale ²" and of "Priority2".
std::string header_mark(const std::string& header) {
  std::string folded = unicode::fold(header);
  const auto is_mark = [](char c) { return c == '*' || (c >= '0' && c <= '9'); };
  // "Priority [1]" and "Priority (1)": the brackets are not the mark.
  const bool closed = !folded.empty() && (folded.back() == ']' || folded.back() == ')');
  if (closed) folded.pop_back();
  std::size_t begin = folded.size();
  while (begin > 0 && is_mark(folded[begin - 1])) --begin;
  const bool opened = begin > 0 && (folded[begin - 1] == '[' || folded[begin - 1] == '(');
  return closed == opened ? folded.substr(begin) : std::string();
}

const plan::Column* column_of(const values::Legend& legend, const std::optional<std::string>& mark,
                              const Draft& draft) {
  const std::string lead = grammar::comparable(legend.lead);
  for (const DraftTable& table : draft.tables) {
    for (const plan::Column& column : table.table.columns) {
      const grammar::ColumnRule* rule = draft.family->column(column.role);
      const bool named = (rule != nullptr && (contains(rule->headers, lead) || contains(rule->legends, lead))) ||
                         (column.header && !lead.empty() && grammar::comparable(*column.header) == lead);
      const bool marked = mark && column.header && header_mark(*column.header) == *mark;
      if (named || (lead.empty() && marked)) return &column;
    }
  }
  return nullptr;
}

}  // namespace

void read_notes(Draft& draft) {
  std::set<std::string> decoded;
  for (const layout::TextBlock& note : draft.notes) {
    const layout::Text text = note.paragraph.text.collapsed();
    plan::Footnote footnote;
    footnote.printed = text.utf8();
    footnote.derived_from = text.places();
    if (!note.note_mark.empty()) footnote.mark = unicode::fold(note.note_mark);  // "²" is mark 2
    for (const values::Legend& legend : values::read_legends(text.utf8(), *draft.family->words)) {
      if (legend.mark && !footnote.mark) footnote.mark = legend.mark;
      const plan::Column* column = column_of(legend, footnote.mark, draft);
      if (column != nullptr && decoded.insert(column->role).second) {
        draft.code_lists.push_back({column->role, text.utf8(), legend.codes, text.places()});
      }
    }
    draft.metadata.footnotes.push_back(std::move(footnote));
  }
}

}  // namespace pactable::parser
