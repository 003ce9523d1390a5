// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/marks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pactable::readers::text {
namespace {

using Kind = Mark::Kind;

struct TagName {
  std::string_view name;
  Kind kind;
  bool plain;  // read in every dump, not in Markdown alone
};

constexpr std::array<TagName, 8> kTags = {{
    {"i", Kind::kItalic, true},
    {"b", Kind::kBold, true},
    {"em", Kind::kItalic, false},
    {"strong", Kind::kBold, false},
    {"sup", Kind::kSuperscript, false},
    {"del", Kind::kStruck, false},
    {"s", Kind::kStruck, false},
    {"strike", Kind::kStruck, false},
}};

struct Replacement {
  std::string_view printed, text;
};

// Characters without a width that say how to set a line, and the hyphen that must not be broken behind.
constexpr std::array<Replacement, 17> kUnseen = {{
    {"\u00AD", ""},  // soft hyphen
    {"\u200B", ""},  // zero width space
    {"\u2060", ""},  // word joiner
    {"\uFEFF", ""},  // zero width no-break space
    {"\u200E", ""},  // left-to-right mark
    {"\u200F", ""},  // right-to-left mark
    {"\u061C", ""},  // Arabic letter mark
    {"\u202A", ""},  // embeddings and overrides of direction
    {"\u202B", ""},
    {"\u202C", ""},
    {"\u202D", ""},
    {"\u202E", ""},
    {"\u2066", ""},  // isolates of direction
    {"\u2067", ""},
    {"\u2068", ""},
    {"\u2069", ""},
    {"\u2011", "-"},  // no-break hyphen
}};

constexpr std::array<Replacement, 8> kReferences = {{
    {"&amp;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&nbsp;", "\u00A0"},
    {"&#124;", "|"},
    {"&vert;", "|"},
    {"&ast;", "*"},
}};

constexpr std::array<std::string_view, 3> kLineBreaks = {"<br>", "<br/>", "<br />"};

// A raised mark is a figure, a letter or a sign, not a phrase.
constexpr std::size_t kMaxRaised = 8;

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_word(char c) { return !is_blank(c) && !is_ascii_punctuation(c); }

class MarkFinder {
 public:
  MarkFinder(std::string_view text, Markup markup) : text_(text), markdown_(markup == Markup::kMarkdown) {}

  std::vector<Mark> find() {
    while (at_ < text_.size()) {
      if (!unseen() && !tag() && !(markdown_ && markdown_mark())) ++at_;
    }
    pair();
    return std::move(marks_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  void add(std::size_t size, Kind kind, bool closing) {
    marks_.push_back({at_, at_ + size, kind, closing, false, {}, true});
    at_ += size;
  }

  void replace(std::size_t size, std::string_view text, bool visible = true) {
    marks_.push_back({at_, at_ + size, Kind::kReplaced, false, true, text, visible});
    at_ += size;
  }

  bool unseen() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte != 0xC2 && byte != 0xE2 && byte != 0xEF && byte != 0xD8) return false;
    for (const Replacement& one : kUnseen) {
      if (!rest().starts_with(one.printed)) continue;
      replace(one.printed.size(), one.text);
      return true;
    }
    return false;
  }

  bool tag() {
    if (text_[at_] != '<') return false;
    for (const TagName& tag : kTags) {
      if (!tag.plain && !markdown_) continue;
      for (const bool closing : {false, true}) {
        const std::size_t name = closing ? 2 : 1;
        if (closing && !rest().starts_with("</")) continue;
        if (rest().substr(name, tag.name.size()) != tag.name || rest().size() <= name + tag.name.size() ||
            rest()[name + tag.name.size()] != '>') {
          continue;
        }
        add(name + tag.name.size() + 1, tag.kind, closing);
        return true;
      }
    }
    return false;
  }

  bool markdown_mark() {
    switch (text_[at_]) {
      case '\\': return escape();
      case '*':
      case '_': return emphasis();
      case '~': return rest().starts_with("~~") && flanked(2, Kind::kStruck);
      case '`': return code();
      case '^': return raised();
      case '[': return note_reference();
      case '<': return line_break();
      case '&': return reference();
      default: return false;
    }
  }

  bool escape() {
    if (at_ + 1 >= text_.size() || !is_ascii_punctuation(text_[at_ + 1])) return false;
    replace(1, {});
    ++at_;
    return true;
  }

