// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/style_sheet.h"

#include <algorithm>

#include "core/unicode.h"
#include "readers/html/css_text.h"

namespace pactable::readers::html::css {
namespace {

// Pages are read as they stand on a screen of a desk: labels for phones are not there.
constexpr double kScreenWidth = 1280;
// The largest frameworks have some ten thousand selectors.
constexpr std::size_t kMaxSelectors = 50'000;
constexpr int kMaxDepth = 8;  // of at-rules in at-rules

// The end of a block whose opening brace stands before `from`: at its closing brace, or the end.
std::size_t end_of_block(std::string_view text, std::size_t from) {
  for (int depth = 1; from < text.size(); ++from) {
    from = find_open(text, "{}", from);
    if (from >= text.size()) break;
    depth += text[from] == '{' ? 1 : -1;
    if (depth == 0) return from;
  }
  return text.size();
}

// (min-width: 768px), (max-width: 40em), (width >= 600px) and the like.
bool feature_holds(std::string_view feature) {
  const std::size_t colon = feature.find(':');
  const std::string name = lower(unicode::trim(feature.substr(0, colon)));
  const std::string value = colon == std::string_view::npos ? "" : lower(unicode::trim(feature.substr(colon + 1)));
  if (name == "min-width" || name == "min-device-width") return pixels(value).value_or(0) <= kScreenWidth;
  if (name == "max-width" || name == "max-device-width") return pixels(value).value_or(0) >= kScreenWidth;
  if (name == "orientation") return value == "landscape";
  if (name == "hover") return value != "none";
  if (name == "pointer") return value == "fine";
  if (name == "prefers-color-scheme") return value == "light";
  for (const char* comparison : {">=", ">", "<=", "<"}) {
    const std::size_t at = name.find(comparison);
    if (at == std::string::npos || unicode::trim(name.substr(0, at)) != "width") continue;
    const double limit = pixels(std::string_view(name).substr(name.find_first_not_of("<>=", at))).value_or(0);
    return comparison[0] == '>' ? kScreenWidth >= limit : kScreenWidth <= limit;
  }
  return false;
}

bool query_holds(std::string_view query) {
  bool negated = false;
  bool holds = true;
  for (std::string_view word : split_open(query, " \t\r\n")) {
    if (word.front() == '(') {
      word.remove_prefix(1);
      holds = holds && feature_holds(word.substr(0, word.rfind(')')));
      continue;
    }
    const std::string name = lower(word);
    if (name == "not")
      negated = true;
    else if (name != "only" && name != "and")
      holds = holds && (name == "all" || name == "screen");
  }
  return holds != negated;
}

bool is_true(const Declaration& declaration) {
  const bool* value = std::get_if<bool>(&declaration.value);
  return value != nullptr && *value;
}

// Whether an element for which this holds may be hidden, struck out, shown after all, or have another number.
bool changes_text(const Declaration& declaration) {
  switch (declaration.property) {
    case Property::kDisplay:
    case Property::kInvisible:
    case Property::kListStyle:
    case Property::kCounterReset:
    case Property::kCounterIncrement:
    case Property::kCounterSet: return true;
    case Property::kContent: {
      const auto* parts = std::get_if<std::vector<ContentPart>>(&declaration.value);
      return parts != nullptr && std::any_of(parts->begin(), parts->end(), [](const ContentPart& part) {
               return part.kind != ContentPart::Kind::kText;
             });
    }
    case Property::kLineThrough:
    case Property::kZeroSize:
    case Property::kFarIndent:
    case Property::kFarLeft:
    case Property::kFarTop:
    case Property::kClipped:
    case Property::kMsoHide: return is_true(declaration);
    default: return false;
  }
}

bool paints(const Declaration& declaration) {
  return declaration.property == Property::kBackground || declaration.property == Property::kBackgroundImage;
}

}  // namespace

bool holds_fonts_only(std::string_view address) { return lower(address).find("font") != std::string::npos; }

bool holds_for_screen(std::string_view media) {
  const auto queries = split_open(media, ",");
  return queries.empty() || std::any_of(queries.begin(), queries.end(), query_holds);
}

void StyleSheet::add(std::string_view text) { add_rules(without_comments(text), 0); }

void StyleSheet::add_rules(std::string_view text, int depth) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = find_open(text, "{};", at);
    if (open >= text.size()) return;
    const std::string_view prelude = unicode::trim(text.substr(at, open - at));
    at = open + 1;
    if (text[open] == '}') continue;
    if (text[open] == ';') {
      unread_ = unread_ || (lower(prelude.substr(0, 7)) == "@import" && !holds_fonts_only(prelude));
      continue;
    }
    const std::size_t end = end_of_block(text, at);
    const std::string_view block = text.substr(at, end - at);
    at = end + 1;
    if (prelude.starts_with('@'))
      add_at_rule(prelude, block, depth);
    else
      add_rule(prelude, block);
  }
}

