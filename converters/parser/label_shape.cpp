// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/label_shape.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"
#include "grammar/family.h"

namespace pactable::parser {
namespace {

using numbering::Figure;

// Letters before the figures of a code: "IG2a", "MON-01". Longer words are lead words.
constexpr std::size_t kMaxCodeLetters = 6;
// Four levels are common, five the most that were seen ("1.1.5.3.1").
constexpr int kMaxComponents = 5;
// Figures of one component: a longer run is a year or an amount.
constexpr std::size_t kMaxFigures = 3;
// Latin words for "a second time": they number what was put in between two numbers, in every language.
constexpr std::array<std::string_view, 4> kInserted = {"bis", "ter", "quater", "quinquies"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }

std::size_t run(std::string_view text, std::size_t at, bool (*is)(char)) {
  std::size_t end = at;
  while (end < text.size() && is(text[end])) ++end;
  return end - at;
}

bool roman(std::string_view word) {
  const std::string_view signs = is_upper(word.front()) ? "IVXL" : "ivxl";
  return std::all_of(word.begin(), word.end(), [&](char c) { return signs.find(c) != std::string_view::npos; });
}

// True where nothing of a word or number goes on at `at`.
bool ends(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return !is_letter(text[at]) && !is_digit(text[at]);
  const std::u32string next = unicode::to_code_points(text.substr(at, 4));
  return next.empty() || (!unicode::is_letter(next.front()) && !unicode::is_digit(next.front()));
}

class Reader {
 public:
  Reader(std::string_view text, const grammar::WordSet& leads) : text_(text), leads_(leads) {}

  std::optional<LabelShape> read() {
    const char opening = text_.empty() ? '\0' : text_[0];
    const bool bracket = opening == '(' || opening == '[';
    if (bracket) ++at_;
    read_lead();
    if (!read_components()) return std::nullopt;
    shape_.base = at_;
    read_suffix();
    if (!ends(text_, at_)) return std::nullopt;
    if (!close(bracket ? (opening == '(' ? ')' : ']') : '\0')) return std::nullopt;
    shape_.form.depth = static_cast<int>(figures_.size());
    const bool decimal = std::all_of(figures_.begin(), figures_.end(), [](Figure f) { return f == Figure::kDecimal; });
    if (!decimal) shape_.form.figures = figures_;
    shape_.set_off = shape_.set_off || figures_.size() > 1 || !shape_.form.lead.empty() || !shape_.form.tail.empty();
    shape_.length = at_;
    return shape_;
  }

 private:
  // "Goal 1", "MT-7.1", "H2": a word of the vocabulary before a space, or a few capitals before a figure.
  void read_lead() {
    const std::size_t space = text_.find(' ', at_);
    if (space != std::string_view::npos && space > at_ && !is_digit(text_[at_])) {
      const std::string_view word = text_.substr(at_, space - at_);
      std::size_t next = space;
      while (next < text_.size() && text_[next] == ' ') ++next;
      const bool number_next = next < text_.size() && (is_digit(text_[next]) || is_upper(text_[next]));
      if (number_next && leads_.holds(grammar::comparable(word))) {
        shape_.form.lead = std::string(word) + " ";
        at_ = next;
        return;
      }
    }
    const std::size_t letters = run(text_, at_, is_upper);
    if (letters == 0 || letters > kMaxCodeLetters) return;
    std::size_t end = at_ + letters;
    // "A.1" has a letter for its first number; "MT-1" and "MT.1" have a code before it.
    const bool joined = end < text_.size() && (text_[end] == '-' || (text_[end] == '.' && letters > 1));
    if (joined) ++end;
    if (end >= text_.size() || !is_digit(text_[end])) return;
    shape_.form.lead = std::string(text_.substr(at_, end - at_));
    at_ = end;
  }

  bool read_components() {
    while (static_cast<int>(figures_.size()) < kMaxComponents) {
      const std::size_t begin = at_;
      if (!read_component()) {
        at_ = begin;
        break;
      }
      if (at_ + 1 >= text_.size() || text_[at_] != '.') return true;
      if (text_.substr(at_, 2) == ".0" && ends(text_, at_ + 2) && figures_.size() == 1) {
        shape_.form.tail = ".0";
        at_ += 2;
        return true;
      }
      if (!is_digit(text_[at_ + 1]) && !is_letter(text_[at_ + 1])) return true;
      ++at_;
    }
    if (figures_.empty()) return false;
    const bool more = static_cast<int>(figures_.size()) == kMaxComponents && at_ < text_.size() && is_digit(text_[at_]);
    if (more) return false;
    if (text_[at_ - 1] == '.') --at_;  // "1.Text": the point closes the number
    return true;
  }

  bool read_component() {
    if (at_ >= text_.size()) return false;
    if (const std::size_t figures = run(text_, at_, is_digit); figures > 0) {
      if (figures > kMaxFigures || (figures == 1 && text_[at_] == '0')) return false;
      figures_.push_back(Figure::kDecimal);
      at_ += figures;
      return true;
    }
    const bool upper = is_upper(text_[at_]);
    const std::size_t letters = run(text_, at_, upper ? is_upper : is_lower);
    if (letters == 0 || !ends(text_, at_ + letters)) return false;
    const std::string_view word = text_.substr(at_, letters);
    // One letter may be either; the sequence tells, and where it does not, letters are commoner.
    if (letters == 1 && !roman(word)) {
      figures_.push_back(upper ? Figure::kLetterUpper : Figure::kLetterLower);
    } else if (roman(word)) {
      figures_.push_back(upper ? Figure::kRomanUpper : Figure::kRomanLower);
    } else {
      return false;
    }
    at_ += letters;
    return true;
  }

  void read_suffix() {
    if (figures_.back() != Figure::kDecimal) return;
    const std::size_t letters = run(text_, at_, is_lower);
    const std::string_view word = text_.substr(at_, letters);
    const bool inserted = std::find(kInserted.begin(), kInserted.end(), word) != kInserted.end();
    if (letters != 1 && !inserted) return;
    shape_.suffix = std::string(word);
    at_ += letters;
  }

  // The bracket that closes, and a final point or colon.
  bool close(char closing) {
    if (closing != '\0') {
      if (at_ >= text_.size() || text_[at_] != closing) return false;
      ++at_;
      shape_.set_off = true;
    } else if (at_ < text_.size() && text_[at_] == ')') {
      ++at_;
      shape_.set_off = true;
    }
    if (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == ':')) {
      ++at_;
      shape_.set_off = true;
    }
    return true;
  }

  std::string_view text_;
  const grammar::WordSet& leads_;
  std::size_t at_ = 0;
  std::vector<Figure> figures_;
  LabelShape shape_;
};

}  // namespace

std::optional<LabelShape> leading_shape(std::string_view text, const grammar::WordSet& leads) {
  return Reader(text, leads).read();
}

}  // namespace pactable::parser
