// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/light_label.h"

#include <algorithm>
#include <array>

#include "columns/cell_text.h"
#include "core/unicode.h"

namespace pactable::columns {
namespace {

// "MON-01", "IG2a", "PRIOR.3"; longer runs of letters are words.
constexpr std::size_t kMaxPrefix = 6;
constexpr std::size_t kMaxLeadWord = 16;  // "Recommendation 4"
constexpr int kFirstYear = 1000;          // four figures without a lead are a year
constexpr std::size_t kMaxDigits = 4;
constexpr std::size_t kMaxRoman = 7;  // xxxviii

using Points = std::u32string;

bool is_upper_ascii(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// A capital of any script that has cases: folding changes it.
bool is_capital(char32_t c) {
  if (c < 0x80) return is_upper_ascii(c);
  if (!unicode::is_letter(c)) return false;
  std::string one;
  unicode::append_utf8(one, c);
  return unicode::fold(one) != one;
}

int roman_value(std::u32string_view text) {
  const auto value_of = [](char32_t c) {
    switch (c) {
      case U'i': return 1;
      case U'v': return 5;
      case U'x': return 10;
      case U'l': return 50;
      default: return 0;
    }
  };
  int total = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int value = value_of(text[i]);
    if (value == 0) return 0;
    const int next = i + 1 < text.size() ? value_of(text[i + 1]) : 0;
    total += value < next ? -value : value;
  }
  return total;
}

bool is_well_formed_roman(std::u32string_view text) {
  static constexpr std::array<std::u32string_view, 10> kOnes = {U"",  U"i",  U"ii",  U"iii",  U"iv",
                                                                U"v", U"vi", U"vii", U"viii", U"ix"};
  std::size_t tens = 0;
  while (tens < text.size() && tens < 3 && text[tens] == U'x') ++tens;
  return std::find(kOnes.begin(), kOnes.end(), text.substr(tens)) != kOnes.end();
}

class Scanner {
 public:
  Scanner(const Points& text, const grammar::Vocabulary& words) : text_(text), words_(words) {}

  std::optional<LightLabel> read() {
    char32_t open = 0;
    if (at_ < text_.size() && (text_[at_] == U'(' || text_[at_] == U'[')) open = text_[at_++];
    if (!read_lead()) return std::nullopt;
    if (!read_first()) return std::nullopt;
    read_more();
    if (!close(open)) return std::nullopt;
    const std::string bracket = open != 0 ? "(" : "";
    label_.kind = lead_ + bracket + first_kind_ + closing_;
    if (label_.path.size() > 1) label_.other_value = 0;
    if (label_.other_value > 0) label_.other_kind = lead_ + bracket + other_kind_ + closing_;
    return label_;
  }
  [[nodiscard]] std::size_t end() const { return at_; }

 private:
  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  [[nodiscard]] std::size_t letters_from(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && unicode::is_letter(text_[end])) ++end;
    return end - at;
  }

  /// A word before the figures ("Goal 1", "Action No. 5", "Task #3") or the letters of a code ("MT-7", "IG2"). False
  /// where letters stand there that begin no label.
  bool read_lead() {
    const std::size_t letters = letters_from(at_);
    if (letters == 0) {
      while (peek() == U'#' || peek() == U'№' || peek() == U' ') ++at_;
      return true;
    }
    if (read_code_lead(letters)) return true;
    if (read_word_lead(letters)) return true;
    return true;  // a letter or a Roman figure may itself be the label
  }

