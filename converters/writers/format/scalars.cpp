// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/format/scalars.h"

#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "core/unicode.h"

namespace pactable::writers::format {
namespace {

// Below this, and above its inverse, plain decimals get long; the exponent form is shorter and as valid.
constexpr double kSmallestPlain = 1e-12;
constexpr double kLargestPlain = 1e12;

std::string print(double value, std::chars_format format) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
  return {buffer.data(), end};
}

}  // namespace

std::string print_number(double value) {
  if (!std::isfinite(value) || value == 0) return "0";
  const double size = std::fabs(value);
  const bool plain = size >= kSmallestPlain && size < kLargestPlain;
  return print(value, plain ? std::chars_format::fixed : std::chars_format::scientific);
}

std::string print_coordinate(double value) {
  const bool roundable = std::fabs(value) < kLargestPlain;
  return print_number(roundable ? std::round(value * 100) / 100 : value);
}

std::string print_points(double value) { return print_coordinate(value); }

bool is_finite(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

std::string_view origin_name(LabelOrigin origin) {
  switch (origin) {
    case LabelOrigin::kAutomatic: return "automatic";
    case LabelOrigin::kTyped: return "typed";
    case LabelOrigin::kOcr: return "ocr";
    case LabelOrigin::kUnknown: return "unknown";
  }
  return "unknown";
}

std::string_view repair_layer(const plan::Repair& repair, const plan::Source& source) {
  const bool recognised = repair.field == "number" && repair.rule != plan::kReviewRule;
  return plan::to_string(recognised ? plan::Layer::kOcr : source.layer);
}

bool is_present(const std::optional<std::string>& text) { return text && !text->empty(); }

std::vector<std::string> field_names(const plan::Item& item) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const plan::Field& field : item.fields) {
    const std::string role = unicode::xml_safe(field.role);
    std::string name = role;
    for (int count = 2; !taken.insert(name).second; ++count) name = role + "-" + std::to_string(count);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace pactable::writers::format
