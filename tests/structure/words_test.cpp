// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a language and names of roles are data of grammar/, never literals of the code that understands documents.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <set>

#include "core/unicode.h"
#include "grammar/family.h"
#include "structure/source_files.h"
#include "unit/grammar/loaded_words.h"

namespace {

using namespace structure;
using namespace pactable;

/// The stages that tell what a document means. The others speak the program's own language (names of outputs, options
/// and pages) or that of a format (its elements and attributes); core prints numbers as Word does.
constexpr std::array kStages = {"assembly", "audit",    "columns", "layout", "numbering",
                                "parser",   "pipeline", "scans",   "tables", "values"};

struct Allowed {
  std::string_view path, literal, reason;
};

constexpr Allowed kAllowed[] = {
    {"parser/draft.h", "und", "BCP 47 for a language that is not told"},
    {"parser/front_matter.cpp", "und", "BCP 47 for a language that is not told"},
    {"assembly/build.cpp", "number", "plan::Repair::field has this name for the number of an item"},
    {"pipeline/converter.cpp", " to ", "a message"},
    {"pipeline/converter.cpp", " first", "a message"},
    {"pipeline/scan_steps.cpp", "pages ", "a message"},
    {"scans/word_signs.cpp", "aeiouyAEIOUYаеёиоуыэюяАЕЁИОУЫЭЮЯ", "vowels, no word"},
    {"scans/scanned_document.cpp", "en", "BCP 47"},
    {"scans/scanned_document.cpp", "es", "BCP 47"},
    {"numbering/oddities.cpp", "is", "a message"},
    {"numbering/oddities.cpp", "are", "a message"},
    {"numbering/oddities.cpp", "with", "a message"},
    {"numbering/channel.cpp", "fF", "letters that are read for others"},
    {"numbering/channel.cpp", "PR", "letters that are read for others"},
    {"numbering/figures.cpp", "iv", "a roman number"},
    {"columns/light_label.cpp", "ii", "a roman number"},
    {"columns/light_label.cpp", "iii", "a roman number"},
    {"columns/light_label.cpp", "iv", "a roman number"},
    {"columns/cell_facts.cpp", "xX×✓✔✗✘☑☒■●•▪○◆★*+√хХþ", "signs that people tick with"},
    {"columns/verdict.cpp", "question", "a reason of a verdict"},
    {"columns/verdict.cpp", "description", "a reason of a verdict"},
    {"columns/verdict.cpp", "times", "a reason of a verdict"},
    {"columns/verdict.cpp", "parties", "a reason of a verdict"},
    {"columns/verdict.cpp", "progress", "a reason of a verdict"},
    {"parser/cell_text.cpp", "km", "a unit of all languages"},
    {"parser/cell_text.cpp", "м", "a unit of all languages"},
    {"parser/cell_text.cpp", "км", "a unit of all languages"},
    {"parser/cell_text.cpp", "см", "a unit of all languages"},
    {"parser/label_shape.cpp", "bis", "Latin, in numbers of all languages"},
    {"parser/label_shape.cpp", "ter", "Latin, in numbers of all languages"},
    {"parser/label_shape.cpp", "quater", "Latin, in numbers of all languages"},
    {"parser/rules/item.cpp", "number ", "a message"},
    {"values/parties.cpp", "ii", "a roman number"},
    {"values/parties.cpp", "iii", "a roman number"},
    {"values/parties.cpp", "iv", "a roman number"},
};

/// Still there; each goes with the code around it. Nothing may be added.
constexpr Allowed kDebts[] = {
    {"tables/join.cpp", "table", "caption"},   {"tables/join.cpp", "tableau", "caption"},
    {"tables/join.cpp", "tabla", "caption"},   {"tables/join.cpp", "cuadro", "caption"},
    {"tables/join.cpp", "таблица", "caption"},
};

/// The literals of a line, without their quotes; nothing of comments, includes and characters.
std::vector<std::string> literals_of(std::string_view line) {
  std::vector<std::string> found;
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos || line[begin] == '#' || line.substr(begin).starts_with("//")) return found;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("//")) break;
    if (line[at] == '\'' && at + 2 < line.size()) {  // '"' opens nothing; digits may be parted by '
      at += line[at + 1] == '\\' ? 3 : line[at + 2] == '\'' ? 2 : 0;
      continue;
    }
    if (line[at] != '"') continue;
    std::string text;
    for (++at; at < line.size() && line[at] != '"'; ++at) {
      if (line[at] == '\\') ++at;
      if (at < line.size()) text += line[at];
    }
    found.push_back(std::move(text));
  }
  return found;
}

