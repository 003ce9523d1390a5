// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/readers/text_dumps.h"

#include <algorithm>
#include <random>

#include "core/unicode.h"

namespace text_dumps {
namespace {

using pactable::unicode::length;

const std::vector<Cells> kHeaders = {{"No.", "Task", "Rank", "When", "Lead body", "Note"},
                                     {"#", "What to do", "Urgency", "Time frame", "Who", "Remarks"},
                                     {"N°", "Mesure", "Priorité", "Échéance", "Acteurs", "Observations"},
                                     {"№", "Задача", "Важность", "Срок", "Исполнитель", "Прим."},
                                     {"Nr.", "Maßnahme", "Rang", "Frist", "Träger", "Notiz"}};
const Cells kBegin = {"Dredge", "Map", "Rewet", "Ring", "Shade", "Scan", "Lease", "Sow", "Tag", "Gauge", "Thin", "Dam"};
const Cells kObject = {"the outer reed beds",        "six drained fens",    "all culverts of the brook",
                       "forty pairs of terns",       "two sandy islets",    "old orchards on the slope",
                       "eel passes of the low weir", "bat roosts in barns", "hay meadows beyond the dyke"};
const Cells kTail = {
    "once a year",          "before the autumn floods come down the valley", "as the panel has advised",
    "with a local school",  "and hand the maps on to every land owner",      "where the soil allows it",
    "for at least a decade"};
const Cells kParty = {"Fen Trust", "Ringing Group", "District Council", "Fishery Board", "Land Agency", "Weir Keepers"};
const Cells kSections = {"Open water", "Islets and shores", "Barns", "Orchards"};

class Chooser {
 public:
  explicit Chooser(int seed) : engine_(static_cast<unsigned>(seed) * 7919U + 17U) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  const std::string& of(const Cells& all) { return all[below(all.size())]; }

 private:
  std::minstd_rand engine_;
};

std::string number(int seed, int section, int in_section, int row) {
  if (section > 0) return std::to_string(section) + "." + std::to_string(in_section);
  switch (seed / 4 % 3) {
    case 0: return std::to_string(row / 4 + 1) + "." + std::to_string(row % 4 + 1);
    case 1: return std::to_string(row + 1);
    default: return "T" + std::to_string(row + 1);
  }
}

std::vector<std::size_t> chosen_columns(int seed) {
  switch (seed % 4) {
    case 0: return {0, 1, 2, 3, 4};
    case 1: return {0, 1, 2, 4};
    case 2: return {0, 1, 3};
    default: return {0, 1, 2, 3, 4, 5};
  }
}

std::string join(const Cells& cells, const std::string& joint) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? joint : "") + cells[i];
  return out;
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width > length(text) ? width - length(text) : 0, ' ');
}

