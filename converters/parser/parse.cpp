// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/parse.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/unicode.h"
#include "parser/forms.h"
#include "parser/front_matter.h"
#include "parser/printed_tables.h"
#include "parser/table_walk.h"
#include "values/timeframe.h"

namespace pactable::parser {
namespace {

// Phrases and columns of a family weigh 1 to 3; one strong sign or two weak ones name it.
constexpr int kFamilyScore = 3;

struct ActionTable {
  PrintedTable printed;
  FoundHeader header;
  std::vector<std::string> labels;
  std::optional<std::size_t> section;  // index of the text block above it that is its section
};

numbering::Scheme wide_scheme(const grammar::Family& family) {
  return scheme_of(family.wider_forms.empty() ? family.forms : family.wider_forms);
}

std::vector<std::string> roles_of(const Columns& columns) {
  std::vector<std::string> roles;
  for (const ColumnRole& role : columns.roles) roles.push_back(role.role);
  return roles;
}

std::vector<ActionTable> find_action_tables(std::span<const layout::Block> blocks, const grammar::Family& family) {
  const numbering::Scheme scheme = wide_scheme(family);
  std::vector<ActionTable> found;
  for (PrintedTable& printed : group_tables(blocks)) {
    auto header = find_header(blocks, printed, family);
    if (!header) continue;
    ActionTable table{std::move(printed), std::move(*header), {}, {}};
    for (const std::size_t piece : table.printed.pieces) {
      const auto& grid = std::get<layout::Table>(blocks[piece]);
      const bool head_piece = piece == table.header.piece;
      const int first_row = head_piece ? table.header.row + table.header.row_count : 0;
      if (head_piece) table.header.columns = settled(table.header.columns, grid, first_row, family, scheme);
      const auto labels = labels_below(table.header.columns, grid, first_row, scheme);
      table.labels.insert(table.labels.end(), labels.begin(), labels.end());
    }
    found.push_back(std::move(table));
  }
  // Tables with the same columns are judged together: one of them may have two rows. Each may begin at 1 again, so that
  // numbers count once a table.
  std::map<std::vector<std::string>, std::size_t> label_counts;
  for (const ActionTable& table : found) {
    label_counts[roles_of(table.header.columns)] +=
        std::set<std::string>(table.labels.begin(), table.labels.end()).size();
  }
  std::erase_if(found, [&](const ActionTable& table) {
    return !holds_actions(table.header.columns, label_counts[roles_of(table.header.columns)]);
  });
  for (ActionTable& table : found) {
    if (table.labels.empty()) continue;
    const auto above = find_section_above(blocks, table.printed, table.labels.front(), scheme);
    if (!above) continue;
    table.section = above->block;
    table.labels.insert(table.labels.begin(), above->label);
    if (table.printed.caption == above->block) table.printed.caption.reset();
  }
  return found;
}

/// Recognised titles have spaces inside words and none between others ("IN TERNATIONAL").
std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

int family_score(std::span<const layout::Block> blocks, const grammar::Family& family) {
  int score = 0;
  std::vector<std::string> phrases;
  for (const auto& phrase : family.phrases) phrases.push_back(without_spaces(phrase.text));
  std::vector<bool> seen(phrases.size(), false);
  for (const layout::Block& block : blocks) {
    const auto* text = std::get_if<layout::TextBlock>(&block);
    if (text == nullptr) continue;
    const std::string words = without_spaces(grammar::comparable(text->paragraph.text.utf8()));
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if (seen[i] || words.find(phrases[i]) == std::string::npos) continue;
      seen[i] = true;
      score += family.phrases[i].weight;
    }
  }
  int best_columns = 0;
  for (const PrintedTable& printed : group_tables(blocks)) {
    const auto header = find_header(blocks, printed, family);
    if (!header) continue;
    for (const grammar::RoleSet& set : family.role_sets) {
      const bool all = std::all_of(set.roles.begin(), set.roles.end(),
                                   [&](const std::string& role) { return header->columns.with_role(role) != nullptr; });
      if (all) best_columns = std::max(best_columns, set.weight);
    }
  }
  return score + best_columns;
}

plan::Table table_record(std::span<const layout::Block> blocks, const ActionTable& action, int number,
                         const grammar::Vocabulary& words) {
  plan::Table table;
  table.id = "t" + std::to_string(number);
  if (action.printed.caption) {
    const auto& caption = std::get<layout::TextBlock>(blocks[*action.printed.caption]);
    table.caption = caption.paragraph.text.collapsed().utf8();
    if (const auto period = values::find_period(*table.caption, words)) table.period = period->edtf;
  }
  for (const ColumnRole& role : action.header.columns.roles) table.columns.push_back({role.role, role.header});
  std::vector<Place> places;
  for (const std::size_t piece : action.printed.pieces) {
    for (const layout::Cell& cell : std::get<layout::Table>(blocks[piece]).cells) {
      if (cell.box) {
        places.emplace_back(PagePlace{cell.page, *cell.box});
      } else {
        // A cell that holds nothing but an automatic number has no place of its own.
        const std::vector<Place> own = cell.text().places();
        if (own.empty()) continue;
        // The first and the last place of a flowing table say where it stands; a long list of cells would not.
        if (places.size() < 2) {
          places.insert(places.end(), own.begin(), own.begin() + 1);
        } else {
          places.back() = own.back();
        }
      }
    }
  }
  table.derived_from = merge_places(places);
  return table;
}

void discard_table(const layout::Table& table, Draft& draft) {
  for (const layout::Cell& cell : table.cells) {
    const layout::Text text = cell_text(cell);
    if (!text.empty()) draft.discarded.push_back({"other-table", text.utf8(), text.places()});
  }
}

void discard_block(const layout::TextBlock& block, const std::string& reason, Draft& draft) {
  const layout::Text text = block.paragraph.text.collapsed();
  if (!text.empty()) draft.discarded.push_back({reason, text.utf8(), text.places()});
}

}  // namespace

