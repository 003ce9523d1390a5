// SPDX-License-Identifier: GPL-3.0-or-later
// ORDER-LAW: mines by which code fields the rows of a table's sections are sorted, and names the rows that break it.
// A broken order points at a damaged code or a moved row; it proves neither, so it is a note.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "audit/checks.h"
#include "audit/code_fields.h"

namespace pactable::audit {
namespace {

constexpr std::size_t kFewestToMine = 3;    // of two rows every second pair is sorted by chance
constexpr std::size_t kFewestToCheck = 2;   // a law that the others show holds for two rows too
constexpr std::size_t kFewestSections = 5;  // that obey: fewer are chance
constexpr double kObeying = 0.8;            // share of sections: the law must be the rule
constexpr double kFilled = 0.8;             // share of rows that print a code for a column to be part of the law
constexpr std::size_t kMostCodes = 12;      // more distinct values are texts, not codes
constexpr std::size_t kMostRoles = 3;       // bounds the keys that are tried (3! orders, 2^3 directions)
/// A further column joins the key only where it rises this often among rows that are equal before it: nine steps all
/// upwards happen by chance less than once in 500.
constexpr int kFewestSteps = 9;

struct Row {
  const plan::Item* item;
  std::vector<int> ranks;  // one per role
};
using Section = std::vector<Row>;

/// One column of a sort key.
struct KeyPart {
  std::size_t role;
  bool descending;
};
using Key = std::vector<KeyPart>;

struct Table {
  std::vector<std::string> roles;
  std::vector<Section> sections;
};

bool number_before(const std::string& a, const std::string& b) {
  const auto figures = [](const std::string& s) {
    return !s.empty() && s.size() <= 4 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (figures(a) && figures(b)) return std::stoi(a) < std::stoi(b);
  return a < b;
}

/// Rank of each code of a role: the order of its legend, else the natural one.
std::map<std::string, int> rank_codes(const std::set<std::string>& seen, const std::vector<plan::Code>* legend) {
  std::vector<std::string> order;
  if (legend != nullptr) {
    for (const plan::Code& code : *legend) order.push_back(code.code);
  }
  std::vector<std::string> rest;
  for (const std::string& code : seen) {
    if (std::find(order.begin(), order.end(), code) == order.end()) rest.push_back(code);
  }
  std::sort(rest.begin(), rest.end(), number_before);
  order.insert(order.end(), rest.begin(), rest.end());
  std::map<std::string, int> ranks;
  for (const std::string& code : order) ranks.try_emplace(code, static_cast<int>(ranks.size()));
  return ranks;
}

bool is_row(const plan::Item& item) {
  return item.kind == plan::ItemKind::kAction || item.kind == plan::ItemKind::kSubTask;
}

/// Columns of names and texts have no order, however few their values are; one that nobody knows may be of codes.
bool may_be_sorted(const std::string& role, const grammar::Family& family) {
  const grammar::ColumnRule* rule = family.column(role);
  return rule == nullptr ||
         (rule->value != grammar::ColumnValue::kParties && rule->value != grammar::ColumnValue::kText);
}

std::map<std::string, std::string> codes_of(const plan::Item& item, const grammar::Family& family) {
  std::map<std::string, std::string> codes;
  for (const plan::Field& field : item.fields) {
    if (!may_be_sorted(field.role, family)) continue;
    if (const auto code = code_of(field); code && !code->empty()) codes.emplace(field.role, *code);
  }
  return codes;
}

/// The rows of a table by section, with the ranks of the columns that hold codes.
Table sections_of(const plan::Plan& plan, const std::string& table, const grammar::Family& family) {
  std::map<std::string, std::set<std::string>> seen;
  std::map<std::string, std::size_t> filled;
  std::size_t rows = 0;
  for (const plan::Item& item : plan.items) {
    if (item.table != table || !is_row(item)) continue;
    const auto codes = codes_of(item, family);
    if (!codes.empty()) ++rows;
    for (const auto& [role, code] : codes) {
      seen[role].insert(code);
      ++filled[role];
    }
  }
  Table out;
  std::vector<std::map<std::string, int>> ranks;
  const CodesByRole legends = codes_by_role(plan);
  for (const auto& [role, codes] : seen) {
    const bool usual = static_cast<double>(filled[role]) >= kFilled * static_cast<double>(rows);
    if (!usual || codes.size() < 2 || codes.size() > kMostCodes || out.roles.size() == kMostRoles) continue;
    const auto legend = legends.find(role);
    out.roles.push_back(role);
    ranks.push_back(rank_codes(codes, legend == legends.end() ? nullptr : &legend->second));
  }
  std::map<std::string, std::size_t> index;
  for (const plan::Item& item : plan.items) {
    if (item.table != table || !is_row(item)) continue;
    const auto codes = codes_of(item, family);
    Row row{&item, {}};
    for (std::size_t r = 0; r < out.roles.size(); ++r) {
      if (const auto code = codes.find(out.roles[r]); code != codes.end())
        row.ranks.push_back(ranks[r].at(code->second));
    }
    if (row.ranks.size() != out.roles.size()) continue;
    const auto [at, added] = index.try_emplace(item.parent.value_or(""), out.sections.size());
    if (added) out.sections.emplace_back();
    out.sections[at->second].push_back(std::move(row));
  }
  std::erase_if(out.sections, [](const Section& section) { return section.size() < kFewestToCheck; });
  return out;
}

int compare(const Row& a, const Row& b, const Key& key) {
  for (const KeyPart& part : key) {
    const int difference =
        part.descending ? b.ranks[part.role] - a.ranks[part.role] : a.ranks[part.role] - b.ranks[part.role];
    if (difference != 0) return difference;
  }
  return 0;
}

struct Support {
  std::size_t obeying = 0, telling = 0;  // sections; one whose rows are all equal tells nothing
  std::size_t keeping = 0, all = 0;      // sections, with those that tell nothing
};

Support support_of(const Key& key, const std::vector<Section>& sections, std::size_t fewest_rows) {
  Support support;
  for (const Section& section : sections) {
    if (section.size() < fewest_rows) continue;
    bool sorted = true, differs = false;
    for (std::size_t i = 1; i < section.size(); ++i) {
      const int step = compare(section[i - 1], section[i], key);
      sorted = sorted && step <= 0;
      differs = differs || step != 0;
    }
    support.keeping += sorted ? 1U : 0U;
    ++support.all;
    support.telling += differs ? 1U : 0U;
    support.obeying += differs && sorted ? 1U : 0U;
  }
  return support;
}

/// Steps upwards in the last column of the key between neighbours that are equal in the columns before it.
int steps_of_last(const Key& key, const std::vector<Section>& sections) {
  const Key before(key.begin(), key.end() - 1);
  int steps = 0;
  for (const Section& section : sections) {
    for (std::size_t i = 1; i < section.size(); ++i) {
      if (compare(section[i - 1], section[i], before) != 0) continue;
      steps += compare(section[i - 1], section[i], key) < 0 ? 1 : 0;
    }
  }
  return steps;
}

bool is_law(const Key& key, const std::vector<Section>& sections) {
  const Support support = support_of(key, sections, kFewestToMine);
  const bool holds = support.obeying >= kFewestSections &&
                     static_cast<double>(support.obeying) >= kObeying * static_cast<double>(support.telling);
  return holds && (key.size() == 1 || steps_of_last(key, sections) >= kFewestSteps);
}

/// The longest key that is a law; of two the one that more sections obey.
void extend(const Key& key, const Table& table, Key& best) {
  if (!key.empty()) {
    if (!is_law(key, table.sections)) return;
    const auto obeying = [&](const Key& of) { return support_of(of, table.sections, kFewestToMine).obeying; };
    if (key.size() > best.size() || (key.size() == best.size() && obeying(key) > obeying(best))) best = key;
  }
  for (std::size_t role = 0; role < table.roles.size(); ++role) {
    const bool used = std::any_of(key.begin(), key.end(), [&](const KeyPart& part) { return part.role == role; });
    if (used) continue;
    for (const bool descending : {false, true}) {
      Key longer = key;
      longer.push_back({role, descending});
      extend(longer, table, best);
    }
  }
}

/// The fewest rows without which the section is sorted: those outside of a longest run that rises (patience sorting).
std::vector<const plan::Item*> breaking_rows(const Section& section, const Key& key) {
  const std::size_t none = section.size();
  std::vector<std::size_t> last_of_run;  // index of the lowest row that ends a run of each length
  std::vector<std::size_t> previous(section.size(), none);
  for (std::size_t i = 0; i < section.size(); ++i) {
    const auto at = std::upper_bound(last_of_run.begin(), last_of_run.end(), i, [&](std::size_t a, std::size_t b) {
      return compare(section[a], section[b], key) < 0;
    });
    if (at != last_of_run.begin()) previous[i] = *(at - 1);
    if (at == last_of_run.end()) {
      last_of_run.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> kept(section.size(), false);
  for (std::size_t i = last_of_run.empty() ? none : last_of_run.back(); i < none; i = previous[i]) kept[i] = true;
  std::vector<const plan::Item*> rows;
  for (std::size_t i = 0; i < section.size(); ++i) {
    if (!kept[i]) rows.push_back(section[i].item);
  }
  return rows;
}

}  // namespace

void check_order_law(plan::Plan& plan, const grammar::Family& family) {
  for (const plan::Table& table : plan.tables) {
    const Table found = sections_of(plan, table.id, family);
    Key law;
    extend({}, found, law);
    if (law.empty()) continue;
    std::vector<std::string> names;
    for (const KeyPart& part : law) names.push_back(found.roles[part.role] + (part.descending ? " (falling)" : ""));
    const Support support = support_of(law, found.sections, kFewestToCheck);
    for (const Section& section : found.sections) {
      for (const plan::Item* item : breaking_rows(section, law)) {
        plan.findings.push_back(
            {"ORDER-LAW",
             plan::Level::kNote,
             {item->id},
             fmt::format("breaks the order by {} that {} of {} sections keep: a code or the place may be wrong",
                         fmt::join(names, ", "), support.keeping, support.all),
             std::nullopt,
             {}});
      }
    }
  }
}

}  // namespace pactable::audit
