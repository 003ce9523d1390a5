// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "columns/roles.h"
#include "core/unicode.h"
#include "parser/cell_text.h"
#include "parser/collect_labels.h"
#include "parser/colours.h"
#include "parser/forms.h"
#include "parser/front_matter.h"
#include "parser/headings_above.h"
#include "parser/judgements.h"
#include "parser/ledger.h"
#include "parser/party_lines.h"
#include "parser/table_checks.h"
#include "parser/walk.h"
#include "values/timeframe.h"

namespace pactable::parser {
namespace {

using columns::ReadTable;

numbering::Scheme wide_scheme(const grammar::Family& family) {
  return scheme_of(family.wider_forms.empty() ? family.forms : family.wider_forms, *family.words);
}

std::vector<Place> places_of(std::span<const layout::Block> blocks, const ReadTable& table) {
  std::vector<Place> places;
  for (const std::size_t piece : table.table.pieces) {
    for (const layout::Cell& cell : std::get<layout::Table>(blocks[piece]).cells) {
      if (cell.box) {
        places.emplace_back(PagePlace{cell.page, *cell.box});
        continue;
      }
      // A cell that holds nothing but an automatic number has no place of its own.
      const std::vector<Place> own = cell.text().places();
      if (own.empty()) continue;
      // The first and the last place of a flowing table say where it stands; a long list of cells would not.
      if (places.size() < 2) {
        places.push_back(own.front());
      } else {
        places.back() = own.back();
      }
    }
  }
  return merge_places(places);
}

class Parser {
 public:
  Parser(std::span<const layout::Block> blocks, const columns::HeaderWords& words, const ParseOptions& options)
      : blocks_(blocks), header_words_(words), family_(words.family()), words_(words.vocabulary()), options_(options) {}

  Draft parse() {
    draft_.family = &family_;
    draft_.origin = options_.origin;
    draft_.language = find_language(blocks_, family_);
    tables_ = columns::read_tables(blocks_, header_words_, wide_scheme(family_));
    judge();
    for (const ReadTable& table : tables_) {
      if (table.verdict == plan::TableVerdict::kPlan) plans_.push_back(&table);
    }
    enter_all();
    reasons_ = read_front_matter(blocks_, family_, draft_.metadata);
    if (!plans_.empty()) prepare_plans();
    read_blocks();
    if (!plans_.empty()) {
      mark_inserted(draft_, words_);
      settle_party_lines(draft_);
      read_colours(blocks_, tables_, draft_);
      mend_broken_words(draft_, words_);
      check_tables(draft_);
    }
    read_notes(draft_);
    check_ledger();
    return std::move(draft_);
  }

 private:
  void judge() {
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      const std::string id = judgement_id(t);
      const bool chosen = std::find(options_.as_plan.begin(), options_.as_plan.end(), id) != options_.as_plan.end();
      if (chosen) {
        tables_[t].verdict = plan::TableVerdict::kPlan;
        draft_.chosen.push_back(id);
      }
      draft_.verdict = std::min(draft_.verdict, tables_[t].verdict);
      draft_.judgements.push_back(judgement_of(tables_[t], t, blocks_));
      draft_.judgements.back().derived_from = places_of(blocks_, tables_[t]);
    }
    add_table_findings(draft_);
  }

  void enter_all() {
    for (const layout::Block& block : blocks_) {
      if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
        ledger_.enter(*text);
      } else {
        for (const layout::Cell& cell : std::get<layout::Table>(block).cells) ledger_.enter(cell);
      }
    }
  }

  void prepare_plans() {
    FoundLabels labels;
    std::vector<std::string> first_labels;
    for (const ReadTable* table : plans_) {
      const FoundLabels found = collect_labels(*table, blocks_, words_);
      const auto& some = found.sure.empty() ? found.possible : found.sure;
      first_labels.push_back(some.empty() ? std::string() : some.front());
      labels.add(found);
    }
    const numbering::Scheme wide = wide_scheme(family_);
    headings_ = find_headings(blocks_, plans_, first_labels, wide, words_);
    for (const auto& heading : headings_) {
      if (heading && !heading->label.empty()) labels.sure.push_back(heading->label);
    }
    heads_ = heads_of(labels, words_);
    for (const std::string& bare : labels.bare) {
      if (heads_.contains(bare)) labels.sure.push_back(bare);
    }
    draft_.forms = settle_forms(labels, family_, words_);
    scheme_ = scheme_of(draft_.forms, *family_.words);
    const WalkContext context{draft_, ledger_, family_, words_, scheme_, heads_};
    for (std::size_t t = 0; t < plans_.size(); ++t) {
      const int index = static_cast<int>(t);
      draft_.tables.push_back(table_record(*plans_[t], index, headings_[t].has_value()));
      add_role_findings(*plans_[t], draft_.tables.back().table.id, draft_);
      walks_.push_back(std::make_unique<Walk>(context, index, *plans_[t], blocks_));
      for (std::size_t p = 0; p < plans_[t]->table.pieces.size(); ++p) {
        pieces_[plans_[t]->table.pieces[p]] = {t, static_cast<int>(p)};
      }
      if (headings_[t]) heading_of_[headings_[t]->block] = t;
    }
  }

  DraftTable table_record(const ReadTable& read, int index, bool has_heading) {
    DraftTable out;
    plan::Table& table = out.table;
    table.id = fmt::format("t{}", index + 1);
    if (!has_heading) table.caption = caption_of(read, blocks_);
    if (table.caption) {
      if (const auto period = values::find_period(*table.caption, words_)) table.period = period->edtf;
    }
    if (read.table.caption && !has_heading) reasons_.try_emplace(*read.table.caption, "caption");
    for (const columns::Column& column : read.columns.front().columns) {
      const bool known = std::any_of(table.columns.begin(), table.columns.end(),
                                     [&](const plan::Column& other) { return other.role == column.role; });
      if (!known) table.columns.push_back({column.role, column.header});
      const bool named = column.rule == nullptr && column.value == grammar::ColumnValue::kText;
      if (named) out.unknown_roles.push_back(column.role);
    }
    table.derived_from = places_of(blocks_, read);
    return out;
  }

