// SPDX-License-Identifier: GPL-3.0-or-later
// What: the command line as data.
// In:   argc and argv. Out: one command with its options, checked as far as they can be without opening a file.
// Never: does anything, or prints.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "batch/isolation.h"
#include "batch/output_folder.h"
#include "exports/corpus_format.h"
#include "pipeline/converter.h"
#include "plan/corpus.h"
#include "plan/plan.h"
#include "writers/writer.h"

namespace pactable::cli {

using Paths = std::vector<std::filesystem::path>;

struct ConvertArguments {
  Paths inputs;
  std::string output;  // folder, or "-" for standard output
  std::vector<const writers::Writer*> formats;
  pipeline::ConvertOptions options;
  int jobs = 1;
  Paths grammar;
  std::optional<std::string> files_from;  // a file with a path on each line, "-" for standard input
  std::optional<plan::Shard> shard;
  batch::Isolation isolation = batch::Isolation::kAuto;
  batch::Limits limits;
  bool start_over = false, must_resume = false, stream = false, quiet = false, skip_unsupported = false;
  std::filesystem::path overlay = {};  // folder for pictures of the pages; empty: none
  std::vector<const exports::CorpusFormat*> corpus_formats = {};
  Paths decisions = {};  // files of reviewers
  std::optional<std::string> password_file = {}, use_report = {};
  std::string trace = {};  // file to write, "-" for standard error; empty: none
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

struct ExportArguments {
  std::filesystem::path corpus, output;
  std::vector<const writers::Writer*> document_formats;
  std::vector<const exports::CorpusFormat*> corpus_formats;
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

struct ReviewArguments {
  Paths inputs;
  std::filesystem::path output;
  pipeline::ConvertOptions options;
  int jobs = 1;
  Paths grammar;
  batch::Isolation isolation = batch::Isolation::kAuto;
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
  bool skip_unsupported = false;
};

struct MergeArguments {
  Paths shards;
  std::filesystem::path output;
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

struct DoctorArguments {};

struct AuditArguments {
  Paths inputs;
  bool json = false;
  std::optional<plan::Level> fail_on;  // absent: never
  pipeline::ConvertOptions options;
  Paths grammar;
  std::string explain;          // id or number of an item; empty: the whole report
  std::filesystem::path sarif;  // file to write, "-" for standard output; empty: none
  batch::Isolation isolation = batch::Isolation::kAuto;
  std::string trace = {};  // as above
};

enum class TableFormat { kJson, kHtml, kCsv };

struct TablesArguments {
  std::filesystem::path file;
  TableFormat format = TableFormat::kJson;
  bool join = false;
  std::filesystem::path overlay = {};  // folder for pictures of the pages; empty: none
  scans::Options scans = {};
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
  batch::Isolation isolation = batch::Isolation::kAuto;
  batch::Limits limits = {};
};

struct ValidateArguments {
  Paths files;
};

struct FamiliesArguments {
  Paths grammar;
  bool check = false;
};

struct SiteArguments {
  std::filesystem::path corpus, output;
  std::string documents, title;  // address of the documents, empty: none; what the site is called
  batch::Overwrite overwrite = batch::Overwrite::kOwn;
};

/// The command line asks for nothing to be done: help, version, or wrong usage.
struct Stop {
  int exit_code = 0;
  std::string out, err;
};

using Command =
    std::variant<Stop, ConvertArguments, AuditArguments, TablesArguments, ValidateArguments, FamiliesArguments,
                 MergeArguments, DoctorArguments, ExportArguments, SiteArguments, ReviewArguments>;

[[nodiscard]] Command parse_arguments(int argc, const char* const* argv);

/// "pactable 0.1.0"
[[nodiscard]] std::string program_version();

}  // namespace pactable::cli
