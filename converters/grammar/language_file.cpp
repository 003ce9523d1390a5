// SPDX-License-Identifier: GPL-3.0-or-later
// Reads grammar/roles.xml and grammar/languages.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "core/unicode.h"
#include "grammar/family.h"
#include "grammar/file_values.h"
#include "grammar/grammar_schema.h"
#include "grammar/vocabulary.h"

namespace pactable::grammar {
namespace {

namespace fs = std::filesystem;

/// The set that `words set="…"` fills; the schema knows the names.
WordSet& word_set(std::string_view name, Vocabulary& words) {
  ReferenceWords& references = words.references;
  const std::map<std::string_view, WordSet*> sets = {{"other-headers", &words.other_headers},
                                                     {"scale", &words.scale},
                                                     {"statuses", &words.statuses},
                                                     {"times", &words.times},
                                                     {"bodies", &words.bodies},
                                                     {"verbs", &words.verbs},
                                                     {"verbless", &words.verbless},
                                                     {"questions", &words.questions},
                                                     {"connectives", &words.connectives},
                                                     {"number-states", &words.number_states},
                                                     {"dittos", &words.dittos},
                                                     {"captions", &words.captions},
                                                     {"number-leads", &words.number_leads},
                                                     {"and-words", &words.and_words},
                                                     {"or-words", &words.or_words},
                                                     {"to-words", &words.to_words},
                                                     {"institutions", &words.institutions},
                                                     {"short-units", &words.short_units},
                                                     {"totals", &words.totals},
                                                     {"sectors", &words.sectors},
                                                     {"infinitive-marks", &words.infinitive_marks},
                                                     {"reference-cues", &references.cues},
                                                     {"reference-prepositions", &references.prepositions},
                                                     {"reference-nouns", &references.nouns},
                                                     {"noun-prepositions", &references.noun_prepositions},
                                                     {"foreign-leads", &references.foreign_leads},
                                                     {"foreign-documents", &references.foreign_documents},
                                                     {"of-words", &references.of},
                                                     {"own-document", &references.own_document},
                                                     {"units", &references.units},
                                                     {"number-signs", &references.number_signs}};
  return *sets.at(name);
}

TimeMeaning time_meaning(std::string_view name) {
  static const std::map<std::string_view, TimeMeaning> kMeanings = {{"month", TimeMeaning::kMonth},
                                                                    {"season", TimeMeaning::kSeason},
                                                                    {"quarter", TimeMeaning::kQuarter},
                                                                    {"half", TimeMeaning::kHalf},
                                                                    {"quarter-sign", TimeMeaning::kQuarterSign},
                                                                    {"half-sign", TimeMeaning::kHalfSign},
                                                                    {"ordinal", TimeMeaning::kOrdinal},
                                                                    {"ordinal-ending", TimeMeaning::kOrdinalEnding},
                                                                    {"year-word", TimeMeaning::kYearWord},
                                                                    {"plan-year", TimeMeaning::kPlanYear},
                                                                    {"meeting", TimeMeaning::kMeeting},
                                                                    {"filler", TimeMeaning::kFiller},
                                                                    {"join", TimeMeaning::kJoin},
                                                                    {"and", TimeMeaning::kAnd},
                                                                    {"between", TimeMeaning::kBetween},
                                                                    {"by", TimeMeaning::kBy},
                                                                    {"from", TimeMeaning::kFrom},
                                                                    {"onwards", TimeMeaning::kOnwards},
                                                                    {"then", TimeMeaning::kThen},
                                                                    {"vague", TimeMeaning::kVague},
                                                                    {"ongoing", TimeMeaning::kOngoing},
                                                                    {"done", TimeMeaning::kDone},
                                                                    {"unit", TimeMeaning::kUnit},
                                                                    {"count", TimeMeaning::kCount},
                                                                    {"within", TimeMeaning::kWithin}};
  return kMeanings.at(name);
}

/// Phrases are separated by semicolons.
std::vector<std::string> phrases_of(const pugi::xml_node& node) {
  std::vector<std::string> phrases;
  std::string_view rest = node.child_value();
  while (true) {
    const std::size_t end = rest.find(';');
    std::string phrase = unicode::collapse_space(rest.substr(0, end));
    if (!phrase.empty()) phrases.push_back(std::move(phrase));
    if (end == std::string_view::npos) return phrases;
    rest.remove_prefix(end + 1);
  }
}

void add_new(std::vector<std::string>& to, std::string word) {
  if (!word.empty() && std::find(to.begin(), to.end(), word) == to.end()) to.push_back(std::move(word));
}

void read_role(const pugi::xml_node& node, Vocabulary& words) {
  ColumnRule rule;
  rule.role = node.attribute("id").value();
  rule.value = column_value(node.attribute("value").value());
  rule.kind = kind_of(node);
  if (const auto otherwise = node.attribute("otherwise")) rule.otherwise = otherwise.value();
  rule.numbered = node.attribute("numbered").as_bool(true);
  rule.evidence = node.attribute("evidence").as_bool(false);
  rule.level = node.attribute("level").as_int();
  rule.synonyms = split_words(node.attribute("synonyms").value());
  rule.most = node.attribute("most").as_int(1);
  const auto known = std::find_if(words.roles.begin(), words.roles.end(),
                                  [&](const ColumnRule& other) { return other.role == rule.role; });
  if (known == words.roles.end()) {
    words.roles.push_back(std::move(rule));
  } else {
    *known = std::move(rule);
  }
}

/// The rule of `role`; null where there is none.
ColumnRule* rule_of(const pugi::xml_node& node, Vocabulary& words) {
  const std::string_view role = node.attribute("role").value();
  const auto found =
      std::find_if(words.roles.begin(), words.roles.end(), [&](const ColumnRule& rule) { return rule.role == role; });
  return found == words.roles.end() ? nullptr : &*found;
}

void read_headers(const pugi::xml_node& node, ColumnRule& rule, Language& language, Vocabulary& words) {
  const bool first = std::string_view(node.attribute("rank").as_string("first")) == "first";
  for (const std::string& phrase : phrases_of(node)) {
    const std::string header = comparable(phrase);
    add_new(first ? rule.headers : rule.second, header);
    add_new((first ? language.headers : language.second)[rule.role], header);
    words.headers.add(header);
  }
}

/// True where the element belongs to the columns; `problem` then says what is wrong with it.
bool read_column_words(const pugi::xml_node& node, Language& language, Vocabulary& words, std::string& problem) {
  const std::string_view name = node.name();
  if (name != "headers" && name != "legends") return false;
  ColumnRule* rule = rule_of(node, words);
  if (rule == nullptr) {
    problem = fmt::format("there is no role \"{}\"", node.attribute("role").value());
  } else if (name == "headers") {
    read_headers(node, *rule, language, words);
  } else {
    for (const std::string& phrase : phrases_of(node)) add_new(rule->legends, comparable(phrase));
  }
  return true;
}

void read_words(const pugi::xml_node& node, Language& language, Vocabulary& words) {
  const std::string_view name = node.name();
  if (name == "frequent") {
    for (const std::string& word : split_words(unicode::fold(node.child_value()))) add_new(language.frequent, word);
  } else if (name == "infinitive-endings") {
    for (const std::string& ending : split_words(unicode::fold(node.child_value()))) {
      add_new(language.infinitive_endings, ending);
      add_new(words.infinitive_endings, ending);
    }
  } else if (name == "levels") {
    for (std::string& phrase : phrases_of(node)) {
      words.levels.push_back({std::move(phrase), node.attribute("order").as_int(), kind_of(node)});
    }
  } else if (name == "times") {
    const TimeMeaning meaning = time_meaning(node.attribute("meaning").value());
    for (const std::string& phrase : phrases_of(node)) {
      words.time.add(phrase, meaning, node.attribute("value").as_int(0));
    }
  } else if (name == "words") {
    WordSet& set = word_set(node.attribute("set").value(), words);
    for (const std::string& phrase : phrases_of(node)) set.add(phrase);
  } else if (name == "frame") {
    FrameRule rule{frame(node.attribute("meta").value()), {}};
    for (const std::string& phrase : phrases_of(node)) add_new(rule.leads, comparable(phrase));
    words.frames.push_back(std::move(rule));
  } else if (name == "placeholders") {
    for (const std::string& phrase : phrases_of(node)) add_new(words.placeholders, comparable(phrase));
  } else if (name == "document-states") {
    for (const std::string& phrase : phrases_of(node)) add_new(words.document_states, comparable(phrase));
  } else if (name == "continued") {
    for (const std::string& phrase : phrases_of(node)) add_new(words.continued, unicode::fold(phrase));
  }
}

Language& language_of(const std::string& id, Vocabulary& words) {
  const auto at = std::find_if(words.languages.begin(), words.languages.end(),
                               [&](const Language& language) { return language.id >= id; });
  if (at != words.languages.end() && at->id == id) return *at;
  Language language;
  language.id = id;
  return *words.languages.insert(at, std::move(language));
}

Status read_language(const fs::path& path, Vocabulary& words) {
  const Result<pugi::xml_document> document = read_grammar_file(path, kLanguageSchema);
  if (!document) return tl::unexpected(document.error());
  const pugi::xml_node root = document->document_element();
  Language& language = language_of(root.attribute("id").value(), words);
  for (const pugi::xml_node& node : root.children()) {
    std::string problem;
    if (read_column_words(node, language, words, problem)) {
      if (!problem.empty()) return fail(ErrorCode::kBadGrammar, fmt::format("{}:1: {}", path.string(), problem));
    } else {
      read_words(node, language, words);
    }
  }
  return {};
}

Status read_folder(const fs::path& folder, Vocabulary& words) {
  if (fs::exists(folder / "roles.xml")) {
    const Result<pugi::xml_document> document = read_grammar_file(folder / "roles.xml", kRolesSchema);
    if (!document) return tl::unexpected(document.error());
    for (const pugi::xml_node& node : document->document_element().children("role")) read_role(node, words);
  }
  return add_languages(folder / "languages", words);
}

}  // namespace

Status add_languages(const fs::path& folder, Vocabulary& words) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".xml") paths.push_back(it->path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    if (const Status read = read_language(path, words); !read) return read;
  }
  std::stable_sort(words.levels.begin(), words.levels.end(),
                   [](const LevelName& a, const LevelName& b) { return a.order < b.order; });
  return {};
}

Result<Vocabulary> load_vocabulary(std::span<const fs::path> folders) {
  Vocabulary words;
  for (const fs::path& folder : folders) {
    if (const Status read = read_folder(folder, words); !read) return tl::unexpected(read.error());
  }
  return words;
}

}  // namespace pactable::grammar
