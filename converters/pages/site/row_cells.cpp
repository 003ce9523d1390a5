// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/row_cells.h"

#include <fmt/format.h>

#include <vector>

#include "core/unicode.h"
#include "pages/site/wording.h"

namespace pactable::pages::site {
namespace {

using look::Html;
using plan::NumberStatus;

constexpr std::size_t kCandidatesShown = 4;
constexpr std::size_t kCodePointsShown = 8;

std::string candidates_of(const std::vector<plan::Candidate>& candidates) {
  std::string out;
  for (std::size_t at = 0; at < candidates.size() && at < kCandidatesShown; ++at) {
    if (at > 0) out += at + 1 == candidates.size() ? " or " : ", ";
    out += fmt::format("{} ({})", candidates[at].value, percent(candidates[at].p));
  }
  if (candidates.size() > kCandidatesShown) out += ", \u2026";
  return out;
}

void add_mark(Html& out, std::string_view look, std::string_view text) {
  out.text(" ").open("span", {{"class", look}}).quote(text).close();
}

void add_note_marks(Html& out, const std::vector<std::string>& marks) {
  for (const std::string& mark : marks) out.open("sup").quote(mark).close();
}

bool is_by_reviewer(const std::string& id, const Repairs& repairs) {
  const auto found = repairs.find(id);
  return found != repairs.end() && found->second->rule == plan::kReviewRule;
}

void add_repaired(Html& out, const plan::Number& number, const Repairs& repairs) {
  const std::string value = number.canonical.value_or("");
  out.open("strong").quote(value).close();
  const bool by_reviewer = number.repair && is_by_reviewer(*number.repair, repairs);
  const std::string printed = number.printed ? quoted_print(*number.printed, value) : std::string("nothing");
  add_mark(out, "mark good", fmt::format("{} printed {}", by_reviewer ? "by a reviewer;" : "repaired;", printed));
}

}  // namespace

std::string quoted_print(std::string_view printed, std::string_view value) {
  std::string out = fmt::format("\u201C{}\u201D", printed);
  if (printed == value || unicode::skeleton(printed) != unicode::skeleton(value)) return out;
  const std::u32string letters = unicode::to_code_points(printed);
  for (std::size_t at = 0; at < letters.size() && at < kCodePointsShown; ++at) {
    out += fmt::format("{}U+{:04X}", at == 0 ? " (" : " ", static_cast<unsigned>(letters[at]));
  }
  return out + ")";
}

Html number_cell(const plan::Item& item, const Repairs& repairs) {
  Html out;
  if (!item.number) return out;
  const plan::Number& number = *item.number;
  const std::string printed = number.printed.value_or("");
  switch (number.status) {
    case NumberStatus::kAsPrinted: out.quote(printed); break;
    case NumberStatus::kRepaired: add_repaired(out, number, repairs); break;
    case NumberStatus::kDisputed:
      out.quote(printed);
      add_mark(out, "mark warn",
               number.suggested ? fmt::format("as printed; the sequence asks for {}", number.suggested->value)
                                : std::string("as printed; disputed"));
      break;
    case NumberStatus::kAmbiguous:
      out.quote(printed);
      add_mark(out, "mark warn", "ambiguous: " + candidates_of(number.candidates));
      break;
    case NumberStatus::kMissing:
      add_mark(out, "mark bad",
               number.candidates.empty() ? std::string("no number is printed")
                                         : "no number is printed; could be " + candidates_of(number.candidates));
      break;
  }
  add_note_marks(out, number.marks);
  if (number.state) add_mark(out, "mark", *number.state);
  return out;
}

Html field_cell(const plan::Field& field, const Repairs& repairs) {
  Html out;
  const auto* const code = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
  const std::string shown = code != nullptr ? *code : field.printed;
  if (field.label) {
    out.open("span", {{"class", "code"}}).quote(shown).close().text(" ");
    out.open("span", {{"class", "code-label"}}).quote(*field.label).close();
  } else {
    out.quote(shown);
  }
  add_note_marks(out, field.marks);
  if (field.inherited) add_mark(out, "mark", "from the merged cell above");
  if (field.repair) {
    const bool by_reviewer = is_by_reviewer(*field.repair, repairs);
    add_mark(
        out, "mark good",
        fmt::format("{} printed {}", by_reviewer ? "by a reviewer;" : "repaired;", quoted_print(field.printed, shown)));
  } else if (shown != field.printed) {
    add_mark(out, "mark", fmt::format("printed {}", quoted_print(field.printed, shown)));
  }
  if (const auto* const time = field.value ? std::get_if<plan::Timeframe>(&*field.value) : nullptr) {
    if (time->edtf && *time->edtf != field.printed) add_mark(out, "mark", *time->edtf);
  }
  return out;
}

}  // namespace pactable::pages::site
