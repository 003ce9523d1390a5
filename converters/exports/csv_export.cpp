// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "exports/corpus_format.h"
#include "writers/csv/cells.h"
#include "writers/csv/data_package.h"

namespace pactable::exports {
namespace {

namespace csv = writers::csv;
namespace rows = writers::rows;

constexpr const char* kFolder = "csv";
constexpr const char* kDescriptor = "datapackage.json";
// Lines are kept until there are this many bytes of one file.
constexpr std::size_t kPiece = 64 * 1024;

/// One file of the package.
class RelationFile {
 public:
  RelationFile(const rows::Description& relation, batch::NewFile file)
      : relation_(relation), file_(std::move(file)), piece_(csv::header_line(relation)) {}

  Status add(const rows::Row& row) {
    csv::append_line(piece_, relation_, row);
    return piece_.size() < kPiece ? Status() : flush();
  }
  Result<csv::FileFigures> finish() {
    return flush().and_then([&] { return file_.finish(csv::file_name(relation_), true); }).map([&](std::string digest) {
      return csv::FileFigures{bytes_, std::move(digest)};
    });
  }

 private:
  Status flush() {
    bytes_ += piece_.size();
    const Status written = file_.append(piece_);
    piece_.clear();
    return written;
  }

  const rows::Description& relation_;
  batch::NewFile file_;
  std::string piece_;
  std::uint64_t bytes_ = 0;
};

class CsvExport : public CorpusExport {
 public:
  explicit CsvExport(batch::OutputFolder folder) : folder_(std::move(folder)) {}

  Status begin() {
    if (const Status free = folder_.may_write(kDescriptor); !free) return free;
    files_.reserve(rows::kRelationCount);
    for (const rows::Description& relation : rows::relations()) {
      if (const Status free = folder_.may_write(csv::file_name(relation)); !free) return free;
      Result<batch::NewFile> file = folder_.create();
      if (!file) return tl::unexpected<Error>(file.error());
      files_.emplace_back(relation, std::move(*file));
    }
    return {};
  }

  Status add(const writers::CorpusDocument& document) override {
    Status written;
    rows::give_rows(document, [&](rows::Relation relation, const rows::Row& row) {
      if (written) written = files_[static_cast<std::size_t>(relation)].add(row);
    });
    return written;
  }

  /// The descriptor is gone while files change, and comes last: with it the package is whole.
  Status finish() override {
    if (const auto removed = folder_.remove(kDescriptor); !removed) return tl::unexpected<Error>(removed.error());
    std::array<csv::FileFigures, rows::kRelationCount> figures;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      Result<csv::FileFigures> finished = files_[i].finish();
      if (!finished) return tl::unexpected<Error>(finished.error());
      figures[i] = std::move(*finished);
    }
    return folder_.write(kDescriptor, csv::write_data_package(figures)).and_then([&] { return folder_.settle(); });
  }

 private:
  batch::OutputFolder folder_;
  std::vector<RelationFile> files_;
};

}  // namespace

Result<std::unique_ptr<CorpusExport>> begin_csv(const Target& target) {
  Result<batch::OutputFolder> folder = batch::OutputFolder::open(target.path / kFolder, target.overwrite);
  if (!folder) return tl::unexpected<Error>(folder.error());
  auto package = std::make_unique<CsvExport>(std::move(*folder));
  if (const Status begun = package->begin(); !begun) return tl::unexpected<Error>(begun.error());
  return package;
}

Status remove_csv(const Target& target) {
  // Without its descriptor it is no package, and the files may be somebody's own.
  std::error_code error;
  if (!std::filesystem::is_regular_file(target.path / kFolder / kDescriptor, error)) return {};
  const Result<batch::OutputFolder> folder = batch::OutputFolder::open(target.path / kFolder);
  if (!folder) return tl::unexpected<Error>(folder.error());
  Result<bool> removed = folder->remove(kDescriptor);
  for (const rows::Description& relation : rows::relations()) {
    if (removed) removed = folder->remove(csv::file_name(relation));
  }
  if (!removed) return tl::unexpected<Error>(removed.error());
  const Status forgotten = folder->forget();
  // A folder with anything else in it stays.
  std::filesystem::remove(target.path / kFolder, error);
  return forgotten;
}

}  // namespace pactable::exports