Cells wrapped(const std::string& text, std::size_t width) {
  Cells lines(1);
  for (const std::string_view word : pactable::unicode::split_space(text)) {
    if (!lines.back().empty() && length(lines.back()) + 1 + length(word) > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + std::string(word);
  }
  return lines;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::vector<std::size_t> widths(const Plan& plan, bool wraps) {
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < plan.header.size(); ++c) {
    std::size_t widest = length(plan.header[c]);
    for (const PlanRow& row : plan.rows) {
      if (!row.section) widest = std::max(widest, length(row.cells[c]));
    }
    const std::size_t most = c == 1 ? 34 : 20;
    found.push_back(wraps ? std::min(widest, most) : widest);
  }
  return found;
}

// The row as cells of all columns: a section leaves the others empty.
Cells full(const Plan& plan, const PlanRow& row) {
  Cells cells = row.cells;
  cells.resize(plan.header.size());
  return cells;
}

std::string separated(const Plan& plan, const std::string& separator, const std::string& end) {
  std::string out = join(plan.header, separator) + end;
  for (const PlanRow& row : plan.rows) out += join(row.cells, separator) + end;
  return out;
}

std::string quoted(const std::string& cell, const std::string& separator, bool always) {
  const bool needed = cell.find(separator) != std::string::npos || cell.find('\n') != std::string::npos ||
                      cell.find('"') != std::string::npos;
  return needed || always ? '"' + replaced(cell, "\"", "\"\"") + '"' : cell;
}

// Parties stand one a line inside their cell, as a spreadsheet holds them.
std::string spreadsheet(const Plan& plan, const std::string& separator, bool always) {
  std::string out;
  const auto add = [&](const Cells& cells) {
    Cells written;
    for (const std::string& cell : cells) written.push_back(quoted(replaced(cell, ", ", ",\n"), separator, always));
    out += join(written, separator) + "\r\n";
  };
  add(plan.header);
  for (const PlanRow& row : plan.rows) add(full(plan, row));
  return out;
}

std::string markdown(const Plan& plan, bool outer, const std::string& mark) {
  const std::string begin = outer ? "| " : "", end = outer ? " |\n" : "\n";
  Cells rulers(plan.header.size(), mark.empty() ? ":--" : "---");
  std::string out = begin + join(plan.header, " | ") + end + begin + join(rulers, " | ") + end;
  for (const PlanRow& row : plan.rows) {
    Cells cells = full(plan, row);
    for (std::string& cell : cells)
      cell = cell.empty() ? cell : mark + replaced(cell, ", ", mark.empty() ? ",<br>" : ", ") + mark;
    out += begin + join(cells, " | ") + end;
  }
  return out;
}

std::string aligned(const Plan& plan, const std::string& left, const std::string& between, const std::string& right,
                    const std::string& above, const std::string& below_header, const std::string& below) {
  const auto wide = widths(plan, false);
  const auto line = [&](const Cells& cells) {
    Cells out;
    for (std::size_t c = 0; c < cells.size(); ++c) out.push_back(padded(cells[c], wide[c]));
    return left + join(out, between) + right + "\n";
  };
  const auto ruler = [&](const std::string& signs) {
    if (signs.empty()) return std::string();
    Cells out;
    for (const std::size_t width : wide) out.push_back(replaced(std::string(width, 'x'), "x", signs.substr(0, 1)));
    return signs.substr(1, 2) == "  "
               ? join(out, "  ") + "\n"
               : replaced(left, "|", "+") + join(out, signs.substr(1)) + replaced(right, "|", "+") + "\n";
  };
  std::string out = ruler(above) + line(plan.header) + ruler(below_header);
  for (const PlanRow& row : plan.rows) out += line(full(plan, row));
  return out + ruler(below);
}

std::string grid(const Plan& plan) {
  const auto wide = widths(plan, true);
  const auto ruler = [&](char sign) {
    std::string out = "+";
    for (const std::size_t width : wide) out += std::string(width + 2, sign) + "+";
    return out + "\n";
  };
  std::string out = ruler('-');
  const auto add = [&](const Cells& cells) {
    std::vector<Cells> lines;
    std::size_t height = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      lines.push_back(wrapped(cells[c], wide[c]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t i = 0; i < height; ++i) {
      out += "|";
      for (std::size_t c = 0; c < cells.size(); ++c) {
        out += " " + padded(i < lines[c].size() ? lines[c][i] : "", wide[c]) + " |";
      }
      out += "\n";
    }
  };
  add(plan.header);
  out += ruler('=');
  std::size_t inner = 0;
  for (const std::size_t width : wide) inner += width + 3;
  for (const PlanRow& row : plan.rows) {
    if (row.section)
      out += "| " + padded(row.cells[0], inner - 3) + " |\n";
    else
      add(row.cells);
    out += ruler('-');
  }
  return out;
}

std::string boxed(const Plan& plan) {
  std::string out;
  std::string rest = grid(plan);
  for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
    std::string line = rest.substr(0, end + 1);
    rest.erase(0, end + 1);
    out += line[0] == '+' ? replaced(replaced(replaced(line, "-", "─"), "=", "═"), "+", "┼") : replaced(line, "|", "│");
  }
  return out;
}

struct Setting {
  std::size_t gap = 3;
  bool blank_lines = false;
  std::size_t rows_on_page = 1000;
  bool page_numbers = false;
};

std::string spaced(const Plan& plan, const Setting& setting) {
  const auto wide = widths(plan, true);
  std::string out;
  const auto add = [&](const Cells& cells) {
    std::vector<Cells> lines;
    std::size_t height = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      lines.push_back(wrapped(cells[c], wide[c]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        line += padded(i < lines[c].size() ? lines[c][i] : "", wide[c] + setting.gap);
      }
      out += std::string(pactable::unicode::trim(line)).empty() ? "\n"
                                                                : line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    if (setting.blank_lines) out += "\n";
  };
  add(plan.header);
  for (std::size_t r = 0; r < plan.rows.size(); ++r) {
    if (r > 0 && r % setting.rows_on_page == 0) {
      if (setting.page_numbers) out += "\n                    Page " + std::to_string(r / setting.rows_on_page) + "\n";
      out += "\f";
      add(plan.header);
    }
    if (plan.rows[r].section)
      out += plan.rows[r].cells[0] + (setting.blank_lines ? "\n\n" : "\n");
    else
      add(plan.rows[r].cells);
  }
  if (setting.page_numbers)
    out += "\n                    Page " + std::to_string(plan.rows.size() / setting.rows_on_page + 1) + "\n";
  return out;
}

std::string linear(const Plan& plan, const std::string& between, std::size_t width) {
  std::string out;
  const auto add = [&](const Cells& cells) {
    for (const std::string& cell : cells) {
      if (!cell.empty()) out += join(wrapped(cell, width), "\n") + between;
    }
  };
  add(plan.header);
  for (const PlanRow& row : plan.rows) add(row.cells);
  return out;
}

}  // namespace

Plan make_plan(int seed) {
  Chooser choose(seed);
  const auto columns = chosen_columns(seed);
  const bool sections = seed % 3 == 0;
  const Cells& words = kHeaders[static_cast<std::size_t>(seed) % kHeaders.size()];
  Plan plan;
  for (const std::size_t c : columns) plan.header.push_back(words[c]);
  int section = 0, in_section = 0;
  for (int row = 0; row < 9; ++row) {
    if (sections && row % 3 == 0) {
      in_section = 0;
      const std::string label = std::to_string(++section);
      plan.rows.push_back({true, {label + ". " + kSections[static_cast<std::size_t>(section) - 1]}});
    }
    const std::string code = seed % 3 == 1 ? choose.of({"High", "Low", "Mid"}) : choose.of({"1", "2", "3"});
    Cells parties = {choose.of(kParty)};
    if (choose.below(3) > 0) parties.push_back(choose.of(kParty));
    const Cells all = {number(seed, section, ++in_section, row),
                       choose.of(kBegin) + " " + choose.of(kObject) + " " + choose.of(kTail),
                       code,
                       choose.of({"2027", "2026-2029", "May 2028"}),
                       join(parties, ", "),
                       choose.below(3) == 0 ? "Grant pending" : ""};
    PlanRow made;
    for (const std::size_t c : columns) made.cells.push_back(all[c]);
    plan.rows.push_back(std::move(made));
  }
  return plan;
}

const std::vector<Dump>& all_dumps() {
  static const std::vector<Dump> kDumps = {
      {"tabs", [](const Plan& p) { return separated(p, "\t", "\n"); }, false, false, ""},
      {"tabs, blank lines between", [](const Plan& p) { return separated(p, "\t", "\n\n"); }, false, false, ""},
      {"tabs, quoted where needed", [](const Plan& p) { return spreadsheet(p, "\t", false); }, false, false, "\""},
      {"tabs, all quoted", [](const Plan& p) { return spreadsheet(p, "\t", true); }, false, false, "\""},
      {"commas", [](const Plan& p) { return spreadsheet(p, ",", false); }, false, false, "\","},
      {"commas, all quoted", [](const Plan& p) { return spreadsheet(p, ",", true); }, false, false, "\","},
      {"semicolons", [](const Plan& p) { return spreadsheet(p, ";", false); }, false, false, "\";"},
      {"Markdown", [](const Plan& p) { return markdown(p, true, ""); }, false, false, "|-:<>br"},
      {"Markdown without outer pipes", [](const Plan& p) { return markdown(p, false, ""); }, false, false, "|-:<>br"},
      {"Markdown in bold", [](const Plan& p) { return markdown(p, true, "**"); }, false, false, "|-*"},
      {"pipes", [](const Plan& p) { return separated(p, " | ", "\n"); }, false, false, "|"},
      {"psql", [](const Plan& p) { return aligned(p, " ", " | ", " ", "", "--+-", ""); }, false, false, "|+-"},
      {"org", [](const Plan& p) { return aligned(p, "| ", " | ", " |", "", "--+-", ""); }, false, false, "|+-"},
      {"mysql", [](const Plan& p) { return aligned(p, "| ", " | ", " |", "--+-", "--+-", "--+-"); }, false, false,
       "|+-"},
      {"rst", [](const Plan& p) { return aligned(p, "", "  ", "", "=  ", "=  ", "=  "); }, false, false, "="},
      {"pandoc", [](const Plan& p) { return aligned(p, "", "  ", "", "", "-  ", ""); }, false, false, "-"},
      {"grid", grid, false, false, "+-=|"},
      {"box drawing", boxed, false, false, "─═┼│"},
      {"spaces", [](const Plan& p) { return spaced(p, {}); }, false, false, ""},
      {"spaces, narrow gaps", [](const Plan& p) { return spaced(p, {2}); }, false, false, ""},
      {"spaces, blank lines between",
       [](const Plan& p) {
         return spaced(p, {3, true});
       },
       false, false, ""},
      {"spaces, pages",
       [](const Plan& p) {
         return spaced(p, {3, false, 4});
       },
       true, false, "\f"},
      {"spaces, numbered pages",
       [](const Plan& p) {
         return spaced(p, {3, false, 4, true});
       },
       true, false, "\f"},
      {"a cell a line", [](const Plan& p) { return linear(p, "\n", 1000); }, false, true, ""},
      {"a cell a paragraph", [](const Plan& p) { return linear(p, "\n\n", 1000); }, false, true, ""},
      {"a cell a paragraph, wrapped", [](const Plan& p) { return linear(p, "\n\n", 38); }, false, true, ""},
  };
  return kDumps;
}

}  // namespace text_dumps
