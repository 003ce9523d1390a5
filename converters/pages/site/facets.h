// SPDX-License-Identifier: GPL-3.0-or-later
// What: what the rows of all plans can be filtered by: kind, urgency, timescale, time, state of number, progress,
// parties.
// In:   items in the order of their places. Out: a script file with every value and the places that have it.
// Never: takes two codes for the same because they are printed alike: "1" is what its plan's legend says, and without a
//        legend stays an undecoded "1".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "pages/site/postings.h"
#include "plan/plan.h"

namespace pactable::pages::site {

enum class Facet { kKind, kUrgency, kTimescale, kTime, kNumber, kProgress, kParty };
inline constexpr std::size_t kFacets = 7;

class Facets {
 public:
  /// `place` counts the items of all plans. `plan` is the one that `item` is of.
  void add(std::uint32_t place, const plan::Item& item, const plan::Plan& plan);
  /// JSON, a line a value; values in the order of their labels or of the model.
  [[nodiscard]] std::string json() const;

 private:
  struct Value {
    std::map<std::string, std::uint32_t> spellings, printed;  // with how often each stands there
    Postings places;
  };
  using Values = std::map<std::string, Value>;  // by what makes two spellings one value

  void add_value(Facet facet, std::uint32_t place, const std::string& key, const std::string& spelling,
                 const std::string& printed = {});
  void add_code(Facet facet, std::uint32_t place, const plan::Field& field);
  void add_time(std::uint32_t place, const plan::Timeframe& time);
  std::array<Values, kFacets> values_;
};

}  // namespace pactable::pages::site
