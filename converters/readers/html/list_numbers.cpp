// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/list_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/number_formats.h"
#include "core/unicode.h"

namespace pactable::readers::html {
namespace {

// A label is a number, not a text: longer ones come of hostile counters.
constexpr std::size_t kMaxLabel = 80;
// Nested counters that counters() joins; deeper nesting is no numbering.
constexpr std::size_t kMaxJoined = 16;
// Begins a stand-in: no label of a list has a control character.
constexpr char kStandIn = '\x01';

// a … z, aa, ab …: unlike word processors, browsers count on with two letters.
std::string alphabetic(int value, std::u32string_view letters) {
  const int size = static_cast<int>(letters.size());
  std::u32string out;
  for (; value > 0; value = (value - 1) / size) {
    out.insert(out.begin(), letters[static_cast<std::size_t>((value - 1) % size)]);
  }
  return unicode::to_utf8(out);
}

std::string digits_from(int value, char32_t zero) {
  std::u32string out;
  for (const char c : std::to_string(value)) out += c == '-' ? U'-' : zero + static_cast<char32_t>(c - '0');
  return unicode::to_utf8(out);
}

constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kCapitals = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u32string_view kGreek = U"αβγδεζηθικλμνξοπρστυφχψω";

struct Letters {
  std::string_view style;
  std::u32string_view letters;
};
constexpr std::array<Letters, 5> kLetters = {{{"lower-alpha", kLatin},
                                              {"lower-latin", kLatin},
                                              {"upper-alpha", kCapitals},
                                              {"upper-latin", kCapitals},
                                              {"lower-greek", kGreek}}};
struct Digits {
  std::string_view style;
  char32_t zero;
};
constexpr std::array<Digits, 8> kDigits = {{{"arabic-indic", U'\u0660'},
                                            {"persian", U'\u06F0'},
                                            {"urdu", U'\u06F0'},
                                            {"devanagari", U'\u0966'},
                                            {"bengali", U'\u09E6'},
                                            {"gujarati", U'\u0AE6'},
                                            {"thai", U'\u0E50'},
                                            {"khmer", U'\u17E0'}}};
constexpr std::array<std::string_view, 8> kBullets = {
    "none", "disc", "circle", "square", "string", "disclosure-open", "disclosure-closed", "-"};

// The list of Google Docs that a class names: its counter's name and its level.
struct GoogleList {
  std::string counter;
  int level = 0;
};

std::optional<GoogleList> google_list(const Attributes& attributes) {
  constexpr std::string_view kPrefix = "lst-kix_";
  constexpr int kLevels = 9;  // Google Docs has nine
  for (const std::string_view name : unicode::split_space(attributes.value("class").value_or(""))) {
    const std::size_t dash = name.rfind('-');
    if (!name.starts_with(kPrefix) || dash < kPrefix.size()) continue;
    int level = 0;
    const std::string_view digits = name.substr(dash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), level);
    if (error != std::errc() || end != digits.data() + digits.size() || level < 0 || level >= kLevels) continue;
    return GoogleList{"lst-ctn-" + std::string(name.substr(4)), level};
  }
  return std::nullopt;
}

}  // namespace

bool is_stand_in(std::string_view label) { return label.starts_with(kStandIn); }

std::string format_counter(int value, std::string_view style, bool* known) {
  if (std::find(kBullets.begin(), kBullets.end(), style) != kBullets.end()) return {};
  for (const Letters& letters : kLetters) {
    if (letters.style == style) return value >= 1 ? alphabetic(value, letters.letters) : std::to_string(value);
  }
  for (const Digits& digits : kDigits) {
    if (digits.style == style) return digits_from(value, digits.zero);
  }
  if (style == "lower-roman") return format_number(value, "lowerRoman");
  if (style == "upper-roman") return format_number(value, "upperRoman");
  if (style == "decimal-leading-zero") return format_number(value, "decimalZero");
  if (known != nullptr && !style.empty() && style != "decimal") *known = false;
  return std::to_string(value);
}

