// SPDX-License-Identifier: GPL-3.0-or-later
// What: a plan as JSON ("pactable/1", schema in pactable-1.schema.json) and back; the corpus manifest
// ("pactable-corpus/1", pactable-corpus-1.schema.json). Numbers of actions are strings: 3.10 is not 3.1.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "plan/corpus.h"
#include "plan/plan.h"
#include "writers/format/json_stream.h"

namespace pactable::writers::json {

/// Two-space indentation, members in the order of the model, characters as UTF-8, final line break. Places stand in
/// "derivedFrom" of number and field and in "textDerivedFrom"; an item's own "derivedFrom" is all of them, merged.
[[nodiscard]] std::string write_plan(const plan::Plan& plan);
/// Reads what write_plan wrote: read_plan(write_plan(p)) writes the same bytes. Fails with damaged (the message says
/// line and column) or invalid (it begins with a JSON pointer).
[[nodiscard]] Result<plan::Plan> read_plan(std::string_view bytes);

[[nodiscard]] std::string write_corpus(const plan::Corpus& corpus);

/// A manifest in pieces, for batches that do not fit into memory; together they are what write_corpus writes.
class CorpusStream {
 public:
  /// Of `head` everything but its documents is written.
  explicit CorpusStream(const plan::Corpus& head);
  void add(const plan::CorpusRecord& record);
  /// What was written since the last call.
  [[nodiscard]] std::string drain() { return out_.drain(); }
  [[nodiscard]] std::string end();

 private:
  format::JsonStream out_;
};

/// One record on one line, with its line break.
[[nodiscard]] std::string write_record_line(const plan::CorpusRecord& record);
/// Read what was written above. Fail with damaged or invalid.
[[nodiscard]] Result<plan::CorpusRecord> read_record(std::string_view bytes);
[[nodiscard]] Result<plan::Corpus> read_corpus(std::string_view bytes);

}  // namespace pactable::writers::json
