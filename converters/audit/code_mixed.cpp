// SPDX-License-Identifier: GPL-3.0-or-later
// CODE-MIXED: country codes of two and of three letters in one list ("KZ, UZ, TKM"), or Latin and Cyrillic letters
// among the codes of one column that no legend explains.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/locid.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <set>

#include "audit/checks.h"
#include "audit/code_fields.h"
#include "core/unicode.h"
#include "grammar/vocabulary.h"

namespace pactable::audit {
namespace {

/// In the name of a landscape two codes make a list; elsewhere acronyms of bodies are as short ("SC, AND"), so three.
constexpr std::size_t kFewestInLandscape = 2;
constexpr std::size_t kFewestElsewhere = 3;

struct CountryCodes {
  std::set<std::string> two, three;
};

const CountryCodes& country_codes() {
  static const CountryCodes codes = [] {
    CountryCodes out;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      out.two.insert(*code);
      out.three.insert(icu::Locale("", *code).getISO3Country());
    }
    out.three.erase("");
    return out;
  }();
  return codes;
}

/// The lists of capital words separated by commas, slashes or "and".
std::vector<std::vector<std::string>> capital_lists(const std::string& text, const grammar::Vocabulary& words) {
  std::vector<std::vector<std::string>> lists(1);
  std::string word;
  const auto end_word = [&] {
    const bool capital = (word.size() == 2 || word.size() == 3) &&
                         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (capital) {
      lists.back().push_back(word);
    } else if (!word.empty() && !words.and_words.holds(word)) {
      lists.emplace_back();
    }
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == ',' || c == '/' || c == '\n') {
      end_word();
    } else if (c == '(' || c == ')' || c == ';' || c == ':' || c == '.') {
      end_word();
      lists.emplace_back();
    } else {
      word += c;
    }
  }
  end_word();
  return lists;
}

/// The first list of nothing but country codes in which both lengths stand; empty where there is none.
std::vector<std::string> mixed_list(const std::string& text, std::size_t fewest, const grammar::Vocabulary& words) {
  const CountryCodes& known = country_codes();
  for (const auto& list : capital_lists(text, words)) {
    const auto two =
        std::count_if(list.begin(), list.end(), [&](const std::string& w) { return known.two.count(w) > 0; });
    const auto three =
        std::count_if(list.begin(), list.end(), [&](const std::string& w) { return known.three.count(w) > 0; });
    const bool all = static_cast<std::size_t>(two + three) == list.size();
    if (all && two > 0 && three > 0 && list.size() >= fewest) return list;
  }
  return {};
}

void report_countries(plan::Plan& plan, const plan::Item& item, const std::string& text, std::size_t fewest,
                      const grammar::Vocabulary& words) {
  const std::vector<std::string> list = mixed_list(text, fewest, words);
  if (list.empty()) return;
  plan.findings.push_back(
      {"CODE-MIXED",
       plan::Level::kNote,
       {item.id},
       fmt::format("country codes of two and of three letters in one list: {}", fmt::join(list, ", ")),
       std::nullopt,
       {}});
}

void check_countries(plan::Plan& plan, const grammar::Family& family) {
  const grammar::Vocabulary& words = *family.words;
  for (const plan::Item& item : plan.items) {
    if (item.kind == plan::ItemKind::kLandscape && item.text)
      report_countries(plan, item, *item.text, kFewestInLandscape, words);
    for (const plan::Field& field : item.fields) {
      const grammar::ColumnRule* rule = family.column(field.role);
      if (rule == nullptr) continue;
      if (rule->kind == plan::ItemKind::kLandscape) {
        report_countries(plan, item, field.printed, kFewestInLandscape, words);
      } else if (rule->value == grammar::ColumnValue::kParties) {
        report_countries(plan, item, field.printed, kFewestElsewhere, words);
      }
    }
  }
}

/// Latin, Cyrillic or Greek for a text of one letter; USCRIPT_INVALID_CODE else.
UScriptCode script_of(const std::string& code) {
  const std::u32string points = unicode::to_code_points(code);
  if (points.size() != 1 || !unicode::is_letter(points.front())) return USCRIPT_INVALID_CODE;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(points.front()), &status);
  return U_FAILURE(status) != 0 ? USCRIPT_INVALID_CODE : script;
}

void check_scripts(plan::Plan& plan) {
  const CodesByRole legends = codes_by_role(plan);
  std::map<std::string, std::map<UScriptCode, std::set<std::string>>> scripts;  // by role
  PrintedCodes printed;
  for (const plan::Item& item : plan.items) {
    for (const plan::Field& field : item.fields) {
      const UScriptCode script = script_of(field.printed);
      if (script == USCRIPT_INVALID_CODE || field.repair || legends.count(field.role) > 0) continue;
      scripts[field.role][script].insert(field.printed);
      printed.add(field.role, field.printed, item.id);
    }
  }
  for (const auto& [role, by_script] : scripts) {
    if (by_script.size() < 2) continue;
    std::vector<std::string> items, parts;
    for (const auto& [script, codes] : by_script)
      parts.push_back(fmt::format("{} {}", uscript_getName(script), fmt::join(codes, ", ")));
    for (const PrintedCode& group : printed.groups()) {
      if (group.role == role) items.insert(items.end(), group.items.begin(), group.items.end());
    }
    plan.findings.push_back({"CODE-MIXED",
                             plan::Level::kNote,
                             items,
                             fmt::format("the codes of {} mix scripts: {}", role, fmt::join(parts, "; ")),
                             std::nullopt,
                             {}});
  }
}

}  // namespace

void check_mixed_codes(plan::Plan& plan, const grammar::Family& family) {
  check_countries(plan, family);
  check_scripts(plan);
}

}  // namespace pactable::audit
