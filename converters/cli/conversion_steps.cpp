// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/conversion_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/grammar_folders.h"
#include "cli/loaded_recogniser.h"
#include "core/sha256.h"
#include "readers/office/office_reader.h"
#include "readers/reader.h"

namespace pactable::cli {
namespace {

constexpr const char* kAnyFamily = "auto";
// Has Poppler load its tables and a font; without a table of its objects, which Poppler makes up for.
constexpr std::string_view kSmallPdf =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 38>>stream\nBT /F 9 Tf 9 9 Td (Action plan) Tj ET \nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";

Status check_family(const std::string& family, const std::vector<pipeline::FamilyInfo>& known) {
  if (family == kAnyFamily) return {};
  if (std::any_of(known.begin(), known.end(), [&](const auto& info) { return info.id == family; })) return {};
  return fail(ErrorCode::kUsage, fmt::format("no family is called \"{}\" (pactable families lists them)", family));
}

bool is_read(const std::string& table, const std::vector<plan::TableJudgement>& judgements) {
  return std::any_of(judgements.begin(), judgements.end(), [&](const plan::TableJudgement& judgement) {
    return judgement.id == table && judgement.verdict == plan::TableVerdict::kPlan;
  });
}

/// Fails where a table that --as-plan names was not read: it is none of the document.
Status check_tables(const std::vector<std::string>& as_plan, const pipeline::Conversion& conversion) {
  const auto& judgements = conversion.plan ? conversion.plan->judgements : conversion.judgements;
  for (const std::string& table : as_plan) {
    if (is_read(table, judgements)) continue;
    std::string others;
    for (const plan::TableJudgement& judgement : judgements) others += (others.empty() ? "" : ", ") + judgement.id;
    return fail(ErrorCode::kUsage,
                fmt::format("--as-plan {}: no such table can be read{}", table,
                            others.empty() ? std::string() : fmt::format("; those that were judged are {}", others)));
  }
  return {};
}

/// What the command line and the decisions on this document name.
std::vector<std::string> tables_of(const pipeline::ConvertOptions& options, std::string_view bytes) {
  std::vector<std::string> tables = options.as_plan;
  if (!options.decisions) return tables;
  for (std::string& table : decisions::tables_to_read(*options.decisions, sha256_hex(bytes))) {
    if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace

Result<std::string> media_type_of(std::string_view bytes) {
  return readers::recognise(bytes).map([](const readers::Format* format) { return std::string(format->media_type); });
}

Result<batch::Steps> conversion_steps(const pipeline::ConvertOptions& options,
                                      std::span<const std::filesystem::path> grammar, std::vector<Password> passwords) {
  const auto folders = grammar_folders(grammar);
  if (!folders) return tl::unexpected<Error>(folders.error());
  Result<pipeline::Converter> loaded = pipeline::Converter::load(*folders);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  const auto converter = std::make_shared<const pipeline::Converter>(std::move(*loaded));
  if (const Status known = check_family(options.family, converter->families()); !known) {
    return tl::unexpected<Error>(known.error());
  }
  batch::Steps steps;
  steps.recognise = media_type_of;
  steps.convert = [converter, options, passwords = std::move(passwords)](
                      std::string_view bytes, const batch::Task& task, const scans::Aids& aids) {
    pipeline::ConvertOptions with = options;
    with.scans.aids = aids;
    with.passwords = passwords_for(task.path, passwords);
    with.last_page = task.last_page;
    with.stopped_by = task.stopped_by;
    with.as_plan = tables_of(options, bytes);
    std::optional<readers::office::MadeDocx> docx;
    if (task.office) docx.emplace(aids.ocr_file.bytes);
    if (task.office) with.scans.aids.ocr_file = {};
    Result<pipeline::Conversion> conversion = converter->convert(bytes, batch::file_name(task.path), with);
    if (conversion) {
      if (const Status found = check_tables(options.as_plan, *conversion); !found) {
        return Result<pipeline::Conversion>(tl::unexpected<Error>(found.error()));
      }
    }
    return conversion;
  };
  steps.recogniser = loaded_recogniser;
  steps.office_extension = readers::office::extension_of;
  steps.prepare = [converter] { static_cast<void>(converter->convert(kSmallPdf, "small.pdf")); };
  return steps;
}

Result<std::string> grammar_digest(std::span<const std::filesystem::path> grammar) {
  const auto folders = grammar_folders(grammar);
  if (!folders) return tl::unexpected<Error>(folders.error());
  Sha256 digest;
  for (const std::filesystem::path& folder : *folders) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
      if (at->is_regular_file(error)) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) {
      digest.add(file.lexically_relative(folder).generic_string() + '\n');
      if (const Result<std::string> bytes = batch::read_file(file)) digest.add(sha256_hex(*bytes));
    }
  }
  return digest.hex();
}

batch::SearchRules search_rules(std::optional<std::filesystem::path> output_folder, bool with_skipped) {
  batch::SearchRules rules;
  for (const readers::Format& format : readers::formats()) {
    rules.extensions.insert(rules.extensions.end(), format.extensions.begin(), format.extensions.end());
  }
  rules.scan_extensions = {".pdf", ".png", ".tif", ".tiff"};
  rules.ocr_extensions = {".hocr", ".alto.xml", ".alto", ".xml"};
  rules.is_ocr_file = readers::is_recognised_text;
  rules.output_folder = std::move(output_folder);
  rules.with_skipped = with_skipped;
  return rules;
}

}  // namespace pactable::cli
