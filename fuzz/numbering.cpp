// SPDX-License-Identifier: GPL-3.0-or-later
// A line for each label, its first byte its traits, the rest what is printed, through lexer and decoder. Held: one
// verdict per label, parents that stand before, and no typed label that is changed.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "numbering/numbering.h"

namespace {

using namespace pactable;

numbering::Scheme scheme_of(std::uint8_t choice) {
  using numbering::Figure;
  const std::vector<std::vector<numbering::Form>> schemes = {
      {{1, "", ".0", ".", {}}, {2, "", "", ".", {}}, {3, "", "", ".", {}}},
      {{1, "Objective ", "", ".", {}},
       {2, "", "", ".", {}},
       {3, "", "", ".", {Figure::kDecimal, Figure::kDecimal, Figure::kLetterLower}}},
      {{1, "", "", ".", {Figure::kRomanUpper}}, {2, "IG", "", "", {Figure::kDecimal, Figure::kLetterLower}}},
      {{1, "", "", ".", {}}}};
  return {schemes[choice % schemes.size()], 5};
}

numbering::Label label_of(std::string_view line) {
  numbering::Label label;
  if (line.empty()) return label;
  const auto traits = static_cast<unsigned char>(line.front());
  label.printed = line.substr(1);
  label.origin = (traits & 1U) != 0 ? LabelOrigin::kOcr : LabelOrigin::kTyped;
  label.scope_begins = (traits & 2U) != 0;
  label.number_expected = (traits & 4U) == 0;
  label.section_like = (traits & 8U) != 0;
  label.codes_present = (traits & 16U) != 0;
  if ((traits & 32U) != 0) label.grid_depth = 1 + (traits >> 6U);
  label.page = traits >> 6U;
  if ((traits & 128U) != 0) label.sightings.push_back({label.printed + ".1", 0.5, (traits & 64U) != 0});
  return label;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const numbering::Scheme scheme = scheme_of(data[0]);
  std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<numbering::Label> labels;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    labels.push_back(label_of(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (numbering::leading_label(labels.back().printed, scheme) > labels.back().printed.size()) std::abort();
    static_cast<void>(numbering::read_label(labels.back().printed, scheme));
  }
  const numbering::Recovery recovery = numbering::recover(labels, scheme);
  if (recovery.verdicts.size() != labels.size()) std::abort();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const numbering::Verdict& verdict = recovery.verdicts[i];
    if (verdict.status == numbering::Status::kRepaired && labels[i].origin != LabelOrigin::kOcr) std::abort();
    if (verdict.parent >= static_cast<int>(i)) std::abort();
  }
  return 0;
}
