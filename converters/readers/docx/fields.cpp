// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/fields.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "core/number_formats.h"
#include "core/unicode.h"
#include "readers/docx/content_controls.h"

namespace pactable::readers::docx {
namespace {

// Codes and results are kept only to see which field it is and what number it shows.
constexpr std::size_t kMaxCode = 1024, kMaxResult = 64;

void append_up_to(std::string& to, std::string_view piece, std::size_t limit) {
  to += piece.substr(0, limit - std::min(limit, to.size()));
}

// Words of a code; what stands in quotation marks is one. A switch and its value may stand without a space: \r3.
std::vector<std::string> words_of(std::string_view code) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (const char c : code) {
    if (c == '"') {
      quoted = !quoted;
      continue;
    }
    if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r'))
      close();
    else
      word += c;
    if (!quoted && word.size() == 2 && word[0] == '\\') close();
  }
  close();
  return words;
}

std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// Names of number formats in fields (17.16.4.3.1) as lists call them; "" for those that say nothing of numbers.
std::string number_format(const std::string& name) {
  const bool capitals = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
  static const std::map<std::string, std::pair<const char*, const char*>> kFormats = {
      {"ARABIC", {"decimal", "decimal"}},
      {"ALPHABETIC", {"lowerLetter", "upperLetter"}},
      {"ROMAN", {"lowerRoman", "upperRoman"}},
      {"ORDINAL", {"ordinal", "ordinal"}},
      {"ORDTEXT", {"ordinalText", "ordinalText"}},
      {"CARDTEXT", {"cardinalText", "cardinalText"}},
      {"HEX", {"hex", "hex"}},
      {"ARABICDASH", {"numberInDash", "numberInDash"}}};
  const auto found = kFormats.find(upper(name));
  if (found == kFormats.end()) return {};
  return capitals ? found->second.second : found->second.first;
}

struct SequenceCode {
  std::string name, format;
  bool repeat = false, hide = false;
  std::optional<int> reset;
  int restart_level = 0;  // 0: never
};

SequenceCode sequence_code(const std::vector<std::string>& words) {
  SequenceCode code;
  if (words.size() > 1 && words[1][0] != '\\') code.name = upper(words[1]);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string value = i + 1 < words.size() ? words[i + 1] : std::string();
    if (words[i] == "\\c") code.repeat = true;
    if (words[i] == "\\h") code.hide = true;
    if (words[i] == "\\r") code.reset = whole_number(value);
    if (words[i] == "\\s") code.restart_level = std::clamp(whole_number(value).value_or(0), 0, 9);
    if (words[i] == "\\*" && code.format.empty()) code.format = number_format(value);
  }
  return code;
}

}  // namespace

void Sequences::begin_heading(int level) {
  for (std::size_t i = static_cast<std::size_t>(std::max(level, 1)); i < kLevels; ++i) ++sections_[i];
}

std::string Sequences::next(const std::vector<std::string>& words, const std::string& stored) {
  const SequenceCode code = sequence_code(words);
  Counter& counter = counters_[code.name];
  if (code.restart_level > 0) {
    const int section = sections_[static_cast<std::size_t>(code.restart_level)];
    if (std::exchange(counter.section, section) != section) counter.value = 0;
  }
  if (const auto printed = whole_number(stored))
    counter.value = *printed;
  else if (code.reset)
    counter.value = *code.reset;
  else if (!code.repeat && counter.value < std::numeric_limits<int>::max())
    ++counter.value;
  // A hidden number is shown all the same where it has a format.
  if (code.hide && code.format.empty()) return {};
  return format_number(counter.value, code.format.empty() ? "decimal" : code.format);
}

void Fields::begin() {
  open_.emplace_back();
  ++open_codes_;
}

void Fields::begin_simple(std::string code) {
  open_.emplace_back();
  open_.back().code = std::move(code);
  open_.back().prints = true;
}

void Fields::separate() {
  if (open_.empty() || open_.back().prints) return;
  open_.back().prints = true;
  --open_codes_;
}

FieldEnd Fields::end() {
  if (open_.empty()) return {};
  separate();
  const Field field = std::move(open_.back());
  open_.pop_back();
  if (!open_.empty() && open_.back().prints) append_up_to(open_.back().result, field.result, kMaxResult);
  const std::vector<std::string> words = words_of(field.code);
  const std::string name = words.empty() ? std::string() : upper(words[0]);
  const std::string stored(unicode::trim(field.result));
  FieldEnd end;
  if (name == "SEQ") {
    const std::string number = sequences_.next(words, stored);
    if (stored.empty()) end = {number, !number.empty(), {}};
  } else if (stored.empty() && (name.starts_with("AUTONUM") || name == "LISTNUM")) {
    end.cannot_print = name;
  } else if (stored.empty()) {
    end.text = shown(field.form);
  }
  return end;
}

void Fields::add_code(std::string_view code) {
  if (!open_.empty()) append_up_to(open_.back().code, code, kMaxCode);
}

void Fields::add_result(std::string_view text) {
  if (!open_.empty() && open_.back().prints) append_up_to(open_.back().result, text, kMaxResult);
}

void Fields::end_paragraph() {
  if (open_codes_ == 0) return;
  for (Field& field : open_) field.prints = true;
  open_codes_ = 0;
}

void Fields::read_form(const XmlStream& xml) {
  if (open_.empty()) return;
  Form& form = open_.back().form;
  const std::string_view name = xml.name();
  if (name == "checkBox") {
    form.check_box = true;
  } else if (name == "ddList") {
    form.list = true;
  } else if (name == "listEntry") {
    form.entries.push_back(xml.value().value_or(""));
  } else if (name == "result") {
    form.chosen = xml.number("val", 0);
  } else if (name == "checked") {
    form.checked = xml.on();
  } else if (name == "default" && form.check_box) {
    if (!form.checked) form.checked = xml.on();
  } else if (name == "default") {
    form.preset = xml.number("val", 0);
  }
}

std::string Fields::shown(const Form& form) {
  if (form.check_box) return std::string(form.checked.value_or(false) ? kTickedBox : kEmptyBox);
  if (!form.list) return {};
  const int chosen = form.chosen.value_or(form.preset.value_or(0));
  const bool known = chosen >= 0 && static_cast<std::size_t>(chosen) < form.entries.size();
  return known ? form.entries[static_cast<std::size_t>(chosen)] : std::string();
}

}  // namespace pactable::readers::docx
