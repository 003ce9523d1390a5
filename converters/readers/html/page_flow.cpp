// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/page_flow.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/number_formats.h"
#include "core/unicode.h"

namespace pactable::readers::html {
namespace {

// Pages that are set out with tables nest a dozen; deeper nesting is an attack on recursive readers.
constexpr std::size_t kMaxTables = 256;
constexpr int kMaxCells = 1'000'000;  // of a page, as of a grid
// Hidden text is quoted up to here: findings are lines for people.
constexpr std::size_t kMaxQuoted = 400;

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 3> kSkipped = {"script", "style", "template"};
constexpr std::array<std::string_view, 8> kTableParts = {"table", "caption", "thead", "tbody",
                                                         "tfoot", "tr",      "td",    "th"};
// Elements that begin and end a line (HTML, 15.3.3 "Flow content").
constexpr std::array<std::string_view, 36> kBlocks = {
    "p",       "div",        "h1",     "h2",       "h3",     "h4",         "h5",      "h6",      "ul",
    "ol",      "li",         "dl",     "dt",       "dd",     "pre",        "hr",      "form",    "body",
    "section", "article",    "header", "footer",   "main",   "nav",        "aside",   "title",   "address",
    "figure",  "figcaption", "center", "fieldset", "legend", "blockquote", "details", "summary", "hgroup"};

std::optional<layout::Style> style_of(std::string_view name) {
  if (name == "b" || name == "strong") return layout::Style::kBold;
  if (name == "i" || name == "em" || name == "cite") return layout::Style::kItalic;
  if (name == "sup") return layout::Style::kSuperscript;
  return std::nullopt;
}

std::optional<layout::Colour> colour_of(std::string_view text) {
  const std::size_t hash = text.find('#');
  std::uint32_t value = 0;
  if (hash == std::string_view::npos) return std::nullopt;
  std::string_view digits = text.substr(hash + 1);
  digits = digits.substr(0, digits.find_first_not_of("0123456789abcdefABCDEF"));
  std::string six(digits);
  if (digits.size() == 3) six = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
  if (six.size() != 6) return std::nullopt;
  std::from_chars(six.data(), six.data() + six.size(), value, 16);
  return layout::Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                        static_cast<std::uint8_t>(value & 0xFF)};
}

// The number format of a list, from the words of CSS (CSS Counter Styles 3) or the type attribute.
std::string list_format(const Attributes& attributes) {
  std::string word = attributes.style("list-style-type");
  if (word.empty()) word = attributes.style("list-style");
  const std::string type(attributes.value("type").value_or(""));
  if (word.empty()) word = type;
  if (word == "A") return "ALPHA";
  if (word == "I") return "upperRoman";
  if (word == "none" || word == "disc" || word == "circle" || word == "square") return {};
  if (word == "a" || word == "lower-alpha" || word == "lower-latin") return "alpha";
  if (word == "upper-alpha" || word == "upper-latin") return "ALPHA";
  if (word == "i" || word == "lower-roman") return "lowerRoman";
  if (word == "upper-roman") return "upperRoman";
  return word == "decimal-leading-zero" ? "decimalZero" : "decimal";
}

// a … z, aa, ab …: unlike word processors, browsers count on with two letters.
std::string alphabetic(int value, char first) {
  std::string out;
  for (; value > 0; value = (value - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (value - 1) % 26));
  return out;
}

std::string label_of(int value, const std::string& format) {
  if (value >= 1 && format == "alpha") return alphabetic(value, 'a') + ".";
  if (value >= 1 && format == "ALPHA") return alphabetic(value, 'A') + ".";
  return format_number(value, format) + ".";
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

PageFlow::PageFlow(std::vector<layout::Oddity>& oddities)
    : part_(std::make_shared<const std::string>("html")), oddities_(oddities), style_depths_(3, 0) {}

PartPlace PageFlow::here() {
  PartPlace place;
  place.part = part_;
  if (tables_.empty() || !tables_.back().in_cell) {
    place.paragraph = body_paragraphs_;
    return place;
  }
  const OpenTable& open = tables_.back();
  place.table = open.index;
  place.row = static_cast<int>(open.table->rows.size()) - 1;
  place.cell = static_cast<int>(open.table->rows.back().cells.size()) - 1;
  place.paragraph = open.paragraphs;
  return place;
}

void PageFlow::start(std::string_view name, const Attributes& attributes) {
  Element element;
  element.name = name;
  element.skips = is_one_of(name, kSkipped);
  if (element.skips) ++skipped_;
  const bool hidden = attributes.has("hidden") || attributes.style("display") == "none";
  if (hidden && skipped_ == 0) {
    element.hides = true;
    ++hidden_;
  }
  if (skipped_ == 0 && hidden_ == 0 && is_one_of(name, kTableParts)) {
    element.table_part = true;
    begin_table_part(element, attributes);
  } else if (skipped_ == 0) {
    element.block = is_one_of(name, kBlocks);
    if (element.block) flush();
    if (name == "br") break_line();
    begin_style(element, attributes);
  }
  elements_.push_back(std::move(element));
}

void PageFlow::begin_style(Element& element, const Attributes& attributes) {
  const std::string_view name = element.name;
  element.style = style_of(name);
  const std::string weight = attributes.style("font-weight");
  if (!element.style && (weight.starts_with("bold") || weight == "700")) element.style = layout::Style::kBold;
  if (!element.style && attributes.style("font-style") == "italic") element.style = layout::Style::kItalic;
  if (!element.style && attributes.style("vertical-align") == "super") element.style = layout::Style::kSuperscript;
  if (element.style) ++depth_of(*element.style);
  if (name == "pre" || name == "textarea") {
    element.keeps_space = true;
    ++keeping_space_;
  }
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
    heading_ = element.heading = name[1] - '0';
  if (name == "title") in_title_ = true;
  if (name == "ol" || name == "ul") {
    element.list = true;
    begin_list(name == "ol", attributes);
  }
  if (name == "li" && hidden_ == 0) {
    element.item = true;
    begin_item(attributes);
  }
}

void PageFlow::begin_list(bool ordered, const Attributes& attributes) {
  List list;
  if (ordered) list.format = list_format(attributes);
  list.next = attributes.number("start", 1);
  if (ordered && attributes.has("reversed")) {
    list.step = -1;
    // Without a start it counts down from the number of its items, which is not known before its end.
    if (!attributes.has("start") && !list.format.empty()) {
      list.format.clear();
      oddities_.push_back({"HTML-LIST", "the numbers of a list that counts down were not read", here()});
    }
  }
  lists_.push_back(std::move(list));
}

void PageFlow::begin_item(const Attributes& attributes) {
  if (lists_.empty() || lists_.back().format.empty()) return;
  if (!label_.empty()) print_bare_label();
  List& list = lists_.back();
  list.next = attributes.number("value", list.next);
  label_ = label_of(list.next, list.format);
  label_level_ = static_cast<int>(lists_.size()) - 1;
  list.next += list.step;
}

void PageFlow::begin_table_part(Element& element, const Attributes& attributes) {
  const std::string_view name = element.name;
  flush();
  if (name == "table") {
    if (tables_.size() >= kMaxTables) {
      status_ = fail(ErrorCode::kLimit, "tables are nested too deeply");
      return;
    }
    tables_.push_back({std::make_unique<PageTable>(), Section::kBody, 0, table_count_++, false, false, false, 0});
    return;
  }
  if (tables_.empty()) return;
  OpenTable& open = tables_.back();
  if (name == "caption") {
    open.in_caption = true;
  } else if (name == "td" || name == "th") {
    begin_cell(name == "th", attributes);
  } else if (name == "tr") {
    close_cell();
    open.table->rows.push_back({open.section, open.group, {}});
    open.in_row = true;
  } else {
    close_cell();
    open.in_row = false;
    ++open.group;
    open.section = name == "thead" ? Section::kHead : name == "tfoot" ? Section::kFoot : Section::kBody;
  }
}

void PageFlow::begin_cell(bool header, const Attributes& attributes) {
  close_cell();
  OpenTable& open = tables_.back();
  if (!open.in_row) open.table->rows.push_back({open.section, open.group, {}});
  open.in_row = open.in_cell = true;
  open.paragraphs = 0;
  PageCell cell;
  cell.row_span = attributes.number("rowspan", 1);
  cell.column_span = attributes.number("colspan", 1);
  cell.header = header;
  cell.shading = colour_of(attributes.value("bgcolor").value_or(""));
  for (const char* property : {"background", "background-color"}) {
    if (!cell.shading) cell.shading = colour_of(attributes.style(property));
  }
  open.table->rows.back().cells.push_back(std::move(cell));
  if (++cell_count_ > kMaxCells) status_ = fail(ErrorCode::kLimit, "the page has more table cells than are read");
}

void PageFlow::close_cell() {
  flush();
  if (!tables_.empty()) tables_.back().in_cell = false;
}

void PageFlow::end_table_part(const std::string& name) {
  if (tables_.empty()) return;
  OpenTable& open = tables_.back();
  if (name == "td" || name == "th") {
    close_cell();
  } else if (name == "tr") {
    close_cell();
    open.in_row = false;
  } else if (name == "caption") {
    flush();
    open.in_caption = false;
  } else if (name == "table") {
    close_cell();
    std::unique_ptr<PageTable> table = std::move(open.table);
    tables_.pop_back();
    add(std::move(table));
  } else {
    close_cell();
    open.in_row = false;
    ++open.group;
    open.section = Section::kBody;
  }
}

void PageFlow::end(std::string_view name) {
  // The parser ends everything that it began; what does not match is an end without a begin.
  const auto match =
      std::find_if(elements_.rbegin(), elements_.rend(), [&](const Element& e) { return e.name == name; });
  if (match == elements_.rend()) return;
  for (bool done = false; !done;) {
    const Element element = std::move(elements_.back());
    elements_.pop_back();
    done = element.name == name;
    end_element(element);
  }
}

void PageFlow::end_element(const Element& element) {
  if (element.table_part) end_table_part(element.name);
  if (element.block) flush();
  if (element.item && !label_.empty()) print_bare_label();
  if (element.list) lists_.pop_back();
  if (element.heading > 0) heading_ = 0;
  if (element.keeps_space) --keeping_space_;
  if (element.style) --depth_of(*element.style);
  if (element.name == "title") in_title_ = false;
  if (element.hides && --hidden_ == 0) note_hidden();
  if (element.skips) --skipped_;
}

void PageFlow::text(std::string_view utf8) {
  if (skipped_ == 0) append(utf8);
}

void PageFlow::append(std::string_view piece) {
  if (hidden_ > 0) {
    hidden_text_ += piece;
    return;
  }
  const std::size_t begin = text_.size();
  if (keeping_space_ > 0) {
    text_ += piece;
  } else {
    for (const char c : piece) {
      const bool after_space = text_.empty() || text_.back() == ' ' || text_.back() == '\n';
      if (!is_space(c))
        text_ += c;
      else if (!after_space)
        text_ += ' ';
    }
  }
  for (const layout::Style style : {layout::Style::kBold, layout::Style::kItalic, layout::Style::kSuperscript}) {
    if (depth_of(style) > 0 && text_.size() > begin) spans_.push_back({begin, text_.size(), style});
  }
}

// An item without text of its own prints its number all the same.
void PageFlow::print_bare_label() {
  if (text_.empty()) text_ += ' ';
  flush();
}

void PageFlow::break_line() {
  if (hidden_ > 0) {
    hidden_text_ += '\n';
    return;
  }
  if (keeping_space_ == 0 && text_.ends_with(' ')) text_.pop_back();
  if (!text_.empty()) text_ += '\n';
}

void PageFlow::flush() {
  if (hidden_ > 0) return;
  const bool empty = unicode::trim(text_).empty();
  if (empty && (text_.empty() || label_.empty())) {
    text_.clear();
    spans_.clear();
    return;
  }
  PartPlace place = here();
  while (!text_.empty() && is_space(text_.back())) text_.pop_back();
  place.end = static_cast<int>(unicode::length(text_));
  layout::Text text(std::move(text_), place);
  for (const layout::StyleSpan& span : spans_) {
    const std::size_t end = std::min(span.end, text.utf8().size());
    if (span.begin < end) text.add_style(span.begin, end, span.style);
  }
  layout::TextBlock block;
  block.paragraph.text = std::move(text);
  block.paragraph.list_label = std::move(label_);
  block.paragraph.list_level = block.paragraph.list_label.empty() ? 0 : label_level_;
  block.paragraph.heading_level = heading_;
  if (in_title_) block.furniture = layout::Furniture::kRunningHead;
  text_.clear();
  label_.clear();
  spans_.clear();
  ++(!tables_.empty() && tables_.back().in_cell ? tables_.back().paragraphs : body_paragraphs_);
  add(std::move(block));
}

void PageFlow::add(Content content) {
  if (tables_.empty()) {
    contents_.push_back(std::move(content));
    return;
  }
  OpenTable& open = tables_.back();
  auto* block = std::get_if<layout::TextBlock>(&content);
  if (open.in_caption && block != nullptr)
    open.table->caption.push_back(std::move(block->paragraph));
  else if (open.in_cell)
    open.table->rows.back().cells.back().contents.push_back(std::move(content));
  else
    open.table->stray.push_back(std::move(content));
}

void PageFlow::note_hidden() {
  std::string quoted = unicode::collapse_space(hidden_text_);
  hidden_text_.clear();
  if (quoted.empty()) return;
  const std::u32string code_points = unicode::to_code_points(quoted);
  if (code_points.size() > kMaxQuoted) quoted = unicode::to_utf8(code_points.substr(0, kMaxQuoted)) + "…";
  oddities_.push_back({"HTML-HIDDEN-TEXT", "hidden text was left out: " + quoted, here()});
}

Result<std::vector<Content>> PageFlow::finish() {
  if (!status_) return tl::unexpected<Error>(status_.error());
  while (!elements_.empty()) {
    const Element element = std::move(elements_.back());
    elements_.pop_back();
    end_element(element);
  }
  flush();
  return std::move(contents_);
}

}  // namespace pactable::readers::html