void StyleSheet::add_at_rule(std::string_view prelude, std::string_view block, int depth) {
  const std::string name = lower(prelude.substr(0, prelude.find_first_of(" \t\r\n(")));
  const std::string_view rest = prelude.substr(name.size());
  const bool supported = name == "@supports" && !lower(unicode::trim(rest)).starts_with("not");
  const bool inside = supported || name == "@layer" || (name == "@media" && holds_for_screen(rest));
  if (inside && depth >= kMaxDepth)
    unread_ = true;
  else if (inside)
    add_rules(block, depth + 1);
}

void StyleSheet::add_rule(std::string_view text, std::string_view block) {
  std::vector<Declaration> declarations = parse_declarations(block);
  if (declarations.empty()) return;
  Selectors selectors = parse_selectors(text);
  if (selectors.unread) {
    unread_ = unread_ || std::any_of(declarations.begin(), declarations.end(), changes_text);
    unread_paint_ = unread_paint_ || std::any_of(declarations.begin(), declarations.end(), paints);
  }
  if (selectors.all.empty()) return;
  rules_.push_back(std::move(declarations));
  for (Selector& selector : selectors.all) {
    if (selectors_.size() >= kMaxSelectors) {
      unread_ = true;
      return;
    }
    const auto number = static_cast<std::uint32_t>(selectors_.size());
    for (const Compound& compound : selector.compounds) {
      tests_attributes_ = tests_attributes_ || !compound.attributes.empty();
    }
    const Compound& last = selector.compounds.back();
    if (!last.id.empty())
      by_id_[last.id].push_back(number);
    else if (!last.classes.empty())
      by_class_[last.classes.front()].push_back(number);
    else if (!last.tag.empty())
      by_tag_[last.tag].push_back(number);
    else
      for_all_.push_back(number);
    selectors_.push_back({std::move(selector), rules_.size() - 1});
  }
}

void StyleSheet::try_all(const std::vector<std::uint32_t>& candidates, const std::vector<Node>& path, Matches& out) {
  for (const std::uint32_t number : candidates) {
    const Indexed& indexed = selectors_[number];
    if (steps_ == 0 || !css::matches(indexed.selector, path, steps_)) continue;
    (indexed.selector.before ? out.before : out.own)
        .push_back({indexed.selector.specificity, number, &rules_[indexed.rule]});
  }
}

StyleSheet::Matches StyleSheet::matches(const std::vector<Node>& path) {
  Matches out;
  if (selectors_.empty()) return out;
  const Node& node = path.back();
  const auto try_key = [&](const Index& index, const std::string& key) {
    if (const auto found = index.find(key); found != index.end()) try_all(found->second, path, out);
  };
  if (!node.id.empty()) try_key(by_id_, node.id);
  for (auto name = node.classes.begin(); name != node.classes.end(); ++name) {
    if (std::find(node.classes.begin(), name, *name) == name) try_key(by_class_, *name);
  }
  try_key(by_tag_, node.name);
  try_all(for_all_, path, out);
  const auto weaker = [](const Match& a, const Match& b) {
    return a.specificity != b.specificity ? a.specificity < b.specificity : a.order < b.order;
  };
  std::sort(out.own.begin(), out.own.end(), weaker);
  std::sort(out.before.begin(), out.before.end(), weaker);
  return out;
}

}  // namespace pactable::readers::html::css
