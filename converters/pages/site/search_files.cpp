// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/search_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/unicode.h"
#include "pages/look/html.h"
#include "pages/site/wording.h"
#include "pages/site/words.h"
#include "writers/format/json_stream.h"

namespace pactable::pages::site {
namespace {

using look::shown_text;
using writers::format::JsonStream;
using Shape = JsonStream::Shape;

constexpr std::size_t kSectionShown = 80;  // code points of the section that stands with a row

/// Code units of UTF-16, by which JavaScript compares strings.
std::u16string utf16(std::string_view text) {
  constexpr char32_t kFirstPair = 0x10000;
  std::u16string out;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (c < kFirstPair) {
      out += static_cast<char16_t>(c);
    } else {
      out += static_cast<char16_t>(0xD800U + ((c - kFirstPair) >> 10U));
      out += static_cast<char16_t>(0xDC00U + ((c - kFirstPair) & 0x3FFU));
    }
  }
  return out;
}

/// What a row is said to stand under: itself where it is a section or group.
std::string section_name(const plan::Item& item) {
  const std::string number = item.number && item.number->canonical ? *item.number->canonical + " " : "";
  return shortened(number + item.text.value_or(""), kSectionShown);
}

bool is_section(const plan::Item& item) {
  return item.kind == plan::ItemKind::kSection || item.kind == plan::ItemKind::kGroup;
}

void write_field(JsonStream& out, const plan::Field& field) {
  out.begin_array(Shape::kLine);
  out.string(shown_text(role_name(field.role)));
  const auto* const code = field.value ? std::get_if<std::string>(&*field.value) : nullptr;
  out.string(shown_text(code != nullptr ? *code : field.printed));
  if (field.label) out.string(shown_text(*field.label));
  out.end_array();
}

}  // namespace

std::string script_file(std::string_view name, std::string_view json) {
  // "<" stands in strings of JSON only; the stream has written what ends a line of JavaScript as escapes already.
  std::string out = fmt::format("pactable(\"{}\",", name);
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else if (c != '\n') {
      out += c;
    }
  }
  return out + ");\n";
}

Status SearchFiles::write(const std::string& name, std::string_view json) const {
  return write_(name + ".js", script_file(name, json));
}

void SearchFiles::add_words(const plan::Item& item) {
  const auto add_text = [this](std::string_view text) {
    for (const std::string& word : words_of(text)) words_[word].add(next_);
  };
  if (item.number) {
    for (const std::optional<std::string>& number : {item.number->canonical, item.number->printed}) {
      if (!number) continue;
      add_text(*number);
      if (const std::string word = number_word(*number); !word.empty()) words_[word].add(next_);
    }
  }
  if (item.text) add_text(*item.text);
  for (const plan::Field& field : item.fields) {
    add_text(field.printed);
    if (field.label) add_text(*field.label);
  }
}

Status SearchFiles::add_row(const plan::Item& item, const std::string& section) {
  JsonStream out;
  out.begin_object(Shape::kLine);
  out.member("id", item.id);
  out.member("kind", kind_name(item.kind));
  if (item.number) {
    const plan::Number& number = *item.number;
    if (number.canonical) out.member("number", shown_text(*number.canonical));
    if (number.printed) out.member("printed", shown_text(*number.printed));
    out.member("state", status_name(number.status));
    if (number.suggested) out.member("suggested", shown_text(number.suggested->value));
  }
  if (item.text) out.member("text", shown_text(*item.text));
  if (!section.empty()) out.member("section", shown_text(section));
  if (!item.fields.empty()) {
    out.key("fields");
    out.begin_array(Shape::kLine);
    for (const plan::Field& field : item.fields) write_field(out, field);
    out.end_array();
  }
  out.end_object();
  rows_ += (rows_.empty() ? "[" : ",") + out.take();
  return (next_ + 1) % kRowsInFile == 0 ? end_rows() : Status();
}

Status SearchFiles::end_rows() {
  if (rows_.empty()) return {};
  const std::size_t file = next_ / kRowsInFile;
  return write(fmt::format("rows-{}", file), std::exchange(rows_, {}) + "]");
}

Status SearchFiles::add(const std::string& page, const std::string& title, const plan::Plan& plan) {
  plans_.push_back({page, title, next_});
  std::unordered_map<std::string_view, std::string> sections;  // by item; parents stand above their items
  for (const plan::Item& item : plan.items) {
    add_words(item);
    facets_.add(next_, item, plan);
    const std::string above = item.parent ? sections[*item.parent] : std::string();
    if (const Status added = add_row(item, above); !added) return added;
    sections[item.id] = is_section(item) ? section_name(item) : above;
    ++next_;
  }
  return {};
}

Status SearchFiles::write_words(std::vector<std::string>& first_words) const {
  std::vector<std::pair<std::u16string, const std::pair<const std::string, Postings>*>> sorted;
  sorted.reserve(words_.size());
  for (const auto& entry : words_) sorted.emplace_back(utf16(entry.first), &entry);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string words, places;
  const auto end_file = [&]() -> Status {
    JsonStream out;
    out.begin_object();
    out.member("words", words);
    out.member("places", places);
    out.end_object();
    words.clear();
    places.clear();
    return write(fmt::format("words-{}", first_words.size() - 1), out.take());
  };
  for (const auto& [key, entry] : sorted) {
    if (words.empty()) first_words.push_back(entry->first);
    words += (words.empty() ? "" : " ") + entry->first;
    places += (places.empty() ? "" : " ") + entry->second.text();
    if (words.size() + places.size() < kWordsFileSize) continue;
    if (const Status written = end_file(); !written) return written;
  }
  return words.empty() ? Status() : end_file();
}

Status SearchFiles::finish() {
  if (next_ % kRowsInFile != 0) {
    if (const Status ended = end_rows(); !ended) return ended;
  }
  std::vector<std::string> first_words;
  if (const Status written = write_words(first_words); !written) return written;
  if (const Status written = write("facets", facets_.json()); !written) return written;
  JsonStream out;
  out.begin_object();
  out.member("items", static_cast<int>(next_));
  out.member("rowsInFile", static_cast<int>(kRowsInFile));
  out.key("plans");
  out.begin_array();
  for (const PlanEntry& entry : plans_) {
    out.begin_array(Shape::kLine);
    out.string(entry.page);
    out.string(shown_text(entry.title));
    out.integer(entry.first);
    out.end_array();
  }
  out.end_array();
  out.key("firstWords");
  out.begin_array();
  for (const std::string& word : first_words) out.string(word);
  out.end_array();
  out.end_object();
  return write("search", out.take());
}

}  // namespace pactable::pages::site
