// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/plan_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/unicode.h"
#include "pages/site/row_cells.h"
#include "pages/site/wording.h"
#include "writers/format/scalars.h"

namespace pactable::pages::site {
namespace {

using look::Html;

constexpr std::size_t kDepths = 4;  // deeper rows are set in no further

/// A column that holds values of fields, by the name of the field (writers/format/scalars.h).
struct FieldColumn {
  std::string name, header;
};

struct Layout {
  std::string text_header;           // "Action · Sub-task"
  std::vector<FieldColumn> columns;  // those that hold a value in some row
  bool numbered = false;
};

bool holds_items(std::string_view role) {
  return role == "topic" || plan::item_kind_from(role).has_value();
}

std::string header_of(const plan::Column& column) {
  const std::string header = unicode::collapse_space(column.header.value_or(""));
  return header.empty() ? role_name(column.role) : header;
}

Layout layout_of(const plan::Plan& plan, const plan::Table& table) {
  Layout layout;
  std::vector<std::string> used;  // names of fields, as they come
  for (const plan::Item& item : plan.items) {
    if (item.table != table.id) continue;
    layout.numbered = layout.numbered || item.number.has_value();
    for (const std::string& name : writers::format::field_names(item)) {
      if (std::find(used.begin(), used.end(), name) == used.end()) used.push_back(name);
    }
  }
  std::map<std::string, int> seen;
  for (const plan::Column& column : table.columns) {
    if (column.role == "number") continue;
    if (holds_items(column.role)) {
      layout.text_header += (layout.text_header.empty() ? "" : " \u00B7 ") + header_of(column);
      continue;
    }
    const int count = ++seen[column.role];
    const std::string name = count == 1 ? column.role : fmt::format("{}-{}", column.role, count);
    const auto found = std::find(used.begin(), used.end(), name);
    if (found == used.end()) continue;
    layout.columns.push_back({name, header_of(column)});
    used.erase(found);
  }
  for (const std::string& name : used) layout.columns.push_back({name, role_name(name)});
  if (layout.text_header.empty()) layout.text_header = "Text";
  return layout;
}

class Rows {
 public:
  Rows(const plan::Plan& plan, const Layout& layout, const Mentions& mentions, const SourceFile& file)
      : layout_(layout), mentions_(mentions), file_(file) {
    for (const plan::Repair& repair : plan.repairs) repairs_.emplace(repair.id, &repair);
  }

  Html row(const plan::Item& item) {
    const bool heads = item.kind == plan::ItemKind::kSection || item.kind == plan::ItemKind::kGroup;
    const std::size_t depth = depth_of(item, heads);
    const bool spans = heads && item.fields.empty();
    Html out;
    out.open("tr", {{"id", item.id}, {"role", "row"},
                    {"class", fmt::format("{} depth-{}", plan::to_string(item.kind), std::min(depth, kDepths))}});
    if (layout_.numbered) {
      out.open("td", {{"role", "cell"}, {"class", "no"}}).add(number_cell(item, repairs_)).close();
    }
    const std::string span = std::to_string(layout_.columns.size() + 1);
    out.open("td", {{"role", "cell"}, {"class", "text"}, {"colspan", spans ? span : "1"}});
    if (item.kind != plan::ItemKind::kAction && item.kind != plan::ItemKind::kSubTask && !heads) {
      out.element("span", kind_name(item.kind), {{"class", "row-kind"}}).text(" ");
    }
    out.add(item_text(item, mentions_));
    if (!item.text) out.element("span", "No text is printed", {{"class", "soft small"}});
    out.close();
    if (!spans) add_fields(out, item);
    out.open("td", {{"role", "cell"}, {"class", "where"}, {"data-label", "Source"}});
    out.add(sources_cell(item.derived_from(), file_));
    out.open("span", {{"class", "cite"}}).link("#" + look::file_address(item.id), item.id).close();
    out.close().close();
    return out;
  }

 private:
  std::size_t depth_of(const plan::Item& item, bool heads) {
    std::size_t depth = 0;
    if (item.parent && !heads) {
      if (const auto parent = depths_.find(*item.parent); parent != depths_.end()) depth = parent->second;
    }
    depths_[item.id] = heads ? 0 : depth + 1;
    return depth;
  }

