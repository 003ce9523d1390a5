// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/download_list.h"

#include <algorithm>

namespace pactable::pages::site {
namespace {

using look::Html;

void add_note(Html& out, const Download& file) {
  if (!file.note.empty()) out.text(" ").element("span", file.note, {{"class", "soft small"}});
}

Html file_set(const std::string& name, const std::vector<Download>& files) {
  const auto count = std::count_if(files.begin(), files.end(), [&](const Download& file) { return file.set == name; });
  Html out;
  out.open("details", {{"class", "files"}});
  out.element("summary", name + " (" + std::to_string(count) + " files)").open("ul");
  for (const Download& file : files) {
    if (file.set != name) continue;
    out.open("li").link(file.address, file.name, {{"download", ""}});
    add_note(out, file);
    out.close();
  }
  return out;
}

}  // namespace

Html download_list(const std::vector<Download>& files) {
  Html out;
  if (files.empty()) return out;
  out.open("ul", {{"class", "downloads"}});
  std::vector<std::string> sets;
  for (const Download& file : files) {
    if (!file.set.empty()) {
      if (std::find(sets.begin(), sets.end(), file.set) == sets.end()) sets.push_back(file.set);
      continue;
    }
    out.open("li").link(file.address, file.name, {{"class", "button"}, {"download", ""}});
    add_note(out, file);
    out.close();
  }
  out.close();
  for (const std::string& set : sets) out.add(file_set(set, files));
  return out;
}

}  // namespace pactable::pages::site
