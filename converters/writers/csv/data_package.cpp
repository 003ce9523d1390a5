// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/csv/data_package.h"

#include <algorithm>

#include "writers/format/json_stream.h"

namespace pactable::writers::csv {
namespace {

using format::JsonStream;
using enum JsonStream::Shape;

constexpr std::string_view kDescription =
    "Action plans as tables. Numbers of actions are strings: 3.10 is not 3.1. An absent value is an empty cell. A text "
    "that begins like a formula (= + - @ tab or line end, their wide forms) or with an apostrophe has one apostrophe "
    "in "
    "front, which is not part of it; one apostrophe alone is an empty text; an apostrophe before a quoted JSON string "
    "stands for the text of that string.";

std::string_view type_name(rows::Type type) {
  switch (type) {
    case rows::Type::kInteger: return "integer";
    case rows::Type::kNumber: return "number";
    case rows::Type::kText: return "string";
    case rows::Type::kList: return "array";
    case rows::Type::kDay: return "date";
  }
  return "string";
}

void write_names(JsonStream& out, std::string_view key, const std::vector<std::string_view>& names) {
  out.key(key);
  out.begin_array(kLine);
  for (const std::string_view name : names) out.string(name);
  out.end_array();
}

void write_fields(JsonStream& out, const rows::Description& relation) {
  out.key("fields");
  out.begin_array();
  for (const rows::Column& column : relation.columns) {
    out.begin_object(kLine);
    out.member("name", column.name);
    out.member("type", type_name(column.type));
    out.member("description", column.about);
    if (column.required) {
      out.key("constraints");
      out.begin_object();
      out.key("required");
      out.boolean(true);
      out.end_object();
    }
    out.end_object();
  }
  out.end_array();
}

/// A key of which a part may be absent cannot be said: validators look for the absent part, too.
std::vector<rows::ForeignKey> keys_of(const rows::Description& relation) {
  std::vector<rows::ForeignKey> keys = relation.foreign_keys;
  std::erase_if(keys, [&](const rows::ForeignKey& key) {
    return std::any_of(relation.columns.begin(), relation.columns.end(), [&](const rows::Column& column) {
      return !column.required && std::find(key.columns.begin(), key.columns.end(), column.name) != key.columns.end();
    });
  });
  return keys;
}

void write_foreign_keys(JsonStream& out, const rows::Description& relation) {
  const std::vector<rows::ForeignKey> keys = keys_of(relation);
  if (keys.empty()) return;
  out.key("foreignKeys");
  out.begin_array();
  for (const rows::ForeignKey& key : keys) {
    out.begin_object(kLine);
    write_names(out, "fields", key.columns);
    out.key("reference");
    out.begin_object();
    // The specification writes a reference within the same table with an empty name.
    out.member("resource", key.target == relation.relation ? "" : rows::describe(key.target).name);
    write_names(out, "fields", key.target_columns);
    out.end_object();
    out.end_object();
  }
  out.end_array();
}

void write_resource(JsonStream& out, const rows::Description& relation, const FileFigures& file) {
  out.begin_object();
  out.member("name", relation.name);
  out.member("title", relation.about);
  out.member("path", file_name(relation));
  out.member("profile", "tabular-data-resource");
  out.member("format", "csv");
  out.member("mediatype", "text/csv");
  out.member("encoding", "utf-8");
  out.key("bytes");
  out.integer(static_cast<std::int64_t>(file.bytes));
  out.member("hash", "sha256:" + file.sha256);
  out.key("dialect");
  out.begin_object(kLine);
  out.member("delimiter", ",");
  out.member("lineTerminator", "\r\n");
  out.member("quoteChar", "\"");
  out.key("doubleQuote");
  out.boolean(true);
  out.key("header");
  out.boolean(true);
  out.end_object();
  out.key("schema");
  out.begin_object();
  write_fields(out, relation);
  write_names(out, "missingValues", {""});
  write_names(out, "primaryKey", relation.primary_key);
  write_foreign_keys(out, relation);
  out.end_object();
  out.end_object();
}

}  // namespace

std::string file_name(const rows::Description& relation) { return std::string(relation.name) + ".csv"; }

std::string write_data_package(const std::array<FileFigures, rows::kRelationCount>& files) {
  JsonStream out;
  out.begin_object();
  out.member("profile", "tabular-data-package");
  out.member("name", "pactable-corpus");
  out.member("title", "Action plans and work programmes");
  out.member("description", kDescription);
  out.key("resources");
  out.begin_array();
  for (const rows::Description& relation : rows::relations()) {
    write_resource(out, relation, files[static_cast<std::size_t>(relation.relation)]);
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace pactable::writers::csv