  bool read_code_lead(std::size_t letters) {
    if (letters > kMaxPrefix) return false;
    for (std::size_t i = 0; i < letters; ++i) {
      if (!is_capital(text_[at_ + i])) return false;
    }
    std::size_t next = at_ + letters;
    const bool joined = next < text_.size() && (text_[next] == U'-' || text_[next] == U'.' || text_[next] == U'–');
    if (joined) ++next;
    if (next >= text_.size() || !is_ascii_digit(text_[next])) return false;
    if (letters == 1) {
      const Points folded = unicode::to_code_points(unicode::fold(unicode::to_utf8(text_.substr(at_, 1))));
      label_.path.push_back(static_cast<int>(folded[0]) - letter_base(folded[0]));
      first_kind_ = "A";
      single_ = true;
    } else {
      lead_ = unicode::fold(unicode::to_utf8(text_.substr(at_, letters)));
      prefixed_ = true;
    }
    at_ = next;
    return true;
  }

  bool read_word_lead(std::size_t letters) {
    if (letters < 2 || letters > kMaxLeadWord) return false;
    std::size_t next = at_ + letters;
    if (next < text_.size() && text_[next] == U'.') ++next;
    const std::size_t gap = skip_space(next);
    if (gap == 0) return false;
    next += gap;
    next = skip_number_word(next);
    const std::size_t figure = next + (next < text_.size() && is_upper_ascii(text_[next]) ? 1 : 0);
    const bool decimal = figure < text_.size() && is_ascii_digit(text_[figure]);
    const std::string word = unicode::fold(unicode::to_utf8(text_.substr(at_, letters)));
    const bool known = words_.number_leads.holds(word);
    const std::size_t run = letters_from(next);
    const bool letter = known && run > 0 && run <= kMaxRoman && is_capital(text_[next]);
    if (!decimal && !letter) return false;
    if (!known && !is_capital(text_[at_])) return false;  // "see 1.2"
    lead_ = word + " ";
    label_.lead_word = true;
    known_lead_ = known;
    at_ = next;
    return true;
  }

  [[nodiscard]] std::size_t skip_space(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && unicode::is_space(text_[end])) ++end;
    return end - at;
  }

  /// "No.", "Nr", "n°", "№" and "#" between a lead word and its figures.
  [[nodiscard]] std::size_t skip_number_word(std::size_t at) const {
    std::size_t next = at;
    if (next < text_.size() && (text_[next] == U'#' || text_[next] == U'№')) {
      ++next;
    } else {
      const std::size_t run = letters_from(at);
      const bool short_word = run > 0 && run <= 2 && (text_[at] == U'N' || text_[at] == U'n');
      if (!short_word) return at;
      next += run;
      while (next < text_.size() && (text_[next] == U'.' || text_[next] == U'°' || text_[next] == U'º')) ++next;
      if (next == at + run && run == 1) return at;
    }
    return next + skip_space(next);
  }

  bool read_first() {
    if (single_) return read_decimal() || true;
    if (read_decimal()) {
      first_kind_ = "#";
      return true;
    }
    return read_letters();
  }

