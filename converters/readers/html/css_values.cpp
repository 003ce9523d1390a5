// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/css_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/unicode.h"
#include "readers/html/css_text.h"

namespace pactable::readers::html::css {
namespace {

// Text is put off the screen by a thousand pixels or more (-999px, -9999px, -999em); no column begins so far out.
constexpr double kFar = 990;
// Halves of wide pages are margins too (left: 50%; margin-left: -960px), so they must be larger.
constexpr double kFarMargin = 1990;
// Boxes that only a screen reader opens are a pixel wide and high.
constexpr double kTiny = 1;
// Word raises the marks of notes by three points or more; a letter is set off by less.
constexpr double kRaise = 2;
constexpr int kBoldWeight = 600;  // from here on fonts give their bold face
constexpr int kMaxCounter = 1'000'000'000;
// Longer lists of counters or of pieces of content are no numbers of anybody's.
constexpr std::size_t kMaxParts = 32;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::clamp(number, -kMaxCounter, kMaxCounter);
}

bool is_far(std::string_view text, double limit) { return pixels(text).value_or(0) <= -limit; }

std::vector<CounterChange> counter_changes(std::string_view text, int standard) {
  std::vector<CounterChange> changes;
  for (const std::string_view word : unicode::split_space(text)) {
    if (const auto number = whole_number(word); number && !changes.empty())
      changes.back().value = *number;
    else if (changes.size() < kMaxParts && lower(word) != "none")
      changes.push_back({std::string(word), standard});
  }
  return changes;
}

// counter(name, style) or counters(name, "separator", style).
std::optional<ContentPart> counter_part(std::string_view function) {
  const bool many = lower(function.substr(0, 9)) == "counters(";
  if (!many && lower(function.substr(0, 8)) != "counter(") return std::nullopt;
  const std::string_view inside = function.substr(many ? 9 : 8);
  const auto arguments = split_open(inside.substr(0, inside.rfind(')')), ",");
  if (arguments.empty()) return std::nullopt;
  ContentPart part;
  part.kind = many ? ContentPart::Kind::kCounters : ContentPart::Kind::kCounter;
  part.text = arguments[0];
  if (many && arguments.size() > 1) part.separator = unquoted(arguments[1]);
  if (const std::size_t style = many ? 2 : 1; arguments.size() > style) part.style = lower(arguments[style]);
  return part;
}

std::vector<ContentPart> content_parts(std::string_view text) {
  std::vector<ContentPart> parts;
  for (std::size_t at = 0; at < text.size() && parts.size() < kMaxParts;) {
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
      ++at;
      continue;
    }
    if (text[at] == '"' || text[at] == '\'') {
      std::size_t end = at + 1;
      while (end < text.size() && text[end] != text[at]) end += text[end] == '\\' ? 2 : 1;
      end = std::min(end + 1, text.size());
      parts.push_back({ContentPart::Kind::kText, unquoted(text.substr(at, end - at)), {}, {}});
      at = end;
      continue;
    }
    const std::size_t end = find_open(text, " \t\r\n\"'", at);
    if (auto part = counter_part(text.substr(at, end - at))) parts.push_back(std::move(*part));
    at = end;
  }
  return parts;
}

Paint background_paint(std::string_view text) {
  const std::string all = lower(text);
  if (all.find("url(") != std::string::npos || all.find("gradient(") != std::string::npos ||
      all.find("image") != std::string::npos) {
    return {Paint::Kind::kUnknown, {}};
  }
  Paint found;
  for (const std::string_view word : split_open(text, " \t\r\n")) {
    const Paint paint = parse_paint(word);
    if (paint.kind == Paint::Kind::kColour) return paint;
    const std::string name = lower(word);
    const bool placed = is_one_of(name, {"none", "repeat", "no-repeat", "scroll", "fixed", "top", "bottom", "left",
                                         "right", "center", "transparent", "initial"}) ||
                        pixels(word).has_value() || name.ends_with('%') || name == "/";
    if (!placed && paint.kind == Paint::Kind::kUnknown) found = paint;
  }
  return found;
}

std::string list_style(std::string_view text) {
  for (const std::string_view word : split_open(text, " \t\r\n")) {
    if (word.front() == '"' || word.front() == '\'') return "string";
    const std::string name = lower(word);
    if (name != "inside" && name != "outside" && !name.starts_with("url(")) return name;
  }
  return "disc";
}

