// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/element_styles.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/unicode.h"
#include "readers/html/css_text.h"

namespace pactable::readers::html {
namespace {

using css::Paint;
using css::Property;
using Winners = std::array<const css::Value*, static_cast<std::size_t>(Property::kCount)>;

// Two colours nobody tells apart: white on #FEFEFE is as hidden as white on white.
constexpr int kSameColour = 8;
// Style attributes that come again and again are read once; more different ones than this are not kept.
constexpr std::size_t kMaxInlineStyles = 4096;
constexpr std::size_t kMaxClasses = 64;  // of one element; more are no markup by hand or by program

bool same_colour(const layout::Colour& a, const layout::Colour& b) {
  return std::abs(a.red - b.red) <= kSameColour && std::abs(a.green - b.green) <= kSameColour &&
         std::abs(a.blue - b.blue) <= kSameColour;
}

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that hardly ever have a background: what they hold stands on that of the box around them.
constexpr std::array<std::string_view, 14> kInline = {"span", "font",  "b",   "strong", "i",   "em",  "u",
                                                      "a",    "small", "sup", "sub",    "big", "ins", "o:p"};

template <class T>
const T* value_of(const Winners& winners, Property property) {
  const css::Value* value = winners[static_cast<std::size_t>(property)];
  return value == nullptr ? nullptr : std::get_if<T>(value);
}

// "inherit" and the like: as the parent has it.
bool is_inherited(const Winners& winners, Property property) {
  return value_of<std::monostate>(winners, property) != nullptr;
}

bool is_set(const Winners& winners, Property property) {
  const bool* value = value_of<bool>(winners, property);
  return value != nullptr && *value;
}

void take(bool& target, const Winners& winners, Property property) {
  if (const bool* value = value_of<bool>(winners, property)) target = *value;
}

void take(std::vector<css::CounterChange>& target, const Winners& winners, Property property) {
  if (const auto* value = value_of<std::vector<css::CounterChange>>(winners, property)) target = *value;
}

bool is_off_screen(const Winners& winners) {
  const bool positioned = is_set(winners, Property::kPositioned);
  const bool far = is_set(winners, Property::kFarLeft) || is_set(winners, Property::kFarTop) ||
                   is_set(winners, Property::kFarRight) || is_set(winners, Property::kFarBottom);
  const bool clipped = is_set(winners, Property::kClipped) || is_set(winners, Property::kClipPath);
  const bool tiny = is_set(winners, Property::kTinyWidth) && is_set(winners, Property::kTinyHeight) &&
                    is_set(winners, Property::kOverflowHidden);
  return (positioned && (far || clipped)) || tiny || is_set(winners, Property::kClipPath) ||
         is_set(winners, Property::kFarMargin);
}

// The marks of HTML that the style sheet of every browser sets (HTML, 15.3).
void apply_tag(std::string_view name, const Attributes& attributes, Look& look, OwnStyle& own) {
  constexpr std::array<std::string_view, 3> kItalic = {"i", "em", "cite"};
  if (name == "b" || name == "strong") look.bold = true;
  if (is_one_of(name, kItalic)) look.italic = true;
  if (name == "s" || name == "strike") look.struck = true;
  if (name == "pre" || name == "textarea") look.keeps_lines = look.keeps_space = true;
  if (name == "ol") look.list_style = "decimal";
  if (name == "ul") look.list_style = "disc";
  if ((name == "a" && attributes.has("href")) || name == "input" || name == "select" || name == "textarea")
    look.colour_said = false;
  if (name == "input" || name == "select" || name == "textarea" || name == "mark") {
    look.background = {Paint::Kind::kUnknown, {}};
    look.background_said = true;
  }
  const bool closed_dialog = name == "dialog" && !attributes.has("open");
  if (attributes.has("hidden") || name == "template" || name == "datalist" || closed_dialog) own.display = "none";
}

// The list style that the attribute type of ol, ul and li gives.
std::string list_style_of(std::string_view type) {
  if (type == "A") return "upper-alpha";
  if (type == "a") return "lower-alpha";
  if (type == "I") return "upper-roman";
  if (type == "i") return "lower-roman";
  if (type == "1") return "decimal";
  return css::lower(type);
}

// A colour as attributes write it: also without the sign before its digits.
Paint old_paint(std::string_view colour) {
  const bool bare = colour.size() == 6 && colour.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  return css::parse_paint(bare ? "#" + std::string(colour) : std::string(colour));
}

// Attributes that stand for styles (HTML, 15.2); every rule is stronger.
void apply_attributes(std::string_view name, const Attributes& attributes, Look& look, Winners& winners,
                      std::vector<css::Value>& kept) {
  kept.reserve(4);  // at most so many are added, so that pointers to them hold
  const auto add = [&](Property property, css::Value value) {
    kept.push_back(std::move(value));
    winners[static_cast<std::size_t>(property)] = &kept.back();
  };
  if (const auto colour = attributes.value("bgcolor")) add(Property::kBackground, old_paint(*colour));
  if (attributes.has("background")) add(Property::kBackgroundImage, true);
  const auto colour = attributes.value(name == "body" ? "text" : "color");
  if (colour && (name == "font" || name == "body")) add(Property::kColour, old_paint(*colour));
  if (const auto face = attributes.value("face"); face && name == "font") {
    add(Property::kFamily, css::unquoted(face->substr(0, face->find(','))));
  }
  const auto type = attributes.value("type");
  if (type && (name == "ol" || name == "ul" || name == "li")) look.list_style = list_style_of(*type);
}

void apply_colours(const Winners& winners, Look& look, OwnStyle& own) {
  if (const auto* colour = value_of<Paint>(winners, Property::kColour)) {
    look.colour = *colour;
    look.colour_said = true;
  }
  const auto* background = value_of<Paint>(winners, Property::kBackground);
  if (background != nullptr && background->kind != Paint::Kind::kTransparent) {
    look.background = *background;
    look.background_said = true;
    if (background->kind == Paint::Kind::kColour) own.background = background->colour;
  }
  if (is_set(winners, Property::kBackgroundImage)) look.background = {Paint::Kind::kUnknown, {}};
}

void apply_font(const Winners& winners, Look& look) {
  take(look.bold, winners, Property::kBold);
  take(look.italic, winners, Property::kItalic);
  take(look.zero_size, winners, Property::kZeroSize);
  take(look.keeps_lines, winners, Property::kKeepsLines);
  if (const auto* family = value_of<std::string>(winners, Property::kFamily)) {
    look.signs = symbol_font(*family);
    look.courier = css::lower(*family).starts_with("courier");
  }
}

void apply_winners(std::string_view name, const Winners& winners, Look& look, OwnStyle& own) {
  if (const auto* display = value_of<std::string>(winners, Property::kDisplay)) own.display = *display;
  take(look.invisible, winners, Property::kInvisible);
  take(look.far_indent, winners, Property::kFarIndent);
  // A line through a box goes through all that is in it; no rule inside takes it away.
  look.struck = look.struck || is_set(winners, Property::kLineThrough);
  look.off_screen = look.off_screen || is_off_screen(winners) || is_set(winners, Property::kMsoHide);
  const bool cell = name == "td" || name == "th" || name == "tr";
  if (!cell && (is_set(winners, Property::kRaised) || is_set(winners, Property::kTextRaise))) look.raised = true;
  look.list_mark = look.list_mark || is_set(winners, Property::kListMark);
  if (const int* level = value_of<int>(winners, Property::kListLevel)) look.list_level = *level;
  if (const auto* style = value_of<std::string>(winners, Property::kListStyle)) look.list_style = *style;
  apply_colours(winners, look, own);
  apply_font(winners, look);
  take(own.reset, winners, Property::kCounterReset);
  take(own.increment, winners, Property::kCounterIncrement);
  take(own.set, winners, Property::kCounterSet);
}

void add_declarations(const std::vector<css::Declaration>& declarations, bool important, Winners& winners) {
  for (const css::Declaration& declaration : declarations) {
    if (declaration.important == important) {
      winners[static_cast<std::size_t>(declaration.property)] = &declaration.value;
    }
  }
}

}  // namespace

bool Look::hidden() const {
  if (gone || invisible || off_screen || zero_size || far_indent) return true;
  if (!colour_said || !background_said || background.kind != Paint::Kind::kColour) return false;
  if (colour.kind == Paint::Kind::kTransparent) return true;
  return colour.kind == Paint::Kind::kColour && same_colour(colour.colour, background.colour);
}

ElementStyles::ElementStyles(css::StyleSheet sheet, bool unread_styles)
    : sheet_(std::move(sheet)), unread_styles_(unread_styles || sheet_.unread_paint()), looks_(1) {
  // White paper: certain where every rule that could colour it was read.
  looks_.front().background_said = !unread_styles_;
}

void ElementStyles::enter_path(std::string_view name, const Attributes& attributes) {
  css::Node node;
  node.name = name;
  if (!sheet_.empty()) {
    if (!path_.empty()) node.position = ++path_.back().children;
    node.id = attributes.value("id").value_or("");
    for (const std::string_view word : unicode::split_space(attributes.value("class").value_or(""))) {
      if (node.classes.size() < kMaxClasses) node.classes.emplace_back(word);
    }
    if (sheet_.tests_attributes()) node.attributes = attributes;
  }
  path_.push_back(std::move(node));
}

const std::vector<css::Declaration>& ElementStyles::inline_style(std::string_view style) {
  if (inline_styles_.size() >= kMaxInlineStyles) {
    inline_style_ = css::parse_declarations(style);
    return inline_style_;
  }
  const auto [at, fresh] = inline_styles_.try_emplace(std::string(style));
  if (fresh) at->second = css::parse_declarations(style);
  return at->second;
}

void ElementStyles::find_winners(const Attributes& attributes, Winners& own, Winners& before) {
  const css::StyleSheet::Matches matches = sheet_.matches(path_);
  const auto style = attributes.value("style");
  const std::vector<css::Declaration>* inline_declarations = style ? &inline_style(*style) : nullptr;
  for (const bool important : {false, true}) {
    for (const auto& match : matches.own) add_declarations(*match.declarations, important, own);
    if (inline_declarations != nullptr) add_declarations(*inline_declarations, important, own);
    for (const auto& match : matches.before) add_declarations(*match.declarations, important, before);
  }
}

const OwnStyle& ElementStyles::enter(std::string_view name, const Attributes& attributes) {
  enter_path(name, attributes);
  Look look = looks_.back();
  const bool in_box = look.children_blocks;
  look.children_blocks = false;
  own_ = {};
  Winners winners{};
  Winners before{};
  std::vector<css::Value> kept;
  apply_tag(name, attributes, look, own_);
  apply_attributes(name, attributes, look, winners, kept);
  const bool struck_tag = name == "s" || name == "strike";
  find_winners(attributes, winners, before);
  const Look& parent = looks_.back();
  if (struck_tag && value_of<bool>(winners, Property::kLineThrough) != nullptr) look.struck = parent.struck;
  if (is_inherited(winners, Property::kListStyle)) look.list_style = parent.list_style;
  if (is_inherited(winners, Property::kBold)) look.bold = parent.bold;
  if (is_inherited(winners, Property::kItalic)) look.italic = parent.italic;
  // Where style sheets were not read, any box may have a background of its own.
  if (unread_styles_ && !is_one_of(name, kInline)) look.background_said = false;
  apply_winners(name, winners, look, own_);
  if (name == "sup") look.raised = true;  // style sheets that raise it by a position reset its vertical-align
  if (name == "del") look.struck = true;  // deleted, however it looks
  if (own_.display.empty() && in_box) own_.display = "block";
  if (name == "html" || name == "body") {
    // Nobody hides a whole page: a script shows it when it has loaded.
    own_.display.clear();
    look.invisible = false;
  }
  look.gone = look.gone || own_.display == "none";
  look.children_blocks =
      own_.display.find("flex") != std::string::npos || own_.display.find("grid") != std::string::npos;
  const std::string* shown = value_of<std::string>(before, Property::kDisplay);
  if (shown == nullptr || *shown != "none") {
    if (const auto* content = value_of<std::vector<css::ContentPart>>(before, Property::kContent))
      own_.before = *content;
    take(own_.before_reset, before, Property::kCounterReset);
    take(own_.before_increment, before, Property::kCounterIncrement);
    take(own_.before_set, before, Property::kCounterSet);
  }
  looks_.push_back(std::move(look));
  return own_;
}

void ElementStyles::leave() {
  if (path_.empty()) return;
  path_.pop_back();
  looks_.pop_back();
}

}  // namespace pactable::readers::html
