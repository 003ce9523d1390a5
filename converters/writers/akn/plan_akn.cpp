// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/akn/plan_akn.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "core/unicode.h"
#include "writers/akn/item_tree.h"
#include "writers/format/edtf_bounds.h"
#include "writers/format/scalars.h"
#include "writers/format/xml_stream.h"

namespace pactable::writers::akn {
namespace {

using format::XmlStream;
using enum XmlStream::Shape;

constexpr std::string_view kAknNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Of the attributes and elements that say what Akoma Ntoso has no word for.
constexpr std::string_view kOwnNamespace = "urn:pactable:akn:1";
// The schema wants a date and a country of everything; these say that none is known.
constexpr std::string_view kNoDate = "0001-01-01", kNoCountry = "xx";
constexpr std::string_view kProgram = "#pactable", kAuthor = "#author";
constexpr std::size_t kDigestDigits = 16;

/// Letters, digits, dots and dashes; everything else becomes '_'.
std::string plain_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
    name += plain ? c : '_';
  }
  return name.empty() ? "_" : name;
}

/// ISO 639-2, as the naming convention asks; "und" where it is not known.
std::string language_of(const plan::Plan& plan) {
  const std::string three_letters = uloc_getISO3Language(plain_name(plan.language).c_str());
  return three_letters.empty() ? "und" : three_letters;
}

class PlanDocument {
 public:
  explicit PlanDocument(const plan::Plan& plan) : plan_(plan), tree_(tree_of(plan.items)) {
    for (const plan::Table& table : plan.tables) table_names_.push_back(unique_name(table.id));
    for (const plan::Item& item : plan.items) {
      names_.push_back(unique_name(item.id));
      first_name_.emplace(item.id, names_.back());
    }
    for (const plan::Reference& reference : plan.references) {
      if (!reference.targets.empty()) references_[reference.from].push_back(&reference);
    }
  }

  std::string write() {
    out_.open("akomaNtoso");
    out_.attribute("xmlns", kAknNamespace);
    out_.attribute("xmlns:pactable", kOwnNamespace);
    out_.open("doc");
    out_.attribute("name", "action-plan");
    out_.attribute("contains", "originalVersion");
    write_meta();
    write_preface();
    write_body();
    write_notes();
    out_.close();
    out_.close();
    return out_.take();
  }

 private:
  std::string unique_name(std::string_view id) {
    const std::string name = plain_name(id);
    std::string unique = name;
    for (int count = 2; !taken_.insert(unique).second; ++count) unique = fmt::format("{}_{}", name, count);
    return unique;
  }

  void empty(std::string_view element, std::string_view attribute, std::string_view value) {
    out_.open(element);
    out_.attribute(attribute, value);
    out_.close();
  }
  void own(std::string_view attribute, const std::optional<std::string>& value) {
    if (format::is_present(value)) out_.attribute(attribute, *value);
  }

  void write_meta() {
    out_.open("meta");
    write_identification();
    out_.open("references");
    out_.attribute("source", kProgram);
    write_agent("TLCOrganization", "author", "/akn/ontology/organization/xx/not-stated", "not stated");
    write_agent("TLCObject", "pactable", "/akn/ontology/object/xx/pactable", "pactable");
    out_.close();
    write_own_metadata();
    out_.close();
  }

  void write_agent(std::string_view element, std::string_view name, std::string_view href, std::string_view shown) {
    out_.open(element);
    out_.attribute("eId", name);
    out_.attribute("href", href);
    out_.attribute("showAs", shown);
    out_.close();
  }

  /// A work is known by the bytes it was read from; of its dates only the period is, which its name says.
  void write_identification() {
    const std::optional<std::string> begin = format::edtf_bounds(plan_.metadata.period_edtf.value_or("")).earliest;
    const bool dated = begin && !begin->starts_with("0000");
    const std::string date(dated ? *begin : kNoDate);
    const std::string_view date_name = dated ? "periodBegin" : "notStated";
    const std::string work =
        fmt::format("/akn/{}/doc/{}/{}", kNoCountry, date, plain_name(plan_.source.sha256.substr(0, kDigestDigits)));
    const std::string language = language_of(plan_);
    const std::string expression = fmt::format("{}/{}@", work, language);

    out_.open("identification");
    out_.attribute("source", kProgram);
    out_.open("FRBRWork");
    write_core(work + "/!main", work, date, date_name, kAuthor);
    empty("FRBRcountry", "value", kNoCountry);
    out_.close();
    out_.open("FRBRExpression");
    write_core(expression + "/!main", expression, date, date_name, kAuthor);
    empty("FRBRlanguage", "language", language);
    out_.close();
    out_.open("FRBRManifestation");
    write_core(expression + "/!main.akn", expression + ".akn", std::string(kNoDate), "notStated", kProgram);
    empty("FRBRformat", "value", "application/akn+xml");
    out_.close();
    out_.close();
  }

