// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/periods.h"

#include <algorithm>

namespace pactable::parser {
namespace {

std::string begin_of(const std::string& edtf) { return edtf.substr(0, edtf.find('/')); }

std::string end_of(const std::string& edtf) {
  const std::size_t slash = edtf.find('/');
  return slash == std::string::npos ? edtf : edtf.substr(slash + 1);
}

}  // namespace

plan::Timeframe timeframe_of(const std::vector<MarkedPeriod>& periods) {
  const auto is_marked = [](const MarkedPeriod& period) { return period.marked; };
  plan::Timeframe time;
  const auto first = std::find_if(periods.begin(), periods.end(), is_marked);
  if (first == periods.end()) return time;
  const auto behind = std::find_if_not(first, periods.end(), is_marked);
  const bool dated = std::none_of(first, behind, [](const MarkedPeriod& period) { return period.edtf.empty(); });
  if (!dated || std::find_if(behind, periods.end(), is_marked) != periods.end()) {
    std::string all;
    for (const MarkedPeriod& period : periods) {
      if (period.marked) all += (all.empty() ? "" : ", ") + (period.edtf.empty() ? period.header : period.edtf);
    }
    time.note = all;
    return time;
  }
  const std::string begin = begin_of(first->edtf);
  const std::string end = end_of(std::prev(behind)->edtf);
  time.edtf = begin == end ? begin : begin + "/" + end;
  time.kind = begin == end ? plan::TimeframeKind::kDate : plan::TimeframeKind::kInterval;
  return time;
}

}  // namespace pactable::parser
