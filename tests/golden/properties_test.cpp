// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every conversion, whatever the document: nothing is lost, nothing changes without a record, the order
// of the page is kept, and what is written can be read again.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>

#include "core/unicode.h"
#include "golden/conservation.h"
#include "golden/plan_properties.h"
#include "golden/truth_lines.h"
#include "pipeline/converter.h"
#include "readers/reader.h"
#include "tables/tables.h"
#include "writers/json/plan_json.h"

using namespace pactable;
namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

namespace {

using test::Characters;
using test::characters_of_plan;
using test::without_tags;

std::vector<std::string> fixtures() {
  std::vector<std::string> names;
  for (const std::string folder : {"seeds", "docx", "docx/variants", "html", "pdf", "pdf/layouts"}) {
    for (const auto& entry : fs::directory_iterator(test::fixture_path(folder))) {
      if (entry.is_regular_file()) names.push_back(folder + "/" + entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Where a layout hides which rows a merged cell covers, its items may stand above their rows.
std::vector<std::string> plain_fixtures() {
  std::vector<std::string> names = fixtures();
  std::erase_if(names, [](const std::string& name) { return name.starts_with("pdf/layouts/"); });
  return names;
}

std::vector<std::string> text_fixtures() {
  std::vector<std::string> names = fixtures();
  std::erase_if(names, [](const std::string& name) { return !name.starts_with("seeds/"); });
  return names;
}

plan::Plan convert(const std::string& name, pipeline::LayerChoice layer) {
  pipeline::ConvertOptions options;
  options.layer = layer;
  auto conversion = test::converter().convert(test::read_fixture(name), fs::path(name).filename(), options);
  if (!conversion) throw std::runtime_error(name + ": " + conversion.error().message);
  if (!conversion->plan) throw std::runtime_error(name + ": no plan");
  return std::move(*conversion->plan);
}

const plan::Plan& plan_of(const std::string& name) {
  static std::map<std::string, plan::Plan> plans;
  const auto found = plans.find(name);
  return found != plans.end() ? found->second
                              : plans.emplace(name, convert(name, pipeline::LayerChoice::kAuto)).first->second;
}

// What is struck out or hidden is listed among the discarded texts.
void add(const layout::Paragraph& paragraph, Characters& characters) {
  characters.add(paragraph.text.utf8());
  for (const layout::SetAside& aside : paragraph.set_aside) characters.add(aside.text.utf8());
}

Characters characters_of_blocks(const std::string& name) {
  const std::string bytes = test::read_fixture(name);
  const auto format = readers::recognise(bytes);
  BOOST_REQUIRE(format.has_value());
  auto document = (*format)->read(bytes, {});
  BOOST_REQUIRE(document.has_value());
  Characters characters;
  // The same call as in the conversion: with a list of oddities hyphens at line ends are taken away.
  for (const layout::Block& block : tables::join(tables::find(*document, &document->oddities))) {
    if (const auto* text = std::get_if<layout::TextBlock>(&block)) {
      add(text->paragraph, characters);
      continue;
    }
    const auto& table = std::get<layout::Table>(block);
    for (const layout::Paragraph& paragraph : table.caption) add(paragraph, characters);
    for (const layout::Cell& cell : table.cells) {
      for (const layout::Paragraph& paragraph : cell.paragraphs) add(paragraph, characters);
    }
  }
  return characters;
}

std::string without_space(std::string_view text) {
  std::string out;
  for (const std::string_view word : unicode::split_space(text)) out += word;
  return out;
}

std::vector<std::vector<std::u32string>> cells_by_line(const std::string& bytes) {
  std::vector<std::vector<std::u32string>> lines(1, {U""});
  for (const char32_t c : unicode::to_code_points(bytes)) {
    if (c == U'\n') {
      lines.push_back({U""});
    } else if (c == U'\t') {
      lines.back().emplace_back();
    } else {
      lines.back().back() += c;
    }
  }
  return lines;
}

/// Where a place lies in the order of reading: lines and cells, or rows and cells of a part. Pages are ordered apart.
std::vector<int> order_of(const Place& place) {
  if (const auto* line = std::get_if<LinePlace>(&place)) return {line->line, line->cell, line->start};
  if (const auto* part = std::get_if<PartPlace>(&place))
    return {part->table, part->row, part->cell, part->paragraph, part->start};
  return {std::get<PagePlace>(place).page};
}

std::optional<Place> first_place(const plan::Item& item) {
  if (item.number && !item.number->derived_from.empty()) return item.number->derived_from.front();
  if (!item.text_from.empty()) return item.text_from.front();
  return std::nullopt;
}

}  // namespace

BOOST_DATA_TEST_CASE(every_character_of_the_blocks_stands_in_the_plan_once, data::make(fixtures()), name) {
  const Characters read = characters_of_blocks(name);
  BOOST_TEST(read.size() > 20U);
  BOOST_TEST(read.against(characters_of_plan(plan_of(name))) == "");
}

BOOST_DATA_TEST_CASE(every_character_of_a_text_stands_in_its_plan_once, data::make(text_fixtures()), name) {
  Characters written;
  written.add(without_tags(test::read_fixture(name)));
  BOOST_TEST(written.against(characters_of_plan(plan_of(name))) == "");
}

BOOST_DATA_TEST_CASE(places_in_a_text_hold_what_is_printed, data::make(text_fixtures()), name) {
  const auto lines = cells_by_line(test::read_fixture(name));
  int checked = 0;
  const auto check = [&](const std::string& printed, const std::vector<Place>& places) {
    std::string found;
    for (const Place& place : places) {
      const auto& line = std::get<LinePlace>(place);
      BOOST_REQUIRE(static_cast<std::size_t>(line.line) <= lines.size());
      const auto& cells = lines[static_cast<std::size_t>(line.line) - 1];
      BOOST_REQUIRE(static_cast<std::size_t>(line.cell) < cells.size());
      const std::u32string& cell = cells[static_cast<std::size_t>(line.cell)];
      BOOST_REQUIRE(static_cast<std::size_t>(line.end) <= cell.size());
      found += unicode::to_utf8(std::u32string_view(cell).substr(static_cast<std::size_t>(line.start),
                                                                 static_cast<std::size_t>(line.end - line.start)));
    }
    BOOST_TEST(without_space(without_tags(found)) == without_space(printed));
    ++checked;
  };
  for (const plan::Item& item : plan_of(name).items) {
    if (item.number && item.number->printed) check(*item.number->printed, item.number->derived_from);
    if (item.text) check(*item.text, item.text_from);
    for (const plan::Field& field : item.fields) check(field.printed, field.derived_from);
  }
  for (const plan::Discarded& discarded : plan_of(name).discarded) check(discarded.text, discarded.derived_from);
  BOOST_TEST(checked > 50);
}

BOOST_DATA_TEST_CASE(every_changed_value_names_one_repair_and_every_repair_one_value, data::make(fixtures()), name) {
  test::check_repairs(plan_of(name));
}

BOOST_DATA_TEST_CASE(text_that_was_typed_is_never_repaired, data::make(fixtures()), name) {
  const plan::Plan typed = convert(name, pipeline::LayerChoice::kTyped);
  BOOST_TEST(typed.repairs.size() == 0U);
  for (const plan::Item& item : typed.items) {
    if (!item.number || !item.number->canonical) continue;
    // What is said of the number is what is printed, its final dot and lead word aside.
    BOOST_TEST(item.number->printed->find(*item.number->canonical) != std::string::npos, item.id);
  }
}

BOOST_DATA_TEST_CASE(items_stand_in_the_order_of_reading, data::make(plain_fixtures()), name) {
  const plan::Plan& plan = plan_of(name);
  std::optional<Place> before;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const plan::Item& item = plan.items[i];
    if (i > 0 && plan.items[i - 1].table != item.table) before.reset();
    const auto place = first_place(item);
    if (!place) continue;
    if (before) {
      BOOST_TEST((order_of(*before) <= order_of(*place)), item.id << " stands before its predecessor");
      const auto* above = std::get_if<PagePlace>(&*before);
      const auto* here = std::get_if<PagePlace>(&*place);
      if (above != nullptr && here != nullptr && above->page == here->page) {
        BOOST_TEST(here->box.y1 > above->box.y0, item.id << " stands above its predecessor");
      }
    }
    before = place;
  }
}

BOOST_DATA_TEST_CASE(ids_are_unique_and_parents_come_first, data::make(fixtures()), name) {
  test::check_ids(plan_of(name));
}

BOOST_DATA_TEST_CASE(what_is_written_is_valid_and_reads_back_alike, data::make(fixtures()), name) {
  test::check_written_files(plan_of(name));
}

BOOST_DATA_TEST_CASE(a_second_conversion_writes_the_same_bytes, data::make(text_fixtures()), name) {
  const plan::Plan again = convert(name, pipeline::LayerChoice::kAuto);
  BOOST_TEST((writers::json::write_plan(again) == writers::json::write_plan(plan_of(name))));
}