// True: zero; false: some size; nothing: a share of the parent's, which stays zero where that is.
std::optional<bool> zero_size(std::string_view word) {
  const std::string text = lower(word);
  const bool share = text.ends_with('%') || (text.ends_with("em") && !text.ends_with("rem")) ||
                     is_one_of(text, {"larger", "smaller", "inherit"});
  const std::size_t digits = text.find_first_not_of("0.");
  const bool zero = !text.empty() && text.front() == '0' &&
                    (digits == std::string::npos || text.find_first_of("123456789") == std::string::npos);
  if (zero) return true;
  return share ? std::nullopt : std::optional<bool>(false);
}

bool is_bold(std::string_view word) {
  if (word == "bold" || word == "bolder") return true;
  return whole_number(word).value_or(0) >= kBoldWeight;
}

bool leaves_nothing(std::string_view clip) {
  // rect(0 0 0 0), rect(1px, 1px, 1px, 1px): four sides that are all the same.
  const std::size_t open = clip.find('(');
  if (open == std::string_view::npos || !clip.starts_with("rect")) return false;
  const auto sides = split_open(clip.substr(open + 1, clip.rfind(')') - open - 1), ", ");
  return sides.size() == 4 && std::all_of(sides.begin(), sides.end(), [&](std::string_view side) {
           return pixels(side).has_value() && pixels(side) == pixels(sides[0]);
         });
}

bool is_raised(const std::string& value) {
  return value == "super" || (value.find_first_of("0123456789") != std::string::npos && !value.ends_with('%') &&
                              pixels(value).value_or(0) >= kRaise);
}

class BlockParser {
 public:
  std::vector<Declaration> parse(std::string_view block) {
    for (const std::string_view declaration : split_open(block, ";")) {
      const std::size_t colon = declaration.find(':');
      if (colon == std::string_view::npos) continue;
      std::string_view value = unicode::trim(declaration.substr(colon + 1));
      important_ = false;
      if (const std::size_t mark = value.rfind('!');
          mark != std::string_view::npos && lower(unicode::trim(value.substr(mark + 1))) == "important") {
        important_ = true;
        value = unicode::trim(value.substr(0, mark));
      }
      if (!value.empty()) read(lower(unicode::trim(declaration.substr(0, colon))), value);
    }
    return std::move(out_);
  }

 private:
  void add(Property property, Value value) { out_.push_back({property, std::move(value), important_}); }

  void read(const std::string& name, std::string_view value) {
    const std::string word = lower(value);
    if (is_one_of(word, {"inherit", "unset", "initial", "revert"})) return reset(name);
    if (read_look(name, value, word) || read_numbers(name, value) || read_place(name, word)) return;
    read_font(name, value, word);
  }

  void reset(const std::string& name) {
    constexpr std::array<std::pair<std::string_view, Property>, 9> kNames = {
        {{"color", Property::kColour},
         {"background", Property::kBackground},
         {"background-color", Property::kBackground},
         {"visibility", Property::kInvisible},
         {"list-style-type", Property::kListStyle},
         {"font-family", Property::kFamily},
         {"font-weight", Property::kBold},
         {"font-style", Property::kItalic},
         {"display", Property::kDisplay}}};
    for (const auto& [known, property] : kNames) {
      if (known == name) add(property, std::monostate());
    }
  }

  bool read_look(const std::string& name, std::string_view value, const std::string& word) {
    if (name == "display")
      add(Property::kDisplay, word);
    else if (name == "visibility")
      add(Property::kInvisible, word == "hidden" || word == "collapse");
    else if (name == "text-decoration" || name == "text-decoration-line")
      add(Property::kLineThrough, word.find("line-through") != std::string::npos);
    else if (name == "color")
      add(Property::kColour, parse_paint(value));
    else if (name == "background" || name == "background-color")
      add(Property::kBackground, background_paint(value));
    else if (name == "background-image")
      add(Property::kBackgroundImage, word != "none");
    else if (name == "vertical-align")
      add(Property::kRaised, is_raised(word));
    else if (name == "mso-text-raise")
      add(Property::kTextRaise, pixels(word).value_or(0) >= kRaise);
    else if (name == "mso-hide")
      add(Property::kMsoHide, word == "all");
    else if (name == "white-space")
      add(Property::kKeepsLines, word.starts_with("pre") || word == "break-spaces");
    else
      return false;
    return true;
  }