  void add_fields(Html& out, const plan::Item& item) {
    const std::vector<std::string> names = writers::format::field_names(item);
    for (const FieldColumn& column : layout_.columns) {
      const auto found = std::find(names.begin(), names.end(), column.name);
      if (found == names.end()) {
        out.element("td", "", {{"role", "cell"}, {"class", "empty"}});
        continue;
      }
      const plan::Field& field = item.fields[static_cast<std::size_t>(found - names.begin())];
      out.open("td", {{"role", "cell"}, {"class", "value"}, {"data-label", column.header}});
      out.add(field_cell(field, repairs_)).close();
    }
  }

  const Layout& layout_;
  const Mentions& mentions_;
  const SourceFile& file_;
  Repairs repairs_;
  std::map<std::string_view, std::size_t> depths_;
};

Html head(const Layout& layout) {
  Html out;
  out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
  const auto cell = [&](std::string_view name, std::string_view text) {
    out.quoted("th", text, {{"scope", "col"}, {"role", "columnheader"}, {"class", name}});
  };
  if (layout.numbered) cell("no", "No.");
  cell("text", layout.text_header);
  for (const FieldColumn& column : layout.columns) cell("value", column.header);
  cell("where", "Source");
  return out;
}

/// What the printed header row says, for those who compare with the page.
std::string printed_headers(const plan::Table& table) {
  std::string out;
  for (const plan::Column& column : table.columns) {
    const std::string header = unicode::collapse_space(column.header.value_or(""));
    out += (out.empty() ? "" : " | ") + (header.empty() ? "(blank)" : header);
  }
  return out;
}

Html plan_table(const plan::Plan& plan, const plan::Table& table, const std::string& name, const Mentions& mentions,
                const SourceFile& file) {
  const Layout layout = layout_of(plan, table);
  const std::string heading = "table-" + table.id;
  Html out;
  out.open("section", {{"class", "plan-table"}, {"aria-labelledby", heading}});
  out.open("h2", {{"id", heading}}).text(name);
  if (table.caption) out.text(": ").quote(unicode::collapse_space(*table.caption));
  out.close();
  out.open("p", {{"class", "soft small"}});
  if (table.period) out.text(fmt::format("Period {}. ", *table.period));
  if (const std::string headers = printed_headers(table); !headers.empty()) {
    out.text("Columns as printed: ").quote(headers).text(". ");
  }
  if (!table.derived_from.empty()) out.text("Stands on ").add(sources_line(table.derived_from, file)).text(".");
  out.close();
  out.open("div", {{"class", "card scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", heading}});
  out.open("table", {{"class", "printed"}, {"role", "table"}, {"aria-labelledby", heading}});
  out.add(head(layout)).open("tbody", {{"role", "rowgroup"}});
  Rows rows(plan, layout, mentions, file);
  for (const plan::Item& item : plan.items) {
    if (item.table == table.id) out.add(rows.row(item));
  }
  return out;
}

/// Those of the plan, and one for every other id that rows name.
std::vector<plan::Table> all_tables(const plan::Plan& plan) {
  std::vector<plan::Table> tables = plan.tables;
  std::set<std::string_view> known;
  for (const plan::Table& table : plan.tables) known.insert(table.id);
  for (const plan::Item& item : plan.items) {
    if (!known.insert(item.table).second) continue;
    tables.emplace_back();
    tables.back().id = item.table;
  }
  return tables;
}

}  // namespace

Html plan_tables(const plan::Plan& plan, const Mentions& mentions, const SourceFile& file) {
  const std::vector<plan::Table> tables = all_tables(plan);
  Html out;
  for (std::size_t at = 0; at < tables.size(); ++at) {
    const std::string name = tables.size() > 1 ? fmt::format("Table {}", at + 1) : std::string("The table");
    out.add(plan_table(plan, tables[at], name, mentions, file));
  }
  return out;
}

}  // namespace pactable::pages::site
