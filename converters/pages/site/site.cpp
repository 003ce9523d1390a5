// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/site.h"

#include <fmt/format.h>

#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "batch/leftovers.h"
#include "batch/output_folder.h"
#include "batch/output_names.h"
#include "exports/corpus_files.h"
#include "exports/export.h"
#include "pages/site/downloads.h"
#include "pages/site/index_page.h"
#include "pages/site/plan_page.h"
#include "pages/site/search_files.h"
#include "pages/site/sources.h"
#include "pages/site/summary.h"
#include "pages/site/wording.h"

namespace pactable::pages::site {
namespace fs = std::filesystem;
namespace {

using batch::OutputFolder;

// Says that the folders below are ours, from before the first of them is made.
constexpr const char* kMark = ".pactable-site";
constexpr const char* kPlans = "plans";
constexpr const char* kData = "data";
constexpr const char* kIndex = "index.html";
constexpr const char* kSearch = "search.html";

bool has_files(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder, error) && !fs::is_empty(folder, error);
}

/// A folder of pages, which knows what was written into it.
class Folder {
 public:
  static Result<Folder> open(const fs::path& path, batch::Overwrite overwrite) {
    Result<OutputFolder> opened = OutputFolder::open(path, overwrite);
    if (!opened) return fail(opened.error().code, fmt::format("{}: {}", path.string(), opened.error().message));
    return Folder(std::move(*opened));
  }

  Status write(const std::string& name, std::string_view bytes) {
    written_.insert(name);
    return folder_.write(name, bytes);
  }

  /// Takes away the files of an earlier site that were not written again.
  Status remove_others() const {
    std::vector<std::uint64_t> made;
    for (const std::string& name : written_) made.push_back(batch::OwnedFiles::key_of(name));
    return batch::remove_leftovers(folder_, std::move(made)).and_then([&](const batch::Leftovers&) {
      return folder_.settle();
    });
  }

 private:
  explicit Folder(OutputFolder folder) : folder_(std::move(folder)) {}
  OutputFolder folder_;
  std::set<std::string> written_;
};

Result<OutputFolder> open_site(const fs::path& output, batch::Overwrite overwrite) {
  std::error_code error;
  if (!fs::exists(output / kMark, error)) {
    for (const char* name : {kPlans, kData, kDownloads}) {
      if (has_files(output / name)) {
        return fail(ErrorCode::kWriteFailed,
                    fmt::format("{}: files that are not of a site lie there", (output / name).string()));
      }
    }
  }
  Result<OutputFolder> folder = OutputFolder::open(output, overwrite);
  if (!folder) return fail(folder.error().code, fmt::format("{}: {}", output.string(), folder.error().message));
  const Status begun = folder->write(kMark, "This folder is written by pactable site.\n")
                           .and_then([&] { return folder->may_write(kIndex); })
                           .and_then([&] { return folder->may_write(kSearch); })
                           .and_then([&] { return folder->remove(kIndex); })
                           .and_then([&](bool) { return folder->remove(kSearch); })
                           .map([](bool) {});
  if (!begun) return tl::unexpected<Error>(begun.error());
  return folder;
}

class Site {
 public:
  Site(const Request& request, const plan::Corpus& corpus, Folder plans, Folder data)
      : request_(request), corpus_(corpus), plans_(std::move(plans)), data_(std::move(data)) {}

  Status add(const plan::CorpusRecord& record) {
    if (!exports::has_plan(record)) {
      documents_.push_back(summary_of(record, {}, nullptr));
      return {};
    }
    const Result<std::string> file = exports::plan_file_of(record);
    if (!file) return tl::unexpected<Error>(file.error());
    const Result<plan::Plan> plan = exports::read_plan(request_.corpus / *file, record);
    if (!plan) return tl::unexpected<Error>(plan.error());
    const std::string name = file->substr(0, file->size() - exports::kPlanExtension.size());
    const std::string page = batch::flat_name(name);
    documents_.push_back(summary_of(record, page, &*plan));
    const Summary& summary = documents_.back();
    const std::string part = shortfall(record).empty() ? "" : " (read in part)";
    const std::string html = write_plan_page({*plan, summary, source_file(record, request_.documents),
                                              plan_downloads(request_.output, name), corpus_.program});
    return plans_.write(page + ".html", html).and_then([&] { return search_.add(page, summary.title + part, *plan); });
  }

  Result<Report> finish(const OutputFolder& folder) {
    const Report report{documents_.size(), static_cast<std::size_t>(plan_count()), search_.items()};
    IndexPage index{request_.title, std::move(documents_), corpus_downloads(request_.output), corpus_.program};
    const Status done =
        search_.finish()
            .and_then([&] { return plans_.remove_others(); })
            .and_then([&] { return data_.remove_others(); })
            .and_then([&] { return folder.sync(); })
            .and_then([&] { return folder.write(kSearch, write_search_page(request_.title, corpus_.program)); })
            .and_then([&] { return folder.write(kIndex, write_index_page(index)); })
            .and_then([&] { return folder.settle(); });
    if (!done) return tl::unexpected<Error>(done.error());
    return report;
  }

 private:
  [[nodiscard]] std::size_t plan_count() const {
    std::size_t count = 0;
    for (const Summary& summary : documents_) count += summary.page.empty() ? 0 : 1;
    return count;
  }

  const Request& request_;
  const plan::Corpus& corpus_;
  Folder plans_, data_;
  SearchFiles search_{[this](const std::string& name, std::string_view bytes) { return data_.write(name, bytes); }};
  std::vector<Summary> documents_;
};

}  // namespace

Result<Report> write_site(const Request& request) {
  const Result<plan::Corpus> corpus = exports::read_manifest(request.corpus);
  if (!corpus) return tl::unexpected<Error>(corpus.error());
  const Result<OutputFolder> folder = open_site(request.output, request.overwrite);
  if (!folder) return tl::unexpected<Error>(folder.error());
  if (const Status written = write_downloads(request.corpus, request.output, *corpus, request.overwrite); !written) {
    return tl::unexpected<Error>(written.error());
  }
  Result<Folder> plans = Folder::open(request.output / kPlans, request.overwrite);
  if (!plans) return tl::unexpected<Error>(plans.error());
  Result<Folder> data = Folder::open(request.output / kData, request.overwrite);
  if (!data) return tl::unexpected<Error>(data.error());
  Site site(request, *corpus, std::move(*plans), std::move(*data));
  for (const plan::CorpusRecord& record : corpus->documents) {
    if (const Status added = site.add(record); !added) return tl::unexpected<Error>(added.error());
  }
  return site.finish(*folder);
}

}  // namespace pactable::pages::site