const grammar::Family* choose_family(std::span<const layout::Block> blocks, std::span<const grammar::Family> families) {
  const grammar::Family* best = nullptr;
  int best_score = kFamilyScore - 1;
  for (const grammar::Family& family : families) {
    if (family.id == grammar::kGenericFamily && best == nullptr) best = &family;
    const int score = family_score(blocks, family);
    if (score > best_score) {
      best_score = score;
      best = &family;
    }
  }
  return best == nullptr && !families.empty() ? &families.front() : best;
}

std::optional<Draft> parse(std::span<const layout::Block> blocks, const grammar::Family& family, LabelOrigin origin) {
  const std::vector<ActionTable> actions = find_action_tables(blocks, family);
  if (actions.empty()) return std::nullopt;

  Draft draft;
  draft.family = &family;
  draft.origin = origin;
  draft.language = find_language(blocks, family);
  std::vector<std::string> labels;
  for (const ActionTable& action : actions) labels.insert(labels.end(), action.labels.begin(), action.labels.end());
  draft.forms = settle_forms(labels, family);
  const numbering::Scheme scheme = scheme_of(draft.forms);

  std::map<std::size_t, std::string> reasons = read_front_matter(blocks, family, draft.metadata);
  std::map<std::size_t, std::size_t> table_of_piece;
  std::map<std::size_t, std::size_t> table_of_section;
  std::vector<TableWalk> walks;
  for (std::size_t t = 0; t < actions.size(); ++t) {
    DraftTable table{table_record(blocks, actions[t], static_cast<int>(t) + 1, *family.words), {}};
    for (const ColumnRole& role : actions[t].header.columns.roles) {
      if (role.rule == nullptr && role.value == grammar::ColumnValue::kText) table.unknown_roles.push_back(role.role);
    }
    draft.tables.push_back(std::move(table));
    if (actions[t].printed.caption) reasons.try_emplace(*actions[t].printed.caption, "caption");
    for (const std::size_t piece : actions[t].printed.pieces) table_of_piece[piece] = t;
    if (actions[t].section) table_of_section[*actions[t].section] = t;
    walks.emplace_back(draft, static_cast<int>(t), family, scheme, actions[t].header.columns);
  }

  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const auto* table = std::get_if<layout::Table>(&blocks[i])) {
      const auto walk = table_of_piece.find(i);
      if (walk == table_of_piece.end()) {
        discard_table(*table, draft);
      } else {
        walks[walk->second].read(*table, table->origin);
      }
      continue;
    }
    const auto& block = std::get<layout::TextBlock>(blocks[i]);
    if (const auto section = table_of_section.find(i); section != table_of_section.end()) {
      walks[section->second].read_section_above(block);
    } else if (const auto reason = reasons.find(i); reason != reasons.end()) {
      discard_block(block, reason->second, draft);
    } else if (block.furniture == layout::Furniture::kRunningHead) {
      discard_block(block, "running-head", draft);
    } else if (block.furniture == layout::Furniture::kFootnote || is_legend_paragraph(block, family)) {
      draft.notes.push_back(block);
    } else {
      const bool words = unicode::has_word_character(block.paragraph.text.utf8());
      discard_block(block, words ? "prose" : "noise", draft);
    }
  }
  read_notes(draft);
  return draft;
}

}  // namespace pactable::parser