  bool read_numbers(const std::string& name, std::string_view value) {
    if (name == "list-style" || name == "list-style-type")
      add(Property::kListStyle, list_style(value));
    else if (name == "counter-reset")
      add(Property::kCounterReset, counter_changes(value, 0));
    else if (name == "counter-increment")
      add(Property::kCounterIncrement, counter_changes(value, 1));
    else if (name == "counter-set")
      add(Property::kCounterSet, counter_changes(value, 0));
    else if (name == "content")
      add(Property::kContent, content_parts(value));
    else if (name == "mso-list")
      read_word_list(lower(value));
    else
      return false;
    return true;
  }

  // "l0 level2 lfo1", or "Ignore" around a number that Word printed for programs that know no lists.
  void read_word_list(const std::string& value) {
    if (value == "ignore") return add(Property::kListMark, true);
    const std::size_t at = value.find("level");
    if (at == std::string::npos) return;
    const std::string_view digits = std::string_view(value).substr(at + 5, value.find(' ', at) - at - 5);
    constexpr int kMaxLevel = 9;  // as in Word
    if (const auto level = whole_number(digits); level && *level >= 1 && *level <= kMaxLevel)
      add(Property::kListLevel, *level);
  }

  bool read_place(const std::string& name, const std::string& word) {
    if (name == "position")
      add(Property::kPositioned, word == "absolute" || word == "fixed");
    else if (name == "left")
      add(Property::kFarLeft, is_far(word, kFar));
    else if (name == "top")
      add(Property::kFarTop, is_far(word, kFar));
    else if (name == "right")
      add(Property::kFarRight, is_far(word, kFar));
    else if (name == "bottom")
      add(Property::kFarBottom, is_far(word, kFar));
    else if (name == "text-indent")
      add(Property::kFarIndent, is_far(word, kFar));
    else if (name == "margin-left" || name == "margin-top")
      add(Property::kFarMargin, is_far(word, kFarMargin));
    else if (name == "clip")
      add(Property::kClipped, leaves_nothing(word));
    else if (name == "clip-path")
      add(Property::kClipPath, word == "inset(50%)" || word == "inset(100%)" || word == "circle(0)");
    else if (name == "overflow")
      add(Property::kOverflowHidden, word == "hidden" || word == "clip");
    else if (name == "width")
      add(Property::kTinyWidth, pixels(word).value_or(kTiny + 1) <= kTiny);
    else if (name == "height")
      add(Property::kTinyHeight, pixels(word).value_or(kTiny + 1) <= kTiny);
    else
      return false;
    return true;
  }

  void read_font(const std::string& name, std::string_view value, const std::string& word) {
    if (name == "font-weight") add(Property::kBold, is_bold(word));
    if (name == "font-style") add(Property::kItalic, word == "italic" || word == "oblique");
    if (name == "font-size") {
      if (const auto zero = zero_size(word)) add(Property::kZeroSize, *zero);
    }
    if (name == "font-family") add_family(value);
    if (name != "font") return;
    const auto words = split_open(value, " \t\r\n");
    for (const std::string_view part : words) {
      const std::string part_word = lower(part);
      if (is_bold(part_word)) add(Property::kBold, true);
      if (part_word == "italic" || part_word == "oblique") add(Property::kItalic, true);
      const bool weight = whole_number(part_word).value_or(0) != 0;
      if (!weight &&
          (pixels(part).has_value() || part_word.find('/') != std::string::npos || part_word.ends_with('%'))) {
        if (const auto zero = zero_size(part_word.substr(0, part_word.find('/')))) add(Property::kZeroSize, *zero);
        add_family(value.substr(static_cast<std::size_t>(part.data() - value.data()) + part.size()));
        return;
      }
    }
  }

  void add_family(std::string_view families) {
    const auto names = split_open(families, ",");
    if (!names.empty()) add(Property::kFamily, unquoted(names[0]));
  }

  std::vector<Declaration> out_;
  bool important_ = false;
};

}  // namespace

std::vector<Declaration> parse_declarations(std::string_view block) { return BlockParser().parse(block); }

}  // namespace pactable::readers::html::css
