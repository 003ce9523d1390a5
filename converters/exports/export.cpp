// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/export.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "exports/corpus_files.h"

namespace pactable::exports {
namespace fs = std::filesystem;
namespace {

class Export {
 public:
  Export(const Request& request, const batch::OutputFolder& folder) : request_(request), folder_(folder) {}

  Result<Report> run(const plan::Corpus& corpus) {
    for (const CorpusFormat* format : request_.corpus_formats) {
      Result<std::unique_ptr<CorpusExport>> begun = format->begin({folder_, request_.output, request_.overwrite});
      if (!begun) return tl::unexpected<Error>(begun.error());
      exports_.push_back(std::move(*begun));
    }
    for (const plan::CorpusRecord& record : corpus.documents) {
      if (const Status added = add(record); !added) return tl::unexpected<Error>(added.error());
    }
    for (const std::unique_ptr<CorpusExport>& one : exports_) {
      if (const Status finished = one->finish(); !finished) return tl::unexpected<Error>(finished.error());
    }
    return report_;
  }

 private:
  Status add(const plan::CorpusRecord& record) {
    writers::CorpusDocument document{static_cast<int>(++report_.documents), record};
    std::optional<plan::Plan> plan;
    report_.doubtful += record.outcome == plan::Outcome::kDoubtful ? 1 : 0;
    if (has_plan_file(record)) {
      Result<std::string> file = plan_file_of(record);
      if (!file) return tl::unexpected<Error>(file.error());
      Result<plan::Plan> read = read_plan(request_.corpus / *file, record);
      if (!read) return tl::unexpected<Error>(read.error());
      plan = std::move(*read);
      document.plan = &*plan;
      document.plan_file = std::move(*file);
      report_.plans += has_plan(record) ? 1 : 0;
      if (const Status written = write_document(document); !written) return written;
    }
    for (const std::unique_ptr<CorpusExport>& one : exports_) {
      if (const Status added = one->add(document); !added) {
        return fail(added.error().code, fmt::format("{}: {}", record.path, added.error().message));
      }
    }
    return {};
  }

  Status write_document(const writers::CorpusDocument& document) const {
    const std::string name = document.plan_file.substr(0, document.plan_file.size() - kPlanExtension.size());
    for (const writers::Writer* writer : request_.document_formats) {
      const Status written = folder_.write(name + std::string(writer->extension), writer->write(*document.plan));
      if (!written) return written;
    }
    return {};
  }

  const Request& request_;
  const batch::OutputFolder& folder_;
  std::vector<std::unique_ptr<CorpusExport>> exports_;
  Report report_;
};

}  // namespace

Result<Report> export_corpus(const Request& request) {
  const Result<plan::Corpus> corpus = read_manifest(request.corpus);
  if (!corpus) return tl::unexpected<Error>(corpus.error());
  const Result<batch::OutputFolder> folder = batch::OutputFolder::open(request.output, request.overwrite);
  if (!folder) return tl::unexpected<Error>(folder.error());
  Result<Report> report = Export(request, *folder).run(*corpus);
  if (!report) return report;
  if (const Status settled = folder->settle(); !settled) return tl::unexpected<Error>(settled.error());
  return report;
}

Status remove_exports(const fs::path& output) {
  const Result<batch::OutputFolder> folder = batch::OutputFolder::open(output);
  if (!folder) return tl::unexpected<Error>(folder.error());
  Status removed;
  for (const CorpusFormat& format : corpus_formats()) {
    if (removed) removed = format.remove({*folder, output});
  }
  return removed;
}

}  // namespace pactable::exports
