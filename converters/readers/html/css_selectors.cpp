// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/css_selectors.h"

#include <algorithm>
#include <charconv>

#include "core/unicode.h"
#include "readers/html/css_text.h"

namespace pactable::readers::html::css {
namespace {

// Longer chains are not written by hand, and each link multiplies the work.
constexpr std::size_t kMaxCompounds = 8;

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class SelectorParser {
 public:
  explicit SelectorParser(std::string_view text) : text_(text) {}

  /// Nothing where something is not known.
  std::optional<Selector> parse() {
    bool child = false;
    skip_space();
    while (at_ < text_.size()) {
      Compound compound;
      compound.child = child;
      if (!read_compound(compound) || selector_.compounds.size() >= kMaxCompounds) return std::nullopt;
      selector_.compounds.push_back(std::move(compound));
      const bool space = skip_space();
      child = at_ < text_.size() && text_[at_] == '>';
      if (child) {
        ++at_;
        skip_space();
        if (at_ >= text_.size()) return std::nullopt;
      } else if (at_ < text_.size() && (!space || selector_.before)) {
        return std::nullopt;  // + and ~, or something behind ::before
      }
    }
    if (selector_.compounds.empty()) return std::nullopt;
    selector_.specificity = std::min(ids_, 255U) << 16 | std::min(classes_, 255U) << 8 | std::min(tags_, 255U);
    return std::move(selector_);
  }

 private:
  bool skip_space() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
      ++at_;
    return at_ > begin;
  }

  std::string read_name() {
    std::string name;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size())
        name += text_[++at_];  // class names such as md\:hidden
      else if (is_name(text_[at_]))
        name += text_[at_];
      else
        break;
    }
    return name;
  }

  bool read_compound(Compound& compound) {
    const std::size_t begin = at_;
    if (text_[at_] == '*') {
      ++at_;
    } else if (is_name(text_[at_]) || text_[at_] == '\\') {
      compound.tag = lower(read_name());
      ++tags_;
    }
    while (at_ < text_.size()) {
      const char sign = text_[at_];
      if (sign != '.' && sign != '#' && sign != '[' && sign != ':') break;
      ++at_;
      if (sign == '[' ? !read_attribute(compound) : sign == ':' ? !read_pseudo(compound) : !read_mark(sign, compound))
        return false;
    }
    return at_ > begin;
  }

  bool read_mark(char sign, Compound& compound) {
    std::string name = read_name();
    if (name.empty()) return false;
    if (sign == '#') {
      if (!compound.id.empty()) return false;
      ++ids_;
      compound.id = std::move(name);
    } else {
      ++classes_;
      compound.classes.push_back(std::move(name));
    }
    return true;
  }

  bool read_attribute(Compound& compound) {
    const std::size_t end = find_open(text_, "]", at_);
    if (end >= text_.size()) return false;
    const std::string_view inside = text_.substr(at_, end - at_);
    at_ = end + 1;
    ++classes_;
    AttributeTest test;
    const std::size_t equals = inside.find('=');
    if (equals == std::string_view::npos) {
      test.name = lower(unicode::trim(inside));
    } else {
      const bool kind = equals > 0 && std::string_view("~^$*|").find(inside[equals - 1]) != std::string_view::npos;
      test.kind = kind ? inside[equals - 1] : '=';
      test.name = lower(unicode::trim(inside.substr(0, equals - (kind ? 1 : 0))));
      test.value = unquoted(inside.substr(equals + 1));
    }
    compound.attributes.push_back(std::move(test));
    return !compound.attributes.back().name.empty();
  }

  bool read_pseudo(Compound& compound) {
    const bool element = at_ < text_.size() && text_[at_] == ':';
    if (element) ++at_;
    const std::string name = lower(read_name());
    if (name == "before") {
      ++tags_;
      selector_.before = true;
      return true;
    }
    if (element) return false;
    ++classes_;
    if (name == "root") {
      compound.tag = compound.tag.empty() ? "html" : compound.tag;
      return compound.tag == "html";
    }
    if (name == "link") {
      compound.attributes.push_back({"href", {}, 0});
      return true;
    }
    if (name == "first-child") {
      compound.nth = {0, 1};
      return true;
    }
    return name == "nth-child" && read_nth(compound);
  }

  // an+b, odd, even.
  bool read_nth(Compound& compound) {
    if (at_ >= text_.size() || text_[at_] != '(') return false;
    const std::size_t end = text_.find(')', at_);
    if (end == std::string_view::npos) return false;
    std::string formula;
    for (const char c : lower(text_.substr(at_ + 1, end - at_ - 1))) {
      if (c != ' ' && c != '+') formula += c;
    }
    at_ = end + 1;
    if (formula == "odd") formula = "2n1";
    if (formula == "even") formula = "2n0";
    std::pair<int, int> ab = {0, 0};
    const std::size_t n = formula.find('n');
    const auto number = [](std::string_view digits, int& value) {
      const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return error == std::errc() && stop == digits.data() + digits.size();
    };
    const std::string_view all(formula);
    if (n != std::string::npos) {
      const std::string_view factor = all.substr(0, n);
      if (factor.empty() || factor == "-")
        ab.first = factor.empty() ? 1 : -1;
      else if (!number(factor, ab.first))
        return false;
      if (n + 1 < all.size() && !number(all.substr(n + 1), ab.second)) return false;
    } else if (!number(all, ab.second)) {
      return false;
    }
    compound.nth = ab;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t ids_ = 0, classes_ = 0, tags_ = 0;
  Selector selector_;
};

