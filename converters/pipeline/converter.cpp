// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/converter.h"

#include <fmt/format.h>

#include <algorithm>

#include "assembly/build.h"
#include "audit/audit.h"
#include "core/sha256.h"
#include "decisions/replay.h"
#include "parser/forms.h"
#include "parser/parse.h"
#include "pipeline/examples.h"
#include "readers/reader.h"
#include "tables/tables.h"

namespace pactable::pipeline {
namespace {

struct Read {
  const readers::Format* format = nullptr;
  layout::Document document;
  std::vector<layout::Block> blocks;
  bool only_pictures = false;
};

bool only_pictures(const layout::Document& document) {
  const auto has_words = [](const layout::Page& page) { return !page.words.empty(); };
  const auto has_images = [](const layout::Page& page) { return !page.images.empty(); };
  return std::none_of(document.pages.begin(), document.pages.end(), has_words) &&
         std::any_of(document.pages.begin(), document.pages.end(), has_images);
}

Result<Read> read_blocks(std::string_view bytes, bool join, const readers::ReadOptions& options = {}) {
  const Result<const readers::Format*> format = readers::recognise(bytes);
  if (!format) return tl::unexpected(format.error());
  Result<layout::Document> document = (*format)->read(bytes, options);
  if (!document) return tl::unexpected(document.error());
  Read read{*format, std::move(*document), {}, false};
  read.blocks = tables::find(read.document, &read.document.oddities);
  read.only_pictures = only_pictures(read.document);
  read.document.pages = {};  // their words stand in the blocks now; long documents have many
  if (join) read.blocks = tables::join(std::move(read.blocks));
  return read;
}

void choose_layer(Read& read, LayerChoice choice) {
  if (choice == LayerChoice::kAuto) return;
  const LabelOrigin origin = choice == LayerChoice::kOcr ? LabelOrigin::kOcr : LabelOrigin::kTyped;
  read.document.origin = origin;
  read.document.origin_evidence = {choice == LayerChoice::kOcr ? "chosen: ocr" : "chosen: typed"};
  for (layout::Block& block : read.blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) table->origin = origin;
  }
}

// The layer of a document without a plan, as far as its reader can tell.
std::optional<plan::Layer> layer_of(LabelOrigin origin) {
  switch (origin) {
    case LabelOrigin::kOcr: return plan::Layer::kOcr;
    case LabelOrigin::kTyped:
    case LabelOrigin::kAutomatic: return plan::Layer::kBornDigital;
    case LabelOrigin::kUnknown: return plan::Layer::kUnknown;
  }
  return std::nullopt;
}

}  // namespace

struct Converter::State {
  std::vector<parser::Family> families;

  [[nodiscard]] Result<const parser::Family*> choose(std::span<const layout::Block> blocks,
                                                     const std::string& id) const {
    if (id == "auto") return parser::choose_family(blocks, families);
    const auto named =
        std::find_if(families.begin(), families.end(), [&](const parser::Family& f) { return f.id == id; });
    if (named == families.end()) return fail(ErrorCode::kUsage, fmt::format("there is no family \"{}\"", id));
    return &*named;
  }
};

Converter::Converter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Result<Converter> Converter::load(std::span<const std::filesystem::path> grammar_folders) {
  Result<std::vector<parser::Family>> families = parser::load_families(grammar_folders);
  if (!families) return tl::unexpected(families.error());
  if (families->empty()) return fail(ErrorCode::kBadGrammar, "no family was found in the grammar folders");
  auto state = std::make_unique<State>();
  state->families = std::move(*families);
  return Converter(std::move(state));
}

Result<Conversion> Converter::convert(std::string_view bytes, const std::string& file_name,
                                      const ConvertOptions& options) const {
  Result<Read> read = read_blocks(bytes, true, {options.revisions});
  if (!read) return tl::unexpected(read.error());
  choose_layer(*read, options.layer);
  const Result<const parser::Family*> family = state_->choose(read->blocks, options.family);
  if (!family) return tl::unexpected(family.error());

  Conversion conversion;
  conversion.media_type = std::string(read->format->media_type);
  conversion.layer = layer_of(read->document.origin);
  const std::optional<parser::Draft> draft = parser::parse(read->blocks, **family, read->document.origin);
  if (!draft) {
    // "No plan" would be said over pages that nobody has read.
    if (read->only_pictures) {
      return fail(ErrorCode::kUnsupported,
                  "the pages are pictures without text; they need character recognition first");
    }
    return conversion;
  }

  plan::Source source;
  source.file = file_name;
  source.sha256 = sha256_hex(bytes);
  source.media_type = conversion.media_type;
  source.layer = assembly::layer_of(*draft);
  source.layer_evidence = read->document.origin_evidence;
  conversion.layer = source.layer;
  conversion.plan = assembly::build(*draft, std::move(source), read->document.oddities);
  if (options.decisions) decisions::replay(*conversion.plan, *options.decisions, parser::scheme_of(draft->forms));
  audit::check(*conversion.plan);
  return conversion;
}

std::vector<FamilyInfo> Converter::families() const {
  std::vector<FamilyInfo> infos;
  for (const parser::Family& family : state_->families) infos.push_back({family.id, family.title, family.folder});
  return infos;
}

std::vector<ExampleResult> Converter::check_examples() const {
  std::vector<ExampleResult> results;
  for (const parser::Family& family : state_->families) {
    for (ExampleResult& result : run_examples(family.id, family.folder / "examples", *this)) {
      results.push_back(std::move(result));
    }
  }
  return results;
}

Result<std::vector<layout::Table>> read_tables(std::string_view bytes, bool join) {
  Result<Read> read = read_blocks(bytes, join);
  if (!read) return tl::unexpected(read.error());
  std::vector<layout::Table> tables;
  for (layout::Block& block : read->blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace pactable::pipeline
