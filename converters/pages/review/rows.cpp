// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/review/rows.h"

#include <algorithm>

#include "core/unicode.h"
#include "decisions/decisions.h"
#include "writers/format/scalars.h"

namespace pactable::pages::review {
namespace {

constexpr std::size_t kNeighbours = 2;  // on either side: a sequence shows in three numbers
constexpr std::size_t kMostText = 600;  // code points of a cell; a row of a plan has some 300

std::string shortened(const std::string& text) {
  if (unicode::length(text) <= kMostText) return text;
  std::u32string points = unicode::to_code_points(text);
  points.resize(kMostText);
  return unicode::to_utf8(points) + " …";
}

struct Row {
  const plan::Item* item = nullptr;
  std::vector<std::string> names;  // of its fields
  bool asked = false;

  [[nodiscard]] const plan::Field* field(const std::string& name) const {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? nullptr : &item->fields[static_cast<std::size_t>(at - names.begin())];
  }
};

std::vector<Row> rows_around(const plan::Plan& plan, std::size_t at) {
  std::vector<Row> rows;
  for (std::size_t i = at - std::min(at, kNeighbours); i <= at + kNeighbours && i < plan.items.size(); ++i) {
    const plan::Item& item = plan.items[i];
    if (item.table == plan.items[at].table) rows.push_back({&item, writers::format::field_names(item), i == at});
  }
  return rows;
}

void write_cell(look::Html& out, const std::optional<std::string>& text, bool marked, bool printed) {
  if (marked) {
    out.open("td", {{"class", "asked"}});
  } else {
    out.open("td");
  }
  if (!text && printed) {
    out.element("span", "nothing printed", {{"class", "soft small"}});
  } else if (text) {
    out.quote(shortened(*text));
  }
  out.close();
}

}  // namespace

std::string field_title(const plan::Plan& plan, const plan::Item& item, const std::string& field) {
  for (const plan::Table& table : plan.tables) {
    if (table.id != item.table) continue;
    for (const plan::Column& column : table.columns) {
      if (column.role == field && column.header && !column.header->empty()) return *column.header;
    }
  }
  std::string title = field;
  if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

look::Html row_table(const plan::Plan& plan, const Question& question) {
  const std::vector<Row> rows = rows_around(plan, question.item);
  std::vector<std::string> columns;
  for (const Row& row : rows) {
    for (const std::string& name : row.names) {
      if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
    }
  }
  const plan::Item& item = plan.items[question.item];
  look::Html out;
  out.open("div",
           {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "The row and its neighbours"}});
  out.open("table", {{"class", "rows"}}).open("thead").open("tr");
  out.element("th", "Row", {{"scope", "col"}}).element("th", "Number", {{"scope", "col"}});
  out.element("th", "Text", {{"scope", "col"}});
  for (const std::string& column : columns) out.quoted("th", field_title(plan, item, column), {{"scope", "col"}});
  out.close().close().open("tbody");
  for (const Row& row : rows) {
    if (row.asked) {
      out.open("tr", {{"class", "here"}});
    } else {
      out.open("tr");
    }
    out.element("th", row.item->id, {{"scope", "row"}});
    const bool expected = row.item->number.has_value();
    write_cell(out, expected ? row.item->number->printed : std::nullopt,
               row.asked && question.field == decisions::kNumberField, expected);
    const bool on_text = question.field == decisions::kRowField || question.field == decisions::kTextField;
    write_cell(out, row.item->text, row.asked && on_text, false);
    for (const std::string& column : columns) {
      const plan::Field* const field = row.field(column);
      write_cell(out, field != nullptr ? std::optional(field->printed) : std::nullopt,
                 row.asked && question.field == column, false);
    }
    out.close();
  }
  return out;
}

}  // namespace pactable::pages::review
