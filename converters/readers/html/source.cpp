// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/source.h"

#include <algorithm>
#include <optional>

#include "core/unicode.h"
#include "readers/html/css_text.h"

namespace pactable::readers::html {
namespace {

// Style sheets of all frameworks together are smaller; the rest is not read, and that is told.
constexpr std::size_t kMaxStyles = 8U << 20;
// Attributes of a style or link element are looked for this far.
constexpr std::size_t kMaxTag = 4096;

bool starts_with_name(std::string_view text, std::string_view name) {
  if (text.size() <= name.size()) return false;
  if (css::lower(text.substr(0, name.size())) != name) return false;
  const char next = text[name.size()];
  return next == '>' || next == '/' || next == ' ' || next == '\t' || next == '\n' || next == '\r';
}

// The value of an attribute in the text of a tag.
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string lower = css::lower(tag);
  for (std::size_t at = lower.find(name); at != std::string::npos; at = lower.find(name, at + 1)) {
    const std::size_t equals = lower.find_first_not_of(" \t\r\n", at + name.size());
    if (equals == std::string::npos || lower[equals] != '=') continue;
    const std::size_t begin = lower.find_first_not_of(" \t\r\n", equals + 1);
    if (begin == std::string::npos) return {};
    const bool quoted = lower[begin] == '"' || lower[begin] == '\'';
    const std::size_t end = quoted ? lower.find(lower[begin], begin + 1) : lower.find_first_of(" \t\r\n>", begin);
    return lower.substr(begin + (quoted ? 1 : 0), end - begin - (quoted ? 1 : 0));
  }
  return {};
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text) { source_.markup.reserve(text.size()); }

  Source clean() {
    while (at_ < text_.size()) {
      const std::size_t mark = std::min(text_.find('<', at_), text_.size());
      source_.markup += text_.substr(at_, mark - at_);
      at_ = mark;
      if (at_ < text_.size() && !read_mark()) source_.markup += text_[at_++];
    }
    return std::move(source_);
  }

 private:
  // False where what stands here is no mark of these and stays.
  bool read_mark() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip_comment();
    if (rest.starts_with("<![") || rest.starts_with("<?")) return skip_past(">");
    const std::string_view inside = rest.substr(1);
    constexpr std::string_view kFirst = "xXsStTlL";
    if (inside.empty() || kFirst.find(inside.front()) == std::string_view::npos) return false;
    if (starts_with_name(inside, "xml")) return skip_past("</xml>");
    if (starts_with_name(inside, "style")) return read_style();
    if (starts_with_name(inside, "script")) return keep_past("</script");
    if (starts_with_name(inside, "textarea")) return keep_past("</textarea");
    if (starts_with_name(inside, "link")) note_link(rest.substr(0, std::min(rest.find('>'), kMaxTag)));
    return false;
  }

  // A comment without an end stays: the parser knows what browsers make of it.
  bool skip_comment() {
    if (text_.substr(at_).starts_with("<!-->")) {
      at_ += 5;
      return true;
    }
    return skip_past("-->");
  }

  bool skip_past(std::string_view end) {
    const std::size_t found = find(end, at_ + 1);
    if (found == std::string_view::npos) return false;
    at_ = found + end.size();
    return true;
  }

  bool keep_past(std::string_view end) {
    const std::size_t found = find(end, at_ + 1);
    if (found == std::string_view::npos) return false;
    source_.markup += text_.substr(at_, found - at_);
    at_ = found;
    return true;
  }

  // The place of an end, in any case; one that was not found once is not looked for again.
  std::size_t find(std::string_view end, std::size_t from) {
    if (std::find(missing_.begin(), missing_.end(), end) != missing_.end()) return std::string_view::npos;
    const std::size_t sign = end.front() == '<' ? 2 : 0;  // behind "</" the case is free
    if (sign == 0) {
      const std::size_t found = text_.find(end, from);
      if (found == std::string_view::npos) missing_.push_back(end);
      return found;
    }
    for (std::size_t at = text_.find("</", from); at != std::string_view::npos; at = text_.find("</", at + 2)) {
      if (css::lower(text_.substr(at, end.size())) == end) return at;
    }
    missing_.push_back(end);
    return std::string_view::npos;
  }

  bool read_style() {
    const std::size_t open = text_.find('>', at_);
    if (open == std::string_view::npos) return false;
    const std::string_view tag = text_.substr(at_, std::min(open - at_, kMaxTag));
    const std::size_t end = find("</style", open);
    if (end == std::string_view::npos) return false;
    const std::string type = attribute(tag, "type");
    const bool css = type.empty() || type.find("css") != std::string::npos;
    if (css && css::holds_for_screen(attribute(tag, "media"))) add_styles(text_.substr(open + 1, end - open - 1));
    at_ = std::min(text_.find('>', end), text_.size() - 1) + 1;
    return true;
  }

  void add_styles(std::string_view text) {
    styles_ += text.size();
    if (styles_ > kMaxStyles)
      source_.outer_styles = true;
    else
      source_.sheet.add(text);
  }

  void note_link(std::string_view tag) {
    const std::string relation = attribute(tag, "rel");
    const bool styles =
        relation.find("stylesheet") != std::string::npos && !css::holds_fonts_only(attribute(tag, "href"));
    if (styles && css::holds_for_screen(attribute(tag, "media"))) source_.outer_styles = true;
  }

  std::string_view text_;
  std::size_t at_ = 0, styles_ = 0;
  std::vector<std::string_view> missing_;
  Source source_;
};

}  // namespace

Source prepare(std::string_view utf8) { return Cleaner(utf8).clean(); }

}  // namespace pactable::readers::html