  void write_core(const std::string& here, const std::string& uri, const std::string& date, std::string_view date_name,
                  std::string_view author) {
    empty("FRBRthis", "value", here);
    empty("FRBRuri", "value", uri);
    out_.open("FRBRdate");
    out_.attribute("date", date);
    out_.attribute("name", date_name);
    out_.close();
    empty("FRBRauthor", "href", author);
  }

  void write_own_metadata() {
    out_.open("proprietary");
    out_.attribute("source", kProgram);
    out_.open("pactable:source");
    out_.attribute("file", plan_.source.file);
    out_.attribute("sha256", plan_.source.sha256);
    out_.attribute("mediaType", plan_.source.media_type);
    out_.attribute("layer", to_string(plan_.source.layer));
    out_.attribute("family", plan_.family);
    own("period", plan_.metadata.period_edtf);
    out_.close();
    for (const plan::Finding& finding : plan_.findings) {
      out_.open("pactable:finding");
      out_.attribute("rule", finding.rule);
      out_.attribute("level", to_string(finding.level));
      std::string about;
      for (const std::string& item : finding.items) about += (about.empty() ? "" : " ") + name_of(item);
      if (!about.empty()) out_.attribute("about", about);
      if (finding.suggestion) out_.attribute("suggested", finding.suggestion->value);
      out_.text(finding.message);
      out_.close();
    }
    out_.close();
  }

  [[nodiscard]] std::string name_of(const std::string& item) const {
    const auto found = first_name_.find(item);
    return found == first_name_.end() ? plain_name(item) : found->second;
  }

  void write_block(std::string_view name, const std::optional<std::string>& text) {
    if (!format::is_present(text)) return;
    out_.open("block", kLine);
    out_.attribute("name", name);
    out_.text(*text);
    out_.close();
  }

  void write_preface() {
    const plan::Metadata& metadata = plan_.metadata;
    out_.open("preface");
    out_.open("p", kLine);
    out_.element("docTitle", format::is_present(metadata.title) ? *metadata.title : plan_.source.file);
    out_.close();
    if (format::is_present(metadata.status)) {
      out_.open("p", kLine);
      out_.element("docStatus", *metadata.status);
      out_.close();
    }
    write_block("period", metadata.period_printed);
    write_block("vision", metadata.vision);
    write_block("goal", metadata.goal);
    for (const std::string& objective : metadata.objectives) write_block("objective", objective);
    out_.close();
  }

  void write_body() {
    out_.open("mainBody");
    std::set<std::string_view> written;
    for (std::size_t i = 0; i < plan_.tables.size(); ++i) {
      const plan::Table& table = plan_.tables[i];
      const auto roots = tree_.roots.find(table.id);
      const bool again = !written.insert(table.id).second;
      write_table(table_names_[i], &table,
                  roots == tree_.roots.end() || again ? std::vector<std::size_t>() : roots->second);
    }
    for (const auto& [table, roots] : tree_.roots) {
      if (!written.contains(table)) write_table(unique_name(table), nullptr, roots);
    }
    if (plan_.tables.empty() && tree_.roots.empty()) out_.element("p", "");
    out_.close();
  }

  void write_table(const std::string& name, const plan::Table* table, const std::vector<std::size_t>& roots) {
    out_.open("hcontainer");
    out_.attribute("name", "table");
    out_.attribute("eId", name);
    if (table != nullptr) {
      own("pactable:period", table->period);
      if (format::is_present(table->caption)) out_.element("heading", *table->caption);
    }
    write_items(roots);
    out_.close();
  }

  /// Depth first, without recursion.
  void write_items(const std::vector<std::size_t>& roots) {
    struct Open {
      const std::vector<std::size_t>* items;
      std::size_t next = 0;
    };
    std::vector<Open> levels = {{&roots}};
    while (!levels.empty()) {
      Open& level = levels.back();
      if (level.next == level.items->size()) {
        levels.pop_back();
        if (!levels.empty()) out_.close();
        continue;
      }
      const std::size_t item = (*level.items)[level.next++];
      open_item(item);
      levels.push_back({&tree_.children[item]});
    }
  }

  /// The element of an item with everything but its children; it stays open.
  void open_item(std::size_t at) {
    const plan::Item& item = plan_.items[at];
    const bool section = item.kind == plan::ItemKind::kSection;
    out_.open(section ? "section" : "hcontainer");
    if (!section) out_.attribute("name", to_string(item.kind));
    out_.attribute("eId", names_[at]);
    if (item.number && item.number->status == plan::NumberStatus::kMissing) {
      out_.attribute("pactable:numberStatus", to_string(item.number->status));
      write_candidates(item.number->candidates);
    } else if (item.number) {
      write_number(*item.number);
    }
    const bool heading = section || item.kind == plan::ItemKind::kGroup;
    const bool has_text = format::is_present(item.text);
    if (heading && has_text) {
      out_.open("heading", kLine);
      write_text(item);
      out_.close();
    }
    if ((heading || !has_text) && item.fields.empty()) return;
    out_.open(tree_.children[at].empty() ? "content" : "intro");
    if (!heading && has_text) {
      out_.open("p", kLine);
      write_text(item);
      out_.close();
    }
    write_fields(item);
    out_.close();
  }