bool is_time_word(const std::string& part) {
  const auto phrases = test::words().time.beginning_with(grammar::plain_word(part));
  return std::any_of(phrases.begin(), phrases.end(), [](const auto& phrase) { return phrase.words.size() == 1; });
}

bool is_word(const std::string& part) {
  const grammar::Vocabulary& words = test::words();
  const grammar::ReferenceWords& references = words.references;
  const std::string folded = grammar::comparable(part);
  for (const grammar::WordSet* set : {&words.headers,
                                      &words.other_headers,
                                      &words.scale,
                                      &words.statuses,
                                      &words.times,
                                      &words.bodies,
                                      &words.verbs,
                                      &words.verbless,
                                      &words.questions,
                                      &words.connectives,
                                      &words.number_states,
                                      &words.captions,
                                      &words.number_leads,
                                      &words.and_words,
                                      &words.or_words,
                                      &words.to_words,
                                      &words.institutions,
                                      &words.short_units,
                                      &words.infinitive_marks,
                                      &references.cues,
                                      &references.prepositions,
                                      &references.nouns,
                                      &references.noun_prepositions,
                                      &references.foreign_leads,
                                      &references.foreign_documents,
                                      &references.of,
                                      &references.own_document,
                                      &references.units,
                                      &references.number_signs}) {
    if (set->holds(folded)) return true;
  }
  return words.role(part) != nullptr || is_time_word(part);
}

std::vector<std::string> parts_of(const std::string& literal) {
  std::vector<std::string> parts(1);
  for (const char c : literal) {
    if (c == ',' || c == ';' || c == '|') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (std::string& part : parts) part = std::string(unicode::trim(part));
  std::erase_if(parts, [](const std::string& part) { return !unicode::has_word_character(part); });
  return parts;
}

/// A word or a list of words, not a sentence that holds some; and any letter beyond ASCII.
bool holds_words(const std::string& literal) {
  const std::u32string points = unicode::to_code_points(literal);
  if (std::any_of(points.begin(), points.end(), [](char32_t c) { return c > 0x7F && unicode::is_letter(c); }))
    return true;
  const std::vector<std::string> parts = parts_of(literal);
  const auto words = std::count_if(parts.begin(), parts.end(), [](const std::string& part) {
    const std::u32string letters = unicode::to_code_points(part);
    return std::count_if(letters.begin(), letters.end(), unicode::is_letter) >= 2 && is_word(part);
  });
  return words > 0 && static_cast<std::size_t>(words) * 2 >= parts.size();
}

bool understands_documents(const std::string& path) {
  return std::any_of(kStages.begin(), kStages.end(),
                     [&](std::string_view stage) { return path.starts_with(std::string(stage) + "/"); });
}

template <class List>
bool names(const List& list, const std::string& path, const std::string& literal) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](const Allowed& each) { return each.path == path && each.literal == literal; });
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_code_that_understands_documents_holds_a_word_of_a_language_or_the_name_of_a_role) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const SourceFile& file : source_files()) {
    if (!understands_documents(file.path)) continue;
    for (std::size_t line = 0; line < file.lines.size(); ++line) {
      for (const std::string& literal : literals_of(file.lines[line])) {
        if (!holds_words(literal)) continue;
        seen.emplace(file.path, literal);
        BOOST_TEST((names(kAllowed, file.path, literal) || names(kDebts, file.path, literal)),
                   file.path << ':' << line + 1 << ": \"" << literal << "\" belongs into grammar/");
      }
    }
  }
  for (const Allowed& each : kAllowed) {
    BOOST_TEST(seen.contains({std::string(each.path), std::string(each.literal)}),
               each.path << " no longer holds \"" << each.literal << '"');
  }
  for (const Allowed& each : kDebts) {
    BOOST_WARN_MESSAGE(seen.contains({std::string(each.path), std::string(each.literal)}),
                       each.path << " is rid of \"" << each.literal << "\": it leaves the list");
  }
}

BOOST_AUTO_TEST_CASE(words_are_found_in_literals_and_messages_are_left_alone) {
  for (const char* literal : {"urgency", "sub-task", "landscape", "january,jan,janvier", "министерство", " and",
                              "Lead agency", "table ", "élevée", "see also", "high"}) {
    BOOST_TEST(holds_words(literal), literal);
  }
  for (const char* literal : {"is the number of no item", "NUM-OCR", "{} stands under {}", "", "a", ", ",
                              "sandwich:", "the codes of {} mix scripts: {}"}) {
    BOOST_TEST(!holds_words(literal), literal);
  }
  BOOST_TEST(
      (literals_of("  f(\"a\\\"b\", U\"c\", '\"', \"d\");  // \"e\"") == std::vector<std::string>{"a\"b", "c", "d"}));
  BOOST_TEST(literals_of("#include \"action\"").empty());
}
