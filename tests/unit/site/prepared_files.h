// SPDX-License-Identifier: GPL-3.0-or-later
// What: prepared search files, read back as the page's script does it.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "pages/site/search_files.h"

namespace pactable::test {

using Files = std::map<std::string, std::string>;

inline pages::site::WriteFile write_into(Files& files) {
  return [&files](const std::string& name, std::string_view bytes) -> Status {
    files[name] = std::string(bytes);
    return {};
  };
}

/// What a file hands to the page; throws where it is more or less than one call.
inline nlohmann::json value_of(const Files& files, const std::string& name) {
  const std::string& text = files.at(name + ".js");
  const std::string begin = "pactable(\"" + name + "\",", end = ");\n";
  if (!text.starts_with(begin) || !text.ends_with(end)) throw std::runtime_error(name + " is no single call");
  return nlohmann::json::parse(text.substr(begin.size(), text.size() - begin.size() - end.size()));
}

inline std::set<std::uint32_t> places_of(std::string_view text) {
  constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::set<std::uint32_t> out;
  std::int64_t place = -1, difference = 0;
  unsigned shift = 0;
  for (const char sign : text) {
    const std::size_t value = kSigns.find(sign);
    difference |= static_cast<std::int64_t>(value & 31U) << shift;
    if (value >= 32) {
      shift += 5;
      continue;
    }
    place += difference;
    out.insert(static_cast<std::uint32_t>(place));
    difference = 0;
    shift = 0;
  }
  return out;
}

/// Every word with its places, from all files of words.
inline std::map<std::string, std::set<std::uint32_t>> words_in(const Files& files) {
  std::map<std::string, std::set<std::uint32_t>> out;
  const auto split = [](const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      parts.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return parts;
  };
  const auto head = value_of(files, "search");
  for (std::size_t file = 0; file < head["firstWords"].size(); ++file) {
    const auto value = value_of(files, "words-" + std::to_string(file));
    const auto words = split(value["words"]), places = split(value["places"]);
    if (words.size() != places.size()) throw std::runtime_error("a word without places");
    for (std::size_t at = 0; at < words.size(); ++at) out[words[at]] = places_of(places[at]);
  }
  return out;
}

}  // namespace pactable::test
