// SPDX-License-Identifier: GPL-3.0-or-later
// What: one document from bytes to plan: recognise, read, find tables, parse, recover, build, check.
// In:   bytes and the name of the file. Out: a plan, "no plan here", or an error.
// Never: opens a file other than grammars, prints, or throws.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/revisions.h"
#include "decisions/decisions.h"
#include "layout/table.h"
#include "plan/plan.h"
#include "plan/trace.h"
#include "scans/scanned_document.h"

namespace pactable::pipeline {

enum class LayerChoice { kAuto, kOcr, kTyped };

struct ConvertOptions {
  std::string family = "auto";  // id of a family, or "auto"
  LayerChoice layer = LayerChoice::kAuto;
  Revisions revisions = Revisions::kFinal;                              // side of tracked changes
  scans::Options scans;                                                 // pages that are pictures
  std::shared_ptr<const std::vector<decisions::Entry>> decisions = {};  // of reviewers, replayed; null: none
  std::vector<std::string> passwords = {};  // for encrypted files, tried in order after the empty one
  /// Only pages up to this one (1-based; 0: all): an earlier try ended on the next one, by what `stopped_by` says.
  int last_page = 0;
  std::string stopped_by = {};
  /// Judged tables that are to be read as plans, whatever speaks against it: "table-3". One that was read so stands
  /// among the judgements with the verdict plan; a name that no table has is passed over, and who gave it looks there.
  std::vector<std::string> as_plan = {};
  bool trace = false;  // Conversion::trace is wanted
};

/// Not all pages of the document were read.
struct Part {
  Error cause;
  int pages_done = 0, pages = 0;  // read to their end; as the file has, both 0 where nobody knows
};

struct Conversion {
  std::string media_type;
  std::optional<plan::Layer> layer;
  std::optional<plan::Plan> plan;  // absent: no action table was found (outcome no-plan); without an item but notes and
                                   // with a doubtful table among its judgements: looks like one and was not read
  std::optional<Part> part = {};   // set: the plan is one of some pages, and has the finding PLAN-PARTIAL
  /// Where there is no plan: what is odd in the document, and what speaks for and against each of its tables.
  std::vector<plan::Finding> findings = {};
  std::vector<plan::TableJudgement> judgements = {};
  std::vector<plan::TraceLine> trace = {};  // in the order of the rows; empty where none was asked for
};

struct FamilyInfo {
  std::string id, title;
  std::filesystem::path folder;
};

/// Result of running one example of a family (grammar/<family>/examples).
struct ExampleResult {
  std::string family, name;
  bool passed = false;
  std::string difference;  // first difference, empty where it passed
};

class Converter {
 public:
  /// Loads every family of the folders; a later folder overrides an earlier family of the same id.
  /// Fails with bad-grammar; the message begins with file and line.
  [[nodiscard]] static Result<Converter> load(std::span<const std::filesystem::path> grammar_folders);

  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;
  ~Converter();

  /// Pages that no action table was found on say nothing of those that were not read: a document that was read in part
  /// has a plan or fails. `file_name` is recorded as the source's name, without folders. Safe to call from several
  /// threads at once.
  [[nodiscard]] Result<Conversion> convert(std::string_view bytes, const std::string& file_name,
                                           const ConvertOptions& options = {}) const;
  [[nodiscard]] std::vector<FamilyInfo> families() const;
  [[nodiscard]] std::vector<ExampleResult> check_examples() const;

 private:
  struct State;
  explicit Converter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Every table of a document as a grid, action table or not; one per page fragment, or joined over page breaks.
[[nodiscard]] Result<std::vector<layout::Table>> read_tables(std::string_view bytes, bool join,
                                                             const scans::Options& options = {});

}  // namespace pactable::pipeline
