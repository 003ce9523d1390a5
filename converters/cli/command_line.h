// SPDX-License-Identifier: GPL-3.0-or-later
// What: the commands and options as CLI11 knows them, and what it fills in.
// In:   nothing. Out: a command line to parse, whose words arguments.cpp makes arguments of.
// Never: judges more than one option at a time.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "batch/isolation.h"
#include "cli/arguments.h"

namespace pactable::cli {

// More threads than this only take memory: each holds a whole document.
inline constexpr int kMaxJobs = 256;

inline const std::map<std::string, pipeline::LayerChoice> kLayers = {{"auto", pipeline::LayerChoice::kAuto},
                                                                     {"ocr", pipeline::LayerChoice::kOcr},
                                                                     {"typed", pipeline::LayerChoice::kTyped}};
inline const std::map<std::string, Revisions> kRevisions = {{"final", Revisions::kFinal},
                                                            {"original", Revisions::kOriginal}};
inline const std::map<std::string, std::optional<plan::Level>> kFailOn = {{"error", plan::Level::kError},
                                                                          {"warning", plan::Level::kWarning},
                                                                          {"note", plan::Level::kNote},
                                                                          {"never", std::nullopt}};
inline const std::map<std::string, scans::Ocr> kOcr = {
    {"auto", scans::Ocr::kAuto}, {"never", scans::Ocr::kNever}, {"always", scans::Ocr::kAlways}};
inline const std::map<std::string, batch::Isolation> kIsolations = {
    {"auto", batch::Isolation::kAuto}, {"full", batch::Isolation::kFull}, {"none", batch::Isolation::kNone}};
inline const std::map<std::string, TableFormat> kTableFormats = {
    {"json", TableFormat::kJson}, {"html", TableFormat::kHtml}, {"csv", TableFormat::kCsv}};

/// What CLI11 fills in; words are looked up afterwards.
struct Raw {
  std::vector<std::string> inputs, grammar, decisions, as_plan;
  std::string output, formats = "json,xml", family = "auto", layer = "auto", revisions = "final", fail_on = "never",
                      table_format = "json", documents, title = "Action plans", overlay, explain, sarif, ocr = "auto";
  std::vector<std::string> ocr_languages;
  int jobs = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMaxJobs);
  std::string password_file, use_report, files_from, shard, trace, isolation = "auto";
  int timeout = 0, memory = static_cast<int>(batch::Limits().memory_bytes >> 20U);
  bool json = false, join = false, check = false, force = false, resume = false, overwrite = false,
       skip_unsupported = false, stream = false, quiet = false;
};

struct CommandLine {
  CLI::App app{"Action plans and work programmes of conservation bodies as auditable data", "pactable"};
  Raw raw;
  CLI::App *convert = nullptr, *audit = nullptr, *tables = nullptr, *validate = nullptr, *families = nullptr,
           *merge = nullptr, *doctor = nullptr, *export_formats = nullptr, *site = nullptr, *review = nullptr;
};

void build(CommandLine& line);

}  // namespace pactable::cli