  void discard_block(const layout::TextBlock& block, const std::string& reason) {
    const layout::Text text = block.paragraph.text.collapsed();
    if (text.empty()) return;
    draft_.discarded.push_back({reason, text.utf8(), text.places()});
    ledger_.spend(block, Use::kDiscarded);
  }

  void discard_asides(const layout::Paragraph& paragraph) {
    for (const layout::SetAside& aside : paragraph.set_aside) {
      const bool struck = aside.reason == layout::SetAside::Reason::kStruck;
      draft_.discarded.push_back({struck ? "struck" : "hidden", aside.text.collapsed().utf8(), aside.text.places()});
    }
  }

  // Everything in reading order: rows, headings, notes, prose.
  void read_blocks() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (const auto* table = std::get_if<layout::Table>(&blocks_[i])) {
        for (const layout::Paragraph& line : table->caption) {
          const layout::Text text = line.text.collapsed();
          if (!text.empty()) draft_.discarded.push_back({"caption", text.utf8(), text.places()});
        }
        const auto piece = pieces_.find(i);
        if (piece == pieces_.end()) {
          discard_table(*table);
        } else {
          walks_[piece->second.first]->read_piece(piece->second.second);
        }
        continue;
      }
      read_text(i, std::get<layout::TextBlock>(blocks_[i]));
    }
  }

  void read_text(std::size_t index, const layout::TextBlock& block) {
    discard_asides(block.paragraph);
    if (const auto heading = heading_of_.find(index); heading != heading_of_.end()) {
      walks_[heading->second]->read_heading(block);
      ledger_.spend(block, Use::kItem);
    } else if (const auto reason = reasons_.find(index); reason != reasons_.end()) {
      discard_block(block, reason->second);
    } else if (block.furniture == layout::Furniture::kRunningHead) {
      discard_block(block, "running-head");
    } else if (block.furniture == layout::Furniture::kFootnote || is_legend_paragraph(block, family_)) {
      draft_.notes.push_back(block);
      ledger_.spend(block, Use::kNote);
    } else if (const std::string mark = note_mark_of(block); !mark.empty()) {
      draft_.notes.push_back(block);
      draft_.notes.back().note_mark = mark;
      ledger_.spend(block, Use::kNote);
    } else {
      const bool has_words = unicode::has_word_character(block.paragraph.text.utf8());
      discard_block(block, has_words ? "prose" : "noise");
    }
  }

  // "* Subject to funds." below a table in which some text ends with the star; empty where no text does.
  std::string note_mark_of(const layout::TextBlock& block) {
    const std::string text = block.paragraph.text.collapsed().utf8();
    const std::string mark = leading_signs(text);
    if (mark.empty() || !unicode::has_word_character(text.substr(mark.size()))) return {};
    for (; marks_read_ < draft_.items.size(); ++marks_read_) {
      const DraftItem& item = draft_.items[marks_read_];
      marks_.insert(item.marks.begin(), item.marks.end());
      marks_.insert(trailing_signs(item.text.utf8()));
      for (const DraftField& field : item.fields) marks_.insert(field.marks.begin(), field.marks.end());
    }
    return marks_.contains(mark) ? mark : std::string();
  }

  void discard_table(const layout::Table& table) {
    for (const layout::Cell& cell : table.cells) {
      const layout::Text text = cell_text(cell);
      if (!text.empty()) draft_.discarded.push_back({"other-table", text.utf8(), text.places()});
      ledger_.spend(cell, Use::kDiscarded);
      for (const layout::Paragraph& paragraph : cell.paragraphs) discard_asides(paragraph);
    }
  }

  void check_ledger() {
    for (const Ledger::Fault& fault : ledger_.faults()) {
      const std::string text = fault.text.utf8();
      draft_.findings.push_back(
          {"TEXT-LOST",
           {},
           fmt::format("\"{}\" {}", text, fault.twice ? "was used twice" : "stands nowhere in the plan"),
           fault.text.places()});
      // Lost no more: a reader finds it here.
      if (!fault.twice) draft_.discarded.push_back({"unread", text, fault.text.places()});
    }
  }

  std::span<const layout::Block> blocks_;
  const columns::HeaderWords& header_words_;
  const grammar::Family& family_;
  const grammar::Vocabulary& words_;
  const ParseOptions& options_;
  Draft draft_;
  Ledger ledger_;
  std::vector<ReadTable> tables_;
  std::vector<const ReadTable*> plans_;
  std::vector<std::optional<HeadingAbove>> headings_;
  std::map<std::size_t, std::string> reasons_;  // of text blocks, by index
  std::set<std::string> marks_;                 // of notes, in the items that were read
  std::size_t marks_read_ = 0;                  // items whose marks stand in marks_
  numbering::Scheme scheme_;
  std::set<std::string> heads_;
  std::vector<std::unique_ptr<Walk>> walks_;                   // one a plan table
  std::map<std::size_t, std::pair<std::size_t, int>> pieces_;  // block to walk and piece
  std::map<std::size_t, std::size_t> heading_of_;              // block to walk
};

}  // namespace

Draft parse(std::span<const layout::Block> blocks, const columns::HeaderWords& words, const ParseOptions& options) {
  return Parser(blocks, words, options).parse();
}

}  // namespace pactable::parser
