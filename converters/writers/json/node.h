// SPDX-License-Identifier: GPL-3.0-or-later
// What: a value of a parsed JSON document that knows where it stands, for the readers of this folder.
// In:   JSON of any shape. Out: values of the shape that is asked for, or WrongShape with the pointer of what is wrong.
// Never: leaves WrongShape to a caller outside of this folder: each public function of it catches it.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "writers/json/line_of.h"

namespace pactable::writers::json {

/// Leaves the reading of a document whose shape is wrong.
struct WrongShape {
  std::string pointer, message;
};

class Node {
 public:
  using Json = nlohmann::ordered_json;  // the order of fields is that of the columns

  Node(const Json& value, std::string pointer) : value_(value), pointer_(std::move(pointer)) {}

  [[noreturn]] void reject(std::string message) const { throw WrongShape{pointer_, std::move(message)}; }

  /// Fails where the value is no object or has a member that is not listed.
  void expect_members(std::initializer_list<std::string_view> names) const {
    for (const auto& [name, value] : object().items()) {
      if (std::find(names.begin(), names.end(), name) == names.end())
        reject(fmt::format("unknown member \"{}\"", name));
    }
  }
  [[nodiscard]] const Json& object() const {
    if (!value_.is_object()) reject("an object is expected");
    return value_;
  }
  [[nodiscard]] bool has(std::string_view name) const { return object().find(name) != value_.end(); }
  [[nodiscard]] Node member(std::string_view name) const {
    const auto found = object().find(name);
    if (found == value_.end()) reject(fmt::format("member \"{}\" is missing", name));
    return {*found, append_pointer(pointer_, name)};
  }
  [[nodiscard]] std::vector<Node> elements() const {
    if (!value_.is_array()) reject("an array is expected");
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < value_.size(); ++i) nodes.emplace_back(value_[i], fmt::format("{}/{}", pointer_, i));
    return nodes;
  }
  [[nodiscard]] bool is_array() const { return value_.is_array(); }
  [[nodiscard]] std::string string() const {
    if (!value_.is_string()) reject("a string is expected");
    return value_.get<std::string>();
  }
  [[nodiscard]] bool boolean() const {
    if (!value_.is_boolean()) reject("true or false is expected");
    return value_.get<bool>();
  }
  [[nodiscard]] double number() const {
    if (!value_.is_number()) reject("a number is expected");
    return value_.get<double>();
  }
  [[nodiscard]] int integer() const {
    if (!value_.is_number_integer()) reject("a whole number is expected");
    const bool fits = value_.is_number_unsigned() ? value_.get<std::uint64_t>() <= std::numeric_limits<int>::max()
                                                  : value_.get<std::int64_t>() >= std::numeric_limits<int>::min();
    if (!fits) reject("the number is out of range");
    return value_.get<int>();
  }
  template <class Enum, class NameOf>
  [[nodiscard]] Enum one_of(Enum last, NameOf name_of) const {
    const std::string name = string();
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
    }
    reject(fmt::format("unknown value \"{}\"", name));
  }

  [[nodiscard]] std::string text(std::string_view name) const { return member(name).string(); }
  [[nodiscard]] std::optional<std::string> optional_text(std::string_view name) const {
    if (!has(name)) return std::nullopt;
    return text(name);
  }
  /// Elements of an array that may be absent, each read by `read`.
  template <class Read>
  [[nodiscard]] auto optional_list(std::string_view name, Read read) const {
    std::vector<decltype(read(std::declval<const Node&>()))> entries;
    if (has(name)) {
      for (const Node& node : member(name).elements()) entries.push_back(read(node));
    }
    return entries;
  }
  [[nodiscard]] std::vector<std::string> texts(std::string_view name) const {
    return optional_list(name, [](const Node& node) { return node.string(); });
  }

 private:
  const Json& value_;
  std::string pointer_;
};

}  // namespace pactable::writers::json
