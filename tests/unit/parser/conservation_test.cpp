// SPDX-License-Identifier: GPL-3.0-or-later
// Over all documents of the source tree: every character of the cells and paragraphs stands somewhere in the draft, and
// the account of texts is without a fault.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "readers/reader.h"
#include "tables/tables.h"
#include "unit/parser/grids.h"

using namespace pactable;
namespace fs = std::filesystem;

namespace {

std::string folded(std::string_view text) {
  std::string out;
  for (const char32_t c : unicode::to_code_points(unicode::fold(text))) {
    // Brackets stand around note marks too, which are kept without them; a comma may stand between two.
    constexpr std::u32string_view kAroundMarks = U"[](),";
    if (!unicode::is_space(c) && kAroundMarks.find(c) == std::u32string_view::npos) unicode::append_utf8(out, c);
  }
  return out;
}

/// How often each character that is not white space occurs, raised figures as plain ones.
class Characters {
 public:
  void add(std::string_view text) {
    for (const char32_t c : unicode::to_code_points(folded(text))) ++counts_[c];
  }
  /// What this side has more of than the other: "a 2, "; empty where nothing.
  [[nodiscard]] std::string beyond(const Characters& other) const {
    std::string out;
    for (const auto& [c, count] : counts_) {
      const auto there = other.counts_.find(c);
      const int more = count - (there == other.counts_.end() ? 0 : there->second);
      if (more <= 0) continue;
      unicode::append_utf8(out, c);
      out += " " + std::to_string(more) + ", ";
    }
    return out;
  }

 private:
  std::map<char32_t, int> counts_;
};

/// What is typed, and what the word processor prints before paragraphs: values of fields stand without the latter.
struct Source {
  Characters typed, printed;

  explicit Source(const std::vector<layout::Block>& blocks) {
    for (const layout::Block& block : blocks) {
      if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
        add(text->paragraph);
        continue;
      }
      const auto& table = std::get<layout::Table>(block);
      for (const layout::Paragraph& paragraph : table.caption) add(paragraph);
      for (const layout::Cell& cell : table.cells) {
        for (const layout::Paragraph& paragraph : cell.paragraphs) add(paragraph);
      }
    }
  }

 private:
  void add(const layout::Paragraph& paragraph) {
    for (Characters* to : {&typed, &printed}) {
      to->add(paragraph.text.utf8());
      for (const layout::SetAside& aside : paragraph.set_aside) to->add(aside.text.utf8());
    }
    printed.add(paragraph.list_label);
  }
};

