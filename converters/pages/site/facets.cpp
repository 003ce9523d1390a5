// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/unicode.h"
#include "pages/look/html.h"
#include "pages/site/wording.h"
#include "writers/format/edtf_bounds.h"
#include "writers/format/json_stream.h"

namespace pactable::pages::site {
namespace {

using writers::format::JsonStream;
using Shape = JsonStream::Shape;

constexpr std::array<std::string_view, kFacets> kIds = {"kind",   "urgency",  "timescale", "time",
                                                        "number", "progress", "party"};
constexpr std::array<std::string_view, kFacets> kNames = {
    "Kind of row", "Urgency", "Timescale", "Due", "State of the number", "Progress", "Responsible party"};
constexpr std::size_t kCodesShown = 4;  // of the codes that stand for one label; the rest is counted
constexpr std::size_t kYearDigits = 4;

// What sorts before and behind the values that plans give.
constexpr std::string_view kLast = "\x7F";

bool is_task(plan::ItemKind kind) { return kind == plan::ItemKind::kAction || kind == plan::ItemKind::kSubTask; }

std::string most_frequent(const std::map<std::string, std::uint32_t>& counts) {
  const auto found = std::max_element(counts.begin(), counts.end(),
                                      [](const auto& a, const auto& b) { return a.second < b.second; });
  return found == counts.end() ? std::string() : found->first;
}

/// "printed 1 or A".
std::string printed_as(const std::map<std::string, std::uint32_t>& printed) {
  std::vector<std::pair<std::uint32_t, std::string>> codes;
  for (const auto& [code, count] : printed) codes.emplace_back(count, code);
  std::stable_sort(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (std::size_t at = 0; at < std::min(codes.size(), kCodesShown); ++at) {
    out += (at == 0 ? "printed " : ", ") + codes[at].second;
  }
  if (codes.size() > kCodesShown) out += fmt::format(" and {} more", codes.size() - kCodesShown);
  return out;
}

bool has_column(const plan::Plan& plan, std::string_view table, std::string_view role) {
  for (const plan::Table& one : plan.tables) {
    if (one.id != table) continue;
    return std::any_of(one.columns.begin(), one.columns.end(), [&](const auto& column) { return column.role == role; });
  }
  return false;
}

}  // namespace

void Facets::add_value(Facet facet, std::uint32_t place, const std::string& key, const std::string& spelling,
                       const std::string& printed) {
  Value& value = values_.at(static_cast<std::size_t>(facet))[key];
  ++value.spellings[spelling];
  if (!printed.empty()) ++value.printed[printed];
  value.places.add(place);
}

void Facets::add_code(Facet facet, std::uint32_t place, const plan::Field& field) {
  const auto* const code = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
  const std::string& shown = code != nullptr ? *code : field.printed;
  if (field.label) {
    add_value(facet, place, unicode::fold(*field.label), *field.label, shown);
  } else {
    const std::string text = shortened(unicode::collapse_space(shown), 60);
    add_value(facet, place, std::string(kLast) + unicode::fold(text), fmt::format("\u201C{}\u201D, without a legend", text));
  }
}

void Facets::add_time(std::uint32_t place, const plan::Timeframe& time) {
  const auto bounds = time.edtf ? writers::format::edtf_bounds(*time.edtf) : writers::format::DayBounds();
  const std::string last(kLast);
  if (bounds.latest) {
    const std::string year = bounds.latest->substr(0, kYearDigits);
    add_value(Facet::kTime, place, year, year);
  } else if (time.kind == plan::TimeframeKind::kOngoing) {
    add_value(Facet::kTime, place, last + "1", "Ongoing");
  } else if (time.kind == plan::TimeframeKind::kOpenInterval) {
    add_value(Facet::kTime, place, last + "2", "From a date on, without an end");
  } else if (time.kind == plan::TimeframeKind::kDuration) {
    add_value(Facet::kTime, place, last + "3", "A length of time");
  } else {
    add_value(Facet::kTime, place, last + "4", "In other words");
  }
}

void Facets::add(std::uint32_t place, const plan::Item& item, const plan::Plan& plan) {
  const auto order = [](auto value) { return std::to_string(static_cast<int>(value)); };
  add_value(Facet::kKind, place, order(item.kind), std::string(kind_name(item.kind)));
  if (item.number) {
    const plan::NumberStatus status = item.number->status;
    add_value(Facet::kNumber, place, order(status), std::string(status_name(status)));
  } else {
    add_value(Facet::kNumber, place, std::string(kLast), "None expected");
  }
  bool urgency = false, time = false, progress = false;
  for (const plan::Field& field : item.fields) {
    const auto* const frame = field.value ? std::get_if<plan::Timeframe>(&*field.value) : nullptr;
    if (field.role == "urgency") {
      urgency = true;
      add_code(Facet::kUrgency, place, field);
    } else if (field.role == "timescale" && frame == nullptr) {
      time = true;
      add_code(Facet::kTimescale, place, field);
    } else if (frame != nullptr) {
      time = true;
      add_time(place, *frame);
    } else if (field.role == "progress") {
      progress = true;
    }
    if (const auto* const parties = field.value ? std::get_if<std::vector<std::string>>(&*field.value) : nullptr) {
      for (const std::string& party : *parties) add_value(Facet::kParty, place, unicode::fold(party), party);
    }
  }
  if (!is_task(item.kind)) return;
  const std::string none(kLast) ;
  if (!urgency) add_value(Facet::kUrgency, place, none + none, "None on the row");
  if (!time) add_value(Facet::kTime, place, none + none, "None on the row");
  if (progress) {
    add_value(Facet::kProgress, place, "1", "Reported");
  } else if (has_column(plan, item.table, "progress")) {
    add_value(Facet::kProgress, place, "2", "Asked for, left empty");
  } else {
    add_value(Facet::kProgress, place, "3", "No column for it");
  }
}

std::string Facets::json() const {
  JsonStream out;
  out.begin_array();
  for (std::size_t at = 0; at < kFacets; ++at) {
    out.begin_object();
    out.member("id", kIds.at(at));
    out.member("name", kNames.at(at));
    out.key("values");
    out.begin_array();
    for (const auto& [key, value] : values_.at(at)) {
      out.begin_object(Shape::kLine);
      out.member("label", look::shown_text(most_frequent(value.spellings)));
      if (!value.printed.empty()) out.member("printed", look::shown_text(printed_as(value.printed)));
      out.member("count", static_cast<int>(value.places.count()));
      out.member("places", value.places.text());
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace pactable::pages::site