  bool emphasis() {
    const char sign = text_[at_];
    const std::size_t run = std::min(text_.find_first_not_of(sign, at_), text_.size()) - at_;
    if (run > 3) {  // a rule or a row of stars
      at_ += run;
      return true;
    }
    if (run == 3) return flanked(2, Kind::kBold) && flanked(1, Kind::kItalic);
    return flanked(run, run == 2 ? Kind::kBold : Kind::kItalic);
  }

  // A mark opens before a word and closes behind one; "_" never inside a word.
  bool flanked(std::size_t size, Kind kind) {
    const char sign = text_[at_];
    std::size_t left = at_;
    while (left > 0 && text_[left - 1] == sign) --left;
    const std::size_t right = std::min(text_.find_first_not_of(sign, at_), text_.size());
    const bool space_before = left == 0 || is_blank(text_[left - 1]);
    const bool space_after = right == text_.size() || is_blank(text_[right]);
    const bool inside = left > 0 && right < text_.size() && is_word(text_[left - 1]) && is_word(text_[right]);
    if (space_before == space_after && space_before) return false;
    if (sign == '_' && inside) return false;
    const bool may_open = !space_after, may_close = !space_before;
    // Where both may be, the mark closes what is open.
    auto& open = open_[static_cast<std::size_t>(kind)];
    const bool closing = may_close && (open > 0 || !may_open);
    open += closing ? (open > 0 ? -1 : 0) : 1;
    add(size, kind, closing);
    return true;
  }

  bool code() {
    const std::size_t run = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    const std::size_t close = no_more_code_ ? std::string_view::npos : text_.find(text_.substr(at_, run), at_ + run);
    if (close == std::string_view::npos) {
      no_more_code_ = no_more_code_ || run == 1;
      at_ += run;
      return true;
    }
    add(run, Kind::kCode, false);
    while (at_ < close) {
      if (!unseen()) ++at_;
    }
    add(run, Kind::kCode, true);
    return true;
  }

  bool raised() {
    if (at_ > 0 && text_[at_ - 1] == '[') return false;
    const std::size_t close = rest().substr(1, kMaxRaised + 1).find('^');
    if (close == std::string_view::npos || close == 0) return false;
    const std::string_view inner = rest().substr(1, close);
    if (std::any_of(inner.begin(), inner.end(), is_blank)) return false;
    add(1, Kind::kSuperscript, false);
    at_ += close;
    add(1, Kind::kSuperscript, true);
    return true;
  }

  // [^1] points to a note; its definition, "[^1]: …" at the beginning, is left alone.
  bool note_reference() {
    if (!rest().starts_with("[^")) return false;
    const std::size_t close = rest().substr(0, kMaxRaised + 3).find(']');
    if (close == std::string_view::npos || close < 3 || (at_ == 0 && rest().substr(close + 1).starts_with(':'))) {
      return false;
    }
    const std::string_view inner = rest().substr(2, close - 2);
    if (std::any_of(inner.begin(), inner.end(), is_blank)) return false;
    add(2, Kind::kSuperscript, false);
    at_ += close - 2;
    add(1, Kind::kSuperscript, true);
    return true;
  }

  bool line_break() {
    for (const std::string_view one : kLineBreaks) {
      if (!rest().starts_with(one)) continue;
      replace(one.size(), "\n", false);
      return true;
    }
    return false;
  }

  bool reference() {
    for (const Replacement& one : kReferences) {
      if (!rest().starts_with(one.printed)) continue;
      replace(one.printed.size(), one.text);
      return true;
    }
    return false;
  }

  void pair() {
    std::array<std::vector<std::size_t>, 6> open;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].paired) continue;
      auto& stack = open[static_cast<std::size_t>(marks_[i].kind)];
      if (!marks_[i].closing) {
        stack.push_back(i);
      } else if (!stack.empty()) {
        marks_[i].paired = marks_[stack.back()].paired = true;
        stack.pop_back();
      }
    }
    std::erase_if(marks_, [](const Mark& mark) { return !mark.paired; });
  }

  std::string_view text_;
  bool markdown_;
  bool no_more_code_ = false;
  std::size_t at_ = 0;
  std::array<int, 6> open_{};
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> find_marks(std::string_view text, Markup markup) { return MarkFinder(text, markup).find(); }

}  // namespace pactable::readers::text
