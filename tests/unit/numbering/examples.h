// SPDX-License-Identifier: GPL-3.0-or-later
// What: label sequences for tests: from a table of examples or from a short list of strings.
// In:   fixtures/numbering/<name>.tsv (scripts/make-numbering-examples names the columns). Out: labels and
// expectations. Never: decodes.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "numbering/numbering.h"

namespace pactable::numbering::examples {

struct Examples {
  std::vector<Label> labels;
  std::vector<std::string> typed, ocr, truth;  // expected statuses and the true numbers, one per label
};

inline std::string name_of(Status status) {
  switch (status) {
    case Status::kAsPrinted: return "as-printed";
    case Status::kRepaired: return "repaired";
    case Status::kDisputed: return "disputed";
    case Status::kAmbiguous: return "ambiguous";
    case Status::kMissing: return "missing";
    case Status::kUnnumbered: return "unnumbered";
  }
  return "?";
}

inline Examples read(const std::string& name, LabelOrigin origin) {
  Examples out;
  std::ifstream file(std::string(PACTABLE_SOURCE_DIR) + "/fixtures/numbering/" + name + ".tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells(1);
    for (const char c : line)
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    if (cells.size() != 10) continue;
    Label label;
    label.printed = cells[0];
    label.origin = origin;
    label.page = std::stoi(cells[1]);
    label.scope_begins = cells[2] == "1";
    label.number_expected = cells[3] == "1";
    if (!cells[4].empty()) label.grid_depth = std::stoi(cells[4]);
    label.section_like = cells[5] == "1";
    label.codes_present = cells[6] == "1";
    out.labels.push_back(label);
    out.typed.push_back(cells[7]);
    out.ocr.push_back(cells[8]);
    out.truth.push_back(cells[9]);
  }
  return out;
}

/// One label per word of `printed`; "-" is an empty number cell.
inline std::vector<Label> labels(const std::string& printed, LabelOrigin origin) {
  std::vector<Label> out;
  std::istringstream words(printed);
  for (std::string word; words >> word;) {
    Label label;
    label.printed = word == "-" ? "" : word;
    label.origin = origin;
    label.scope_begins = out.empty();
    out.push_back(label);
  }
  return out;
}

inline Form level(int depth) {
  Form form;
  form.depth = depth;
  return form;
}

inline Scheme levels(std::initializer_list<int> depths) {
  Scheme scheme;
  for (const int depth : depths) scheme.forms.push_back(level(depth));
  return scheme;
}

/// 3.0 for sections, 3.2 for rows.
inline Scheme section_and_row() {
  Scheme scheme;
  Form section = level(1);
  section.tail = ".0";
  scheme.forms = {section, level(2)};
  return scheme;
}

inline std::vector<Oddity> of_rule(const Recovery& recovery, const std::string& rule) {
  std::vector<Oddity> out;
  for (const Oddity& oddity : recovery.oddities)
    if (oddity.rule == rule) out.push_back(oddity);
  return out;
}

}  // namespace pactable::numbering::examples