Characters characters_of(const parser::Draft& draft) {
  Characters out;
  for (const parser::DraftItem& item : draft.items) {
    out.add(item.label.utf8());
    out.add(item.automatic_label);
    out.add(item.text.utf8());
    if (item.state) out.add(*item.state);
    for (const std::string& mark : item.marks) out.add(mark);
    for (const parser::DraftField& field : item.fields) {
      if (field.inherited && !field.same_as) continue;  // printed in an earlier row, and counted there
      out.add(field.text.utf8());
      for (const std::string& mark : field.marks) out.add(mark);
    }
  }
  for (const plan::Footnote& note : draft.metadata.footnotes) out.add(note.printed);
  for (const plan::Discarded& discarded : draft.discarded) out.add(discarded.text);
  return out;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::vector<std::string> documents() {
  std::vector<std::string> names;
  const fs::path root(PACTABLE_SOURCE_DIR);
  for (const char* folder : {"fixtures", "tests/fixtures"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension();
      for (const char* read : {".html", ".docx", ".txt", ".md", ".csv", ".pdf"}) {
        if (extension == read) names.push_back(fs::relative(entry.path(), root));
      }
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<layout::Block> blocks_of(const std::string& name) {
  const std::string bytes = read_file(fs::path(PACTABLE_SOURCE_DIR) / name);
  const auto format = readers::recognise(bytes);
  if (!format) return {};
  const auto document = (*format)->read(bytes, {});
  return document ? tables::join(tables::find(*document)) : std::vector<layout::Block>();
}

void check(const std::vector<layout::Block>& blocks, const parser::Draft& draft) {
  const Source source(blocks);
  const Characters got = characters_of(draft);
  const std::string lost = source.typed.beyond(got), twice = got.beyond(source.printed);
  BOOST_TEST(lost.empty(), "lost: " << lost);
  BOOST_TEST(twice.empty(), "twice: " << twice);
  for (const std::string& fault : test::lost_texts(draft)) BOOST_ERROR(fault);
}

/// Tables of a plan's columns whose cells are drawn by lot: numbers, texts, values, signs, blanks, merged cells,
/// breaks.
class Lots {
 public:
  explicit Lots(unsigned seed) : random_(seed) {}

  layout::Table table() {
    static const test::Rows kHeaders = {{"No.", "Measures", "Urgency", "Timeframe", "Responsible"},
                                        {"Topic", "Action", "Sub-task", "Timeframe", "Responsible"},
                                        {"Theme", "No.", "Action", "Responsible", "Progress"},
                                        {"No.", "Action", "2025", "2026", "Responsible"}};
    test::Rows rows = {pick(kHeaders)};
    const std::size_t width = rows.front().size();
    for (std::size_t r = 0; r < 8; ++r) {
      std::vector<std::string> row;
      for (std::size_t c = 0; c < width; ++c) row.push_back(one_in(4) ? "" : pick(kCells));
      if (one_in(7)) row.resize(1);
      rows.push_back(row);
    }
    layout::Table table = test::grid(rows);
    for (layout::Row& row : table.rows) row.after_break = one_in(5);
    for (int r = 1; r < static_cast<int>(table.rows.size()) - 2; ++r) {
      const int column = static_cast<int>(random_() % width);
      if (one_in(3)) merge_down(table, r, column);
    }
    return table;
  }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }

  static void merge_down(layout::Table& table, int row, int column) {
    const auto at = [&](int r) {
      return std::find_if(table.cells.begin(), table.cells.end(), [&](const layout::Cell& cell) {
        return cell.row == r && cell.column == column && cell.column_span == 1 && cell.row_span == 1;
      });
    };
    if (at(row) == table.cells.end() || at(row + 1) == table.cells.end()) return;
    table.cells.erase(at(row + 1));
    at(row)->row_span = 2;
  }

  static inline const std::vector<std::string> kCells = {"1",
                                                         "2",
                                                         "1.1",
                                                         "1.2",
                                                         "1.1.1 Ask",
                                                         "2. Nests",
                                                         "(a)",
                                                         "1.3 (new)",
                                                         "(new)",
                                                         "⟦1.4⟧",
                                                         "⟦a)⟧walk\n⟦b)⟧count",
                                                         "Protect the nests.",
                                                         "Count the young of",
                                                         "all herons.",
                                                         "Etc.",
                                                         "Nests",
                                                         "Range-wide measures",
                                                         "NESTS (cont.)",
                                                         "High",
                                                         "A",
                                                         "*",
                                                         "***",
                                                         "2025",
                                                         "by 2026",
                                                         "no later than",
                                                         "x",
                                                         "●",
                                                         "″",
                                                         "ditto",
                                                         "–",
                                                         "_",
                                                         "Parks",
                                                         "Parks\nChair",
                                                         "Parks¹",
                                                         "Ministry of\nWater*",
                                                         "Chair [1]",
                                                         "20 m²",
                                                         "No.: 5",
                                                         "Responsible: Parks",
                                                         "1 = urgent, 2 = useful",
                                                         "Vision: herons everywhere",
                                                         "The law does not name the species.",
                                                         "☒ high ☐ low",
                                                         "l.1",
                                                         ".2"};
  std::minstd_rand random_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(conservation)

BOOST_AUTO_TEST_CASE(every_character_of_tables_drawn_by_lot_stands_in_their_drafts) {
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    std::vector<layout::Block> blocks = {Lots(seed).table()};
    const auto origin = seed % 4 == 0 ? LabelOrigin::kOcr : LabelOrigin::kTyped;
    std::get<layout::Table>(blocks.front()).origin = origin;
    BOOST_TEST_CONTEXT("seed " << seed) check(blocks, test::parsed(blocks, test::generic(), {origin, {"table-1"}}));
  }
}

BOOST_DATA_TEST_CASE(every_character_of_a_document_stands_in_its_draft, boost::unit_test::data::make(documents()),
                     name) {
  const std::vector<layout::Block> blocks = blocks_of(name);
  const grammar::Family& family = parser::choose_family(blocks, test::header_words())->family();
  const parser::Draft draft = test::parsed(blocks, family);
  check(blocks, draft);
}

BOOST_AUTO_TEST_CASE(the_documents_are_read_and_many_are_plans) {
  std::size_t read = 0, plans = 0;
  for (const std::string& name : documents()) {
    const std::vector<layout::Block> blocks = blocks_of(name);
    const grammar::Family& family = parser::choose_family(blocks, test::header_words())->family();
    read += blocks.empty() ? 0 : 1;
    plans += test::parsed(blocks, family).verdict == plan::TableVerdict::kPlan ? 1 : 0;
  }
  BOOST_TEST(read * 10 > documents().size() * 9);  // scans hold no text
  BOOST_TEST(plans * 2 > read);
}

BOOST_AUTO_TEST_SUITE_END()
