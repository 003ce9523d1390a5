// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan.h"

#include "plan/corpus.h"

#include <algorithm>
#include <array>

namespace pactable::plan {
namespace {

constexpr std::array kItemKinds = {"group", "section", "action", "sub-task", "placeholder", "landscape", "note"};
constexpr std::array kStatuses = {"as-printed", "repaired", "disputed", "ambiguous", "missing"};
constexpr std::array kLayers = {"ocr", "born-digital", "mixed", "unknown"};
constexpr std::array kLevels = {"error", "warning", "note"};
constexpr std::array kTimeframes = {"date", "interval", "open-interval", "ongoing", "duration", "code", "text"};
constexpr std::array kOutcomes = {"converted", "partial", "doubtful", "no-plan", "failed", "skipped"};
constexpr std::array kTableVerdicts = {"plan", "doubtful", "no-plan"};
constexpr std::array kVerdicts = {"accept", "reject", "choose", "set", "plan"};
constexpr std::array kStyles = {"bold", "italic", "superscript"};

template <class Names, class Enum>
std::string_view name_of(const Names& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view to_string(Layer layer) { return name_of(kLayers, layer); }
std::string_view to_string(ItemKind kind) { return name_of(kItemKinds, kind); }
std::string_view to_string(NumberStatus status) { return name_of(kStatuses, status); }
std::string_view to_string(Level level) { return name_of(kLevels, level); }
std::string_view to_string(TimeframeKind kind) { return name_of(kTimeframes, kind); }
std::string_view to_string(Outcome outcome) { return name_of(kOutcomes, outcome); }
std::string_view to_string(Verdict verdict) { return name_of(kVerdicts, verdict); }
std::string_view to_string(TableVerdict verdict) { return name_of(kTableVerdicts, verdict); }
std::string_view to_string(TextStyle style) { return name_of(kStyles, style); }

std::optional<ItemKind> item_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kItemKinds.size(); ++i) {
    if (kItemKinds[i] == name) return static_cast<ItemKind>(i);
  }
  return std::nullopt;
}

bool holds_items(const Plan& plan) {
  return std::any_of(plan.items.begin(), plan.items.end(),
                     [](const Item& item) { return item.kind != ItemKind::kNote; });
}

std::vector<Place> Item::derived_from() const {
  std::vector<Place> places;
  if (number) places.insert(places.end(), number->derived_from.begin(), number->derived_from.end());
  places.insert(places.end(), text_from.begin(), text_from.end());
  for (const Field& field : fields) places.insert(places.end(), field.derived_from.begin(), field.derived_from.end());
  return merge_places(places);
}

}  // namespace pactable::plan
