// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/task.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/unicode.h"

namespace pactable::batch {
namespace {

std::string_view take_line(std::string_view& words) {
  const std::size_t end = std::min(words.find('\n'), words.size());
  const std::string_view line = words.substr(0, end);
  words.remove_prefix(std::min(end + 1, words.size()));
  return line;
}

}  // namespace

// The path stands last: it alone may hold line feeds.
std::string Task::pack() const {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", last_page, unicode::collapse_space(stopped_by),
                     fmt::join(languages, ","), office ? 1 : 0, beside, path);
}

Task Task::unpack(std::string_view words) {
  Task task;
  const std::string_view page = take_line(words);
  std::from_chars(page.data(), page.data() + page.size(), task.last_page);
  task.stopped_by = take_line(words);
  for (std::string_view list = take_line(words); !list.empty();) {
    const std::size_t end = std::min(list.find(','), list.size());
    task.languages.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  task.office = take_line(words) == "1";
  task.beside = take_line(words);
  task.path = words;
  return task;
}

}  // namespace pactable::batch