void ListNumbers::begin_list(bool ordered, const Attributes& attributes, Counters& counters) {
  List list;
  list.next = attributes.number("start", 1);
  if (const auto google = google_list(attributes)) {
    list.level = google->level;
    if (ordered && attributes.has("start")) counters.set_global(google->counter, list.next - 1);
  }
  if (ordered && attributes.has("reversed")) {
    list.step = -1;
    if (!attributes.has("start")) {
      list.counted_down = counted_down_.size();
      counted_down_.push_back(0);
    }
  }
  lists_.push_back(list);
}

void ListNumbers::end_list() {
  if (!lists_.empty()) lists_.pop_back();
}

int ListNumbers::level() const {
  const std::size_t base = bases_.empty() ? 0 : bases_.back();
  if (lists_.size() <= base) return 0;
  return lists_.back().level >= 0 ? lists_.back().level : static_cast<int>(lists_.size() - base) - 1;
}

std::string ListNumbers::format(int value, std::string_view style) {
  bool known = true;
  std::string text = format_counter(value, style, &known);
  unknown_style_ = unknown_style_ || !known;
  return text;
}

ListLabel ListNumbers::begin_item(const Attributes& attributes, const Look& look, const OwnStyle& own) {
  ListLabel label{{}, level()};
  if (lists_.empty()) return label;
  List& list = lists_.back();
  if (attributes.has("value")) {
    // From here on the numbers are known, whatever the number of items.
    list.next = attributes.number("value", list.next);
    list.known = true;
  }
  list.last = list.next;
  if (list.counted_down) ++counted_down_[*list.counted_down];
  list.next += list.step;
  const bool marked = own.display.empty() || own.display.find("list-item") != std::string::npos;
  if (!marked) return label;
  if (list.counted_down && !list.known) {
    if (format_counter(1, look.list_style).empty()) return label;
    // The list and the item, counted from 0; see resolved().
    label.text = std::string(1, kStandIn) + std::to_string(*list.counted_down) + " " +
                 std::to_string(counted_down_[*list.counted_down] - 1) + " " + look.list_style;
    return label;
  }
  label.text = format(list.last, look.list_style);
  if (!label.text.empty()) label.text += '.';
  return label;
}

std::optional<ListLabel> ListNumbers::before_label(const OwnStyle& own, const Counters& counters) {
  std::string text;
  bool counted = false;
  for (const css::ContentPart& part : own.before) {
    if (part.kind == css::ContentPart::Kind::kText) {
      text += part.text;
      continue;
    }
    counted = true;
    std::vector<int> values;
    if (part.text == "list-item")
      for (const List& list : lists_) values.push_back(list.last);
    else
      values = counters.values(part.text);
    if (values.empty()) values = {0};
    const bool many = part.kind == css::ContentPart::Kind::kCounters;
    const std::size_t first = many ? values.size() - std::min(values.size(), kMaxJoined) : values.size() - 1;
    for (std::size_t i = first; i < values.size(); ++i) {
      if (i > first) text += part.separator;
      text += format(values[i], part.style);
    }
  }
  text = unicode::collapse_space(text);
  if (!counted || text.empty() || text.size() > kMaxLabel) return std::nullopt;
  return ListLabel{std::move(text), level()};
}

std::string ListNumbers::resolved(const std::string& label) const {
  if (!is_stand_in(label)) return label;
  const auto words = unicode::split_space(std::string_view(label).substr(1));
  std::size_t list = 0;
  int item = 0;
  if (words.size() != 3) return {};
  std::from_chars(words[0].data(), words[0].data() + words[0].size(), list);
  std::from_chars(words[1].data(), words[1].data() + words[1].size(), item);
  return list < counted_down_.size() ? format_counter(counted_down_[list] - item, words[2]) + "." : std::string();
}

}  // namespace pactable::readers::html
