// SPDX-License-Identifier: GPL-3.0-or-later
// What: markup as a sequence of starts, ends and texts, mended where it is broken (libxml2's HTML parser, as SAX).
// In:   UTF-8. Out: events to a handler; every start has its end. The only file that includes libxml2 in this folder.
// Never: builds a tree, fetches anything, or prints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace pactable::readers::html {

/// Names in lower case; values with their entities resolved.
class Attributes {
 public:
  void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
  [[nodiscard]] bool has(std::string_view name) const { return value(name).has_value(); }
  [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const;
  /// A whole number, clamped to a billion either way; absent or unreadable ones give `fallback`.
  [[nodiscard]] int number(std::string_view name, int fallback) const;

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

class MarkupHandler {
 public:
  virtual ~MarkupHandler() = default;
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view utf8) = 0;
  /// False: nothing more is wanted.
  [[nodiscard]] virtual bool wants_more() const = 0;
};

/// Fails with limit-exceeded where the page is larger than the parser takes.
[[nodiscard]] Status walk(std::string_view utf8, MarkupHandler& handler);

}  // namespace pactable::readers::html
