// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of dump of every small plan: the grid that was written is the grid that is read.
#include "unit/readers/text_dumps.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "unit/readers/text_grids.h"

using namespace text_dumps;
using namespace text_grids;

namespace {

constexpr int kPlans = 60;

Grid truth(const Plan& plan) {
  Grid rows = {plan.header};
  for (const PlanRow& row : plan.rows) {
    rows.push_back(row.cells);
    while (rows.back().back().empty()) rows.back().pop_back();
  }
  return rows;
}

// What stands around the table must change nothing about it.
std::string between_texts(const std::string& dump, int seed) {
  static const std::vector<std::string> kAbove = {"", "Plan for the Fen Tern, 2026-2030\n\n",
                                                  "# Plan\n\nThe parties met in May, agreed on nine tasks, and named "
                                                  "who leads. It is a short plan, as plans go.\n\n"};
  static const std::vector<std::string> kBelow = {"", "\n\nSigned in June, by all parties.\n"};
  return kAbove[static_cast<std::size_t>(seed) % 3] + dump + kBelow[static_cast<std::size_t>(seed / 2) % 2];
}

Grid joined_grid(const pactable::layout::Document& document, const Dump& dump, const Plan& plan) {
  Grid all;
  for (const auto* table : tables(document)) {
    for (auto& row : grid(*table)) {
      if (dump.repeats_header && !all.empty() && row == plan.header) continue;
      all.push_back(std::move(row));
    }
  }
  return all;
}

// The rows that are wrong, for whoever has to find out why.
std::string difference(const Grid& read_grid, const Grid& wanted) {
  std::string out;
  const auto add = [&](const Grid& rows, const Grid& others, const char* what) {
    for (const auto& row : rows) {
      if (std::find(others.begin(), others.end(), row) != others.end()) continue;
      out += what;
      for (const auto& cell : row) out += " | " + cell;
      out += "\n";
    }
  };
  add(read_grid, wanted, "  read");
  add(wanted, read_grid, "  not ");
  return out;
}

bool has_empty_cells(const Plan& plan) {
  return std::any_of(plan.rows.begin(), plan.rows.end(), [](const PlanRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); });
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_dump_of_a_plan_becomes_its_grid) {
  for (const Dump& dump : all_dumps()) {
    for (int seed = 0; seed < kPlans; ++seed) {
      const Plan plan = make_plan(seed);
      if (dump.loses_empty_cells && has_empty_cells(plan)) continue;
      const auto document = read(between_texts(dump.write(plan), seed));
      const Grid read_grid = joined_grid(document, dump, plan);
      BOOST_TEST((read_grid == truth(plan)), dump.name << ", plan " << seed << "\n"
                                                       << difference(read_grid, truth(plan)));
      if (!dump.repeats_header) BOOST_TEST(tables(document).size() == 1U, dump.name << ", plan " << seed);
    }
  }
}

BOOST_AUTO_TEST_CASE(sections_span_the_table) {
  for (const Dump& dump : all_dumps()) {
    const Plan plan = make_plan(12);
    const auto document = read(dump.write(plan));
    const std::string name = "1. Open water";
    bool padded = true;
    for (const auto* table : tables(document)) {
      for (const auto& cell : table->cells) {
        if (cell.text().utf8() != name) continue;
        padded = false;
        // A spreadsheet or a frame pads the row with empty cells of its own.
        const bool spans = cell.column_span == table->column_count;
        const bool alone = table->row_cells(cell.row).size() == static_cast<std::size_t>(table->column_count);
        BOOST_TEST((spans || alone), dump.name);
      }
    }
    BOOST_TEST(!padded, dump.name);
  }
}

BOOST_AUTO_TEST_CASE(every_visible_character_of_a_dump_is_kept) {
  for (const Dump& dump : all_dumps()) {
    for (int seed = 0; seed < kPlans; ++seed) {
      const std::string bytes = between_texts(dump.write(make_plan(seed)), seed);
      const std::string markup = dump.signs + "#";  // of a heading
      BOOST_TEST((characters(all_text(read(bytes)), markup) == characters(bytes, markup)),
                 dump.name << ", plan " << seed);
    }
  }
}

// Where cells are missing a row may be kept together, with a finding; a wrong column must never go unreported.
BOOST_AUTO_TEST_CASE(a_linear_dump_without_its_empty_cells_is_right_or_reported) {
  int whole = 0, all = 0;
  for (const Dump& dump : all_dumps()) {
    if (!dump.loses_empty_cells) continue;
    for (int seed = 0; seed < 2 * kPlans; ++seed) {
      const Plan plan = make_plan(seed);
      if (!has_empty_cells(plan)) continue;
      const auto document = read(between_texts(dump.write(plan), seed));
      ++all;
      const bool exact = joined_grid(document, dump, plan) == truth(plan);
      whole += exact ? 1 : 0;
      BOOST_TEST((exact || count_oddities(document, "TEXT-COLUMNS-UNSURE") > 0),
                 dump.name << ", plan " << seed << "\n"
                           << difference(joined_grid(document, dump, plan), truth(plan)));
    }
  }
  BOOST_TEST(whole * 2 > all, whole << " of " << all);
}

BOOST_AUTO_TEST_CASE(no_kind_is_doubted_where_the_grid_is_plain) {
  for (const Dump& dump : all_dumps()) {
    for (int seed = 0; seed < kPlans; ++seed) {
      const Plan plan = make_plan(seed);
      if (dump.loses_empty_cells && has_empty_cells(plan)) continue;
      const auto document = read(between_texts(dump.write(plan), seed));
      for (const auto& oddity : document.oddities)
        BOOST_ERROR(dump.name << ", plan " << seed << ": " << oddity.rule << " " << oddity.message);
    }
  }
}
