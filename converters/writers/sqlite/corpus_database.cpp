// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/sqlite/corpus_database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <string>
#include <utility>

#include "core/unicode.h"
#include "writers/rows/plan_rows.h"
#include "writers/sqlite/views.h"

namespace pactable::writers::sqlite {
namespace {

struct Close {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

// Items have a row number of their own, which the full-text index goes by.
constexpr rows::Relation kNumbered = rows::Relation::kItems;

tl::unexpected<Error> failure(sqlite3* connection) {
  const std::string message = unicode::collapse_space(sqlite3_errmsg(connection));
  switch (sqlite3_errcode(connection) & 0xFF) {
    case SQLITE_CONSTRAINT:
      return fail(ErrorCode::kInvalid,
                  fmt::format("the plan has an id twice, or names what it does not have ({})", message));
    case SQLITE_NOMEM: return fail(ErrorCode::kOutOfMemory, "not enough memory");
    default: return fail(ErrorCode::kWriteFailed, fmt::format("the database cannot be written: {}", message));
  }
}

Status run(sqlite3* connection, const std::string& statements) {
  if (sqlite3_exec(connection, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return failure(connection);
}

std::string quoted(std::string_view name) { return fmt::format("\"{}\"", name); }

std::string names(const std::vector<std::string_view>& columns) {
  std::string list;
  for (const std::string_view column : columns) list += (list.empty() ? "" : ", ") + quoted(column);
  return list;
}

std::string_view type_name(rows::Type type) {
  switch (type) {
    case rows::Type::kInteger: return "INTEGER";
    case rows::Type::kNumber: return "REAL";
    default: return "TEXT";
  }
}

std::string create_statement(const rows::Description& relation) {
  const bool numbered = relation.relation == kNumbered;
  std::string text = fmt::format("CREATE TABLE {} (", quoted(relation.name));
  if (numbered) text += "\n  \"row_id\" INTEGER PRIMARY KEY,";
  for (const rows::Column& column : relation.columns) {
    text +=
        fmt::format("\n  {} {}{},", quoted(column.name), type_name(column.type), column.required ? " NOT NULL" : "");
  }
  text += fmt::format("\n  {} ({})", numbered ? "UNIQUE" : "PRIMARY KEY", names(relation.primary_key));
  for (const rows::ForeignKey& key : relation.foreign_keys) {
    text += fmt::format(",\n  FOREIGN KEY ({}) REFERENCES {} ({}) DEFERRABLE INITIALLY DEFERRED", names(key.columns),
                        quoted(rows::describe(key.target).name), names(key.target_columns));
  }
  return text + (numbered ? "\n) STRICT;\n" : "\n) STRICT, WITHOUT ROWID;\n");
}

std::string insert_statement(const rows::Description& relation) {
  std::string columns, places;
  for (const rows::Column& column : relation.columns) {
    columns += (columns.empty() ? "" : ", ") + quoted(column.name);
    places += places.empty() ? "?" : ", ?";
  }
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(relation.name), columns, places);
}

struct Bind {
  sqlite3_stmt* statement;
  int at;  // 1-based

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, at); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, at, value); }
  int operator()(double value) const { return sqlite3_bind_double(statement, at, value); }
  /// The row outlives the step.
  int operator()(const std::string& value) const {
    return sqlite3_bind_text64(statement, at, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
};

/// Nothing that outlasts a crash: the file has no name yet. What the bytes depend on is said, not left to defaults.
std::string settings() {
  return fmt::format(
      "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = OFF;"
      "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = ON; PRAGMA temp_store = FILE;"
      "PRAGMA application_id = {}; PRAGMA user_version = {};",
      kApplicationId, kSchemaVersion);
}

}  // namespace

struct CorpusDatabase::State {
  Connection connection;
  std::array<Statement, rows::kRelationCount> inserts;  // before the connection closes

  Status insert(rows::Relation relation, const rows::Row& row) const {
    sqlite3_stmt* statement = inserts[static_cast<std::size_t>(relation)].get();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (std::visit(Bind{statement, static_cast<int>(i) + 1}, row[i]) != SQLITE_OK) return failure(connection.get());
    }
    const bool done = sqlite3_step(statement) == SQLITE_DONE;
    const Status status = done ? Status() : failure(connection.get());
    sqlite3_reset(statement);
    return status;
  }
};

CorpusDatabase::CorpusDatabase(std::unique_ptr<State> state) : state_(std::move(state)) {}
CorpusDatabase::CorpusDatabase(CorpusDatabase&&) noexcept = default;
CorpusDatabase::~CorpusDatabase() = default;

Result<CorpusDatabase> CorpusDatabase::create(const std::filesystem::path& file) {
  auto state = std::make_unique<State>();
  sqlite3* opened = nullptr;
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(std::filesystem::absolute(file).c_str(), &opened, kFlags, nullptr);
  state->connection.reset(opened);
  if (code != SQLITE_OK) return failure(opened);
  std::string schema = settings() + "BEGIN;\n";
  for (const rows::Description& relation : rows::relations()) schema += create_statement(relation);
  if (const Status made = run(opened, schema + "COMMIT;"); !made) return tl::unexpected<Error>(made.error());
  for (const rows::Description& relation : rows::relations()) {
    sqlite3_stmt* statement = nullptr;
    const std::string text = insert_statement(relation);
    if (sqlite3_prepare_v2(opened, text.c_str(), -1, &statement, nullptr) != SQLITE_OK) return failure(opened);
    state->inserts[static_cast<std::size_t>(relation.relation)].reset(statement);
  }
  return CorpusDatabase(std::move(state));
}

Status CorpusDatabase::add(const CorpusDocument& document) {
  sqlite3* connection = state_->connection.get();
  if (const Status begun = run(connection, "BEGIN"); !begun) return begun;
  Status inserted;
  rows::give_rows(document, [&](rows::Relation relation, const rows::Row& row) {
    if (inserted) inserted = state_->insert(relation, row);
  });
  return inserted.and_then([&] { return run(connection, "COMMIT"); });
}

Status CorpusDatabase::finish() { return run(state_->connection.get(), "BEGIN;\n" + std::string(kViews) + "COMMIT;"); }

}  // namespace pactable::writers::sqlite
