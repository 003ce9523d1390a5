// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/numbering_definitions.h"

#include <unicode/uchar.h>
#include <limits>

#include "core/number_formats.h"
#include "core/unicode.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {
namespace {

const ListLevel kUndefinedLevel;
const std::string kDecimal = "decimal";

std::string upper(const std::string& text) {
  std::u32string out = unicode::to_code_points(text);
  for (char32_t& c : out) c = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
  return unicode::to_utf8(out);
}

// A label repeats its text with every paragraph: longer ones, which no list has, multiply a small file.
constexpr std::size_t kMaxLabelText = 1024;

// What the sample of a custom format begins with, "001" in "001, 002, 003, ...": its width.
std::string custom_format(const XmlStream& xml) {
  const std::string sample = xml.attribute("format").value_or("");
  const std::string first = sample.substr(0, sample.find(','));
  const bool padded = first.starts_with('0') && first.find_first_not_of("0123456789") == std::string::npos;
  return padded ? first : "custom";
}

}  // namespace

// One pass over the part; the innermost definition that is open receives the properties.
class NumberingParser {
 public:
  Result<NumberingDefinitions> parse(std::string bytes, const std::string& part) {
    XmlStream xml(std::move(bytes), part);
    while (xml.next()) {
      if (xml.event() == XmlStream::Event::kText) continue;
      const bool start_of = xml.event() == XmlStream::Event::kStart;
      // A custom format stands as choice, its nearest plain one as fallback.
      if (xml.vocabulary() == Vocabulary::kCompatibility && xml.name() == "Fallback") fallback_ += start_of ? 1 : -1;
      if (xml.vocabulary() != Vocabulary::kWord || fallback_ > 0) continue;
      if (start_of)
        start(xml);
      else
        end(xml.name());
    }
    if (const Status status = xml.status(); !status) return tl::unexpected<Error>(status.error());
    if (text_too_long_) return fail(ErrorCode::kLimit, part + ": the text of a list label is longer than is read");
    definitions_.resolve_links();
    return std::move(definitions_);
  }

 private:
  void start(const XmlStream& xml) {
    const std::string_view name = xml.name();
    if (name == "abstractNum") {
      abstract_ = &definitions_.abstract_lists_[xml.number("abstractNumId", -1)];
    } else if (name == "num") {
      list_ = &definitions_.lists_[xml.number("numId", -1)];
    } else if (name == "lvlOverride") {
      override_level_ = xml.number("ilvl", -1);
    } else if (name == "lvl") {
      begin_level(xml.number("ilvl", -1));
    } else if (level_ != nullptr) {
      level_property(xml, name);
    } else if (list_ != nullptr) {
      if (name == "abstractNumId") list_->abstract_id = xml.number("val", -1);
      if (name == "startOverride" && is_level(override_level_)) {
        list_->start_overrides[override_level_] = xml.number("val", 0);
      }
    } else if (abstract_ != nullptr) {
      if (name == "styleLink") abstract_->style_link = xml.value().value_or("");
      if (name == "numStyleLink") abstract_->num_style_link = xml.value().value_or("");
    }
  }

  void end(std::string_view name) {
    if (name == "abstractNum") abstract_ = nullptr;
    if (name == "num") list_ = nullptr;
    if (name == "lvlOverride") override_level_ = -1;
    if (name == "lvl") level_ = nullptr;
  }

  static bool is_level(int index) { return index >= 0 && index < kListLevels; }

  void begin_level(int index) {
    if (!is_level(index)) return;
    if (list_ != nullptr)
      level_ = &list_->level_overrides[index];
    else if (abstract_ != nullptr)
      level_ = &abstract_->levels[static_cast<std::size_t>(index)];
    if (level_ == nullptr) return;
    *level_ = ListLevel();
    level_->defined = true;
  }

  void level_property(const XmlStream& xml, std::string_view name) {
    if (name == "start")
      level_->start = xml.number("val", 0);
    else if (name == "numFmt")
      level_->format = xml.value() == "custom" ? custom_format(xml) : xml.value().value_or("decimal");
    else if (name == "lvlText")
      set_text(xml.on("null", false) ? "" : xml.value().value_or(""));
    else if (name == "vanish")
      level_->hidden = xml.on();
    else if (name == "caps")
      level_->capitals = xml.on();
    else if (name == "lvlRestart")
      level_->restart = xml.number("val", 0);
    else if (name == "isLgl")
      level_->legal = xml.on();
    else if (name == "pStyle")
      level_->paragraph_style = xml.value().value_or("");
  }

  void set_text(std::string text) {
    text_too_long_ = text_too_long_ || text.size() > kMaxLabelText;
    level_->text = std::move(text);
  }

