// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "exports/corpus_format.h"
#include "writers/jsonl/item_lines.h"

namespace pactable::exports {
namespace {

constexpr const char* kName = "items.jsonl";

class JsonlExport : public CorpusExport {
 public:
  explicit JsonlExport(batch::NewFile file) : file_(std::move(file)) {}

  Status add(const writers::CorpusDocument& document) override {
    return file_.append(writers::jsonl::write_items(document));
  }
  Status finish() override {
    return file_.finish(kName, true).map([](const std::string&) {});
  }

 private:
  batch::NewFile file_;
};

}  // namespace

Result<std::unique_ptr<CorpusExport>> begin_jsonl(const Target& target) {
  if (const Status free = target.folder.may_write(kName); !free) return tl::unexpected<Error>(free.error());
  return target.folder.create().map([](batch::NewFile&& file) -> std::unique_ptr<CorpusExport> {
    return std::make_unique<JsonlExport>(std::move(file));
  });
}

Status remove_jsonl(const Target& target) {
  return target.folder.remove(kName).map([](bool) {});
}

}  // namespace pactable::exports
