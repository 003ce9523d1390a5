// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/converter.h"

#include <fmt/format.h>

#include <algorithm>

#include "assembly/build.h"
#include "audit/audit.h"
#include "columns/prior.h"
#include "core/sha256.h"
#include "decisions/replay.h"
#include "layout/page_kind.h"
#include "parser/forms.h"
#include "parser/parse.h"
#include "pipeline/examples.h"
#include "pipeline/scan_steps.h"
#include "readers/reader.h"
#include "tables/tables.h"

namespace pactable::pipeline {
namespace {

struct Read {
  const readers::Format* format = nullptr;
  layout::Document document;
};

/// "3, 7 to 12"
std::string ranges(const std::vector<int>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    text += fmt::format("{}{}", i > 0 ? ", " : "", numbers[i]);
    if (end - i > 1) text += fmt::format("{}{}", end - i > 2 ? " to " : ", ", numbers[end - 1]);
    i = end;
  }
  return text;
}

/// What is missing of a document that was read in part, and why.
std::optional<Part> part_of(const layout::Document& document, const std::string& stopped_by) {
  if (!document.page_count || !document.page_count->partial()) return std::nullopt;
  const layout::PageCount& count = *document.page_count;
  Part part{{ErrorCode::kDamaged, {}}, count.total - static_cast<int>(count.missing.size()), count.total};
  std::string& message = part.cause.message;
  if (!count.missing.empty()) {
    message =
        fmt::format("of {} pages these were not read, or not to their end: {}", count.total, ranges(count.missing));
  }
  if (count.end_lost) {
    message += fmt::format("{}the end of the file is lost: there may have been more pages than {}",
                           message.empty() ? "" : "; ", count.total);
  }
  if (!stopped_by.empty()) message += fmt::format(" ({})", stopped_by);
  return part;
}

Result<Read> read_document(std::string_view bytes, const readers::ReadOptions& options = {}) {
  const Result<const readers::Format*> format = readers::recognise(bytes);
  if (!format) return tl::unexpected(format.error());
  Result<layout::Document> document = (*format)->read(bytes, options);
  if (!document) return tl::unexpected(document.error());
  return Read{*format, std::move(*document)};
}

/// Null where the format has none.
scans::OpenPictures pictures_of(const readers::Format& format, const std::vector<std::string>& passwords) {
  if (format.open_pictures == nullptr) return nullptr;
  return [open = format.open_pictures, passwords](std::string_view bytes) { return open(bytes, passwords); };
}

bool has_text(const layout::Document& document) {
  if (!document.blocks.empty()) return true;
  return std::any_of(document.pages.begin(), document.pages.end(),
                     [](const layout::Page& page) { return !page.words.empty(); });
}

bool only_pictures(const layout::Document& document) {
  return !has_text(document) && std::any_of(document.pages.begin(), document.pages.end(),
                                            [](const layout::Page& page) { return !page.images.empty(); });
}

bool only_unmapped(const layout::Document& document) {
  std::size_t pages = 0, unmapped = 0;
  for (const layout::Page& page : document.pages) {
    pages += page.words.empty() ? 0 : 1;
    unmapped += layout::unmapped_share(page) > layout::kUnreadableShare ? 1 : 0;
  }
  return unmapped > 0 && 2 * unmapped > pages;
}

Error pictures_alone(const std::string& why) {
  return {ErrorCode::kUnsupported, "the pages are pictures without text; they need character recognition" + why};
}

/// Has the pages read that need it. Where there is no recogniser, a document that holds text goes on with that.
Status recognise(scans::ScannedDocument& scanned, const std::vector<scans::PageNeed>& needs,
                 const std::string& language, layout::Document& document) {
  if (needs.empty()) return {};
  const bool pictures = only_pictures(document);
  if (const Status read = scanned.recognise(document, needs, language); !read) {
    if (pictures) return tl::unexpected<Error>(pictures_alone(": " + read.error().message));
    document.oddities.push_back(
        {"OCR-WANTED",
         fmt::format("{} of {} pages need character recognition, their text is used as it is: {}", needs.size(),
                     document.pages.size(), read.error().message),
         {}});
    return {};
  }
  const scans::Account& account = scanned.account();
  if (account.read.empty() && pictures && !account.failed.empty()) {
    return tl::unexpected<Error>(account.failed.front().error);
  }
  add_oddities(account, document);
  return {};
}

/// The words of a file beside the document go to its pages before anything else is asked of them.
void lay_over_beside(const scans::OcrFile& file, layout::Document& document) {
  if (file.bytes.empty() || document.pages.empty()) return;
  Result<Read> beside = read_document(file.bytes);
  if (beside && beside->document.origin == LabelOrigin::kOcr && !beside->document.pages.empty()) {
    scans::lay_over(document, std::move(beside->document), file.name);
    return;
  }
  document.oddities.push_back({"OCR-FILE-NOT-USED",
                               fmt::format("{} beside the document was not used: {}", file.name,
                                           beside ? "it holds no recognised pages" : beside.error().message),
                               {}});
}

struct Found {
  std::vector<layout::Block> blocks;
  std::vector<layout::Oddity> oddities;
};

Found find_blocks(const layout::Document& document, bool join) {
  Found found;
  found.blocks = tables::find(document, &found.oddities);
  if (join) found.blocks = tables::join(std::move(found.blocks));
  return found;
}

void choose_layer(layout::Document& document, std::vector<layout::Block>& blocks, LayerChoice choice) {
  if (choice == LayerChoice::kAuto) return;
  document.origin = choice == LayerChoice::kOcr ? LabelOrigin::kOcr : LabelOrigin::kTyped;
  document.origin_evidence = {choice == LayerChoice::kOcr ? "chosen: ocr" : "chosen: typed"};
  for (layout::Block& block : blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) table->origin = document.origin;
  }
}

