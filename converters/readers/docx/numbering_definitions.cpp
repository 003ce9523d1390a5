// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/numbering_definitions.h"

#include <algorithm>

#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {
namespace {

const ListLevel kUndefinedLevel;

// Beyond it roman and letter forms are no numbers any more, only long texts.
constexpr int kMaxSpelled = 3999;

std::string lower_roman(int value) {
  constexpr std::array<std::pair<int, const char*>, 13> kSteps = {{{1000, "m"},
                                                                   {900, "cm"},
                                                                   {500, "d"},
                                                                   {400, "cd"},
                                                                   {100, "c"},
                                                                   {90, "xc"},
                                                                   {50, "l"},
                                                                   {40, "xl"},
                                                                   {10, "x"},
                                                                   {9, "ix"},
                                                                   {5, "v"},
                                                                   {4, "iv"},
                                                                   {1, "i"}}};
  std::string out;
  for (const auto& [step, letters] : kSteps) {
    for (; value >= step; value -= step) out += letters;
  }
  return out;
}

// a … z, aa, bb … zz, aaa: one letter repeated (17.18.59).
std::string lower_letter(int value) {
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>('a' + (value - 1) % 26));
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

}  // namespace

std::string format_number(int value, const std::string& format) {
  if (format == "none" || format == "bullet") return {};
  if (value >= 1 && value <= kMaxSpelled) {
    if (format == "lowerRoman") return lower_roman(value);
    if (format == "upperRoman") return upper(lower_roman(value));
    if (format == "lowerLetter") return lower_letter(value);
    if (format == "upperLetter") return upper(lower_letter(value));
  }
  const std::string decimal = std::to_string(value);
  return format == "decimalZero" && value >= 0 && value < 10 ? "0" + decimal : decimal;
}

// One pass over the part; the innermost definition that is open receives the properties.
class NumberingParser {
 public:
  Result<NumberingDefinitions> parse(std::string bytes, const std::string& part) {
    XmlStream xml(std::move(bytes), part);
    while (xml.next()) {
      if (xml.event() == XmlStream::Event::kText || xml.vocabulary() != Vocabulary::kWord) continue;
      if (xml.event() == XmlStream::Event::kStart)
        start(xml);
      else
        end(xml.name());
    }
    if (const Status status = xml.status(); !status) return tl::unexpected<Error>(status.error());
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
        list_->start_overrides[override_level_] = xml.number("val", 1);
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
      level_->start = xml.number("val", 1);
    else if (name == "numFmt")
      level_->format = xml.value().value_or("decimal");
    else if (name == "lvlText")
      level_->text = xml.value().value_or("");
    else if (name == "lvlRestart")
      level_->restart = xml.number("val", 0);
    else if (name == "isLgl")
      level_->legal = xml.on();
    else if (name == "pStyle")
      level_->paragraph_style = xml.value().value_or("");
  }

  NumberingDefinitions definitions_;
  NumberingDefinitions::AbstractList* abstract_ = nullptr;
  NumberingDefinitions::List* list_ = nullptr;
  ListLevel* level_ = nullptr;
  int override_level_ = -1;
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

int NumberingDefinitions::level_of_style(int num_id, const std::string& style) const {
  const auto list = lists_.find(num_id);
  if (list == lists_.end() || style.empty()) return 0;
  for (int i = 0; i < kListLevels; ++i) {
    if (level(list->second, i).paragraph_style == style) return i;
  }
  return 0;
}

std::string NumberingDefinitions::next_label(int num_id, int index) {
  const auto found = lists_.find(num_id);
  if (found == lists_.end() || index < 0 || index >= kListLevels) return {};
  const List& list = found->second;
  const ListLevel& own = level(list, index);
  if (!own.defined) return {};
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
  at(index) = at(index) ? *at(index) + 1 : start_of(index);
  for (int i = index + 1; i < kListLevels; ++i) {
    // A level restarts after any higher one, or only after the one that it names and those above.
    const auto restart = level(list, i).restart;
    if (!restart || (*restart > 0 && index < *restart)) at(i).reset();
  }
  if (own.format == "bullet") return {};
  std::string label;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || next < '1' || next > '9') {
      label += own.text[i];
      continue;
    }
    const int shown = next - '1';
    if (at(shown)) label += format_number(*at(shown), own.legal ? "decimal" : level(list, shown).format);
    ++i;
  }
  return label;
}

}  // namespace pactable::readers::docx