  NumberingDefinitions definitions_;
  NumberingDefinitions::AbstractList* abstract_ = nullptr;
  NumberingDefinitions::List* list_ = nullptr;
  ListLevel* level_ = nullptr;
  int override_level_ = -1;
  int fallback_ = 0;
  bool text_too_long_ = false;
};

Result<NumberingDefinitions> NumberingDefinitions::parse(std::string bytes, const std::string& part) {
  return NumberingParser().parse(std::move(bytes), part);
}

void NumberingDefinitions::resolve_links() {
  std::map<std::string, int> by_style;
  for (const auto& [id, abstract] : abstract_lists_) {
    if (!abstract.style_link.empty()) by_style.emplace(abstract.style_link, id);
  }
  for (auto& [id, list] : lists_) {
    const auto abstract = abstract_lists_.find(list.abstract_id);
    if (abstract == abstract_lists_.end() || abstract->second.num_style_link.empty()) continue;
    const auto linked = by_style.find(abstract->second.num_style_link);
    if (linked != by_style.end()) list.abstract_id = linked->second;
  }
}

const ListLevel& NumberingDefinitions::level(const List& list, int index) const {
  const auto overridden = list.level_overrides.find(index);
  if (overridden != list.level_overrides.end()) return overridden->second;
  const auto abstract = abstract_lists_.find(list.abstract_id);
  return abstract == abstract_lists_.end() ? kUndefinedLevel : abstract->second.levels[static_cast<std::size_t>(index)];
}

void NumberingDefinitions::follow_styles(const Styles& styles) {
  for (auto& [id, list] : lists_) {
    const auto abstract = abstract_lists_.find(list.abstract_id);
    if (abstract == abstract_lists_.end() || abstract->second.num_style_link.empty()) continue;
    const auto num_id = styles.paragraph(abstract->second.num_style_link).numbering.num_id;
    const auto followed = lists_.find(num_id.value_or(0));
    if (followed != lists_.end()) list.abstract_id = followed->second.abstract_id;
  }
}

std::optional<int> NumberingDefinitions::level_of_style(int num_id, const std::string& style) const {
  const auto list = lists_.find(num_id);
  if (list == lists_.end() || style.empty()) return std::nullopt;
  for (int i = 0; i < kListLevels; ++i) {
    if (level(list->second, i).paragraph_style == style) return i;
  }
  return std::nullopt;
}

void NumberingDefinitions::advance(const List& list, int num_id, int index) {
  auto& values = counters_[list.abstract_id].values;
  const auto at = [&](int i) -> std::optional<int>& { return values[static_cast<std::size_t>(i)]; };
  const auto start_of = [&](int i) {
    const auto start = list.start_overrides.find(i);
    return start == list.start_overrides.end() ? level(list, i).start : start->second;
  };
  if (started_.insert(num_id).second) {
    for (const auto& [i, start] : list.start_overrides) at(i).reset();
  }
  for (int i = 0; i < index; ++i) {
    if (!at(i)) at(i) = start_of(i);
  }
  // At the end of the numbers the counter stays: what a list counts to there is damage in any case.
  at(index) = at(index) ? *at(index) + (*at(index) < std::numeric_limits<int>::max() ? 1 : 0) : start_of(index);
  for (int i = index + 1; i < kListLevels; ++i) {
    // A level restarts after any higher one, or only after the one that it names and those above.
    const auto restart = level(list, i).restart;
    if (!restart || (*restart > 0 && index < *restart)) at(i).reset();
  }
}

std::string NumberingDefinitions::print(const List& list, int index) {
  const ListLevel& own = level(list, index);
  const auto& values = counters_[list.abstract_id].values;
  std::string label;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || next < '1' || next > '9') {
      label += own.text[i];
      continue;
    }
    ++i;
    const int shown = next - '1';
    const auto value = values[static_cast<std::size_t>(shown)];
    if (shown > index || !value) continue;  // a lower level has no number here
    const std::string& format = own.legal ? kDecimal : level(list, shown).format;
    if (!is_known_format(format)) unknown_formats_.insert(format);
    label += format_number(*value, format);
  }
  label = std::string(unicode::trim(label));
  return own.capitals ? upper(label) : label;
}

std::string NumberingDefinitions::next_label(int num_id, int index) {
  const auto found = lists_.find(num_id);
  if (found == lists_.end() || index < 0 || index >= kListLevels) return {};
  const ListLevel& own = level(found->second, index);
  if (!own.defined) return {};
  advance(found->second, num_id, index);
  return own.format == "bullet" || own.hidden ? std::string() : print(found->second, index);
}

}  // namespace pactable::readers::docx