/// In a document of typed and scanned pages each item has the origin of its page.
void set_origins(const scans::ScannedDocument& scanned, parser::Draft& draft) {
  if (scanned.account().read.empty()) return;
  for (parser::DraftItem& item : draft.items) {
    if (item.page > 0) item.origin = scanned.is_scan(item.page) ? LabelOrigin::kOcr : LabelOrigin::kTyped;
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
  std::vector<grammar::Family> families;
  std::vector<columns::HeaderWords> header_words;  // one a family

  [[nodiscard]] Result<const columns::HeaderWords*> choose(std::span<const layout::Block> blocks,
                                                           const std::string& id) const {
    if (id == "auto") return parser::choose_family(blocks, header_words);
    const auto named =
        std::find_if(families.begin(), families.end(), [&](const grammar::Family& f) { return f.id == id; });
    if (named == families.end()) return fail(ErrorCode::kUsage, fmt::format("there is no family \"{}\"", id));
    return &header_words[static_cast<std::size_t>(named - families.begin())];
  }
};

Converter::Converter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Result<Converter> Converter::load(std::span<const std::filesystem::path> grammar_folders) {
  Result<std::vector<grammar::Family>> families = grammar::load_families(grammar_folders);
  if (!families) return tl::unexpected(families.error());
  if (families->empty()) return fail(ErrorCode::kBadGrammar, "no family was found in the grammar folders");
  auto state = std::make_unique<State>();
  state->families = std::move(*families);
  state->header_words = columns::header_words(state->families);
  return Converter(std::move(state));
}

namespace {

/// One document on its way; what scanned pages make of it may lead over the same ground twice.
class Run {
 public:
  Run(std::string_view bytes, const std::string& file_name, const ConvertOptions& options, Read read)
      : options_(options),
        read_(std::move(read)),
        scanned_(bytes, pictures_of(*read_.format, options.passwords), options.scans) {
    turned_ = turned_pages(read_.document);
    source_.file = file_name;
    source_.sha256 = sha256_hex(bytes);
    source_.media_type = std::string(read_.format->media_type);
  }

  template <class Choose>
  Result<Conversion> convert(const Choose& choose_family) {
    lay_over_beside(options_.scans.aids.ocr_file, read_.document);
    std::vector<scans::PageNeed> needs = scanned_.find_needs(read_.document);
    keep_pages_ = !needs.empty();
    unmapped_ = only_unmapped(read_.document);
    const bool text = has_text(read_.document) && !(unmapped_ && keep_pages_);
    if (text || needs.empty()) {
      if (const Status drafted = draft(choose_family); !drafted) return tl::unexpected<Error>(drafted.error());
      if (has_plan() && scanned_.has_scans()) {
        build({});
        add_damaged_pages(*plan_, read_.document, scanned_, needs);
      }
    }
    if (const Status read = recognise(scanned_, needs, language(), read_.document); !read) {
      return tl::unexpected<Error>(read.error());
    }
    if (!needs.empty()) {
      if (const Status drafted = draft(choose_family); !drafted) return tl::unexpected<Error>(drafted.error());
    }
    return finish();
  }

 private:
  [[nodiscard]] bool has_plan() const { return draft_ && draft_->verdict == plan::TableVerdict::kPlan; }

  std::string language() const { return draft_ ? draft_->language : std::string(); }

  template <class Choose>
  Status draft(const Choose& choose_family) {
    Found found = find_blocks(read_.document, true);
    choose_layer(read_.document, found.blocks, options_.layer);
    if (!keep_pages_ && !scanned_.has_scans() && !only_pictures(read_.document)) {
      read_.document.pages = {};  // their words stand in the blocks now; long documents have many
    }
    const Result<const columns::HeaderWords*> words = choose_family(found.blocks);
    if (!words) return tl::unexpected<Error>(words.error());
    found_oddities_ = std::move(found.oddities);
    draft_ = parser::parse(found.blocks, **words, {read_.document.origin, options_.as_plan});
    if (options_.layer == LayerChoice::kAuto) set_origins(scanned_, *draft_);
    return {};
  }

  void build(const assembly::Evidence& evidence) {
    plan::Source source = source_;
    source.layer = assembly::layer_of(*draft_);
    source.layer_evidence = read_.document.origin_evidence;
    std::vector<layout::Oddity> oddities = read_.document.oddities;
    oddities.insert(oddities.end(), found_oddities_.begin(), found_oddities_.end());
    plan_ = assembly::build(*draft_, std::move(source), oddities, evidence);
  }

  /// Numbers in doubt are read again, and all are recovered once more.
  void look_again(assembly::Evidence& evidence) {
    for (const auto& [item, place] : cells_to_look_at(*draft_, *plan_, scanned_)) {
      Result<std::vector<layout::Reading>> readings = scanned_.look_again(place, language());
      if (readings && !readings->empty()) evidence.looks[item] = {place, std::move(*readings)};
    }
    if (!evidence.looks.empty()) build(evidence);
  }

  void keep_trace(Conversion& conversion) const {
    if (!options_.trace) return;
    for (const parser::TraceLine& line : draft_->trace) {
      conversion.trace.push_back({line.row, std::string(line.rule), line.evidence, line.text});
    }
  }

  Result<Conversion> finish() {
    Conversion conversion;
    conversion.media_type = source_.media_type;
    conversion.layer = pipeline::layer_of(read_.document.origin);
    conversion.part = part_of(read_.document, options_.stopped_by);
    if (draft_) keep_trace(conversion);
    if (!draft_ || draft_->verdict == plan::TableVerdict::kNoPlan) {
      if (conversion.part) {
        return fail(conversion.part->cause.code,
                    "no action table on the pages that were read; " + conversion.part->cause.message);
      }
      // "No plan" would be said over pages that nobody has read.
      if (only_pictures(read_.document) && scanned_.account().read.empty()) {
        return tl::unexpected<Error>(pictures_alone(" first"));
      }
      // Signs of a font that is not at hand are drawn as others: what was recognised then proves nothing.
      if (unmapped_) {
        return fail(ErrorCode::kUnsupported,
                    scanned_.account().read.empty()
                        ? "the fonts do not tell what their signs are; the pages need character recognition"
                        : "the fonts do not tell what their signs are, and no plan was recognised on the pages");
      }
      if (draft_) {
        build({});
        conversion.findings = std::move(plan_->findings);
        conversion.judgements = draft_->judgements;
      }
      return conversion;
    }
    assembly::Evidence evidence;
    evidence.witnesses = scanned_.account().witnesses;
    build(evidence);
    look_again(evidence);
    add_activity(scanned_.account(), *plan_);
    if (options_.decisions)
      decisions::replay(*plan_, *options_.decisions, parser::scheme_of(draft_->forms, *draft_->family->words));
    turn_places_back(scanned_, turned_, *plan_);
    conversion.layer = plan_->source.layer;
    conversion.plan = std::move(plan_);
    audit::check(*conversion.plan, *draft_->family);
    if (conversion.part) {
      std::vector<plan::Finding>& findings = conversion.plan->findings;
      findings.insert(
          findings.begin(),
          {std::string(plan::kPartialRule), plan::Level::kError, {}, conversion.part->cause.message, std::nullopt, {}});
    }
    return conversion;
  }

  const ConvertOptions& options_;
  Read read_;
  scans::ScannedDocument scanned_;
  TurnedPages turned_;
  plan::Source source_;
  std::vector<layout::Oddity> found_oddities_;  // of the tables, beside those of the document
  std::optional<parser::Draft> draft_;
  bool keep_pages_ = false;  // some are still to be recognised
  bool unmapped_ = false;    // most pages have text that their fonts do not tell
  std::optional<plan::Plan> plan_;
};

}  // namespace

Result<Conversion> Converter::convert(std::string_view bytes, const std::string& file_name,
                                      const ConvertOptions& options) const {
  Result<Read> read = read_document(bytes, {options.revisions, options.last_page, options.passwords});
  if (!read) return tl::unexpected(read.error());
  return Run(bytes, file_name, options, std::move(*read)).convert([&](std::span<const layout::Block> blocks) {
    return state_->choose(blocks, options.family);
  });
}

std::vector<FamilyInfo> Converter::families() const {
  std::vector<FamilyInfo> infos;
  for (const grammar::Family& family : state_->families) infos.push_back({family.id, family.title, family.folder});
  return infos;
}

std::vector<ExampleResult> Converter::check_examples() const {
  std::vector<ExampleResult> results;
  for (const grammar::Family& family : state_->families) {
    for (ExampleResult& result : run_examples(family.id, family.folder / "examples", *this)) {
      results.push_back(std::move(result));
    }
  }
  return results;
}

Result<std::vector<layout::Table>> read_tables(std::string_view bytes, bool join, const scans::Options& options) {
  Result<Read> read = read_document(bytes);
  if (!read) return tl::unexpected(read.error());
  scans::ScannedDocument scanned(bytes, pictures_of(*read->format, {}), options);
  const std::vector<scans::PageNeed> needs = scanned.find_needs(read->document);
  if (const Status recognised = recognise(scanned, needs, {}, read->document); !recognised) {
    return tl::unexpected<Error>(recognised.error());
  }
  std::vector<layout::Table> tables;
  for (layout::Block& block : find_blocks(read->document, join).blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace pactable::pipeline