  bool read_decimal() {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_ascii_digit(text_[end]) && end - at_ <= kMaxDigits) {
      value = value * 10 + static_cast<int>(text_[end++] - U'0');
    }
    if (end == at_ || end - at_ > kMaxDigits) return false;
    if (value >= kFirstYear && !known_lead_ && !prefixed_) return false;
    label_.path.push_back(value);
    at_ = end;
    return true;
  }

  /// One letter or a Roman figure. Small letters need something behind them that sets them off, or the end.
  bool read_letters() {
    const std::size_t run = letters_from(at_);
    if (run == 0 || run > kMaxRoman) return false;
    const Points word = text_.substr(at_, run);
    const bool capital = is_capital(word[0]);
    const Points folded = unicode::to_code_points(unicode::fold(unicode::to_utf8(word)));
    const bool roman = is_well_formed_roman(folded) &&
                       std::all_of(word.begin(), word.end(), [&](char32_t c) { return is_capital(c) == capital; });
    if (run > 1 && !roman) return false;
    // "i" is the first Roman figure unless a sequence of letters says otherwise; "v" and "x" count where they are
    // reached. A letter is kept by its code point, so that its neighbours are one apart in any script.
    const bool one_letter = run == 1 && !(folded[0] == U'i');
    if (one_letter && letter_base(folded[0]) == 0) return false;
    const int letter = static_cast<int>(folded[0]) - letter_base(folded[0]);
    label_.path.push_back(one_letter ? letter : roman_value(folded));
    first_kind_ = one_letter ? (capital ? "A" : "a") : (capital ? "I" : "i");
    if (run == 1 && roman_value(folded) > 0) {
      other_kind_ = one_letter ? (capital ? "I" : "i") : (capital ? "A" : "a");
      label_.other_value = one_letter ? roman_value(folded) : letter;
    }
    label_.bare_letter = true;
    at_ += run;
    return true;
  }

  static int letter_base(char32_t c) {
    if (c >= U'a' && c <= U'z') return U'a' - 1;
    if (c >= U'а' && c <= U'я') return U'а' - 1;
    if (c >= U'α' && c <= U'ω') return U'α' - 1;
    return 0;
  }

  void read_more() {
    while (true) {
      const std::size_t start = at_;
      const char32_t c = peek();
      const char32_t next = peek(1);
      if ((c == U'.' || (c == U'-' && (prefixed_ || single_))) && is_ascii_digit(next)) {
        ++at_;
        if (read_decimal()) continue;
      } else if (c == U'.' && unicode::is_letter(next) && !unicode::is_letter(peek(2)) && ends_after(2)) {
        ++at_;
        if (take_letter()) continue;
      } else if (unicode::is_letter(c) && label_.path.size() >= 1 && !label_.bare_letter && !unicode::is_letter(next) &&
                 !is_ascii_digit(next)) {
        if (take_letter()) continue;
      } else if (c == U'(' && unicode::is_letter(next) && peek(2) == U')') {
        ++at_;
        if (take_letter()) {
          ++at_;
          label_.closed = true;
          continue;
        }
      }
      at_ = start;
      return;
    }
  }

  [[nodiscard]] bool ends_after(std::size_t ahead) const {
    const char32_t c = peek(ahead);
    return c == U'\0' || unicode::is_space(c) || c == U'.' || c == U')' || c == U':';
  }

  bool take_letter() {
    if (peek() == U'º' || peek() == U'ª') return false;  // "N.º" is a word; folding makes letters of these
    const Points folded = unicode::to_code_points(unicode::fold(unicode::to_utf8(text_.substr(at_, 1))));
    if (folded.size() != 1 || letter_base(folded[0]) == 0) return false;
    label_.path.push_back(static_cast<int>(folded[0]) - letter_base(folded[0]));
    label_.bare_letter = false;
    ++at_;
    return true;
  }

  bool close(char32_t open) {
    if (open != 0) {
      if (peek() != (open == U'(' ? U')' : U']')) return false;
      ++at_;
      label_.closed = true;
    } else if (peek() == U')' || peek() == U']') {
      ++at_;
      label_.closed = true;
      closing_ = ")";
    }
    if (peek() == U'.' || peek() == U':') {
      ++at_;
      label_.closed = true;
    }
    const char32_t behind = peek();
    if (unicode::is_letter(behind) || is_ascii_digit(behind)) return false;
    label_.bare_figure = lead_.empty() && open == 0 && first_kind_ == "#" && label_.path.size() == 1 && !label_.closed;
    label_.bare_letter = label_.bare_letter && label_.path.size() == 1 && lead_.empty() && !label_.closed && open == 0;
    return true;
  }

  const Points& text_;
  const grammar::Vocabulary& words_;
  std::size_t at_ = 0;
  LightLabel label_;
  std::string lead_, first_kind_, other_kind_, closing_;
  bool prefixed_ = false, single_ = false, known_lead_ = false;
};

struct Scanned {
  LightLabel label;
  Points rest;
};

// No label is longer; what stands behind it is looked at only as far as marks and states go.
constexpr std::size_t kMaxScanned = 60;

