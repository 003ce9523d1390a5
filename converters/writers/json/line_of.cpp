// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/line_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/unicode.h"

namespace pactable::writers::json {
namespace {

/// Walks the tokens of well-formed JSON and keeps the pointer of the value that stands next.
class Scanner {
 public:
  Scanner(std::string_view bytes, const std::vector<std::string>& pointers)
      : bytes_(bytes), lines_(pointers.size(), 0) {
    for (std::size_t i = 0; i < pointers.size(); ++i) wanted_[pointers[i]].push_back(i);
  }

  std::vector<int> scan() {
    while (at_ < bytes_.size()) step();
    return std::move(lines_);
  }

 private:
  struct Level {
    bool array = false;
    bool expects_key = false;
    std::size_t index = 0;
    std::size_t pointer_size = 0;  // of the container
  };

  void step() {
    const char c = bytes_[at_];
    switch (c) {
      case '\n':
        ++line_;
        ++at_;
        break;
      case ' ':
      case '\t':
      case '\r':
      case ':': ++at_; break;
      case ',':
        next_entry();
        ++at_;
        break;
      case '{':
      case '[':
        begin(c == '[');
        ++at_;
        break;
      case '}':
      case ']':
        if (!levels_.empty()) levels_.pop_back();
        ++at_;
        break;
      case '"': read_string(); break;
      default:
        note_value();
        while (at_ < bytes_.size() && std::string_view(" \t\r\n,:{}[]\"").find(bytes_[at_]) == std::string_view::npos) {
          ++at_;
        }
    }
  }

  void next_entry() {
    if (levels_.empty()) return;
    Level& level = levels_.back();
    ++level.index;
    level.expects_key = !level.array;
  }

  void begin(bool array) {
    note_value();
    levels_.push_back({array, !array, 0, pointer_.size()});
  }

  void read_string() {
    const std::size_t begin = at_++;
    while (at_ < bytes_.size() && bytes_[at_] != '"') at_ += bytes_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, bytes_.size());
    if (levels_.empty() || !levels_.back().expects_key) {
      note_value();
      return;
    }
    Level& level = levels_.back();
    level.expects_key = false;
    pointer_.resize(level.pointer_size);
    const auto key = nlohmann::json::parse(bytes_.substr(begin, at_ - begin), nullptr, false);
    pointer_ = append_pointer(pointer_, key.is_string() ? key.get_ref<const std::string&>() : std::string());
  }

  void note_value() {
    if (levels_.empty()) {
      pointer_.clear();
    } else if (levels_.back().array) {
      pointer_.resize(levels_.back().pointer_size);
      pointer_ += '/';
      pointer_ += std::to_string(levels_.back().index);
    }
    const auto found = wanted_.find(pointer_);
    if (found == wanted_.end()) return;
    for (const std::size_t i : found->second) lines_[i] = line_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::string pointer_;
  std::vector<Level> levels_;
  std::unordered_map<std::string, std::vector<std::size_t>> wanted_;
  std::vector<int> lines_;
};

}  // namespace

std::string append_pointer(const std::string& pointer, std::string_view name) {
  std::string out = pointer + "/";
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<int> lines_of(std::string_view bytes, const std::vector<std::string>& pointers) {
  return Scanner(bytes, pointers).scan();
}

std::string describe_position(std::string_view bytes, std::size_t byte) {
  const std::string_view before = bytes.substr(0, byte == 0 ? 0 : std::min(byte - 1, bytes.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return fmt::format("line {}, column {}: not JSON", line, unicode::length(before.substr(line_begin)) + 1);
}

}  // namespace pactable::writers::json
