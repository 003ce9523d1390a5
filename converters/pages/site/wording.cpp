// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/unicode.h"

namespace pactable::pages::site {
namespace {

struct PlaceName {
  std::string operator()(const PagePlace& at) const {
    const Box& box = at.box;
    if (!std::isfinite(box.x0 + box.y0 + box.x1 + box.y1)) return fmt::format("page {}", at.page);
    return fmt::format("page {}, at {:.0f}, {:.0f} to {:.0f}, {:.0f} pt", at.page, box.x0, box.y0, box.x1, box.y1);
  }
  std::string operator()(const PartPlace& at) const {
    if (at.table < 0) return fmt::format("paragraph {}", at.paragraph + 1);
    return fmt::format("table {}, row {}, cell {}", at.table + 1, at.row + 1, at.cell + 1);
  }
  std::string operator()(const LinePlace& at) const { return fmt::format("line {}", at.line); }
};

struct PageName {
  std::string operator()(const PagePlace& at) const { return fmt::format("page {}", at.page); }
  std::string operator()(const PartPlace& at) const {
    if (at.table < 0) return fmt::format("paragraph {}", at.paragraph + 1);
    return fmt::format("table {}, row {}", at.table + 1, at.row + 1);
  }
  std::string operator()(const LinePlace& at) const { return fmt::format("line {}", at.line); }
};

}  // namespace

std::string_view kind_name(plan::ItemKind kind) {
  static constexpr std::array<std::string_view, 7> kNames = {"Group",       "Section",   "Action", "Sub-task",
                                                             "Placeholder", "Landscape", "Note"};
  return kNames.at(static_cast<std::size_t>(kind));
}

std::string_view status_name(plan::NumberStatus status) {
  static constexpr std::array<std::string_view, 5> kNames = {"As printed", "Repaired", "Disputed", "Ambiguous",
                                                             "Missing"};
  return kNames.at(static_cast<std::size_t>(status));
}

std::string role_name(std::string_view role) {
  std::string name(role);
  std::replace(name.begin(), name.end(), '-', ' ');
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

std::string place_name(const Place& place) { return std::visit(PlaceName(), place); }
std::string page_name(const Place& place) { return std::visit(PageName(), place); }

std::string shortfall(const plan::CorpusRecord& record) {
  if (record.outcome != plan::Outcome::kPartial) return {};
  const bool incomplete = record.error && record.error->code == ErrorCode::kIncomplete;
  std::string out =
      incomplete ? "A text of the document is missing from the rows" : "Only a part of the document was read";
  if (record.pages) out = fmt::format("Only {} of {} pages were read", record.pages->done, record.pages->total);
  if (record.error) out += fmt::format(" ({}: {})", to_string(record.error->code), record.error->message);
  return out + ".";
}

std::string grouped(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

std::string percent(double share) {
  if (!std::isfinite(share) || share <= 0) return "0 %";
  if (share >= 1) return "100 %";
  return fmt::format("{:.1f} %", std::clamp(share * 100, 0.1, 99.9));
}

std::string shortened(std::string_view text, std::size_t longest) {
  const std::u32string letters = unicode::to_code_points(text);
  if (letters.size() <= longest) return std::string(text);
  // A word is not given up for a cut far before its end.
  const std::size_t space = letters.rfind(U' ', longest);
  const std::size_t end = space != std::u32string::npos && space * 4 > longest * 3 ? space : longest;
  return unicode::to_utf8(std::u32string_view(letters).substr(0, end)) + "\u2026";
}

}  // namespace pactable::pages::site