  void write_candidates(const std::vector<plan::Candidate>& candidates) {
    std::string list;
    for (const plan::Candidate& candidate : candidates) list += (list.empty() ? "" : " ") + candidate.value;
    if (!list.empty()) out_.attribute("pactable:candidates", list);
  }

  void write_number(const plan::Number& number) {
    const bool repaired = number.status == plan::NumberStatus::kRepaired;
    const std::optional<std::string>& shown = repaired ? number.canonical : number.printed;
    if (!format::is_present(shown)) return;
    out_.open("num", kLine);
    if (number.status != plan::NumberStatus::kAsPrinted) out_.attribute("pactable:status", to_string(number.status));
    if (repaired) {
      own("pactable:printed", number.printed);
      own("pactable:repair", number.repair);
      if (number.confidence) out_.attribute("pactable:confidence", format::print_number(*number.confidence));
    }
    if (number.suggested) {
      out_.attribute("pactable:suggested", number.suggested->value);
      out_.attribute("pactable:p", format::print_number(number.suggested->p));
    }
    write_candidates(number.candidates);
    own("pactable:marks", fmt::format("{}", fmt::join(number.marks, " ")));
    own("pactable:state", number.state);
    out_.text(*shown);
    out_.close();
  }

  /// The text, with its mentions of other items as links.
  void write_text(const plan::Item& item) {
    const std::u32string text = unicode::to_code_points(*item.text);
    const auto found = references_.find(item.id);
    std::vector<const plan::Reference*> references;
    if (found != references_.end()) references = found->second;
    std::stable_sort(references.begin(), references.end(),
                     [](const plan::Reference* a, const plan::Reference* b) { return a->start < b->start; });
    std::size_t written = 0;
    for (const plan::Reference* reference : references) {
      const auto start = static_cast<std::size_t>(std::max(reference->start, 0));
      const auto end = static_cast<std::size_t>(std::max(reference->end, 0));
      if (start < written || end <= start || end > text.size()) continue;
      out_.text(unicode::to_utf8(text.substr(written, start - written)));
      out_.open("ref", kLine);
      out_.attribute("href", "#" + name_of(reference->targets.front()));
      if (reference->targets.size() > 1) {
        std::string all;
        for (const std::string& target : reference->targets) all += (all.empty() ? "" : " ") + name_of(target);
        out_.attribute("pactable:targets", all);
      }
      out_.text(unicode::to_utf8(text.substr(start, end - start)));
      out_.close();
      written = end;
    }
    out_.text(unicode::to_utf8(text.substr(written)));
  }

  void write_fields(const plan::Item& item) {
    const std::vector<std::string> names = format::field_names(item);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const plan::Field& field = item.fields[i];
      const auto* code = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
      const bool repaired = format::is_present(field.repair) && code != nullptr && !code->empty();
      out_.open("block", kLine);
      out_.attribute("name", names[i]);
      if (repaired) out_.attribute("pactable:printed", field.printed);
      if (!repaired && code != nullptr && !code->empty() && *code != field.printed) {
        out_.attribute("pactable:value", *code);
      }
      own("pactable:label", field.label);
      own("pactable:repair", field.repair);
      own("pactable:marks", fmt::format("{}", fmt::join(field.marks, " ")));
      if (field.inherited) out_.attribute("pactable:inherited", "true");
      if (const auto* time = field.value ? std::get_if<plan::Timeframe>(&*field.value) : nullptr) {
        out_.attribute("pactable:kind", to_string(time->kind));
        own("pactable:edtf", time->edtf);
      }
      out_.text(repaired ? *code : field.printed);
      out_.close();
    }
  }

  void write_notes() {
    if (plan_.metadata.footnotes.empty()) return;
    out_.open("conclusions");
    for (const plan::Footnote& note : plan_.metadata.footnotes) write_block("footnote", note.printed);
    // The schema wants something to stand here.
    if (std::none_of(plan_.metadata.footnotes.begin(), plan_.metadata.footnotes.end(),
                     [](const plan::Footnote& note) { return !note.printed.empty(); })) {
      out_.element("p", "");
    }
    out_.close();
  }

  const plan::Plan& plan_;
  ItemTree tree_;
  std::set<std::string> taken_ = {"author", "pactable"};
  std::vector<std::string> table_names_, names_;
  std::map<std::string, std::string> first_name_;                          // of each id
  std::map<std::string, std::vector<const plan::Reference*>> references_;  // that mean something, by their item
  XmlStream out_;
};

}  // namespace

std::string write_plan(const plan::Plan& plan) { return PlanDocument(plan).write(); }

}  // namespace pactable::writers::akn