// What a reader of a page that nobody touches never sees; nothing is lost by leaving it out.
bool waits_for_somebody(std::string_view selector) {
  for (const char* pseudo : {":hover", ":focus", ":active", ":visited", ":target", "::selection", "::placeholder",
                             "::-webkit", "::-moz", ":-ms", ":after", "::marker", ":disabled", ":checked"}) {
    if (selector.find(pseudo) != std::string_view::npos) return true;
  }
  return false;
}

bool holds(const AttributeTest& test, const Attributes& attributes) {
  const auto found = attributes.value(test.name);
  if (!found || test.kind == 0) return found.has_value();
  const std::string_view value = *found;
  if (test.kind == '=') return value == test.value;
  if (test.value.empty()) return false;
  if (test.kind == '^') return value.starts_with(test.value);
  if (test.kind == '$') return value.ends_with(test.value);
  if (test.kind == '*') return value.find(test.value) != std::string_view::npos;
  if (test.kind == '|') return value == test.value || value.starts_with(test.value + "-");
  const auto words = unicode::split_space(value);
  return std::find(words.begin(), words.end(), test.value) != words.end();
}

bool holds(const Compound& compound, const Node& node) {
  if (!compound.tag.empty() && compound.tag != node.name) return false;
  if (!compound.id.empty() && compound.id != node.id) return false;
  for (const std::string& name : compound.classes) {
    if (std::find(node.classes.begin(), node.classes.end(), name) == node.classes.end()) return false;
  }
  for (const AttributeTest& test : compound.attributes) {
    if (!holds(test, node.attributes)) return false;
  }
  if (!compound.nth) return true;
  const auto& [a, b] = *compound.nth;
  const long long steps = static_cast<long long>(node.position) - b;
  return a == 0 ? steps == 0 : steps % a == 0 && steps / a >= 0;
}

// Whether the compounds up to `last` match with `last` at path[at]. Recursion is bounded by kMaxCompounds.
bool match_from(const Selector& selector, std::size_t last, const std::vector<Node>& path, std::size_t at,
                std::size_t& steps) {
  const std::size_t cost = 1 + path[at].classes.size() * selector.compounds[last].classes.size();
  if (steps < cost) {
    steps = 0;
    return false;
  }
  steps -= cost;
  if (!holds(selector.compounds[last], path[at])) return false;
  if (last == 0) return true;
  if (selector.compounds[last].child) return at > 0 && match_from(selector, last - 1, path, at - 1, steps);
  for (std::size_t above = at; above > 0 && steps > 0; --above) {
    if (match_from(selector, last - 1, path, above - 1, steps)) return true;
  }
  return false;
}

}  // namespace

Selectors parse_selectors(std::string_view text) {
  Selectors selectors;
  for (const std::string_view one : split_open(text, ",")) {
    if (auto selector = SelectorParser(one).parse())
      selectors.all.push_back(std::move(*selector));
    else if (!waits_for_somebody(one))
      selectors.unread = true;
  }
  return selectors;
}

bool matches(const Selector& selector, const std::vector<Node>& path, std::size_t& steps) {
  return match_from(selector, selector.compounds.size() - 1, path, path.size() - 1, steps);
}

}  // namespace pactable::readers::html::css
