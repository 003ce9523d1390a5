// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <string>
#include <utility>

#include "exports/corpus_format.h"
#include "writers/sqlite/corpus_database.h"

namespace pactable::exports {
namespace {

using writers::sqlite::CorpusDatabase;
constexpr const char* kName = "corpus.sqlite";

class SqliteExport : public CorpusExport {
 public:
  SqliteExport(batch::NewFile file, CorpusDatabase database) : file_(std::move(file)), database_(std::move(database)) {}

  Status add(const writers::CorpusDocument& document) override { return database_->add(document); }
  Status finish() override {
    const Status finished = database_->finish();
    database_.reset();  // it is closed before it gets its name
    return finished.and_then([this] { return file_.finish(kName, true).map([](const std::string&) {}); });
  }

 private:
  batch::NewFile file_;
  std::optional<CorpusDatabase> database_;
};

}  // namespace

Result<std::unique_ptr<CorpusExport>> begin_sqlite(const Target& target) {
  if (const Status free = target.folder.may_write(kName); !free) return tl::unexpected<Error>(free.error());
  Result<batch::NewFile> file = target.folder.create();
  if (!file) return tl::unexpected<Error>(file.error());
  Result<CorpusDatabase> database = CorpusDatabase::create(target.path / file->temporary_name());
  if (!database) return tl::unexpected<Error>(database.error());
  return std::make_unique<SqliteExport>(std::move(*file), std::move(*database));
}

Status remove_sqlite(const Target& target) {
  return target.folder.remove(kName).map([](bool) {});
}

}  // namespace pactable::exports