std::optional<Scanned> scan(std::string_view text, const grammar::Vocabulary& words) {
  const std::string head(text.substr(0, std::min(text.size(), 4 * kMaxScanned)));
  Points points = unicode::to_code_points(ascii_figures(unicode::trim(head)));
  Scanner scanner(points, words);
  std::optional<LightLabel> label = scanner.read();
  if (!label) return std::nullopt;
  label->length = unicode::to_utf8(points.substr(0, scanner.end())).size();
  return Scanned{std::move(*label), points.substr(scanner.end())};
}

bool is_mark_sign(char32_t c) {
  return c == U'*' || c == U'†' || c == U'‡' || c == U'§' || c == U'¹' || c == U'²' || c == U'³' ||
         (c >= U'⁰' && c <= U'⁹') || c == U'^' || c == U'[' || c == U']' || c == U'(' || c == U')' || c == U',' ||
         unicode::is_space(c);
}

/// Note marks ("*", "[1]"), states ("(new)"), or more labels.
bool is_rest_of_number_cell(const Points& rest, const grammar::Vocabulary& words, int depth) {
  if (std::all_of(rest.begin(), rest.end(), is_mark_sign)) return true;
  const std::string text(unicode::trim(unicode::to_utf8(rest)));
  const Points points = unicode::to_code_points(text);
  // "[1]", "(2)"
  const bool bracketed = points.size() >= 3 && (points.front() == U'[' || points.front() == U'(');
  if (bracketed && points.size() <= 4 && is_ascii_digit(points[1])) return true;
  const std::string folded = unicode::fold(text);
  const std::vector<std::string_view> state = split_words(folded);
  if (!state.empty() && (words.number_states.holds(state.front()) || words.number_states.holds(folded))) return true;
  if (depth > 3) return false;
  // "1.3, 1.4", "54 and 56", "14.1 to 14.5"
  std::size_t at = 0;
  while (at < points.size() && (unicode::is_space(points[at]) || points[at] == U',' || points[at] == U';' ||
                                points[at] == U'&' || points[at] == U'–' || points[at] == U'-' || points[at] == U'/')) {
    ++at;
  }
  if (at == 0 && !state.empty() && words.connectives.holds(state.front())) at = unicode::length(state.front());
  if (at == 0) return false;
  const auto further = scan(unicode::to_utf8(points.substr(at)), words);
  return further && !further->label.bare_letter && is_rest_of_number_cell(further->rest, words, depth + 1);
}

}  // namespace

std::optional<LightLabel> read_light_label(std::string_view text, const grammar::Vocabulary& words) {
  auto scanned = scan(text, words);
  if (!scanned) return std::nullopt;
  return std::move(scanned->label);
}

std::optional<LightLabel> read_whole_label(std::string_view text, const grammar::Vocabulary& words) {
  if (text.size() > kMaxScanned) return std::nullopt;
  auto scanned = scan(text, words);
  if (!scanned || !is_rest_of_number_cell(scanned->rest, words, 0)) return std::nullopt;
  return std::move(scanned->label);
}

std::optional<LightLabel> read_leading_label(std::string_view text, const grammar::Vocabulary& words) {
  auto scanned = scan(text, words);
  if (!scanned) return std::nullopt;
  const LightLabel& label = scanned->label;
  const std::string rest = unicode::to_utf8(scanned->rest);
  if (!unicode::has_word_character(rest)) return std::nullopt;
  if (!unicode::is_space(scanned->rest.front())) return std::nullopt;
  if (label.bare_figure || label.bare_letter) return std::nullopt;
  if (label.lead_word) {
    const std::string_view lead = unicode::trim(std::string_view(label.kind).substr(0, label.kind.find(' ')));
    if (!label.closed && !words.number_leads.holds(lead)) return std::nullopt;
  }
  return label;
}

}  // namespace pactable::columns
